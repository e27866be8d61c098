import { expect, test } from 'vitest';
import { compare, readNumber, timePart } from './scalars.ts';

test('numbers are decimal; everything else compares with nothing', () => {
  expect(['12', '-1.5', '+3', '.5', '1e3', '0012'].map(readNumber)).toEqual([12, -1.5, 3, 0.5, 1000, 12]);
  for (const text of ['', ' ', '0x10', '1,000', '1 2', 'Infinity', 'NaN', '12a']) expect(readNumber(text)).toBeNaN();
  expect(compare('lte', 5, 5)).toBe(true);
  expect(compare('lt', 5, 5)).toBe(false);
  expect(compare('gt', Number.NaN, 5)).toBe(false);
  expect(compare('lte', Number.NaN, 5)).toBe(false);
});

test('parts of a time are those of UTC', () => {
  const time = '2021-01-03T23:59:58.1234567Z';
  expect(timePart(time, 'minute')).toBe(59);
  expect(timePart(time, 'hour')).toBe(23);
  expect(timePart(time, 'day')).toBe(3);
  expect(timePart(time, 'month')).toBe(1);
  expect(timePart(time, 'year')).toBe(2021);
  expect(timePart('2021-01-04 01:30:00+02:00', 'day')).toBe(3);
  expect(timePart('2021-01-04 01:30:00 UTC', 'hour')).toBe(1);
  expect(timePart('2021-01-04', 'hour')).toBe(0);
  for (const text of ['', 'yesterday', '1611667845', '2021-13-01T00:00:00Z']) expect(timePart(text, 'year')).toBeNaN();
});

test('weeks are those of ISO 8601', () => {
  expect(
    ['2021-01-03', '2021-01-04', '2020-12-31', '2019-12-30', '2024-12-30'].map((day) => timePart(day, 'week')),
  ).toEqual([53, 1, 53, 1, 1]);
});
