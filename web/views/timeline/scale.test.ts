import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ticks, toDays, toIso, zoomed } from './scale.ts';

const labels = (from: string, to: string, width: number) =>
  ticks([toDays(from), toDays(to)], width).map((t) => t.label);

describe('the axis', () => {
  test('shows years when it is long', () => {
    expect(labels('2014-06-01', '2018-06-01', 500)).toEqual(['2015', '2016', '2017', '2018']);
  });

  test('shows months when there is room, and names the year in January', () => {
    expect(labels('2016-11-15', '2017-04-15', 600)).toEqual(['Dec', '2017', 'Feb', 'Mar', 'Apr']);
  });

  test('shows days when it is near', () => {
    expect(labels('2017-03-28', '2017-04-02', 600)).toEqual(['03-28', '03-29', '03-30', '03-31', 'Apr', '04-02']);
  });

  test('labels never run into each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 7, max: 36_500 }), (from, span) => {
        const at = ticks([from, from + span], 900).map((t) => ((t.at - from) / span) * 900);
        for (let i = 1; i < at.length; i++) expect(at[i]! - at[i - 1]!).toBeGreaterThan(30);
      }),
    );
  });
});

test('zooming keeps the day under the pointer where it is', () => {
  const [from, to] = zoomed([100, 200], 0.5, 125);
  expect([from, to]).toEqual([112.5, 162.5]);
});

test('days and ISO dates are the same', () => {
  expect(toIso(toDays('2016-02-29'))).toBe('2016-02-29');
});
