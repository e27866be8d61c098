import type { YearReport, YearRow, YearSeries } from '../../model/year.ts';
import { figureWords, marks, seriesTitle, timeWords, UNSAID } from './words.ts';

/** Yearly figures for people: counted series first, each a table of its own; stated figures apart, one a line. */
export function yearsMarkdown(report: YearReport): string {
  const { by, series, stated, uncounted } = report;
  const lines = [`# Attacks by year${by === 'year' ? '' : ` and ${by}`}`];
  if (series.length + stated.length === 0) lines.push('', 'Nothing is counted or stated here.');
  if (series.length > 0) lines.push('', '## Counted from what is on record', '', COUNTED_NOTE);
  for (const one of series) lines.push('', `### ${seriesTitle(one)}`, '', ...table(one, report));
  if (stated.length > 0) {
    lines.push('', '## Stated by others', '', STATED_NOTE, '');
    for (const figure of stated) {
      lines.push(`- ${timeWords(figure)}: ${figureWords(figure)}${sourced(figure)}`);
      for (const mark of marks(figure, stated)) lines.push(`  - ${mark}`);
    }
  }
  for (const { statements } of uncounted)
    lines.push('', `${statements.length} more carry several counts of one unit that cannot be told apart.`);
  return `${lines.join('\n')}\n`;
}

const COUNTED_NOTE =
  'Counts of different counters or units are never added. What stands in several rows is in the total once.';
const STATED_NOTE = 'As their counters give them. The same figure from several sources is listed once.';

function sourced({ origins, statements, dataset }: YearReport['stated'][number]): string {
  const from = [
    ...(statements.length > 0 ? [`${statements.length} ${statements.length === 1 ? 'statement' : 'statements'}`] : []),
    ...(dataset ? [`data set ${dataset}`] : []),
    `${origins} ${origins === 1 ? 'origin' : 'origins'}`,
  ];
  return ` (${from.join(', ')})`;
}

function table(series: YearSeries, { by, years }: YearReport): string[] {
  if (!series.told)
    return [
      `These records do not tell ${by === 'entry' ? 'how they got in' : `the ${by}`}; ${series.all.total} in all.`,
    ];
  const undated = series.all.no_year > 0;
  const disputed = series.all.disputed > 0;
  const columns = ['total', ...years.map(String), ...(undated ? ['no year'] : []), ...(disputed ? ['disputed'] : [])];
  const cells = (row: YearRow) => [
    row.total,
    ...row.counts,
    ...(undated ? [row.no_year] : []),
    ...(disputed ? [row.disputed] : []),
  ];
  const line = (name: string, row: YearRow) => `| ${name} | ${cells(row).join(' | ')} |`;
  return [
    `| ${by === 'year' ? '' : by} | ${columns.join(' | ')} |`,
    `|---|${columns.map(() => '--:|').join('')}`,
    ...(by === 'year' ? [] : series.rows.map((row) => line(named(row, by), row))),
    line('all', series.all),
    ...notes(series),
  ];
}

const named = ({ key, label }: YearRow, by: YearReport['by']) =>
  key === null
    ? UNSAID[by]
    : by === 'entry' && label !== key
      ? `${label} (${key})`
      : (label ?? key).replace(/\|/g, '/');

function notes({ more, repeated }: YearSeries): string[] {
  const said = [
    ...(more.rows > 0 ? [`${more.rows} rows more with ${more.total}.`] : []),
    ...(repeated > 0 ? [`Rows add up to ${repeated} more than the total: some stand in several.`] : []),
  ];
  return said.length > 0 ? ['', ...said] : [];
}
