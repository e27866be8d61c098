import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textFinder } from './finder.ts';
import { fold } from './fold.ts';
import { LiteralSet } from './literals.ts';

const letters = fc.constantFrom('a', 'b', 'c', 'ab', 'powershell', '\\', 'é', 'ſ', '漢', '🦊', '\u0161');
const text = (maxLength: number) => fc.array(letters, { minLength: 1, maxLength }).map((parts) => parts.join(''));

test('a set finds exactly the texts that a value contains, be they few or many, short or long', () => {
  fc.assert(
    fc.property(fc.uniqueArray(text(4), { minLength: 1, maxLength: 60 }), text(40), (texts, value) => {
      const set = new LiteralSet(texts);
      const found: number[] = [];
      set.find(value, found);
      const wanted = texts.flatMap((one, i) => (value.includes(one) ? [i] : []));
      expect([...new Set(found)].sort((a, b) => a - b)).toEqual(wanted);
      expect(set.some(value)).toBe(wanted.length > 0);
    }),
  );
});

test('characters that share their low byte are told apart', () => {
  const set = new LiteralSet(['\u0161\u0161\u0161\u0161', 'bbbb', 'cccc', 'dddd', 'eeee', 'ffff']);
  expect(set.some('aaaa')).toBe(false);
  expect(set.some('x\u0161\u0161\u0161\u0161')).toBe(true);
});

test('a finder overlooks nothing, whatever the case, in texts and in their bytes', () => {
  const piece = fc.constantFrom('k', 'K', '\u212a', 'i', 'İ', 'e', 'E', 'r', 'kerb', 'eros', '::', ' ', '漢', 'é');
  const long = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''));
  const sought = fc
    .array(fc.constantFrom('k', 'i', 'e', 'r', 'kerb', 'eros', '::'), { minLength: 8, maxLength: 10 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      fc.array(sought, { minLength: 1, maxLength: 4 }),
      long,
      long,
      fc.boolean(),
      (texts, before, after, put) => {
        const finder = textFinder(texts)!;
        const value = put
          ? `${before}${texts[0]!.toUpperCase().replace('I', 'İ').replace('K', '\u212a')}${after}`
          : before + after;
        const contained = texts.some((one) => fold(value).includes(one));
        expect(finder.inText(value)).toBe(contained);
        const bytes = Buffer.from(`\0${value}\0`, 'utf16le');
        expect(finder.inUtf16(bytes, 2, bytes.length - 2)).toBe(contained);
      },
    ),
    { numRuns: 500 },
  );
});

test('there is no finder for short texts or those beyond ASCII, and a wordy one need not look at numbers', () => {
  expect(textFinder(['mimikatz', 'short'])).toBeNull();
  expect(textFinder(['sekurlsä::logon'])).toBeNull();
  expect(textFinder(['sekurlsa::'])?.wordy).toBe(true);
  expect(textFinder(['0xdeadbeef'])?.wordy).toBe(false);
});
