import { expect, test } from 'vitest';
import { equalEarth, heightOf } from './project.ts';
import { shapesOf } from './shapes.ts';

test('Equal Earth: the middle of the world is in the middle, the poles and the date line are at the edges', () => {
  expect(equalEarth([0, 0], 1000)[0]).toBe(500);
  expect(equalEarth([0, 0], 1000)[1]).toBeCloseTo(heightOf(1000) / 2, 6);
  expect(equalEarth([180, 0], 1000)[0]).toBeCloseTo(1000, 0);
  expect(equalEarth([0, 90], 1000)[1]).toBeCloseTo(0, 0);
  // The pole is a line, about 0.59 of the equator long (Šavrič and others, 2018).
  expect((equalEarth([180, 90], 1000)[0] - 500) / 500).toBeCloseTo(0.59, 1);
});

/** Where countries are, in degrees, from any atlas: east, north. */
const KNOWN: readonly (readonly [string, number, number])[] = [
  ['DE', 10, 51],
  ['SG', 103.8, 1.3],
  ['KR', 127.8, 36.4],
  ['HK', 114.2, 22.4],
  ['TW', 121, 23.7],
  ['FI', 26, 64.5],
  ['BR', -53, -10.7],
  ['XK', 20.9, 42.6],
];

test.each(KNOWN)('%s lies where an atlas has it', (country, east, north) => {
  const shape = shapesOf(900).find((one) => one.country === country);
  const [x, y] = equalEarth([east, north], 900);
  expect(Math.hypot(shape!.middle[0] - x, shape!.middle[1] - y)).toBeLessThan(8);
  expect(shape!.line.startsWith('M')).toBe(true);
});

test('no outline runs across the whole map: what crosses the date line is cut there', () => {
  for (const { country, line } of shapesOf(900)) {
    if (country === 'AQ') continue;
    for (const ring of line.split('M').slice(1)) {
      const xs = [...ring.matchAll(/(?:^|L)(-?[\d.]+),/g)].map(([, x]) => Number(x));
      for (let n = 1; n < xs.length; n++) expect(Math.abs(xs[n]! - xs[n - 1]!)).toBeLessThan(60);
    }
  }
});
