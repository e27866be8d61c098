import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileRegex } from './regex.ts';
import { chainOf, holdsChain } from './regex-chain.ts';

test.each([
  ['\\+.*\\+.*\\+', '', ['+', '+', '+']],
  ['a`.*b c', '', ['a`', 'b c']],
  ['a.*b', 'i', null],
  ['a\\.*b', '', null],
  ['a\\\\.*b', '', ['a\\', 'b']],
  ['a.*', '', null],
  ['a.*b+', '', null],
  ['\\d.*b', '', null],
  ['abc', '', null],
  ['a\nb.*c', '', null],
])('the texts of %s with flags "%s": %j', (source, flags, texts) => {
  expect(chainOf(source, flags)).toEqual(texts);
});

test('a chain is found where JavaScript finds it', () => {
  const sign = fc.constantFrom('+', '{', 'a', 'ab', '`');
  const texts = fc.array(sign, { minLength: 2, maxLength: 5 });
  const text = fc.array(fc.constantFrom('+', '{', 'a', 'b', '`', '\n', '\r', '\u2028', 'x'), { maxLength: 20 });
  fc.assert(
    fc.property(texts, text, (parts, chars) => {
      const value = chars.join('');
      const source = parts.map((part) => part.replace(/[+{]/g, '\\$&')).join('.*');
      expect(chainOf(source, '')).toEqual(parts);
      expect(holdsChain(value, parts)).toBe(new RegExp(source).test(value));
    }),
    { numRuns: 3000 },
  );
});

test('a long text takes no longer than it is long', () => {
  const regex = compileRegex(Array.from({ length: 14 }, () => '\\+').join('.*'), '');
  expect(regex.test('+'.repeat(13).concat('\n').repeat(20_000))).toBe(false);
  expect(regex.test('+'.repeat(13).concat('\n').repeat(20_000).concat('+'.repeat(14)))).toBe(true);
});
