import { type ChangePoint, changePoint } from './change-point.ts';
import { againstControl, type Control } from './controls.ts';
import { type Daily, daily, imputed } from './daily.ts';
import { type Day, toIso } from './days.ts';
import { type Interrupted, interrupted } from './interrupted.ts';
import { type NegativeBinomial, negativeBinomial } from './negative-binomial.ts';
import { type Periods, periodsPermuted, varianceFactor } from './periods.ts';
import { type Placebo, placebo } from './placebo.ts';
import { exactPower, rateNeeded } from './power.ts';
import { seeded } from './random.ts';
import { type Counts, type RateRatio, rateRatio, varianceFactorAtLoss } from './rate-ratio.ts';
import { asCoded, type Times } from './times.ts';
import { lengths, type Windows } from './windows.ts';

export interface EventQuestion {
  readonly windows: Windows;
  /** Days that the record covers, [first, end): zeros outside of it mean nothing. */
  readonly covered: readonly [Day, Day];
  readonly controls?: readonly { readonly name: string; readonly times: Times }[];
  /** Take every event on the first day its range names, as a table codes it, instead of honouring how exactly it is dated. */
  readonly as_coded?: boolean;
  /** Leave out what takes longest: other days as triggers, the break, the regression. */
  readonly brief?: boolean;
}

/** What a power is stated for: rises by these factors. */
export const RISES = [2, 3, 5] as const;

export interface EventFindings extends RateRatio {
  readonly counts: Counts;
  /** The larger of the exact p and that of shuffled periods, in the third quartile of the draws: holds also when counts vary more than chance alone makes them. */
  readonly p_robust: number;
  readonly periods: Periods;
  readonly p_periods: number | null;
  readonly variance: {
    readonly estimated: number | null;
    readonly at_loss: number;
    readonly negative_binomial: NegativeBinomial | null;
  };
  readonly power: readonly { readonly rise: number; readonly power: number }[];
  /** Events per 30 days before at which a threefold rise would be found four times in five. */
  readonly rate_needed: number | null;
  readonly dating: {
    /** Events too vaguely dated for these windows. */
    readonly dropped: number;
    /** Events that count, but whose day was drawn. */
    readonly drawn: number;
    readonly draws: number;
    readonly spread: { readonly before: Range; readonly after: Range; readonly p: Range } | null;
  };
  readonly controls: readonly Control[];
  readonly placebo: Placebo | null;
  readonly change_point: (Omit<ChangePoint, 'at' | 'from' | 'to'> & { at: string; from: string; to: string }) | null;
  readonly interrupted: Interrupted | null;
}

type Range = readonly [number, number];

const DRAWS = 101;
const CAUTION = 0.75;
const MONTH = 30;

/** All tests of one series of events around one day. Windows must lie within what is covered; both must have a length. */
export function measureEvents(times: Times, question: EventQuestion): EventFindings {
  const { windows, controls = [], as_coded = false, brief = false } = question;
  const coded = (t: Times) => (as_coded ? asCoded(t) : t);
  const length = lengths(windows);
  // A range longer than half of the shorter window says too little about the side an event lies on.
  const longest = Math.floor(Math.min(length.before, length.after) / 2);
  const series = daily(coded(times), windows.start, windows.end, longest);
  const draws = drawAll(series, windows);
  const middle = draws[draws.length >> 1]!;
  const { counts, test, days } = middle;
  const periods = periodsOf(days, length.before);
  const p_periods = periodsPermuted(periods);
  // Where days were drawn, a rise has to hold in three draws of four: drawn days smear neighbouring periods into each other.
  const cautious = draws[Math.floor(CAUTION * (draws.length - 1))]!;
  const p_cautious = cautious === middle ? p_periods : periodsPermuted(periodsOf(cautious.days, length.before));
  const whole = brief ? null : daily(coded(times), ...question.covered, longest);
  const wholeDays = whole && imputed(whole, seeded(5));
  const rate = (counts.before === 0 ? 0.5 : counts.before) / length.before;
  return {
    ...test,
    counts,
    p_robust: Math.max(cautious.test.p, p_cautious ?? 0),
    periods,
    p_periods,
    variance: {
      estimated: varianceFactor(periods),
      at_loss: varianceFactorAtLoss(counts),
      negative_binomial: brief ? null : negativeBinomial(periods),
    },
    power: RISES.map((rise) => ({ rise, power: exactPower({ rate, rise, exposure: length }) })),
    rate_needed: brief ? null : scaled(rateNeeded({ rise: 3, exposure: length }), MONTH),
    dating: {
      dropped: series.dropped,
      drawn: series.vague.reduce((sum, group) => sum + group.count, 0),
      draws: draws.length,
      spread: draws.length > 1 && draws[0]!.test.p !== draws.at(-1)!.test.p ? spreadOf(draws) : null,
    },
    controls: controls.map(({ name, times: other }) =>
      againstControl(name, counts, sides(daily(coded(other), windows.start, windows.end, longest), length.before)),
    ),
    placebo: wholeDays && placebo(wholeDays, windows.trigger - question.covered[0], length),
    change_point: wholeDays && breakOf(wholeDays, question.covered[0]),
    interrupted: brief ? null : interrupted(periods),
  };
}

interface Draw {
  readonly days: Int32Array;
  readonly counts: Counts;
  readonly test: RateRatio;
}

/** One way it was, or many where days must be drawn, by their p: the middle one stands for all. */
function drawAll(series: Daily, windows: Windows): Draw[] {
  const exposure = lengths(windows);
  const random = seeded(11);
  const n = series.vague.length === 0 ? 1 : DRAWS;
  return Array.from({ length: n }, () => {
    const days = imputed(series, random);
    const counts = { ...split(days, exposure.before), exposure };
    return { days, counts, test: rateRatio(counts) };
  }).sort((a, b) => a.test.p - b.test.p);
}

const sides = (series: Daily, before: number) => split(imputed(series, seeded(13)), before);

function split(days: Int32Array, at: number): { before: number; after: number } {
  let [before, after] = [0, 0];
  for (let i = 0; i < at; i++) before += days[i]!;
  for (let i = at; i < days.length; i++) after += days[i]!;
  return { before, after };
}

/** Days counted in equal periods outwards from the day of the trigger: months, weeks or days, whichever the windows have room for. */
export function periodsOf(days: Int32Array, at: number): Periods {
  const shorter = Math.min(at, days.length - at);
  const length = shorter >= 3 * MONTH ? MONTH : shorter >= 21 ? 7 : 1;
  const sum = (from: number) => {
    let total = 0;
    for (let i = from; i < from + length; i++) total += days[i]!;
    return total;
  };
  const before = Array.from({ length: Math.floor(at / length) }, (_, i) => sum(at - (i + 1) * length)).reverse();
  const after = Array.from({ length: Math.floor((days.length - at) / length) }, (_, i) => sum(at + i * length));
  return { days: length, before, after };
}

/** The middle 95 % of the draws. */
function spreadOf(draws: readonly Draw[]): EventFindings['dating']['spread'] {
  const range = (of: (draw: Draw) => number): Range => {
    const values = draws.map(of).sort((a, b) => a - b);
    return [values[Math.floor(0.025 * values.length)]!, values[Math.ceil(0.975 * values.length) - 1]!];
  };
  return { before: range((d) => d.counts.before), after: range((d) => d.counts.after), p: range((d) => d.test.p) };
}

function breakOf(days: Int32Array, from: Day): EventFindings['change_point'] {
  const found = changePoint(monthly(days));
  if (!found) return null;
  const iso = (period: number) => toIso(from + period * MONTH);
  return { ...found, at: iso(found.at), from: iso(found.from), to: iso(found.to) };
}

const monthly = (days: Int32Array): number[] =>
  Array.from({ length: Math.floor(days.length / MONTH) }, (_, k) => {
    let total = 0;
    for (let i = k * MONTH; i < (k + 1) * MONTH; i++) total += days[i]!;
    return total;
  });

const scaled = (value: number | null, factor: number) => (value === null ? null : value * factor);
