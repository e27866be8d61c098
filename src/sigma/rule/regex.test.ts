import { expect, test } from 'vitest';
import { expression, refusal } from './regex.ts';

test.each([
  ['abc', '', 'abc', ''],
  ['(?i)abc', '', 'abc', 'i'],
  ['(?si)(?m)abc', 'i', 'abc', 'ims'],
  ['a(?i)bc', '', 'a(?i)bc', ''],
  ['(?i:abc)', '', '(?i:abc)', ''],
  ['(?x)a b', '', '(?x)a b', ''],
])('%s with "%s" is %s with "%s"', (text, given, source, flags) => {
  expect(expression(text, given)).toEqual({ source, flags });
});

test('what JavaScript or RE2 can compile is taken', () => {
  for (const source of ['a(b|c)+', '(?=x)y', String.raw`\bcmd\b`, '(?P<name>x)', 'a(?i)b', '(?i:a)b'])
    expect(refusal({ source, flags: 'ims' })).toBeNull();
});

test('what neither can, and what nobody would write, is refused with the reason', () => {
  expect(refusal({ source: '(a', flags: '' })).toContain('Unterminated group');
  expect(refusal({ source: 'a**', flags: '' })).toContain('Nothing to repeat');
  expect(refusal({ source: '[z-a]', flags: '' })).toContain('out of order');
  expect(refusal({ source: 'a++', flags: '' })).toContain('Nothing to repeat');
  expect(refusal({ source: `${'('.repeat(101)}a${')'.repeat(101)}`, flags: '' })).toBe(
    'more than 100 groups within each other',
  );
  expect(refusal({ source: String.raw`\(`.repeat(101), flags: '' })).toBeNull();
  expect(refusal({ source: 'a'.repeat(20_001), flags: '' })).toBe('more than 20000 characters');
});
