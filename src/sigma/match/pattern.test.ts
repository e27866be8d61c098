import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Pattern } from '../rule/tree.ts';
import { fold } from './fold.ts';
import { compilePattern, DASHES, simpleShape } from './pattern.ts';

const many = { wild: 'many' } as const;
const one = { wild: 'one' } as const;
const dash = { wild: 'dash' } as const;

test.each<[Pattern, string[], string[]]>([
  [['abc'], ['abc'], ['ab', 'abcd', 'xabc']],
  [[], [''], ['a']],
  [[many], ['', 'anything'], []],
  [
    [many, '\\a.exe'],
    ['c:\\a.exe', '\\a.exe'],
    ['a.exe', '\\a.exe '],
  ],
  [['c:\\', many], ['c:\\', 'c:\\x'], ['d:\\']],
  [
    ['a', many, 'a'],
    ['aa', 'axa'],
    ['a', 'ab'],
  ],
  [
    [many, 'ab', many, 'ba', many],
    ['abba', 'xabxbax'],
    ['aba', 'baab'],
  ],
  [
    [many, ' ', dash, 'enc', many],
    ['x -enc y', 'x /enc', 'x —enc'],
    ['x +enc', 'x-enc'],
  ],
  [
    ['a', one, 'c'],
    ['abc', 'a🦊c'],
    ['ac', 'abbc'],
  ],
  [[many, one, many], ['a', '🦊'], ['']],
  [
    [many, 'x', one],
    ['xy', 'axx', 'x🦊'],
    ['x', 'xyz'],
  ],
])('%j', (pattern, yes, no) => {
  const matches = compilePattern(pattern);
  for (const text of yes) expect([text, matches(text)]).toEqual([text, true]);
  for (const text of no) expect([text, matches(text)]).toEqual([text, false]);
});

test('patterns match what the same regular expression over code points matches', () => {
  const part = fc.constantFrom('a', 'b', 'ab', '🦊', '-', many, one, dash);
  const pattern = fc
    .array(part, { maxLength: 7 })
    .map((parts): Pattern => parts.filter((it, i) => it !== many || parts[i - 1] !== many));
  const text = fc.array(fc.constantFrom('a', 'b', 'ab', '🦊', '-', '–', '\n'), { maxLength: 8 }).map((t) => t.join(''));
  const wild = { many: '.*', one: '.', dash: `[${DASHES.replace('-', '\\-')}]` };
  fc.assert(
    fc.property(pattern, text, (parts, value) => {
      const source = parts.map((it) => (typeof it === 'string' ? it : wild[it.wild])).join('');
      expect(compilePattern(parts)(value)).toBe(new RegExp(`^${source}$`, 'su').test(value));
    }),
    { numRuns: 3000 },
  );
});

test('a pattern of many wildcards takes no time on a text that nearly matches', () => {
  const pattern: Pattern = [...Array.from({ length: 40 }, () => [many, 'a']).flat(), many, 'b'];
  expect(compilePattern(pattern)('a'.repeat(100_000))).toBe(false);
});

test('plain texts with wildcards at their ends are known as such', () => {
  expect(simpleShape(['x'])).toEqual({ kind: 'equals', text: 'x' });
  expect(simpleShape([many, 'x'])).toEqual({ kind: 'endswith', text: 'x' });
  expect(simpleShape(['x', many])).toEqual({ kind: 'startswith', text: 'x' });
  expect(simpleShape([many, 'x', many])).toEqual({ kind: 'contains', text: 'x' });
  expect(simpleShape([many, dash, many])).toBeNull();
  expect(simpleShape(['x', many, 'y'])).toBeNull();
});

test('folding keeps the length and works character by character', () => {
  expect(fold('ΟΔΟΣ İ K Ä')).toBe('οδοσ i k ä');
  for (let code = 0; code < 0x10000; code++) {
    const char = String.fromCharCode(code);
    const folded = fold(char);
    if (folded.length !== 1 || fold(`a${char}b`) !== `a${folded}b` || fold(folded) !== folded)
      expect.unreachable(`U+${code.toString(16)}`);
  }
});
