import { stableId } from '../../base/hash.ts';
import { countryOf } from '../../knowledge/countries.ts';
import { nameKeyOf } from '../../knowledge/names/key.ts';
import type { TallyRecord } from '../../model/incident.ts';
import { NARRATOR, type Quantity } from '../../model/statement.ts';
import type { CountedClaim, StatedFigure, UncountedClaims } from '../../model/year.ts';
import { isShare, unitOfCount } from '../trend/claims.ts';
import { shareFits } from '../trend/tallies.ts';
import { differences } from './differ.ts';

type Draft = Omit<StatedFigure, 'differs' | 'origins'> & { readonly from: readonly string[] };

/**
 * The numbers of attacks that statements and imported counts give, each under its unit and counter; two figures that differ in
 * either are never one. The same figure in several statements is one figure, with the independent origins that give it.
 */
export function statedFigures(
  claims: readonly CountedClaim[],
  tallies: readonly TallyRecord[],
): { readonly stated: readonly StatedFigure[]; readonly uncounted: readonly UncountedClaims[] } {
  const figures = new Map<string, Draft>();
  const untold: string[] = [];
  const add = (draft: Draft) => {
    const held = figures.get(draft.id);
    figures.set(draft.id, held ? joined(held, draft) : draft);
  };
  for (const claim of claims) {
    const counts = countsOf(claim.quantities);
    if (counts === null) untold.push(claim.id);
    else for (const count of counts) add(fromClaim(claim, count));
  }
  for (const tally of tallies) add(fromTally(tally));
  const stated = [...figures.values()].map(({ from, ...figure }) => ({ ...figure, origins: new Set(from).size }));
  const differs = differences(stated);
  return {
    stated: stated.map((figure) => ({ ...figure, differs: differs.get(figure.id) ?? [] })).sort(byTime),
    uncounted: untold.length > 0 ? [{ reason: 'several-counts', statements: untold }] : [],
  };
}

interface Count extends Pick<StatedFigure, 'value' | 'bound' | 'unit' | 'of' | 'share'> {}

/** The counts of a statement: one of each unit; a part with its whole and share. Null where two of one unit cannot be told apart. */
export function countsOf(quantities: readonly Quantity[]): readonly Count[] | null {
  const counts = new Map<string, Quantity[]>();
  for (const quantity of quantities) {
    const unit = unitOfCount(quantity.unit);
    if (unit && Number.isInteger(quantity.value) && quantity.value >= 0)
      counts.set(unit, [...(counts.get(unit) ?? []), quantity]);
  }
  const share = quantities.find(({ unit }) => isShare(unit))?.value ?? null;
  const found: Count[] = [];
  for (const [unit, [first, second, ...rest]] of counts) {
    if (!second) found.push({ value: first!.value, bound: first!.bound, unit, of: null, share: null });
    else if (rest.length > 0 || share === null) return null;
    else {
      const [part, whole] = first!.value <= second.value ? [first!, second] : [second, first!];
      found.push({ value: part.value, bound: part.bound, unit, of: whole.value, share });
    }
  }
  return found;
}

function fromClaim(claim: CountedClaim, count: Count): Draft {
  const { time_first: first, time_last: last } = claim;
  const counter = claim.speaker_org ?? (claim.speaker === NARRATOR ? (claim.publisher ?? 'the report') : claim.speaker);
  return identified({
    ...count,
    ...placed(first, last),
    counter,
    counter_country: countryOf(counter),
    initiator: claim.actor_country,
    target: claim.target_country,
    share_fits: fits(count),
    stance: claim.stance,
    certainty: claim.certainty,
    statements: [claim.id],
    dataset: null,
    disputed_by: claim.disputed_by,
    from: [claim.origin],
  });
}

function fromTally(tally: TallyRecord): Draft {
  const { value, unit, of, share } = tally;
  return identified({
    ...{ value, unit: unitOfCount(unit) ?? unit, of, share, bound: 'exact' },
    ...placed(tally.period.first, tally.period.last),
    counter: tally.counter,
    counter_country: tally.counter_country,
    initiator: tally.initiator,
    target: tally.target,
    share_fits: fits(tally),
    stance: 'asserts',
    certainty: null,
    statements: tally.statement ? [tally.statement] : [],
    dataset: tally.dataset,
    disputed_by: [],
    from: [tally.origin],
  });
}

const fits = ({ value, of, share }: Pick<Count, 'value' | 'of' | 'share'>): boolean | null =>
  of === null || share === null ? null : shareFits(value, of, share);

function identified(draft: Omit<Draft, 'id'>): Draft {
  const { first, last, value, bound, unit, counter, initiator, target, stance, of, share } = draft;
  const same = [first, last, value, bound, unit, nameKeyOf(counter), initiator, target, stance, of, share];
  return { ...draft, id: stableId('fig', ...same.map(String)) };
}

function joined(a: Draft, b: Draft): Draft {
  return {
    ...a,
    // The data set stands in for the sentence where nothing else tells where a figure comes from.
    dataset: a.dataset ?? b.dataset,
    certainty: a.certainty ?? b.certainty,
    statements: [...new Set([...a.statements, ...b.statements])],
    disputed_by: [...new Set([...a.disputed_by, ...b.disputed_by])],
    from: [...a.from, ...b.from],
  };
}

/** The year a period belongs to, and how much of it. */
export function placed(
  first: string | null,
  last: string | null,
): Pick<StatedFigure, 'year' | 'covers' | 'first' | 'last'> {
  if (first === null || last === null) return { year: null, covers: 'none', first: null, last: null };
  const year = first.slice(0, 4);
  if (year !== last.slice(0, 4)) return { year: null, covers: 'several', first, last };
  const whole = first === `${year}-01-01` && last === `${year}-12-31`;
  return { year: Number(year), covers: whole ? 'year' : 'part', first, last };
}

/** By time, whole years before their parts; then the largest first. Figures without a time come last. */
function byTime(a: StatedFigure, b: StatedFigure): number {
  const order = (f: StatedFigure) => `${f.first ?? '9999'} ${f.covers === 'year' ? 0 : 1} ${f.last}`;
  const [x, y] = [order(a), order(b)];
  if (x !== y) return x < y ? -1 : 1;
  return b.value - a.value || (a.counter < b.counter ? -1 : a.counter > b.counter ? 1 : a.id < b.id ? -1 : 1);
}
