import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logTime } from './times.ts';

const at = (iso: string): number => Date.parse(iso);

describe('times as logs print them', () => {
  test.each([
    ['2020-09-20T10:11:12Z', at('2020-09-20T10:11:12Z')],
    ['2020-09-20 10:11:12.123', at('2020-09-20T10:11:12.123Z')],
    ['2020-09-20T10:11:12,5', at('2020-09-20T10:11:12.500Z')],
    ['2020-09-20T10:11', at('2020-09-20T10:11:00Z')],
    ['2020-09-20', at('2020-09-20T00:00:00Z')],
    ['2020-09-20T10:11:12+02:00', at('2020-09-20T08:11:12Z')],
    ['2020-09-20T10:11:12.25-0530', at('2020-09-20T15:41:12.250Z')],
    ['2020-09-20T10:11:12+02', at('2020-09-20T08:11:12Z')],
    ['2020-09-20 10:11:12 UTC', at('2020-09-20T10:11:12Z')],
    ['2020/09/20 10:11:12', at('2020-09-20T10:11:12Z')],
    ['/Date(1600596672123)/', 1_600_596_672_123],
    ['9/20/2020 1:11:12 PM', at('2020-09-20T13:11:12Z')],
    ['09/20/2020 12:11:12 AM', at('2020-09-20T00:11:12Z')],
    [1_600_596_672, 1_600_596_672_000],
    [1_600_596_672.5, 1_600_596_672_500],
    [1_600_596_672_123, 1_600_596_672_123],
    ['1600596672123456', 1_600_596_672_123.456],
    [1_600_596_672_123_000_000, 1_600_596_672_123],
  ])('%s', (text, ms) => expect(logTime(text)).toBeCloseTo(ms, 3));

  test('microseconds are kept as fractions', () => {
    expect(logTime('1970-01-01T00:00:00.123456Z')).toBeCloseTo(123.456, 6);
  });

  test.each([
    '',
    '-',
    'yesterday',
    '2020-13-20T10:11:12Z',
    '2020-09-20T25:11:12Z',
    '2020-09-20X',
    '2020-09-20T10:11:12.',
    null,
    {},
  ])('no time: %s', (value) => expect(logTime(value)).toBeNaN());

  test('agrees with the clock of the language on every ISO time', () => {
    const days = fc.date({ min: new Date('1971-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(fc.property(days, (day) => void expect(logTime(day.toISOString())).toBeCloseTo(day.getTime(), 3)));
  });

  test('any text gives a number', () => {
    fc.assert(fc.property(fc.string(), (text) => void expect(typeof logTime(text)).toBe('number')));
  });
});
