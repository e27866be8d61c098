import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binsOf } from './bins.ts';
import type { FrequencyFigures } from './frequency.ts';

const LENGTHS = { hour: 13, day: 10, month: 7, year: 4 } as const;

/** Counts of one high hit at each of these times. */
function counts(unit: FrequencyFigures['unit'], ...times: string[]): FrequencyFigures {
  const steps = times.map((time) => ({ at: time.slice(0, LENGTHS[unit]), counts: [0, 1, 0, 0, 0] }));
  return { unit, steps };
}

function starts(figures: FrequencyFigures, most: number): [string, ...string[]] | null {
  const bins = binsOf(figures, most);
  return bins && [bins.name, ...bins.columns.map(({ start }) => new Date(start).toISOString().slice(0, 13))];
}

test('columns are as narrow as fit, empty ones among them', () => {
  const morning = counts('hour', '2024-05-01T08', '2024-05-01T10');
  expect(starts(morning, 10)).toEqual(['1 hour', '2024-05-01T08', '2024-05-01T09', '2024-05-01T10']);
  expect(starts(morning, 2)).toEqual(['3 hours', '2024-05-01T06', '2024-05-01T09']);
});

test('weeks begin on Mondays, months and years as in the calendar', () => {
  expect(starts(counts('day', '2024-05-01', '2024-05-20'), 4)).toEqual([
    '1 week',
    ...['2024-04-29T00', '2024-05-06T00', '2024-05-13T00', '2024-05-20T00'],
  ]);
  expect(starts(counts('day', '2024-01-31', '2024-04-01'), 4)).toEqual([
    '1 month',
    ...['2024-01-01T00', '2024-02-01T00', '2024-03-01T00', '2024-04-01T00'],
  ]);
  expect(starts(counts('year', '1969', '1971'), 5)).toEqual([
    '1 year',
    '1969-01-01T00',
    '1970-01-01T00',
    '1971-01-01T00',
  ]);
});

test('columns are never narrower than what was counted', () => {
  expect(binsOf(counts('month', '2024-05'), 100)?.name).toBe('1 month');
  expect(binsOf(counts('day', '2024-05-01'), 100)?.name).toBe('1 day');
});

test('nothing to draw, or times of no calendar', () => {
  expect(binsOf(counts('hour'), 100)).toBe(null);
  expect(binsOf({ unit: 'hour', steps: [{ at: 'not-a-time', counts: [1, 0, 0, 0, 0] }] }, 100)).toBe(null);
});

test('every hit is in a column, and the columns fit', () => {
  const time = fc.date({ min: new Date('1601-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.array(time, { minLength: 1, maxLength: 30 }), fc.integer({ min: 12, max: 120 }), (times, most) => {
      const figures = counts('hour', ...times.map((one) => one.toISOString()).sort());
      const { columns } = binsOf(figures, most)!;
      expect(columns.length).toBeLessThanOrEqual(most);
      expect(columns.reduce((sum, { counts }) => sum + counts[1]!, 0)).toBe(times.length);
    }),
  );
});
