import { loadTable, releaseTable } from '../../knowledge/load.ts';
import { KINDS } from '../../model/statement.ts';
import { clauseWords, FILLER, shape } from './features.ts';
import { type CueHits, cueHits } from './hits.ts';
import { KIND_CUES } from './index.ts';

/** What the model tells apart: the kinds, and clauses that claim nothing. */
export const KIND_LABELS = [...KINDS, 'none'] as const;
export type KindLabel = (typeof KIND_LABELS)[number];

/** Weights of a multinomial logistic regression, as integers over `scale`; the empty feature is the bias. */
export interface KindModel {
  readonly labels: readonly string[];
  readonly scale: number;
  readonly weights: Record<string, readonly number[]>;
}

/** What stands around a clause in its sentence: the other words, and what the neighbouring clauses seem to claim. */
export interface Around {
  readonly words: readonly string[];
  readonly before: KindLabel | null;
  readonly after: KindLabel | null;
}

const ALONE: Around = { words: [], before: null, after: null };

/**
 * Probabilities of the kinds for a clause (ASCII quotes) with what stands around it, summing to one with `none`.
 * Trained on clauses and articles written for this project (data/reading); scripts/reading/train-kinds.ts fits it again. Adds
 * up the features of `kindFeatures` and `aroundFeatures`, in their order, without making their names.
 */
export function kindProbabilities(
  clause: string,
  hits: CueHits = cueHits(clause),
  around: Around = ALONE,
): Record<KindLabel, number> {
  packed ??= pack();
  const { tokens, alone, pairs, cues } = packed;
  const scores = new Int32Array(KIND_LABELS.length);
  const round = ++packed.round;
  add(packed, scores, packed.bias, round);
  let before = packed.opening;
  const words = clauseWords(clause);
  for (let i = 0; i < words.length; i++) {
    const token = i === 0 ? (tokens.get(shape(words[i]!, true)) ?? NONE) : tokenOf(words[i]!, packed);
    if (token !== NONE) {
      add(packed, scores, alone[token]!, round);
      if (before !== NONE) add(packed, scores, pairs.get(before * PAIR + token) ?? NONE, round);
    }
    before = token;
  }
  for (const word of around.words) {
    const token = tokenOf(word, packed);
    if (token !== NONE) add(packed, scores, packed.around[token]!, round);
  }
  if (around.before) add(packed, scores, packed.before[KIND_LABELS.indexOf(around.before)]!, round);
  if (around.after) add(packed, scores, packed.after[KIND_LABELS.indexOf(around.after)]!, round);
  for (let k = 0; k < hits.length; k++) for (const { index } of hits[k]!) add(packed, scores, cues[k]![index]!, round);
  return shares(scores, packed.scale);
}

/** The token of a word that does not open its clause. */
function tokenOf(word: string, { tokens, met }: Packed): number {
  const known = met.get(word);
  if (known !== undefined) return known;
  const token = tokens.get(shape(word, false)) ?? NONE;
  if (met.size >= MOST_MET) met.clear();
  met.set(word, token);
  return token;
}

/** Words as written that are kept with their tokens; most words of a text have been met before. */
const MOST_MET = 4_000;

/** No such feature. */
const NONE = -1;
/** More than there are tokens, and small enough that a pair's number stays a small integer. */
const PAIR = 1 << 15;

/** The model by numbers: a feature is a row of `weights`. */
interface Packed {
  /** As the file has them, so that they are few bytes: whole numbers over `scale`. */
  readonly weights: Int16Array;
  readonly scale: number;
  readonly tokens: ReadonlyMap<string, number>;
  readonly met: Map<string, number>;
  /** Row of a token by itself. */
  readonly alone: Int32Array;
  /** Row of a token elsewhere in the sentence. */
  readonly around: Int32Array;
  /** Rows of what the clauses before and after seem to claim, by the number of the label. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** Row of two neighbouring tokens. */
  readonly pairs: ReadonlyMap<number, number>;
  readonly cues: readonly (readonly number[])[];
  readonly bias: number;
  /** What stands before the first word. */
  readonly opening: number;
  /** The clause in which a row counted last: a feature counts once. */
  readonly marks: Uint32Array;
  round: number;
}

let packed: Packed | undefined;

function add({ weights, marks }: Packed, scores: Int32Array, row: number, round: number): void {
  if (row === NONE || marks[row] === round) return;
  marks[row] = round;
  const n = scores.length;
  for (let k = 0, at = row * n; k < n; k++, at++) scores[k]! += weights[at]!;
}

function shares(sums: Int32Array, scale: number): Record<KindLabel, number> {
  const scores = Float64Array.from(sums, (whole) => whole / scale);
  let sum = 0;
  let max = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < scores.length; k++) if (scores[k]! > max) max = scores[k]!;
  for (let k = 0; k < scores.length; k++) {
    scores[k] = Math.exp(scores[k]! - max);
    sum += scores[k]!;
  }
  const probabilities = {} as Record<KindLabel, number>;
  for (let k = 0; k < scores.length; k++) probabilities[KIND_LABELS[k]!] = scores[k]! / sum;
  return probabilities;
}

function pack(): Packed {
  const model = loadTable<KindModel>('reading/kinds.json.gz');
  releaseTable('reading/kinds.json.gz');
  const features = Object.keys(model.weights);
  const rows = new Map(features.map((feature, row) => [feature, row]));
  const weights = new Int16Array(features.length * KIND_LABELS.length);
  features.forEach((feature, row) => {
    const own = model.weights[feature]!;
    for (let k = 0; k < own.length; k++) weights[row * KIND_LABELS.length + k] = own[k]!;
  });
  const tokens = new Map<string, number>();
  const number = (token: string): number => {
    if (!tokens.has(token)) tokens.set(token, tokens.size);
    return tokens.get(token)!;
  };
  const pairs = new Map<number, number>();
  for (const [feature, row] of rows) {
    const [first, second] = feature.split('_');
    if (feature.startsWith(':')) number(feature.slice(1));
    else if (feature !== '' && !/^[#<>]/.test(feature))
      if (second === undefined) number(first!);
      else pairs.set(number(first!) * PAIR + number(second), row);
  }
  return {
    weights,
    scale: model.scale,
    tokens,
    met: new Map(),
    alone: Int32Array.from(tokens.keys(), (token) => (FILLER.has(token) ? NONE : (rows.get(token) ?? NONE))),
    around: Int32Array.from(tokens.keys(), (token) => rows.get(`:${token}`) ?? NONE),
    before: KIND_LABELS.map((kind) => rows.get(`<${kind}`) ?? NONE),
    after: KIND_LABELS.map((kind) => rows.get(`>${kind}`) ?? NONE),
    pairs,
    cues: KIND_CUES.map(({ kind, cues }) => cues.map((_, index) => rows.get(`#${kind}${index}`) ?? NONE)),
    bias: rows.get('') ?? NONE,
    opening: tokens.get('^') ?? NONE,
    marks: new Uint32Array(features.length),
    round: 0,
  };
}
