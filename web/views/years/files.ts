import type { YearReport } from '../../../src/http/contract/index.ts';
import type { Row } from '../../files/data.ts';
import { number, quantityWords } from '../../words/numbers.ts';
import { differenceWords, figureTime, rowWords, seriesWords } from '../../words/years.ts';

/** Every figure a row: counted cells that are not zero, then stated figures. */
export function rowsOf({ by, years, series, stated }: YearReport): Row[] {
  const counted = series.flatMap((one) => {
    const { counter, unit, source } = one;
    return [...(by === 'year' || !one.told ? [] : one.rows), one.all].flatMap((row): Row[] => {
      const whole = row === one.all;
      const head = {
        kind: 'counted',
        counter,
        unit,
        source,
        by: whole ? 'year' : by,
        value_of: whole ? 'all' : rowWords(row, by),
      };
      return [
        ...row.counts.flatMap((value, i) => (value > 0 ? [{ ...head, year: years[i]!, value, bound: 'exact' }] : [])),
        ...(row.no_year > 0 ? [{ ...head, year: null, value: row.no_year, bound: 'exact' }] : []),
      ];
    });
  });
  return [
    ...counted,
    ...stated.map(
      (f): Row => ({
        ...{ kind: 'stated', counter: f.counter, unit: f.unit, source: f.dataset ?? 'statements', year: f.year },
        ...{ time: figureTime(f), value: f.value, bound: f.bound, accused: f.initiator, target: f.target, of: f.of },
        ...{ share: f.share, share_fits: f.share_fits, stance: f.stance, certainty: f.certainty, origins: f.origins },
        ...{ statements: f.statements.join(' '), disputed: f.disputed_by.length },
        differs_from: others(f, stated).join('; '),
      }),
    ),
  ];
}

function others(figure: YearReport['stated'][number], all: YearReport['stated']): string[] {
  return figure.differs.flatMap((difference) => {
    const other = all.find(({ id }) => id === difference.id);
    return other ? [`${quantityWords(other)} by ${other.counter} (${differenceWords(difference)})`] : [];
  });
}

/** The page for a report. */
export function markdownOf({ by, years, series, stated }: YearReport): string {
  const tables = series.map((one) => {
    const undated = one.all.no_year > 0;
    const cells = (row: typeof one.all) =>
      [...row.counts, ...(undated ? [row.no_year] : []), row.total].map(number).join(' | ');
    const heads = [...years.map(String), ...(undated ? ['no year'] : []), 'total'];
    return [
      `### ${seriesWords(one)}`,
      '',
      `| ${by} | ${heads.join(' | ')} |`,
      `|---|${heads.map(() => '--:').join('|')}|`,
      ...(by === 'year' || !one.told
        ? []
        : one.rows.map((row) => `| ${rowWords(row, by).replace(/\|/g, '/')} | ${cells(row)} |`)),
      `| all | ${cells(one.all)} |`,
      '',
    ].join('\n');
  });
  const lines = stated.map((f) => {
    const differing = others(f, stated);
    return `- ${figureTime(f)}: ${quantityWords(f)}, ${f.counter}${differing.length > 0 ? ` (differs from ${differing.join('; ')})` : ''}`;
  });
  return [...tables, ...(lines.length > 0 ? ['### Stated by others', '', ...lines] : [])].join('\n');
}
