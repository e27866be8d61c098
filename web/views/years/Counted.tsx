import { getRouteApi } from '@tanstack/react-router';
import type { YearReport, YearRow, YearSeries } from '../../../src/http/contract/index.ts';
import { useSetSearch } from '../../use-search.ts';
import { count, number } from '../../words/numbers.ts';
import { rowWords, seriesWords } from '../../words/years.ts';
import styles from './Years.module.css';

const route = getRouteApi('/years');

export const seriesKey = ({ source, counter, unit }: Pick<YearSeries, 'source' | 'counter' | 'unit'>): string =>
  `${source}|${counter}|${unit}`;
/** How a row stands in the address. */
const UNSAID = '-';

/** A table a counter and unit. Every figure opens what stands under it. */
export function Counted({ report }: { report: YearReport }) {
  if (report.series.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>Counted from what is on record</h2>
      <p className="muted">
        Each counter and unit has a table of its own; they are never added. What repeats one origin counts once. What
        has no date stands under “no year”.
      </p>
      {report.series.map((series) => (
        <SeriesTable key={seriesKey(series)} series={series} report={report} />
      ))}
    </section>
  );
}

function SeriesTable({ series, report: { by, years } }: { series: YearSeries; report: YearReport }) {
  const { all, rows, more, repeated, told } = series;
  const undated = all.no_year > 0;
  const disputed = all.disputed > 0;
  const heads = [...years.map(String), ...(undated ? ['no year'] : []), 'total', ...(disputed ? ['disputed'] : [])];
  const line = (row: YearRow, whole: boolean) => (
    <tr key={whole ? 'all' : (row.key ?? UNSAID)} data-all={whole || undefined}>
      <th scope="row">{whole ? 'all' : rowWords(row, by)}</th>
      {row.counts.map((value, i) => (
        <Cell key={years[i]} value={value} series={series} row={whole ? null : row} year={years[i]!} />
      ))}
      {undated && <Cell value={row.no_year} series={series} row={whole ? null : row} year="none" />}
      <Cell value={row.total} series={series} row={whole ? null : row} />
      {disputed && <td>{row.disputed > 0 ? number(row.disputed) : ''}</td>}
    </tr>
  );
  return (
    <div className={styles.series}>
      <h3>
        {seriesWords(series)}
        {!['statements', 'cases'].includes(series.source) && <span className="muted"> (data set {series.source})</span>}
      </h3>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">
                <span className="hidden">{by}</span>
              </th>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {by !== 'year' && told && rows.map((row) => line(row, false))}
            {line(all, true)}
          </tbody>
        </table>
      </div>
      {!told && <p className="muted">These records do not say it.</p>}
      {more.rows > 0 && (
        <p className="muted">
          {count(more.rows, 'more row')} with {number(more.total)}.
        </p>
      )}
      {repeated > 0 && (
        <p className="muted">The rows add up to {number(repeated)} more than the total: some stand in several.</p>
      )}
    </div>
  );
}

interface CellProps {
  readonly value: number;
  readonly series: YearSeries;
  readonly row: YearRow | null;
  readonly year?: number | 'none';
}

function Cell({ value, series, row, year }: CellProps) {
  const search = route.useSearch();
  const set = useSetSearch();
  if (value === 0) return <td className={styles.none}>·</td>;
  const cell = { of: seriesKey(series), row: row ? (row.key ?? UNSAID) : undefined, y: year };
  const open = search.of === cell.of && search.row === cell.row && search.y === cell.y;
  return (
    <td>
      <button
        type="button"
        data-plain
        className={styles.figure}
        aria-pressed={open}
        title="Show what was counted"
        onClick={() => set(open ? { of: undefined, row: undefined, y: undefined } : cell)}
      >
        {number(value)}
      </button>
    </td>
  );
}
