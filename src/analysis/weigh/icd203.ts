/**
 * Likelihood as Intelligence Community Directive 203 words it: seven bands from 1 to 99 per cent, each with two rows of words that
 * are not to be mixed. A value on an edge belongs to the band above it; nothing is ever said to be certain.
 */
export const LIKELIHOOD_BANDS = [
  { from: 0, words: 'almost no chance', other: 'remote' },
  { from: 0.05, words: 'very unlikely', other: 'highly improbable' },
  { from: 0.2, words: 'unlikely', other: 'improbable' },
  { from: 0.45, words: 'roughly even chance', other: 'roughly even odds' },
  { from: 0.55, words: 'likely', other: 'probable' },
  { from: 0.8, words: 'very likely', other: 'highly probable' },
  { from: 0.95, words: 'almost certain', other: 'nearly certain' },
] as const;

export type LikelihoodWords = (typeof LIKELIHOOD_BANDS)[number]['words'];

/** The band of a probability (0 to 1), by its place in the list. Values within a billionth of an edge are on it. */
export function bandOf(probability: number): number {
  let band = 0;
  for (const [i, { from }] of LIKELIHOOD_BANDS.entries()) if (probability >= from - 1e-9) band = i;
  return band;
}

export function likelihoodWords(probability: number): LikelihoodWords {
  return LIKELIHOOD_BANDS[bandOf(probability)]!.words;
}
