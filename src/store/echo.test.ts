import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { echoKeys, echoText, NEAR, resemblance, sameQuotes } from './echo.ts';

const WORDS = Array.from({ length: 400 }, (_, i) => `word${(i * 7919) % 1000}`);
const text = (from: number, length: number) => WORDS.slice(from, from + length).join(' ');

describe('keys', () => {
  test('do not see case, punctuation, spacing', () => {
    expect(echoKeys('The Firm said: "No."').hash).toBe(echoKeys('the  firm\nsaid no').hash);
    expect(echoKeys('the firm said yes').hash).not.toBe(echoKeys('the firm said no').hash);
  });

  test('are the same in every version of the program', () => {
    const { hash, signature, bands } = echoKeys(text(0, 60));
    expect([hash.slice(0, 8), signature.length, signature[0], bands.length, bands[0]]).toMatchInlineSnapshot(`
      [
        "60fe047b",
        128,
        -2123777052,
        32,
        -1635488812,
      ]
    `);
  });

  test('of empty and short texts bring nobody together', () => {
    expect(echoKeys('').hash).toBe('');
    expect(echoKeys('Too short for shingles.').bands).toEqual([]);
    expect(resemblance([], [])).toBe(0);
  });
});

describe('resemblance', () => {
  test.each([
    ['itself', text(0, 200), 1, 1],
    ['a copy with a new last paragraph', `${text(0, 190)} ${text(300, 10)}`, 0.8, 1],
    ['a text that shares half', `${text(0, 100)} ${text(250, 100)}`, 0.2, 0.5],
    ['another text', text(200, 200), 0, 0.05],
  ])('with %s', (_, other, low, high) => {
    const estimate = resemblance(echoKeys(text(0, 200)).signature, echoKeys(other).signature);
    expect(estimate).toBeGreaterThanOrEqual(low);
    expect(estimate).toBeLessThanOrEqual(high);
  });

  test('is estimated within five standard errors of the true Jaccard measure', () => {
    const shingles = (words: readonly string[]) =>
      new Set(words.slice(4).map((_, i) => words.slice(i, i + 5).join(' ')));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 180 }), (shift) => {
        const [a, b] = [WORDS.slice(0, 200), WORDS.slice(shift, shift + 200)];
        const [x, y] = [shingles(a), shingles(b)];
        const shared = [...x].filter((one) => y.has(one)).length;
        const truth = shared / (x.size + y.size - shared);
        const estimate = resemblance(echoKeys(a.join(' ')).signature, echoKeys(b.join(' ')).signature);
        expect(Math.abs(estimate - truth)).toBeLessThan(5 * Math.sqrt(0.25 / 128));
      }),
      { numRuns: 40 },
    );
  });

  test('near duplicates share a band', () => {
    const [a, b] = [echoKeys(text(0, 200)), echoKeys(`${text(0, 192)} ${text(300, 8)}`)];
    expect(resemblance(a.signature, b.signature)).toBeGreaterThanOrEqual(NEAR);
    expect(a.bands.some((band) => b.bands.includes(band))).toBe(true);
  });
});

describe('quotations', () => {
  const long = (n: number) => `${text(n, 14)}`;
  const quoting = (...quotes: string[]) =>
    echoText(`Opening ${text(380, 15)}. ${quotes.map((quote) => `“${quote}”`).join(' he said. ')}`, []);

  test('two long ones in common, and most of one side: the same origin', () => {
    expect(sameQuotes(quoting(long(0), long(20)), echoText(`${text(100, 50)} ${long(0)} ${long(20)}`, []))).toBe(true);
  });

  test('one long one is not enough, one very long one is', () => {
    expect(sameQuotes(quoting(long(0)), echoText(`${text(100, 50)} ${long(0)}`, []))).toBe(false);
    expect(sameQuotes(quoting(text(0, 26)), echoText(`${text(100, 50)} ${text(0, 26)}`, []))).toBe(true);
  });

  test('two shared of five are not most', () => {
    expect(
      sameQuotes(quoting(long(0), long(20), long(40), long(60), long(80)), echoText(`${long(0)} ${long(20)}`, [])),
    ).toBe(false);
  });

  test('most statements stand verbatim in the other', () => {
    const digest = echoText('A digest.', [text(0, 8), text(30, 8), text(60, 8)]);
    expect(sameQuotes(digest, echoText(text(0, 100), []))).toBe(true);
    expect(sameQuotes(echoText(text(0, 100), []), digest)).toBe(true);
    expect(sameQuotes(digest, echoText(text(0, 50), [text(5, 8)]))).toBe(false);
  });

  test('short quotes are anybody’s words', () => {
    expect(
      sameQuotes(
        echoText('x', ['they denied it', 'no comment', 'it was them']),
        echoText('they denied it no comment it was them', []),
      ),
    ).toBe(false);
  });
});
