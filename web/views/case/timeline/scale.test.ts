import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Span, spanWords, steppedSpan, timeTicks, wholeSpan, zoomedSpan } from './scale.ts';

const span = (first: string, last: string): Span => [Date.parse(first), Date.parse(last)];

test.each([
  ['2020-01-01T00:00:00Z', '2024-01-01T00:00:00Z', ['2020', '2021', '2022', '2023', '2024']],
  ['2022-06-15T00:00:00Z', '2022-11-02T00:00:00Z', ['2022-07', '2022-08', '2022-09', '2022-10', '2022-11']],
  ['2022-07-01T20:00:00Z', '2022-07-04T01:00:00Z', ['2022-07-02', '12:00', '2022-07-03', '12:00', '2022-07-04']],
  ['2022-07-01T17:33:58Z', '2022-07-01T17:34:02Z', ['17:33:58', '17:33:59', '17:34:00', '17:34:01', '17:34:02']],
])('from %s to %s', (first, last, labels) => {
  expect(timeTicks(span(first, last), 480).map(({ label }) => label)).toEqual(labels);
});

test('at every scale there are ticks inside, in order, and not more than have room', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4e12 }),
      fc.double({ min: 5e3, max: 1.5e12, noNaN: true }),
      fc.integer({ min: 300, max: 2000 }),
      (from, long, width) => {
        const ticks = timeTicks([from, from + long], width);
        for (let n = 1; n < ticks.length; n++) expect(ticks[n]!.at).toBeGreaterThan(ticks[n - 1]!.at);
        for (const { at } of ticks) expect(at >= from && at <= from + long).toBe(true);
        // Months are unequal, so a column may be a tenth narrower.
        expect(ticks.length).toBeLessThanOrEqual(Math.ceil(width / 74 / 0.9) + 2);
      },
    ),
  );
});

test('zooming keeps what is under the pointer, down to seconds', () => {
  const near = zoomedSpan(
    span('2022-07-01T00:00:00Z', '2023-04-18T00:00:00Z'),
    1e-9,
    Date.parse('2022-07-01T00:00:00Z'),
  );
  expect(near).toEqual([Date.parse('2022-07-01T00:00:00Z'), Date.parse('2022-07-01T00:00:05Z')]);
  expect(spanWords(near)).toBe('5 seconds');
  expect(spanWords(wholeSpan('2022-07-01T00:00:00Z', '2023-04-18T00:00:00Z'))).toBe('10 months');
});

test('stepping nearer never ends where nothing is: it goes about the selected mark, else the nearest', () => {
  const whole = span('2022-07-01T00:00:00Z', '2023-04-18T00:00:00Z');
  const marks = ['2022-07-05T20:52:15Z', '2022-11-13T08:00:00Z', '2023-04-17T23:00:00Z'].map((at) => Date.parse(at));
  const pressed = (selected?: number) => {
    let now = whole;
    for (let n = 0; n < 14; n++) now = steppedSpan(now, 1 / 2, marks, selected);
    return marks.filter((at) => at >= now[0] && at <= now[1]);
  };
  expect(pressed()).toEqual([marks[1]]);
  expect(pressed(marks[2])).toEqual([marks[2]]);
  expect(steppedSpan([0, 60_000], 1 / 2, [90_000])).toEqual([75_000, 105_000]);
  expect(steppedSpan([0, 60_000], 2, [10_000])).toEqual([-30_000, 90_000]);
  expect(steppedSpan([0, 60_000], 1 / 2, [])).toEqual([15_000, 45_000]);
});
