import type { StatedFigure, UncountedClaims, YearReport, YearSplit } from '../../model/year.ts';
import type { ItemSeries } from './items.ts';
import { type Narrowed, tabulate, within, yearsOf } from './table.ts';

export { caseIntrusions, codedIncidents, type Item, type ItemSeries, reportedAttacks } from './items.ts';
export { statedFigures } from './stated.ts';
export { type Narrowed, within } from './table.ts';
export type { NameOf } from './values.ts';

export interface YearQuestion extends Narrowed {
  readonly by: YearSplit;
  readonly counter: string | null;
  readonly unit: string | null;
  /** Rows of a series at most. */
  readonly most?: number;
}

/** Counted series and stated figures of the years asked for, each with its counter and unit; nothing is added across them. */
export function yearReport(
  series: readonly ItemSeries[],
  { stated, uncounted }: { readonly stated: readonly StatedFigure[]; readonly uncounted: readonly UncountedClaims[] },
  question: YearQuestion,
): YearReport {
  const wanted = (one: { readonly counter: string; readonly unit: string }) =>
    (question.counter === null || one.counter === question.counter) &&
    (question.unit === null || one.unit === question.unit);
  const chosen = series
    .filter(wanted)
    .map((one) => ({ ...one, items: within(one.items, question) }))
    .filter(({ items }) => items.length > 0);
  const figures = stated.filter(
    (figure) => wanted(figure) && fitsTime(figure, question) && fitsScope(figure, question),
  );
  const years = yearsOf([
    ...chosen.flatMap(({ items }) => items.map(({ year }) => year)),
    ...figures.map((f) => f.year),
  ]);
  const all = [...series.filter(({ items }) => items.length > 0), ...stated];
  return {
    by: question.by,
    years,
    series: chosen.map((one) => tabulate(one, years, question.most)),
    stated: figures,
    uncounted,
    counters: sorted(all.map(({ counter }) => counter)),
    units: sorted(all.map(({ unit }) => unit)),
  };
}

/** A figure that reaches into the years asked for; one without a time may. */
function fitsTime({ first, last }: StatedFigure, { from, to }: Narrowed): boolean {
  if (first === null || last === null) return true;
  return (from === null || Number(last.slice(0, 4)) >= from) && (to === null || Number(first.slice(0, 4)) <= to);
}

const fitsScope = ({ initiator, target }: StatedFigure, asked: Narrowed): boolean =>
  (asked.accused === null || initiator === asked.accused) && (asked.target === null || target === asked.target);

const sorted = (values: readonly string[]): string[] => [...new Set(values)].sort((a, b) => (a < b ? -1 : 1));
