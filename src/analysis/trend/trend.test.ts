import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changePoint } from './change-point.ts';
import { againstControl } from './controls.ts';
import { parseSpan, shift, toDay, toIso } from './days.ts';
import { fisher } from './fisher.ts';
import { holm } from './holm.ts';
import { interrupted, poissonRegression } from './interrupted.ts';
import { logLikelihood, negativeBinomial } from './negative-binomial.ts';
import { binomialAtLeast, clopperPearson, poissonAtLeast, wilson } from './numerics.ts';
import { periodsPermuted, varianceFactor } from './periods.ts';
import { placebo } from './placebo.ts';
import { exactPower, rateNeeded } from './power.ts';
import { seeded } from './random.ts';
import { mannWhitney, meansPermuted } from './ranks.ts';
import { fewestAfter, rateRatio, varianceFactorAtLoss } from './rate-ratio.ts';
import { measureTallies, shareFits } from './tallies.ts';
import { windowsAround } from './windows.ts';

const months = (before: number, after: number, t0: number, t1: number) => ({
  before,
  after,
  exposure: { before: t0, after: t1 },
});
const digits = (value: number, n = 2) => Number(value.toPrecision(n));

describe('numerics', () => {
  test('tails of the binomial and the Poisson', () => {
    expect(binomialAtLeast(44, 45, 0.5)).toBeCloseTo(46 / 2 ** 45, 20);
    expect(binomialAtLeast(8, 10, 0.5)).toBeCloseTo((45 + 10 + 1) / 1024, 14);
    expect(poissonAtLeast(2, 1)).toBeCloseTo(1 - 2 / Math.E, 14);
  });

  test('Clopper and Pearson: 0 of 10 has the rule (1 − 0.025^(1/10)) and 7 of 20 the printed limits', () => {
    expect(clopperPearson(0, 10)[1]).toBeCloseTo(1 - 0.025 ** 0.1, 10);
    const [low, high] = clopperPearson(7, 20);
    expect([low, high].map((x) => x.toFixed(4))).toEqual(['0.1539', '0.5922']);
  });

  test('Wilson: 10 of 10 is still 72 to 100 %', () => {
    expect(wilson(10, 10)[0]).toBeCloseTo(0.7225, 4);
  });
});

describe('two rates', () => {
  // Before, after, months before, months after, then ratio, interval and one-sided p as published in a research note on EuRepoC and DCID.
  test.each([
    [0, 1, 18, 18, 'Infinity', '0.026', 'Infinity', 0.5],
    [0, 1, 12, 10, 'Infinity', '0.031', 'Infinity', 0.45],
    [1, 1, 60, 18, '3.3', '0.042', '260', 0.41],
    [0, 1, 198, 18, 'Infinity', '0.28', 'Infinity', 0.083],
    [4, 6, 18, 18, '1.5', '0.36', '7.2', 0.38],
    [14, 23, 12, 12, '1.6', '0.81', '3.5', 0.094],
    [3, 11, 12, 12, '3.7', '0.97', '20', 0.029],
    [1, 4, 12, 12, '4', '0.4', '200', 0.19],
    [0, 2, 6, 6, 'Infinity', '0.19', 'Infinity', 0.25],
  ])('%d before and %d after in %d and %d months', (before, after, t0, t1, ratio, low, high, p) => {
    const found = rateRatio(months(before, after, t0, t1));
    expect([digits(found.ratio!), ...found.interval.map((x) => digits(x))].map(String)).toEqual([ratio, low, high]);
    expect(digits(found.p)).toBe(p);
  });

  test('44 against 1 in weeks: 44 (7.5 to 1,777), p 1e-12, until the variance is 3.6 times the mean', () => {
    const week = months(1, 44, 7, 7);
    const { ratio, interval, p } = rateRatio(week);
    expect(ratio).toBeCloseTo(44, 12);
    expect(interval[0]).toBeCloseTo(7.496, 3);
    expect(interval[1]).toBeCloseTo(1776.9, 1);
    expect(p).toBeCloseTo(1.307e-12, 15);
    expect(varianceFactorAtLoss(week)).toBeCloseTo(3.645, 3);
  });

  test('nothing before: five after in equal windows are needed', () => {
    expect(fewestAfter({ before: 1, after: 1 })).toBe(5);
    expect(fewestAfter({ before: 24, after: 3 })).toBe(2);
  });

  test('no events say nothing, and windows need a length', () => {
    expect(rateRatio(months(0, 0, 1, 1))).toEqual({
      ratio: null,
      interval: [0, Number.POSITIVE_INFINITY],
      p: 1,
      p_fall: 1,
    });
    expect(() => rateRatio(months(1, 1, 0, 1))).toThrow(RangeError);
  });
});

test('power of the exact test, 24 months before and 3 after', () => {
  const rates = [0.1, 0.25, 0.5, 1, 2, 4, 8];
  const row = (rise: number) =>
    rates.map((rate) =>
      exactPower({ rate, rise, exposure: { before: 24, after: 3 } })
        .toFixed(2)
        .replace(/^0/, '')
        .replace('1.00', '1'),
    );
  expect(row(2)).toEqual(['.05', '.12', '.20', '.33', '.57', '.83', '.98']);
  expect(row(3)).toEqual(['.11', '.27', '.46', '.72', '.94', '1', '1']);
  expect(row(5)).toEqual(['.26', '.59', '.85', '.98', '1', '1', '1']);
});

test('the rate at which a threefold rise is found four times in five', () => {
  const rate = rateNeeded({ rise: 3, exposure: { before: 24, after: 3 } })!;
  expect(rate).toBeGreaterThan(1);
  expect(rate).toBeLessThan(1.5);
});

describe('tables of four', () => {
  test("Fisher's tea: three of four cups, p 0.243, ratio 6.4, interval from 0.21", () => {
    const tea = fisher([
      [3, 1],
      [1, 3],
    ]);
    expect(tea.p_greater).toBeCloseTo(17 / 70, 12);
    expect(tea.p).toBeCloseTo(34 / 70, 12);
    expect(tea.conditional).toBeCloseTo(6.408309, 4);
    expect(tea.interval[0]).toBeCloseTo(0.2117329, 5);
    // The upper end x solves x⁴ / (1 + 16x + 36x² + 16x³ + x⁴) = 0.975.
    const x = tea.interval[1];
    expect(x ** 4 / (1 + 16 * x + 36 * x ** 2 + 16 * x ** 3 + x ** 4)).toBeCloseTo(0.975, 10);
  });

  test('concessions: 7 of 46 degrade operations against 5 of 383 others, ratio 13.6, p 5.5e-5', () => {
    const found = fisher([
      [7, 39],
      [5, 378],
    ]);
    expect(digits(found.ratio, 3)).toBe(13.6);
    expect(digits(found.p)).toBe(5.5e-5);
  });

  test('a rise that the control shares is no rise of the pair', () => {
    const { ratio, p } = againstControl('others', { before: 3, after: 11 }, { before: 30, after: 110 });
    expect(ratio).toBeCloseTo(1, 12);
    expect(p).toBeGreaterThan(0.5);
  });
});

describe('scores', () => {
  test('Mann and Whitney, exact: permeability of membranes (Hollander and Wolfe), W 35, p 0.1272', () => {
    const term = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
    const early = [1.15, 0.88, 0.9, 0.74, 1.21];
    const { u, p, method } = mannWhitney(early, term);
    expect([u, method]).toEqual([35, 'exact']);
    expect(p).toBeCloseTo(0.1272, 4);
  });

  test('ties: the normal approximation with correction', () => {
    const { p, method } = mannWhitney([1, 1, 2, 2, 3], [2, 3, 3, 4, 4]);
    expect(method).toBe('normal');
    // By hand: U = 22, variance 25/12·(11 − 60/90) = 21.528, z = (22 − 12.5 − 0.5)/4.6398 = 1.9397.
    expect(p).toBeCloseTo(0.02621, 4);
  });

  test('means under permutation: the largest of C(6, 3) = 20 orders', () => {
    expect(meansPermuted([1, 2, 3], [4, 5, 6], 20_000)).toBeCloseTo(0.05, 2);
  });
});

describe('periods', () => {
  test('all orders of the periods: 4 events in the one period after of ten', () => {
    expect(
      periodsPermuted({ days: 30, before: [0, 1, 0, 0, 2, 0, 0, 1, 0, 0, 1, 0, 2, 1, 0, 0, 1, 0, 0], after: [4] }),
    ).toBeCloseTo(1 / 20, 12);
  });

  test('too few periods cannot reach 5 %', () => {
    expect(periodsPermuted({ days: 7, before: [1, 2], after: [9] })).toBeNull();
  });

  test("Pearson's factor: equal counts 0, Poisson-like counts near 1", () => {
    expect(varianceFactor({ days: 7, before: [2, 2, 2, 2], after: [3, 3, 3, 3] })).toBe(0);
    // By hand: before mean 2, squares (1+1+0+0)/2 = 1; after mean 4, squares (4+4+0+0)/4 = 2; 3 / 6 = 0.5.
    expect(varianceFactor({ days: 7, before: [1, 3, 2, 2], after: [2, 6, 4, 4] })).toBe(0.5);
  });

  test('negative binomial: a likelihood by hand, and wide scatter costs significance', () => {
    // Geometric (dispersion 1) with mean 1: P(0) = 1/2, P(1) = 1/4.
    expect(logLikelihood([0, 1], 1, 1)).toBeCloseTo(Math.log(1 / 8), 10);
    const wild = { days: 30, before: [0, 9, 0, 1, 12, 0, 0, 2], after: [14, 0, 1, 20, 0, 3, 0, 9] };
    const found = negativeBinomial(wild)!;
    expect(found.dispersion).toBeGreaterThan(1);
    expect(found.ratio).toBeCloseTo(47 / 24, 12);
    expect(found.p).toBeGreaterThan(0.1);
    expect(rateRatio(months(24, 47, 8, 8)).p).toBeLessThan(0.01);
    expect(negativeBinomial({ days: 30, before: [1, 2], after: [1, 2] })).toBeNull();
  });
});

describe('breaks', () => {
  test('a clear step is found where it is', () => {
    const found = changePoint([1, 2, 1, 1, 2, 1, 1, 2, 1, 2, 8, 9, 7, 9, 8, 8])!;
    expect(found).toMatchObject({ at: 10, rises: true });
    expect(found.p).toBeLessThan(0.01);
  });

  test('no step in even counts', () => {
    expect(changePoint([2, 2, 2, 2, 2, 2, 2, 2, 2, 2])!.p).toBeGreaterThan(0.5);
  });
});

describe('interrupted time series', () => {
  test('Poisson regression: one factor gives the log of the ratio of means', () => {
    const fit = poissonRegression(
      [
        [1, 0],
        [1, 0],
        [1, 1],
        [1, 1],
      ],
      [2, 4, 5, 7],
    )!;
    expect(fit.coefficients[0]).toBeCloseTo(Math.log(3), 8);
    expect(fit.coefficients[1]).toBeCloseTo(Math.log(2), 8);
    // Variance of the log ratio: 1/6 + 1/12.
    expect(fit.covariance[1]![1]).toBeCloseTo(1 / 6 + 1 / 12, 8);
  });

  test('a steady growth is no step', () => {
    const grow = Array.from({ length: 24 }, (_, i) => Math.round(10 * 1.05 ** i));
    const { level } = interrupted({ days: 60, before: grow.slice(0, 12), after: grow.slice(12) })!;
    expect(level.ratio).toBeCloseTo(1, 1);
  });

  test('short or sparse series are refused', () => {
    expect(interrupted({ days: 30, before: [5, 5, 5], after: [9, 9, 9] })).toBeNull();
    expect(interrupted({ days: 30, before: Array(12).fill(0), after: Array(12).fill(3) })).toBeNull();
  });
});

test("Holm's steps by hand", () => {
  expect(holm([0.01, 0.04, 0.03]).map((p) => digits(p, 6))).toEqual([0.03, 0.06, 0.06]);
});

test('placebo: a burst at the trigger is the most striking day, an even series is not', () => {
  const days = new Int32Array(400);
  for (let i = 0; i < 10; i++) days[200 + i] = 3;
  for (let i = 0; i < 400; i += 40) days[i]! += 1;
  expect(placebo(days, 200, { before: 30, after: 10 })).toMatchObject({ rank: 1 });
  const even = new Int32Array(400).fill(1);
  expect(placebo(even, 200, { before: 30, after: 10 })!.p).toBe(1);
});

test('spans of the calendar', () => {
  const day = toDay('2017-03-31');
  expect(toIso(shift(day, parseSpan('1m')!, -1))).toBe('2017-02-28');
  expect(toIso(shift(day, parseSpan('18m')!, 1))).toBe('2018-09-30');
  expect(toIso(shift(day, parseSpan('2w')!, 1))).toBe('2017-04-14');
  expect(parseSpan('0m')).toBeNull();
});

describe('counts of periods', () => {
  const tallies = [
    { id: 'feb', first: '2017-02-16', last: '2017-02-22', value: 1 },
    { id: 'mar1', first: '2017-03-02', last: '2017-03-08', value: 25 },
    { id: 'mar2', first: '2017-03-09', last: '2017-03-15', value: 44 },
    { id: 'year', first: '2017-01-01', last: '2017-03-15', value: 132 },
  ];
  const around = windowsAround('2017-02-28', parseSpan('2m')!, parseSpan('1m')!);

  test('each week after against the one before', () => {
    const { pairs } = measureTallies(tallies, around);
    expect(pairs.map((p) => [p.counts.after, digits(p.ratio!), digits(p.interval[0])])).toEqual([
      [25, 25, 4.1],
      [44, 44, 7.5],
    ]);
  });

  test('worst case: what the total leaves unexplained lies before: 69 in 14 days against 63 in 58, 4.5 (3.2 to 6.5)', () => {
    const { worst } = measureTallies(tallies, around);
    expect(worst).toMatchObject({
      unexplained: 62,
      counts: { before: 63, after: 69, exposure: { before: 58, after: 14 } },
    });
    expect([worst!.ratio!, ...worst!.interval].map((x) => digits(x))).toEqual([4.5, 3.2, 6.5]);
    expect(Math.round(worst!.at_loss)).toBe(20);
  });

  test('44 against 25: 1.76 (1.05 to 3.0), p 0.015', () => {
    const { pooled } = measureTallies(
      tallies.slice(1, 3),
      windowsAround('2017-03-09', parseSpan('1w')!, parseSpan('1w')!),
    );
    expect([pooled!.ratio!, ...pooled!.interval].map((x) => digits(x, 3))).toEqual([1.76, 1.05, 3]);
    expect(digits(pooled!.p)).toBe(0.015);
  });

  test('shares that do and do not follow from their numbers', () => {
    expect(shareFits(4509, 8263, 75)).toBe(false);
    expect(shareFits(4509, 8263, 54.6)).toBe(true);
  });
});

test('seeded numbers are the same everywhere', () => {
  const random = seeded(42);
  expect([random(), random()].map((x) => x.toFixed(6))).toEqual(['0.601104', '0.448291']);
});

test('days of ISO dates are those of the calendar', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
      const iso = new Date(day * 86_400_000).toISOString();
      return iso.length > 24 || toDay(iso.slice(0, 10)) === day;
    }),
  );
});

test('large tables: the normal approximation agrees with the exact test', () => {
  const [pair, control] = [
    { before: 600, after: 700 },
    { before: 5000, after: 5200 },
  ];
  const exact = fisher([
    [pair.after, pair.before],
    [control.after, control.before],
  ]);
  const near = againstControl('others', pair, control);
  expect(near.p).toBeCloseTo(exact.p_greater, 2);
  expect(near.interval[0]).toBeCloseTo(exact.interval[0], 2);
  expect(near.interval[1]).toBeCloseTo(exact.interval[1], 2);
});
