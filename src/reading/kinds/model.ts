import { loadTable, releaseTable } from '../../knowledge/load.ts';
import { KINDS } from '../../model/statement.ts';
import { kindFeatures } from './features.ts';
import type { CueHits } from './hits.ts';

/** What the model tells apart: the kinds, and clauses that claim nothing. */
export const KIND_LABELS = [...KINDS, 'none'] as const;
export type KindLabel = (typeof KIND_LABELS)[number];

/** Weights of a multinomial logistic regression, as integers over `scale`; the empty feature is the bias. */
export interface KindModel {
  readonly labels: readonly string[];
  readonly scale: number;
  readonly weights: Record<string, readonly number[]>;
}

let loaded: Map<string, Float64Array> | undefined;

function weightsOf(): Map<string, Float64Array> {
  if (!loaded) {
    const { weights, scale } = loadTable<KindModel>('reading/kinds.json.gz');
    loaded = new Map(
      Object.entries(weights).map(([feature, own]) => [feature, Float64Array.from(own, (w) => w / scale)]),
    );
    releaseTable('reading/kinds.json.gz');
  }
  return loaded;
}

/**
 * Probabilities of the kinds for a clause (ASCII quotes), summing to one with `none`. Trained on clauses written for this
 * project (data/reading/clauses.tsv); scripts/reading/train-kinds.ts fits it again.
 */
export function kindProbabilities(clause: string, hits?: CueHits): Record<KindLabel, number> {
  const weights = weightsOf();
  const scores = new Float64Array(KIND_LABELS.length);
  for (const feature of ['', ...kindFeatures(clause, hits)]) {
    const own = weights.get(feature);
    if (own) for (let k = 0; k < own.length; k++) scores[k]! += own[k]!;
  }
  let sum = 0;
  const max = Math.max(...scores);
  for (let k = 0; k < scores.length; k++) {
    scores[k] = Math.exp(scores[k]! - max);
    sum += scores[k]!;
  }
  const probabilities = {} as Record<KindLabel, number>;
  for (let k = 0; k < scores.length; k++) probabilities[KIND_LABELS[k]!] = scores[k]! / sum;
  return probabilities;
}
