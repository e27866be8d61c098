import type { YearReport } from '../../model/year.ts';
import { figureWords, timeWords } from './words.ts';

const COLUMNS = [
  ...['kind', 'counter', 'unit', 'source', 'by', 'key', 'label', 'year', 'time', 'value', 'bound', 'disputed'],
  ...['accused', 'target', 'of', 'share', 'share_fits', 'stance', 'certainty', 'origins', 'statements', 'differs_from'],
] as const;
type Row = Partial<Record<(typeof COLUMNS)[number], string | number | boolean | null>>;

/** Yearly figures as CSV (RFC 4180), one figure a line: counted cells that are not zero, then stated figures. */
export function yearsCsv({ by, years, series, stated }: YearReport): string {
  const rows: Row[] = [];
  for (const one of series) {
    const { counter, unit, source } = one;
    for (const row of by === 'year' || !one.told ? [one.all] : [...one.rows, one.all]) {
      const all = row === one.all;
      const shared = {
        kind: 'counted',
        counter,
        unit,
        source,
        by: all ? 'year' : by,
        key: row.key,
        label: all ? 'all' : row.label,
      };
      row.counts.forEach((value, i) => {
        if (value > 0) rows.push({ ...shared, year: years[i]!, value, bound: 'exact' });
      });
      if (row.no_year > 0) rows.push({ ...shared, time: 'no year', value: row.no_year, bound: 'exact' });
    }
  }
  for (const f of stated)
    rows.push({
      ...{ kind: 'stated', counter: f.counter, unit: f.unit, source: f.dataset ?? 'statements', year: f.year },
      ...{ time: timeWords(f), value: f.value, bound: f.bound, disputed: f.disputed_by.length, accused: f.initiator },
      ...{ target: f.target, of: f.of, share: f.share, share_fits: f.share_fits, stance: f.stance },
      ...{ certainty: f.certainty, origins: f.origins, statements: f.statements.join(' ') },
      differs_from: f.differs.flatMap(({ id }) => stated.filter((one) => one.id === id).map(figureWords)).join('; '),
    });
  return [COLUMNS.join(','), ...rows.map((row) => COLUMNS.map((name) => cell(row[name] ?? null)).join(','))]
    .map((line) => `${line}\r\n`)
    .join('');
}

/** What a spreadsheet would run as a formula gets an apostrophe in front. */
function cell(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
