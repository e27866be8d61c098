// Fits the kind model on the clauses written for it (data/reading/clauses.tsv) and nothing else, and writes
// data/reading/kinds.json.gz. Prints the accuracy of a 5-fold cross-validation first, and, where the news corpus is at
// $LONGWATCH_SHARED, the accuracy on clauses labelled in its articles (data/reading/labels.jsonl), which are for measuring
// only: the corpus states no licence, so no weight may come from it. Deterministic. Run: npx tsx scripts/reading/train-kinds.ts
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { kindFeatures } from '../../src/reading/kinds/features.ts';
import { KIND_LABELS, type KindModel } from '../../src/reading/kinds/model.ts';
import { straighten } from '../../src/reading/tokens.ts';
import { labelledClauses } from './labelled.ts';

interface Example {
  readonly label: number;
  readonly features: readonly string[];
  readonly fold: number;
}

const EPOCHS = 60;
const RATE = 0.25;
const DECAY = 1e-4;
const MIN_COUNT = 2;

const examples: readonly Example[] = readFileSync(new URL('../../data/reading/clauses.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => example(...(line.split('\t') as [string, string])));
function example(label: string, clause: string): Example {
  const fold = Number.parseInt(createHash('sha256').update(clause).digest('hex').slice(0, 6), 16) % 5;
  return { label: KIND_LABELS.indexOf(label as never), features: kindFeatures(straighten(clause)), fold };
}

/** Multinomial logistic regression by AdaGrad on the log loss, L2 decay; examples in a fixed shuffled order. */
function train(data: readonly Example[]): Map<string, Float64Array> {
  const counts = new Map<string, number>();
  for (const { features } of data) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const K = KIND_LABELS.length;
  const weights = new Map<string, Float64Array>([['', new Float64Array(K)]]);
  const squares = new Map<string, Float64Array>([['', new Float64Array(K).fill(1e-2)]]);
  for (const [feature, count] of counts) {
    if (count < MIN_COUNT) continue;
    weights.set(feature, new Float64Array(K));
    squares.set(feature, new Float64Array(K).fill(1e-2));
  }
  const order = data.map((_, i) => i);
  let state = 12345;
  const random = () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const index of order) {
      const { features, label } = data[index]!;
      const active = ['', ...features].filter((feature) => weights.has(feature));
      const scores = new Float64Array(K);
      for (const feature of active) for (let k = 0; k < K; k++) scores[k]! += weights.get(feature)![k]!;
      const max = Math.max(...scores);
      const exp = scores.map((score) => Math.exp(score - max));
      const sum = exp.reduce((a, b) => a + b, 0);
      for (const feature of active) {
        const w = weights.get(feature)!;
        const g2 = squares.get(feature)!;
        for (let k = 0; k < K; k++) {
          const gradient = exp[k]! / sum - (k === label ? 1 : 0) + DECAY * w[k]!;
          g2[k]! += gradient * gradient;
          w[k]! -= (RATE * gradient) / Math.sqrt(g2[k]!) / Math.sqrt(active.length);
        }
      }
    }
  }
  return weights;
}

function predict(weights: Map<string, Float64Array>, features: readonly string[]): number {
  const scores = new Float64Array(KIND_LABELS.length);
  for (const feature of ['', ...features]) {
    const w = weights.get(feature);
    if (w) for (let k = 0; k < w.length; k++) scores[k]! += w[k]!;
  }
  return scores.indexOf(Math.max(...scores));
}

const accuracy = (weights: Map<string, Float64Array>, list: readonly Example[]): number =>
  list.filter(({ features, label }) => predict(weights, features) === label).length / list.length;

let right = 0;
for (let fold = 0; fold < 5; fold++) {
  const held = examples.filter((one) => one.fold === fold);
  right += accuracy(train(examples.filter((one) => one.fold !== fold)), held) * held.length;
}
console.log(
  `5-fold accuracy ${(right / examples.length).toFixed(3)} (n = ${examples.length}, ${KIND_LABELS.length} labels)`,
);
const weights = train(examples);
const news = labelledClauses();
if (news) {
  const real = news.map(({ kind, text }) => example(kind, text));
  const claims = real.filter(({ label }) => label !== KIND_LABELS.indexOf('none'));
  console.log(
    `clauses of news articles: accuracy ${accuracy(weights, real).toFixed(3)} (n = ${real.length}), ` +
      `of those that claim something ${accuracy(weights, claims).toFixed(3)} (n = ${claims.length})`,
  );
}

const SCALE = 50;
const model: KindModel = { labels: [...KIND_LABELS], scale: SCALE, weights: {} };
for (const [feature, w] of weights) {
  const rounded = [...w].map((value) => Math.round(value * SCALE));
  if (feature === '' || rounded.some((value) => Math.abs(value) >= 5)) model.weights[feature] = rounded;
}
const bytes = gzipSync(JSON.stringify(model), { level: 9 });
writeFileSync(new URL('../../data/reading/kinds.json.gz', import.meta.url), bytes);
console.log(`${Object.keys(model.weights).length} features, ${bytes.length} bytes`);
