import type { YearRow, YearSeries } from '../../model/year.ts';
import type { Item, ItemSeries } from './items.ts';

/** What narrows yearly figures; years are inclusive. What has no year always stays: it may lie within. */
export interface Narrowed {
  readonly from: number | null;
  readonly to: number | null;
  readonly accused: string | null;
  readonly target: string | null;
}

/** The items that pass. */
export function within(items: readonly Item[], { from, to, accused, target }: Narrowed): readonly Item[] {
  if (from === null && to === null && accused === null && target === null) return items;
  return items.filter(
    (item) =>
      (item.year === null || ((from === null || item.year >= from) && (to === null || item.year <= to))) &&
      (accused === null || item.accused.includes(accused)) &&
      (target === null || item.targets.includes(target)),
  );
}

/** A span longer than this shows only the years that have anything. */
const LONGEST = 60;

/** Years in order, those without anything between them too. */
export function yearsOf(given: Iterable<number | null>): number[] {
  const years = [...new Set(given)].filter((year) => year !== null).sort((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined || last - first >= LONGEST) return years;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/**
 * Items by value and year. An item counts once in each of its rows and once in `all`; rows are by total, then by name, what does
 * not say its value last. The sum of all rows (with `more`) is `all.total + repeated`; a row's years and `no_year` add up to its total.
 */
export function tabulate(
  { items, ...series }: ItemSeries,
  years: readonly number[],
  most = Number.POSITIVE_INFINITY,
): YearSeries {
  const column = new Map(years.map((year, i) => [year, i]));
  const start = (key: string | null, label: string | null): Counting => ({
    ...{ key, label, total: 0, no_year: 0, disputed: 0 },
    counts: years.map(() => 0),
  });
  const all = start(null, null);
  const rows = new Map<string | null, Counting>();
  let repeated = 0;
  for (const item of items) {
    const at = item.year === null ? undefined : column.get(item.year);
    add(all, at, item.disputed);
    if (!series.told) continue;
    const values = item.values.length > 0 ? item.values : [{ key: null, label: null }];
    repeated += values.length - 1;
    for (const { key, label } of values) {
      const row = rows.get(key) ?? start(key, label);
      rows.set(key, row);
      add(row, at, item.disputed);
    }
  }
  const sorted = [...rows.values()].sort(
    (a, b) =>
      Number(a.key === null) - Number(b.key === null) ||
      b.total - a.total ||
      ((a.label ?? '') < (b.label ?? '') ? -1 : 1),
  );
  const unsaid = sorted.at(-1)?.key === null ? sorted.pop()! : null;
  const shown = sorted.slice(0, most);
  const rest = sorted.slice(shown.length);
  return {
    ...series,
    all,
    rows: unsaid ? [...shown, unsaid] : shown,
    more: { rows: rest.length, total: rest.reduce((sum, { total }) => sum + total, 0) },
    repeated,
  };
}

type Counting = { -readonly [K in keyof YearRow]: YearRow[K] } & { counts: number[] };

function add(row: Counting, column: number | undefined, disputed: boolean): void {
  row.total++;
  if (column === undefined) row.no_year++;
  else row.counts[column]!++;
  if (disputed) row.disputed++;
}
