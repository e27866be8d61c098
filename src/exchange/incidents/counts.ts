import { type Problem, problem } from '../../base/problem.ts';
import { parseTime, type TimeRange } from '../../base/time.ts';
import { countryOf } from '../../knowledge/countries.ts';
import type { ImportedData, TallyRecord } from '../../model/incident.ts';
import { countryCode, isCountry } from './countries.ts';
import { coverOf } from './dates.ts';
import type { Row, Rows } from './rows.ts';

/**
 * Columns of a CSV of counts. `period` (`2017`, `2017-03`, `2017-03-02`, `A/B`) may stand for `from` and `to`; both days count.
 * `value`, `unit` and `counter` are needed; the others may be empty or missing.
 */
export const COUNT_COLUMNS = [
  'period',
  'from',
  'to',
  'value',
  'unit',
  'counter',
  'counter_country',
  'initiator',
  'target',
  'origin',
  'source',
  'of',
  'share',
] as const;

export const isCounts = (columns: readonly string[]): boolean =>
  ['value', 'unit', 'counter'].every((name) => columns.includes(name)) &&
  (columns.includes('period') || columns.includes('from'));

/** Tolerance of a share: half of its last digit, in per cent. */
const shareDiffers = (part: number, whole: number, share: number): boolean =>
  Math.abs((100 * part) / whole - share) > 0.5 * 10 ** -(/\.(\d+)$/.exec(String(share))?.[1]?.length ?? 0) + 1e-9;

/** Counts that somebody gave for periods. A row without a number, period, unit or counter is a problem and left out. */
export function readCounts(
  { rows, problems: damaged }: Rows,
  source: string,
): { readonly data: ImportedData; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [...damaged];
  const tallies: TallyRecord[] = [];
  const seen = new Map<string, string>();
  for (const row of rows) {
    const tally = tallyOf(row, source, problems);
    if (!tally) continue;
    const key = JSON.stringify({ ...tally, id: '' });
    const before = seen.get(key);
    if (before) problems.push(problem('row-duplicate', { source, line: row.line }, { id: tally.id, of: before }));
    seen.set(key, tally.id);
    tallies.push(tally);
  }
  return {
    data: {
      dataset: `counts:${source}`,
      title: source,
      covered: coverOf(tallies.map((t) => t.period)),
      incidents: [],
      tallies,
    },
    problems,
  };
}

function tallyOf({ line, cells }: Row, source: string, problems: Problem[]): TallyRecord | null {
  const place = { source, line };
  const id = `${source}#${line}`;
  const lacks = (field: string) => {
    problems.push(problem('row-without', place, { field }));
    return null;
  };
  const wrong = (field: string) => {
    problems.push(problem('value-impossible', place, { id, field, value: cells[field] ?? '' }));
    return null;
  };
  const period = periodOf(cells);
  if (period === undefined) return lacks('period');
  if (period === null) return wrong(cells.period ? 'period' : 'from');
  const value = numberOf(cells.value);
  if (value === null) return cells.value ? wrong('value') : lacks('value');
  if (!cells.unit) return lacks('unit');
  if (!cells.counter) return lacks('counter');
  const [of, share] = [numberOf(cells.of), numberOf(cells.share?.replace('%', ''))];
  if (of !== null && share !== null && of > 0 && shareDiffers(value, of, share))
    problems.push(
      problem('share-differs', place, {
        id,
        part: value,
        whole: of,
        share,
        computed: Math.round((1000 * value) / of) / 10,
        needed: Math.round((100 * value) / share),
      }),
    );
  const country = cells.counter_country ? countryCode(cells.counter_country) : countryOf(cells.counter);
  return {
    id,
    dataset: `counts:${source}`,
    period,
    value,
    unit: cells.unit.toLowerCase(),
    counter: cells.counter,
    counter_country: country && isCountry(country) ? country : null,
    initiator: countryCode(cells.initiator ?? ''),
    target: countryCode(cells.target ?? ''),
    origin: cells.origin || cells.source || `counts:${source}`,
    source: cells.source || null,
    statement: null,
    of,
    share,
  };
}

/** Undefined where no period is given, null where it is none. */
function periodOf(cells: Row['cells']): TimeRange | null | undefined {
  if (cells.period) return parseTime(cells.period);
  if (!cells.from) return undefined;
  return parseTime(cells.to && cells.to !== cells.from ? `${cells.from}/${cells.to}` : cells.from);
}

/** A number not below zero; thousands may be parted by commas. */
function numberOf(text: string | undefined): number | null {
  const plain = (text ?? '').trim().replace(/,(?=\d{3}\b)/g, '');
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}
