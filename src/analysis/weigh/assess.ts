import { UsageError } from '../../base/errors.ts';
import type { ReviewState } from '../../model/review.ts';
import type {
  AssessedAnalyst,
  AssessedEvidence,
  AssessedHypothesis,
  Assessment,
  Disagreement,
} from '../../model/weighing/assessment.ts';
import { gradeText } from '../../model/weighing/grade.ts';
import { RATINGS, type Rating } from '../../model/weighing/rating.ts';
import { type AnalystView, type Evidence, ratingKey, type Weighing } from '../../model/weighing/weighing.ts';
import { scoreOf } from './brier.ts';
import { discriminators } from './discriminate.ts';
import { flipsOf, leaders, NO_FLIPS } from './flips.ts';
import { likelihoodWords } from './icd203.ts';
import { type Matrix, matrixOf, type Outlook } from './matrix.ts';
import { coherent, pooled, spread } from './probability.ts';
import { remarksOn } from './remarks.ts';
import { KINDS_OF_EVIDENCE, POINTS } from './tables.ts';
import { weightOf } from './weights.ts';

export interface AssessOptions {
  /** Evidence, sources or origins left out, by id or name. */
  readonly without?: readonly string[];
  /** Taken for true, instead of the recorded outcome. */
  readonly outcome?: string | undefined;
  /** How the statements that evidence rests on were reviewed; those not in it are not known. */
  readonly statements?: ReadonlyMap<string, ReviewState>;
  readonly asOf?: string | undefined;
  readonly analyst?: string | undefined;
  /** Leaves out what takes long and what does not bear on the probabilities: flip sets, ranges, what to look for. */
  readonly brief?: boolean;
}

/**
 * Everything that follows from a weighing: inconsistency, diagnosticity, probabilities that sum to one, what the lead rests on, what
 * to look for, where analysts differ. Throws UsageError for an unknown item in `without` and for an unknown outcome.
 */
export function assess(weighing: Weighing, options: AssessOptions = {}): Assessment {
  const { without = [], asOf, analyst, statements, brief = false } = options;
  const { hypotheses, evidence } = weighing;
  const outcome = options.outcome ?? weighing.outcome;
  if (options.outcome !== undefined && !hypotheses.some(({ id }) => id === outcome))
    throw new UsageError(`there is no hypothesis ${outcome}; there are ${hypotheses.map(({ id }) => id).join(', ')}`);
  const removed = removedBy(weighing, without);
  const matrix = matrixOf(weighing);
  const outlook = matrix.outlook(removed);
  const analysts = weighing.analysts.map((one) => analystOf(one, weighing, outlook, removed.size > 0));
  const each = analysts.filter(({ implied, coherent }) => implied ?? coherent);
  const values = each.map(({ probability }) => hypotheses.map(({ id }) => probability[id]!));
  const probability = values.length
    ? pooled(
        values,
        each.map((one) => (one.coherent && removed.size === 0 ? 1 : (matrix.shares.get(one.analyst) ?? 1))),
      )
    : outlook.probability;
  const shown = { ...outlook, probability };
  const ranges = brief ? probability.map((p) => [p, p] as const) : rangesOf(weighing, matrix, removed, probability);
  const { sets, details } = brief ? NO_FLIPS : flipsOf(weighing, matrix, removed);
  const counted = matrix.counted();
  const named = (by: 'inconsistency' | 'probability') => leaders(shown, by).map((h) => hypotheses[h]!.id);
  const assessment: Omit<Assessment, 'remarks'> = {
    version: 1,
    question: weighing.question,
    template: weighing.template,
    case: weighing.case,
    note: weighing.note,
    as_of: asOf ?? null,
    analyst: analyst ?? null,
    without,
    hypotheses: hypotheses.map(
      (one, h): AssessedHypothesis => ({
        ...one,
        prior: matrix.priors[h]!,
        inconsistency: rounded(outlook.inconsistency[h]!),
        probability: probability[h]!,
        range: ranges[h]!,
        words: likelihoodWords(probability[h]!),
        cells: cellsOf(weighing, one.id),
      }),
    ),
    evidence: evidence.map((item, e) => evidenceOf(item, weighing, counted[e]!, removed.has(e), statements)),
    leading: matrix.analysts.length ? named('inconsistency') : [],
    most_probable: each.length ? named('probability') : [],
    flips: sets,
    flip_details: details,
    discriminators: brief ? [] : discriminators(weighing, probability),
    analysts,
    disagreements: disagreements(weighing),
    outcome: outcome ?? null,
    score:
      outcome !== null && hypotheses.some(({ id }) => id === outcome)
        ? scoreOf(
            hypotheses.map(({ id }) => id),
            outcome,
            probability,
            each.map((one, i) => ({ analyst: one.analyst, probability: values[i]! })),
          )
        : null,
  };
  return { ...assessment, remarks: remarksOn(weighing, assessment) };
}

function removedBy(weighing: Weighing, without: readonly string[]): Set<number> {
  const removed = new Set<number>();
  for (const name of without) {
    const before = removed.size;
    for (const [e, { id, source, via, origin }] of weighing.evidence.entries())
      if ([id, source, origin, ...via].includes(name)) removed.add(e);
    if (removed.size === before && !weighing.evidence.some(({ id }) => id === name))
      throw new UsageError(
        `there is no evidence, source or origin "${name}"; the evidence is ${weighing.evidence.map(({ id }) => id).join(', ')}`,
      );
  }
  return removed;
}

/** What one analyst holds. In a "what if", probabilities stated about all the evidence give way to those the ratings imply. */
function analystOf(one: AnalystView, { hypotheses }: Weighing, outlook: Outlook, whatIf: boolean): AssessedAnalyst {
  const found = outlook.each.find(({ analyst }) => analyst === one.analyst);
  const byId = (values: readonly number[]) => Object.fromEntries(hypotheses.map(({ id }, h) => [id, values[h]!]));
  const near = one.stated && coherent(hypotheses.map(({ id }) => one.stated![id] ?? 0));
  const implied = found ? byId(found.probability) : null;
  const stated = near ? byId(near.values) : null;
  return {
    analyst: one.analyst,
    latest: one.latest,
    ratings: Object.fromEntries(one.ratings),
    implied,
    stated: one.stated,
    coherent: stated,
    incoherence: near ? rounded(near.distance) : null,
    probability: (whatIf ? (implied ?? stated) : (stated ?? implied)) ?? byId(outlook.probability),
    inconsistency: found ? byId(found.inconsistency.map(rounded)) : null,
    judgement: one.judgement,
  };
}

function evidenceOf(
  item: Evidence,
  { hypotheses, analysts }: Weighing,
  counted: number,
  removed: boolean,
  statements: AssessOptions['statements'],
): AssessedEvidence {
  const cells = hypotheses.map(({ id }) =>
    analysts.flatMap(({ ratings }) => ratings.get(ratingKey(item.id, id)) ?? []),
  );
  const means = cells.map((cell) => {
    const points = cell.flatMap((rating) => POINTS[rating] ?? []);
    return points.length ? points.reduce((a, b) => a + b, 0) / points.length : null;
  });
  const known = means.filter((mean) => mean !== null);
  return {
    id: item.id,
    text: item.text,
    type: item.type,
    source: item.source,
    via: item.via,
    origin: item.origin ?? item.id,
    grade: item.grade && gradeText(item.grade),
    weight: weightOf(item).value,
    counted: rounded(counted),
    forgeability: item.forgeability ?? KINDS_OF_EVIDENCE[item.type ?? '']?.forgeability ?? 'unknown',
    absence: item.absence,
    looked: item.looked,
    date: item.date,
    note: item.note,
    diagnosticity: known.length > 1 ? rounded(spread(known)) : null,
    excludes: { k: known.filter((mean) => mean <= -0.5).length, of: known.length },
    ratings: Object.fromEntries(hypotheses.map(({ id }, h) => [id, nearest(means[h]!, cells[h]!)])),
    rests_on: item.statements.map((statement) => ({ statement, review: statements?.get(statement) ?? 'missing' })),
    records: item.records,
    removed,
  };
}

/** The rating nearest to a mean; NA where all who looked say so. */
function nearest(mean: number | null, cell: readonly Rating[]): Rating | null {
  if (mean === null) return cell.length ? 'NA' : null;
  return RATINGS.find((rating) => POINTS[rating] === Math.round(mean)) ?? null;
}

function cellsOf({ evidence, analysts }: Weighing, hypothesis: string): AssessedHypothesis['cells'] {
  const raters = analysts.filter(({ ratings }) => ratings.size > 0);
  const cells = raters.flatMap(({ ratings }) =>
    evidence.map(({ id }) => ratings.get(ratingKey(id, hypothesis)) ?? null),
  );
  const not_applicable = cells.filter((cell) => cell === 'NA').length;
  const unrated = cells.filter((cell) => cell === null).length;
  return { rated: cells.length - not_applicable - unrated, not_applicable, unrated };
}

/** Up to this many items that cannot be judged, every combination of "counts in full" and "counts for nothing" is tried. */
const EVERY_CORNER = 8;

/** Between which values the pooled probabilities lie when evidence that cannot be judged counts for nothing, or in full. */
function rangesOf(
  weighing: Weighing,
  matrix: Matrix,
  removed: ReadonlySet<number>,
  probability: readonly number[],
): (readonly [number, number])[] {
  const weights = weighing.evidence.map(weightOf);
  const open = weights.flatMap(({ low, high }, e) => (low < high && !removed.has(e) ? [e] : []));
  const low = probability.slice();
  const high = probability.slice();
  if (open.length === 0 || matrix.analysts.length === 0) return low.map((p) => [p, p] as const);
  for (const raised of corners(open)) {
    const some = weights.map(({ value, low, high }, e) =>
      open.includes(e) ? (raised.has(e) ? high : low) : (value ?? 0),
    );
    for (const [h, p] of matrix.outlook(removed, some).probability.entries()) {
      low[h] = Math.min(low[h]!, p);
      high[h] = Math.max(high[h]!, p);
    }
  }
  return low.map((p, h) => [p, high[h]!] as const);
}

function corners(open: readonly number[]): ReadonlySet<number>[] {
  if (open.length <= EVERY_CORNER)
    return Array.from({ length: 2 ** open.length }, (_, bits) => new Set(open.filter((_, i) => (bits >> i) & 1)));
  return [new Set<number>(), new Set(open), ...open.map((e) => new Set([e]))];
}

/** Cells that several analysts rated otherwise, the widest first. */
function disagreements({ hypotheses, evidence, analysts }: Weighing): Disagreement[] {
  const found = evidence.flatMap(({ id: e }) =>
    hypotheses.flatMap(({ id: h }): Disagreement[] => {
      const ratings = analysts.flatMap(({ analyst, ratings }) => {
        const rating = ratings.get(ratingKey(e, h));
        return rating ? [[analyst, rating] as const] : [];
      });
      if (new Set(ratings.map(([, rating]) => rating)).size < 2) return [];
      const points = ratings.flatMap(([, rating]) => POINTS[rating] ?? []);
      const applies = ratings.map(([, rating]) => Number(rating !== 'NA'));
      const wide = Math.max(points.length > 1 ? spread(points) : 0, spread(applies));
      return [{ evidence: e, hypothesis: h, spread: rounded(wide), ratings: Object.fromEntries(ratings) }];
    }),
  );
  return found.sort((a, b) => b.spread - a.spread);
}

/** Without the noise of binary fractions, and without a negative zero. */
function rounded(value: number): number {
  return Number(value.toFixed(10)) + 0;
}
