import type { BrierParts, Score } from '../../model/weighing/assessment.ts';
import { bandOf } from './icd203.ts';

/** One yes-or-no forecast with what came of it. */
export interface Forecast {
  readonly probability: number;
  readonly happened: boolean;
}

/** Brier's score of one question with several answers (Brier 1950): sum of squared differences, 0 best, 2 worst. */
export function brierOf(probability: readonly number[], outcome: number): number {
  return probability.reduce((sum, p, h) => sum + (p - (h === outcome ? 1 : 0)) ** 2, 0);
}

/**
 * Mean squared error of forecasts and its parts (Murphy 1973), grouped by ICD 203 band: reliability − resolution + uncertainty,
 * and what forecasts within a band differ among themselves (Stephenson et al. 2008), so that the parts add up exactly.
 */
export function decomposed(forecasts: readonly Forecast[]): { n: number; brier: number } & BrierParts {
  const n = forecasts.length;
  if (n === 0) return { n, brier: 0, reliability: 0, resolution: 0, uncertainty: 0, within: 0 };
  const base = mean(forecasts.map(({ happened }) => Number(happened)));
  const bands = new Map<number, Forecast[]>();
  for (const one of forecasts) bands.set(bandOf(one.probability), [...(bands.get(bandOf(one.probability)) ?? []), one]);
  let [reliability, resolution, within] = [0, 0, 0];
  for (const band of bands.values()) {
    const forecast = mean(band.map(({ probability }) => probability));
    const observed = mean(band.map(({ happened }) => Number(happened)));
    reliability += (band.length / n) * (forecast - observed) ** 2;
    resolution += (band.length / n) * (observed - base) ** 2;
    for (const { probability, happened } of band)
      within += ((probability - forecast) ** 2 - 2 * (probability - forecast) * (Number(happened) - observed)) / n;
  }
  const brier = mean(forecasts.map(({ probability, happened }) => (probability - Number(happened)) ** 2));
  return { n, brier, reliability, resolution, uncertainty: base * (1 - base), within };
}

/** Scores a question whose answer is known: the pooled probabilities, each analyst's, and all single probabilities taken together. */
export function scoreOf(
  hypotheses: readonly string[],
  outcome: string,
  pooled: readonly number[],
  analysts: readonly { readonly analyst: string; readonly probability: readonly number[] }[],
): Score {
  const at = hypotheses.indexOf(outcome);
  const all = analysts.length > 0 ? analysts.map(({ probability }) => probability) : [pooled];
  return {
    outcome,
    brier: brierOf(pooled, at),
    uniform: brierOf(
      hypotheses.map(() => 1 / hypotheses.length),
      at,
    ),
    analysts: Object.fromEntries(analysts.map(({ analyst, probability }) => [analyst, brierOf(probability, at)])),
    binary: decomposed(all.flatMap((p) => p.map((probability, h) => ({ probability, happened: h === at })))),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}
