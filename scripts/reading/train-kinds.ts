// Fits the kind model and writes data/reading/kinds.json.gz. It learns from what was written for it and nothing else: single
// clauses (data/reading/clauses.tsv) and articles whose claims are marked (data/reading/articles), cut into clauses as the
// reader cuts them. Prints the accuracy of a 5-fold cross-validation by article first, and, where the news corpus is at
// $LONGWATCH_SHARED, the accuracy on clauses labelled in its articles (data/reading/labels.jsonl), which are for measuring
// only: the corpus states no licence, so no weight may come from it. Deterministic. Run: npx tsx scripts/reading/train-kinds.ts
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { ClauseHeard } from '../../src/reading/claims.ts';
import { aroundFeatures, kindFeatures, neighbourFeatures } from '../../src/reading/kinds/features.ts';
import { KIND_LABELS, type KindModel, wordsAround } from '../../src/reading/kinds/model.ts';
import { straighten } from '../../src/reading/straighten.ts';
import { clausesIn, labelOf, writtenArticles } from './articles.ts';
import { labelledArticles } from './labelled.ts';
import { minimise } from './lbfgs.ts';

interface Example {
  readonly label: number;
  /** Of the clause itself. */
  readonly own: readonly string[];
  /** Of the rest of its sentence. */
  readonly around: readonly string[];
  readonly fold: number;
  readonly weight: number;
}

/** How often a clause of an article counts beside one that stands alone. */
const IN_ARTICLES = 3;
/** How much a word of the rest of the sentence counts beside one of the clause. */
const AROUND = 0.7;
/** Strength of the squared penalty on the weights; one over it is scikit-learn's C. */
const PENALTY = 1 / 0.3;
const MIN_COUNT = 2;
const MIN_AROUND = 3;
const K = KIND_LABELS.length;
const FOLDS = 5;

const fold = (text: string): number =>
  Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, 6), 16) % FOLDS;
const label = (kind: string): number => KIND_LABELS.indexOf(kind as never);

const alone: Example[] = readFileSync(new URL('../../data/reading/clauses.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => {
    const [kind, clause] = line.split('\t') as [string, string];
    return { label: label(kind), own: kindFeatures(straighten(clause)), around: [], fold: fold(clause), weight: 1 };
  });
const inArticles: Example[] = [];
for (const { name, text, claims } of writtenArticles())
  for (const one of await clausesIn(text))
    inArticles.push({
      ...featuresOf(one),
      label: label(labelOf(one.clause, claims)),
      fold: fold(name),
      weight: IN_ARTICLES,
    });

/** What is learnt from, of a clause in its sentence. */
function featuresOf({ words, heard, around }: ClauseHeard): Pick<Example, 'own' | 'around'> {
  return {
    own: [...kindFeatures(words, heard.hits), ...neighbourFeatures(around)],
    around: aroundFeatures(wordsAround(around)),
  };
}

type Weights = ReadonlyMap<string, Float64Array>;

/** Multinomial logistic regression with a squared penalty, fitted by L-BFGS. The empty feature is the bias, without penalty. */
function train(data: readonly Example[]): Weights {
  const counts = new Map<string, number>();
  for (const { own, around } of data)
    for (const feature of [...own, ...around]) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const rows = new Map([['', 0]]);
  for (const [feature, count] of counts)
    if (count >= (feature.startsWith(':') ? MIN_AROUND : MIN_COUNT)) rows.set(feature, rows.size);
  const known = (features: readonly string[]): number[] => features.flatMap((feature) => rows.get(feature) ?? []);
  const sparse = data.map(({ own, around }) => [...known(['', ...own]), ...known(around)]);
  const values = data.map(({ own, around }) => [
    ...known(['', ...own]).map(() => 1),
    ...known(around).map(() => AROUND),
  ]);
  const shares = new Float64Array(K);
  const x = minimise(
    (weights, gradient) => {
      let loss = 0;
      for (let i = K; i < weights.length; i++) {
        loss += (PENALTY / 2) * weights[i]! ** 2;
        gradient[i] = PENALTY * weights[i]!;
      }
      for (let n = 0; n < data.length; n++) {
        const { label: wanted, weight } = data[n]!;
        const features = sparse[n]!;
        const value = values[n]!;
        shares.fill(0);
        for (let f = 0; f < features.length; f++)
          for (let k = 0, at = features[f]! * K; k < K; k++, at++) shares[k]! += value[f]! * weights[at]!;
        softmax(shares);
        loss -= weight * Math.log(shares[wanted]!);
        for (let k = 0; k < K; k++) shares[k] = weight * (shares[k]! - (k === wanted ? 1 : 0));
        for (let f = 0; f < features.length; f++)
          for (let k = 0, at = features[f]! * K; k < K; k++, at++) gradient[at]! += value[f]! * shares[k]!;
      }
      return loss;
    },
    rows.size * K,
    80,
    0.05,
  );
  return new Map([...rows].map(([feature, row]) => [feature, x.slice(row * K, (row + 1) * K)]));
}

function softmax(scores: Float64Array): void {
  const max = Math.max(...scores);
  let sum = 0;
  for (let k = 0; k < scores.length; k++) sum += scores[k] = Math.exp(scores[k]! - max);
  for (let k = 0; k < scores.length; k++) scores[k]! /= sum;
}

function predict(weights: Weights, { own, around }: Pick<Example, 'own' | 'around'>): number {
  const scores = new Float64Array(K);
  const add = (feature: string, value: number): void =>
    weights.get(feature)?.forEach((weight, k) => {
      scores[k]! += value * weight;
    });
  for (const feature of ['', ...own]) add(feature, 1);
  for (const feature of around) add(feature, AROUND);
  return scores.indexOf(Math.max(...scores));
}

const accuracy = (list: readonly Example[], guesses: readonly number[]): string =>
  (list.filter(({ label: wanted }, i) => guesses[i] === wanted).length / list.length).toFixed(3);

const all = [...alone, ...inArticles];
if (!process.argv.includes('--quick')) {
  const guesses = new Map<Example, number>();
  for (let held = 0; held < FOLDS; held++) {
    const weights = train(all.filter((one) => one.fold !== held));
    for (const one of all) if (one.fold === held) guesses.set(one, predict(weights, one));
  }
  for (const [name, list] of Object.entries({
    'clauses alone': alone,
    'clauses of articles written for it': inArticles,
  }))
    console.log(
      `5-fold accuracy, ${name}: ${accuracy(
        list,
        list.map((one) => guesses.get(one)!),
      )} (n = ${list.length}, ${K} labels)`,
    );
}

const weights = train(all);
const news: Example[] = [];
for (const { text, labels } of labelledArticles() ?? []) {
  const clauses = await clausesIn(text);
  for (const [start, end, kind] of labels) {
    const one = clauses.find(({ clause }) => clause.start === start && clause.end === end);
    if (one) news.push({ ...featuresOf(one), label: label(kind), fold: 0, weight: 1 });
  }
}
const claims = news.filter((one) => one.label !== label('none'));
if (news.length)
  console.log(
    `clauses of news articles: accuracy ${accuracy(
      news,
      news.map((one) => predict(weights, one)),
    )} (n = ${news.length}), of those that claim something ${accuracy(
      claims,
      claims.map((one) => predict(weights, one)),
    )} (n = ${claims.length})`,
  );

const SCALE = 100;
const model: KindModel = { labels: [...KIND_LABELS], scale: SCALE, weights: {} };
for (const [feature, w] of weights) {
  const rounded = [...w].map((value) => Math.round(value * SCALE * (feature.startsWith(':') ? AROUND : 1)));
  if (feature === '' || rounded.some((value) => Math.abs(value) >= 3)) model.weights[feature] = rounded;
}
const bytes = gzipSync(JSON.stringify(model), { level: 9 });
bytes[9] = 0xff; // the operating system byte: the same file on every machine
writeFileSync(new URL('../../data/reading/kinds.json.gz', import.meta.url), bytes);
console.log(`${Object.keys(model.weights).length} features, ${bytes.length} bytes`);
