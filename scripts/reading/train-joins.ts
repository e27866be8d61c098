// Fits the model that tells whether a clause goes on with the claim before it, and writes data/reading/joins.json.gz. It learns from the
// claims marked in the articles written for this project (data/reading/articles) and nothing else. Prints the accuracy of a
// 5-fold cross-validation by article first. Deterministic. Run: npx tsx scripts/reading/train-joins.ts
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { type JoinModel, joined, joinFeatures } from '../../src/reading/clauses/join.ts';
import { utterancesIn, writtenArticles } from './articles.ts';
import { minimise } from './lbfgs.ts';

interface Example {
  readonly features: readonly (readonly [string, number])[];
  readonly joins: boolean;
  readonly fold: number;
}

const PENALTY = 1 / 0.3;
const MIN_COUNT = 2;
const FOLDS = 5;

const examples: Example[] = [];
for (const { name, text, claims } of writtenArticles()) {
  const fold = Number.parseInt(createHash('sha256').update(name).digest('hex').slice(0, 6), 16) % FOLDS;
  for (const { flat, utterance, clauses } of await utterancesIn(text))
    for (const [i, next] of clauses.entries()) {
      const before = clauses[i - 1];
      const joins = before && joined(before.clause, next.clause, claims);
      if (before && joins !== null && joins !== undefined)
        examples.push({ features: joinFeatures(flat, before, next, utterance), joins, fold });
    }
}

/** Logistic regression with a squared penalty on all weights but the bias. */
function train(data: readonly Example[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of data)
    for (const [feature, value] of features) if (value) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const rows = new Map([['', 0]]);
  for (const [feature, count] of counts) if (count >= MIN_COUNT && !rows.has(feature)) rows.set(feature, rows.size);
  const x = minimise(
    (weights, gradient) => {
      let loss = 0;
      for (let i = 1; i < weights.length; i++) {
        loss += (PENALTY / 2) * weights[i]! ** 2;
        gradient[i] = PENALTY * weights[i]!;
      }
      for (const { features, joins } of data) {
        let sum = 0;
        for (const [feature, value] of features) sum += value * (weights[rows.get(feature) ?? -1] ?? 0);
        const p = 1 / (1 + Math.exp(-sum));
        loss -= Math.log(joins ? p : 1 - p);
        for (const [feature, value] of features) {
          const row = rows.get(feature);
          if (row !== undefined) gradient[row]! += value * (p - (joins ? 1 : 0));
        }
      }
      return loss;
    },
    rows.size,
    200,
    0.01,
  );
  return new Map([...rows].map(([feature, row]) => [feature, x[row]!]));
}

const guess = (weights: ReadonlyMap<string, number>, { features }: Example): boolean =>
  features.reduce((sum, [feature, value]) => sum + value * (weights.get(feature) ?? 0), 0) > 0;

let right = 0;
for (let held = 0; held < FOLDS; held++) {
  const weights = train(examples.filter(({ fold }) => fold !== held));
  for (const one of examples) if (one.fold === held && guess(weights, one) === one.joins) right++;
}
const most = examples.filter(({ joins }) => joins).length;
console.log(
  `5-fold accuracy ${(right / examples.length).toFixed(3)}, always joined ${(most / examples.length).toFixed(3)} (n = ${examples.length})`,
);

const weights: Record<string, number> = {};
for (const [feature, weight] of [...train(examples)].sort(([a], [b]) => (a < b ? -1 : 1)))
  if (Math.abs(weight) >= 0.005) weights[feature] = Number(weight.toFixed(2));
const bytes = gzipSync(JSON.stringify({ weights } satisfies JoinModel), { level: 9 });
bytes[9] = 0xff; // the operating system byte: the same file on every machine
writeFileSync(new URL('../../data/reading/joins.json.gz', import.meta.url), bytes);
console.log(`${Object.keys(weights).length} features, ${bytes.length} bytes`);
