import { loadTable } from '../../knowledge/load.ts';
import { termsOf } from './terms.ts';

/** One-vs-rest linear weights over TF-IDF terms, quantised to a byte each; the file is made by `scripts/knowledge/train-techniques.ts`. */
export interface ModelFile {
  readonly version: string;
  readonly labels: readonly string[];
  /** Terms separated by line ends; row i of `weights` belongs to term i. */
  readonly terms: string;
  /** Base64 of one byte a term: inverse document frequency × 16. */
  readonly idf: string;
  /** Base64 of signed bytes, terms × labels. */
  readonly weights: string;
  readonly scale: readonly number[];
  readonly bias: readonly number[];
  /** Logistic calibration of the margin, pooled over labels: p = 1 / (1 + exp(-(a·margin + b))). */
  readonly calibration: readonly [number, number];
  readonly threshold: number;
}

export interface Model {
  readonly version: string;
  readonly labels: readonly string[];
  readonly threshold: number;
  /** Probability by label index for one sentence; the array is reused by the next call. Null when too few of its terms are known. */
  score(sentence: string): Float64Array | null;
}

let loaded: Model | undefined;

/** The shipped model, loaded on first use. */
export function techniqueModel(): Model {
  loaded ??= modelOf(loadTable<ModelFile>('techniques/model.json.gz'));
  return loaded;
}

/** A scorer over a model file. */
export function modelOf(file: ModelFile): Model {
  const index = new Map(file.terms.split('\n').map((term, i) => [term, i]));
  const idf = Uint8Array.from(Buffer.from(file.idf, 'base64'));
  const bytes = Buffer.from(file.weights, 'base64');
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const k = file.labels.length;
  const sums = new Float64Array(k);
  // Reused by every call: how often a term stands in the sentence, and which terms do. Longer sentences are cut.
  const counts = new Uint8Array(idf.length);
  const seen = new Int32Array(2000);
  const [a, b] = file.calibration;
  return {
    version: file.version,
    labels: file.labels,
    threshold: file.threshold,
    score(sentence) {
      sums.fill(0);
      let norm = 0;
      let known = 0;
      for (const term of termsOf(sentence)) {
        const i = index.get(term);
        if (i === undefined) continue;
        if (counts[i]! === 0) seen[known++] = i;
        if (counts[i]! < 255) counts[i]!++;
        if (known === seen.length) break;
      }
      for (let at = 0; at < known; at++) {
        const i = seen[at]!;
        const count = counts[i]!;
        counts[i] = 0;
        const value = (idf[i]! / 16) * (count === 1 ? 1 : 1 + Math.log(count));
        norm += value * value;
        const row = i * k;
        for (let c = 0; c < k; c++) sums[c]! += weights[row + c]! * value;
      }
      if (known < 4) return null;
      const length = Math.sqrt(norm);
      for (let c = 0; c < k; c++)
        sums[c] = 1 / (1 + Math.exp(-(a * ((sums[c]! * file.scale[c]!) / length + file.bias[c]!) + b)));
      return sums;
    },
  };
}
