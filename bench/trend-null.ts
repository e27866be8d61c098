/**
 * How often the tests of `longwatch trend` cry wolf: series without any effect, even, uneven and vaguely dated; and how often
 * they find a true rise, against the power they state. `npx tsx bench/trend-null.ts [SERIES] [WORDS OF A CASE, "" for all] [SEED]`.
 * The tests were settled on series of seed 1000; the published figures are of seeds that nothing was settled on.
 */

import { parseSpan, shift, toDay } from '../src/analysis/trend/days.ts';
import { measureEvents } from '../src/analysis/trend/events.ts';
import { wilson } from '../src/analysis/trend/numerics.ts';
import { exactPower } from '../src/analysis/trend/power.ts';
import { type Random, seeded } from '../src/analysis/trend/random.ts';
import type { Times } from '../src/analysis/trend/times.ts';
import { windowsAround } from '../src/analysis/trend/windows.ts';

const SERIES = Number(process.argv[2] ?? 10_000);
/** Only cases whose name holds this. */
const ONLY = process.argv[3] ?? '';
const SEED = Number(process.argv[4] ?? 500_000);
const TRIGGER = '2016-07-08';
const ALPHA = 0.05;

interface Case {
  readonly name: string;
  /** Events in 30 days before. */
  readonly rate: number;
  readonly rise: number;
  /** Variance over mean of a month's rate, 1 for none. */
  readonly variance: number;
  /** Share of events known to the month alone. */
  readonly vague: number;
  readonly window: readonly [string, string];
}

const W = ['24m', '3m'] as const;
const CASES: readonly Case[] = [
  { name: 'even, 0.5 a month', rate: 0.5, rise: 1, variance: 1, vague: 0, window: W },
  { name: 'even, 2 a month', rate: 2, rise: 1, variance: 1, vague: 0, window: W },
  { name: 'even, 2 a month, equal windows', rate: 2, rise: 1, variance: 1, vague: 0, window: ['12m', '12m'] },
  { name: 'uneven (variance 3 times the mean), 2 a month', rate: 2, rise: 1, variance: 3, vague: 0, window: W },
  {
    name: 'uneven (variance 6 times the mean), 4 a month, equal windows',
    rate: 4,
    rise: 1,
    variance: 6,
    vague: 0,
    window: ['12m', '12m'],
  },
  { name: 'half of the days drawn, 2 a month', rate: 2, rise: 1, variance: 1, vague: 0.5, window: W },
  { name: 'uneven (3 times) and half of the days drawn', rate: 2, rise: 1, variance: 3, vague: 0.5, window: W },
  { name: 'true rise by 3, 1 a month', rate: 1, rise: 3, variance: 1, vague: 0, window: W },
  { name: 'true rise by 2, 4 a month', rate: 4, rise: 2, variance: 1, vague: 0, window: W },
  { name: 'true rise by 5, 0.5 a month', rate: 0.5, rise: 5, variance: 1, vague: 0, window: W },
];

console.log(`${SERIES} series each, seed ${SEED}; significant at ${ALPHA}, one-sided: share (95 % interval)\n`);
console.log('| case | exact test | decides | stated power |');
console.log('|---|---|---|---|');
for (const [i, one] of CASES.entries()) {
  if (!one.name.includes(ONLY)) continue;
  const { exact, decides } = count(one, seeded(SEED + i));
  const windows = windowsAround(TRIGGER, parseSpan(one.window[0])!, parseSpan(one.window[1])!);
  const exposure = { before: windows.trigger - windows.start, after: windows.end - windows.trigger };
  const stated = one.rise > 1 ? exactPower({ rate: one.rate / 30, rise: one.rise, exposure }).toFixed(3) : '';
  console.log(`| ${one.name} | ${share(exact)} | ${share(decides)} | ${stated} |`);
}

function count(one: Case, random: Random): { exact: number; decides: number } {
  const [before, after] = one.window.map((text) => parseSpan(text)!) as [
    NonNullable<ReturnType<typeof parseSpan>>,
    NonNullable<ReturnType<typeof parseSpan>>,
  ];
  const windows = windowsAround(TRIGGER, before, after);
  // Events outside of the windows too, so that vague ones may come in from there.
  const covered = [shift(windows.start, parseSpan('2m')!, -1), shift(windows.end, parseSpan('2m')!, 1)] as const;
  let [exact, decides] = [0, 0];
  for (let i = 0; i < SERIES; i++) {
    const found = measureEvents(series(one, covered[0], covered[1], random), {
      windows,
      covered: [...covered],
      brief: true,
    });
    if (found.p <= ALPHA) exact++;
    if (found.p_robust <= ALPHA) decides++;
  }
  return { exact, decides };
}

/** Events by blocks of 30 days counted from the trigger, each block with a rate of its own where the series is uneven. */
function series({ rate, rise, variance, vague }: Case, from: number, to: number, random: Random): Times {
  const trigger = toDay(TRIGGER);
  const days: [number, number][] = [];
  const first = trigger - Math.ceil((trigger - from) / 30) * 30;
  for (let start = first; start < to; start += 30) {
    const mean = rate * (start >= trigger ? rise : 1);
    // A gamma-mixed Poisson: its variance is the mean times `variance`.
    const own = variance > 1 ? gamma(mean / (variance - 1), random) * (variance - 1) : mean;
    for (let n = poisson(own, random); n > 0; n--) {
      const day = start + Math.floor(random() * 30);
      if (random() < vague) days.push(month(day));
      else days.push([day, day]);
    }
  }
  return { first: Int32Array.from(days.map(([a]) => a)), last: Int32Array.from(days.map(([, b]) => b)) };
}

function month(day: number): [number, number] {
  const date = new Date(day * 86_400_000);
  const [y, m] = [date.getUTCFullYear(), date.getUTCMonth()];
  return [Date.UTC(y, m, 1) / 86_400_000, Date.UTC(y, m + 1, 1) / 86_400_000 - 1];
}

function poisson(mean: number, random: Random): number {
  const limit = Math.exp(-mean);
  let n = 0;
  for (let product = random(); product > limit; product *= random()) n++;
  return n;
}

/** Marsaglia and Tsang's method, with the usual step for shapes below one. */
function gamma(shape: number, random: Random): number {
  if (shape < 1) return gamma(shape + 1, random) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

function share(n: number): string {
  const [low, high] = wilson(n, SERIES);
  return `${((100 * n) / SERIES).toFixed(1)} % (${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)})`;
}
