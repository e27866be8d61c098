import type { Span } from '../../base/span.ts';
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

/** The same, the other words told by the tokens of the sentence: those outside the clause. */
export interface Within extends Pick<Around, 'before' | 'after'> {
  readonly tokens: readonly Worded[];
  readonly clause: Span;
}

interface Worded extends Span {
  readonly text: string;
}

const ALONE: Around = { words: [], before: null, after: null };

/** The words of a sentence outside a clause. */
export function wordsAround({ tokens, clause }: Pick<Within, 'tokens' | 'clause'>): string[] {
  return tokens.flatMap(({ start, end, text }) => (end <= clause.start || start >= clause.end ? [text] : []));
}

/**
 * Probabilities of the kinds for a clause (ASCII quotes) with what stands around it, summing to one with `none`.
 * Trained on clauses and articles written for this project (data/reading); scripts/reading/train-kinds.ts fits it again. Adds
 * up the features of `kindFeatures` and `aroundFeatures` without making their names.
 */
export function kindProbabilities(
  clause: string,
  hits: CueHits = cueHits(clause),
  around: Around | Within = ALONE,
): Record<KindLabel, number> {
  const shares = kindShares(clause, hits, around);
  return Object.fromEntries(KIND_LABELS.map((label, k) => [label, shares[k]!])) as Record<KindLabel, number>;
}

/** As `kindProbabilities`, in the order of the labels; overwritten by the next call. */
export function kindShares(clause: string, hits: CueHits, around: Around | Within = ALONE): Float64Array {
  packed ??= shipped();
  const own = packed;
  const { tokens, alone, pairs, cues, sums } = own;
  const round = ++own.round;
  sums.fill(0);
  add(own, own.bias, round);
  let before = own.opening;
  const words = clauseWords(clause);
  for (let i = 0; i < words.length; i++) {
    const token = i === 0 ? (tokens.get(shape(words[i]!, true)) ?? NONE) : tokenOf(words[i]!, own);
    if (token !== NONE) {
      add(own, alone[token]!, round);
      if (before !== NONE) add(own, pairs.get(before * PAIR + token) ?? NONE, round);
    }
    before = token;
  }
  if ('tokens' in around) addOutside(own, around);
  else
    for (const word of around.words) {
      const token = tokenOf(word, own);
      if (token !== NONE) add(own, own.around[token]!, round);
    }
  if (around.before) add(own, own.before[KIND_LABELS.indexOf(around.before)]!, round);
  if (around.after) add(own, own.after[KIND_LABELS.indexOf(around.after)]!, round);
  for (let k = 0; k < hits.length; k++) {
    const found = hits[k]!;
    for (let i = 0; i < found.length; i++) add(own, cues[k]![found[i]!.index]!, round);
  }
  return shares(own);
}

/**
 * Adds up the words outside a clause: the sum of the whole sentence, made once, without the words that stand in the clause
 * alone. Sums are whole numbers, so the way to them makes no difference.
 */
function addOutside(own: Packed, { tokens, clause }: Within): void {
  const { sums, weights, sentence: now } = own;
  if (now.tokens !== tokens) sumUp(own, tokens);
  const { rows, total, counts } = now;
  for (let k = 0; k < sums.length; k++) sums[k]! += total[k]!;
  let from = 0;
  while (from < tokens.length && tokens[from]!.end <= clause.start) from++;
  let to = from;
  for (; to < tokens.length && tokens[to]!.start < clause.end; to++) {
    const row = rows[to]!;
    if (row !== NONE && --counts[row]! === 0)
      for (let k = 0, at = row * sums.length; k < sums.length; k++, at++) sums[k]! -= weights[at]!;
  }
  for (let i = from; i < to; i++) if (rows[i] !== NONE) counts[rows[i]!]!++;
}

/** Takes up the words of a sentence: the row of each, how often it is there, and the sum of all, each counting once. */
function sumUp(own: Packed, tokens: readonly Worded[]): void {
  const { weights, around, sentence: now } = own;
  for (let i = 0; i < now.tokens.length; i++) if (now.rows[i] !== NONE) now.counts[now.rows[i]!] = 0;
  if (now.rows.length < tokens.length) now.rows = new Int32Array(2 * tokens.length);
  const { rows, counts, total } = now;
  total.fill(0);
  for (let i = 0; i < tokens.length; i++) {
    const token = tokenOf(tokens[i]!.text, own);
    const row = token === NONE ? NONE : around[token]!;
    rows[i] = row;
    if (row === NONE || counts[row]!++ > 0) continue;
    for (let k = 0, at = row * total.length; k < total.length; k++, at++) total[k]! += weights[at]!;
  }
  now.tokens = tokens;
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
const MOST_MET = 20_000;

/** No such feature. */
const NONE = -1;
/** As many tokens as a model may have: small enough that a pair's number stays exact and mostly a small integer. */
export const PAIR = 1 << 15;

/** The model by numbers: a feature is a row of `weights`. */
export interface Packed {
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
  /** Working space: the sums of a clause, and its shares. */
  readonly sums: Int32Array;
  readonly shares: Float64Array;
  /** The sentence that was asked about last. */
  readonly sentence: {
    tokens: readonly Worded[];
    /** Row of each token, none for most. */
    rows: Int32Array;
    /** How often a row is there. */
    readonly counts: Uint32Array;
    readonly total: Int32Array;
  };
}

let packed: Packed | undefined;

function add({ weights, marks, sums }: Packed, row: number, round: number): void {
  if (row === NONE || marks[row] === round) return;
  marks[row] = round;
  const n = sums.length;
  for (let k = 0, at = row * n; k < n; k++, at++) sums[k]! += weights[at]!;
}

function shares({ sums, shares, scale }: Packed): Float64Array {
  let sum = 0;
  let max = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < shares.length; k++) {
    const score = sums[k]! / scale;
    shares[k] = score;
    if (score > max) max = score;
  }
  for (let k = 0; k < shares.length; k++) {
    shares[k] = Math.exp(shares[k]! - max);
    sum += shares[k]!;
  }
  for (let k = 0; k < shares.length; k++) shares[k]! /= sum;
  return shares;
}

function shipped(): Packed {
  const model = loadTable<KindModel>('reading/kinds.json.gz');
  releaseTable('reading/kinds.json.gz');
  return pack(model);
}

/**
 * A model by numbers. Throws a `RangeError` for one with more than `PAIR` tokens: two pairs would share a number, and reading
 * would go wrong without a word.
 */
export function pack(model: KindModel): Packed {
  const features = Object.keys(model.weights);
  const width = KIND_LABELS.length;
  const weights = new Int16Array(features.length * width);
  const tokens = new Map<string, number>();
  const alone: number[] = [];
  const around: number[] = [];
  const number = (token: string): number => {
    let own = tokens.get(token);
    if (own === undefined) {
      own = alone.push(NONE) - 1;
      if (own >= PAIR) throw new RangeError(`the model has more than ${PAIR} tokens`);
      around.push(NONE);
      tokens.set(token, own);
    }
    return own;
  };
  const pairs = new Map<number, number>();
  /** Rows of the features that are no words: the bias, cues, what the neighbours seem to claim. */
  const others = new Map<string, number>();
  for (let row = 0; row < features.length; row++) {
    const feature = features[row]!;
    weights.set(model.weights[feature]!, row * width);
    const sign = feature[0];
    if (sign === undefined || sign === '#' || sign === '<' || sign === '>') others.set(feature, row);
    else if (sign === ':') around[number(feature.slice(1))] = row;
    else {
      const cut = feature.indexOf('_');
      if (cut >= 0) pairs.set(number(feature.slice(0, cut)) * PAIR + number(feature.slice(cut + 1)), row);
      else if (FILLER.has(feature)) number(feature);
      else alone[number(feature)] = row;
    }
  }
  return {
    weights,
    scale: model.scale,
    tokens,
    met: new Map(),
    alone: Int32Array.from(alone),
    around: Int32Array.from(around),
    before: KIND_LABELS.map((kind) => others.get(`<${kind}`) ?? NONE),
    after: KIND_LABELS.map((kind) => others.get(`>${kind}`) ?? NONE),
    pairs,
    cues: KIND_CUES.map(({ kind, cues }) => cues.map((_, index) => others.get(`#${kind}${index}`) ?? NONE)),
    bias: others.get('') ?? NONE,
    opening: tokens.get('^') ?? NONE,
    marks: new Uint32Array(features.length),
    round: 0,
    sums: new Int32Array(KIND_LABELS.length),
    shares: new Float64Array(KIND_LABELS.length),
    sentence: {
      tokens: [],
      rows: new Int32Array(64),
      counts: new Uint32Array(features.length),
      total: new Int32Array(KIND_LABELS.length),
    },
  };
}
