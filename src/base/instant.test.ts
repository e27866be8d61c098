import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantText } from './instant.ts';

test('prints UTC with microseconds', () => {
  expect(instantText(0)).toBe('1970-01-01T00:00:00.000000Z');
  expect(instantText(1_600_000_000_123.456)).toBe('2020-09-13T12:26:40.123456Z');
  expect(instantText(-0.001)).toBe('1969-12-31T23:59:59.999999Z');
  expect(instantText(999.9999)).toBe('1970-01-01T00:00:01.000000Z');
});

test('what is no time has no text', () => {
  expect(instantText(Number.NaN)).toBeNull();
  expect(instantText(Number.POSITIVE_INFINITY)).toBeNull();
  expect(instantText(9e15)).toBeNull();
});

test('agrees with the platform to the millisecond', () => {
  fc.assert(
    fc.property(fc.integer({ min: -2e12, max: 9e12 }), (ms) => {
      expect(instantText(ms)).toBe(new Date(ms).toISOString().replace('Z', '000Z'));
    }),
  );
});
