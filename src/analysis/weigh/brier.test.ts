import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brierOf, decomposed, scoreOf } from './brier.ts';

test('Brier score of one question', () => {
  expect(brierOf([1, 0, 0], 0)).toBe(0);
  expect(brierOf([0, 1, 0], 0)).toBe(2);
  expect(brierOf([0.5, 0.5], 0)).toBe(0.5);
});

test('its parts, by hand: two bands of two forecasts', () => {
  const forecasts = [0.7, 0.7, 0.1, 0.1].map((probability, i) => ({ probability, happened: i !== 1 && i !== 3 }));
  const { n, brier, reliability, resolution, uncertainty, within } = decomposed(forecasts);
  expect(n).toBe(4);
  // Half of each band happened, as half of all: nothing is resolved.
  expect(resolution).toBe(0);
  expect(uncertainty).toBe(0.25);
  expect(within).toBeCloseTo(0, 12);
  expect(reliability).toBeCloseTo((0.2 ** 2 + 0.4 ** 2) / 2, 12);
  expect(brier).toBeCloseTo(reliability + uncertainty, 12);
});

test('the parts add up to the score', () => {
  const forecast = fc.record({ probability: fc.double({ min: 0, max: 1, noNaN: true }), happened: fc.boolean() });
  fc.assert(
    fc.property(fc.array(forecast, { minLength: 1, maxLength: 60 }), (forecasts) => {
      const { brier, reliability, resolution, uncertainty, within } = decomposed(forecasts);
      expect(brier).toBeCloseTo(reliability - resolution + uncertainty + within, 9);
      for (const part of [reliability, resolution, uncertainty]) expect(part).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('scores of analysts and of all together', () => {
  const score = scoreOf(
    ['H1', 'H2'],
    'H2',
    [0.5, 0.5],
    [
      { analyst: 'ann', probability: [0.9, 0.1] },
      { analyst: 'ben', probability: [0.1, 0.9] },
    ],
  );
  expect(score).toMatchObject({ brier: 0.5, uniform: 0.5, binary: { n: 4 } });
  expect(score.analysts.ben).toBeCloseTo(0.02, 12);
  expect(score.analysts.ann).toBeCloseTo(1.62, 12);
});
