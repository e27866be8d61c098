import type { Rating } from '../../model/weighing/rating.ts';
import type {
  AnalystView,
  Evidence,
  Hypothesis,
  LookFor,
  Question,
  Weighing,
  WeighingEntry,
} from '../../model/weighing/weighing.ts';

/** A view on a question: what was on record at the end of a day (UTC), and whose ratings count. */
export interface Scope {
  /** `YYYY-MM-DD`; all there is when absent. */
  readonly asOf?: string | undefined;
  readonly analyst?: string | undefined;
}

/**
 * The weighing that entries add up to, in their order: a later entry of a key takes the place of an earlier one, by whomever for
 * question, hypotheses and evidence, by the same analyst for ratings, probabilities and judgements. Null before there was a question.
 */
export function weighingOf(entries: readonly WeighingEntry[], { asOf, analyst }: Scope = {}): Weighing | null {
  let question: Question | null = null;
  const hypotheses = new Map<string, Hypothesis>();
  const evidence = new Map<string, Evidence>();
  const lookFor = new Map<string, LookFor>();
  const analysts = new Map<string, Draft>();
  let outcome: string | null = null;
  for (const entry of entries) {
    if (asOf && entry.recorded.slice(0, 10) > asOf) continue;
    if (entry.part === 'question') question = entry.body;
    else if (entry.part === 'hypothesis') put(hypotheses, entry.key, entry.body);
    else if (entry.part === 'evidence') put(evidence, entry.key, entry.body);
    else if (entry.part === 'look-for') put(lookFor, entry.key, entry.body);
    else if (entry.part === 'outcome') outcome = entry.body?.hypothesis ?? null;
    else if (!analyst || entry.analyst === analyst) say(analysts, entry);
  }
  if (!question) return null;
  return {
    ...question,
    hypotheses: inOrder(hypotheses),
    evidence: inOrder(evidence),
    look_for: inOrder(lookFor),
    analysts: [...analysts.values()],
    outcome,
  };
}

type Draft = { -readonly [K in keyof AnalystView]: AnalystView[K] } & { ratings: Map<string, Rating> };

/** By id, `E2` before `E10`. */
function inOrder<T>(items: ReadonlyMap<string, T>): T[] {
  return [...items].sort(([a], [b]) => COLLATOR.compare(a, b)).map(([, item]) => item);
}

const COLLATOR = new Intl.Collator('en', { numeric: true });

function put<T>(map: Map<string, T & { readonly id: string }>, id: string, body: T | null): void {
  if (body === null) map.delete(id);
  else map.set(id, { ...body, id });
}

function say(
  analysts: Map<string, Draft>,
  entry: Extract<WeighingEntry, { part: 'rating' | 'stated' | 'judgement' }>,
): void {
  const { analyst, recorded } = entry;
  const draft = analysts.get(analyst) ?? {
    analyst,
    ratings: new Map(),
    stated: null,
    judgement: null,
    latest: recorded,
  };
  analysts.set(analyst, draft);
  draft.latest = recorded;
  if (entry.part === 'rating') {
    if (entry.body === null) draft.ratings.delete(entry.key);
    else draft.ratings.set(entry.key, entry.body);
  } else if (entry.part === 'stated') draft.stated = entry.body;
  else draft.judgement = entry.body;
}
