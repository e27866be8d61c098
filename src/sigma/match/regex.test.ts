import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from './fold.ts';
import { canRun, compileRegex } from './regex.ts';
import { literalsOf } from './regex-literals.ts';
import { parseRegex } from './regex-parse.ts';
import { nativeLimit } from './regex-safety.ts';

const limit = (source: string, flags = ''): number => nativeLimit(parseRegex(source, flags)!, flags);

test('expressions whose steps grow with the length alone run natively on any text', () => {
  for (const source of [
    'abc',
    'net\\s+user',
    '\\\\[a-z]{8}\\.tmp$',
    'a[^ab]*b',
    '^C:\\\\Users\\\\[^\\\\]+\\\\x',
    '(ab|cd)e',
    '.*',
  ])
    expect([source, limit(source)]).toEqual([source, Number.POSITIVE_INFINITY]);
});

test('nothing is promised for expressions that backtrack without end', () => {
  const evil = [
    '(a+)+$',
    '(a*)*$',
    '([a-zA-Z]+)*$',
    '(a|aa)+$',
    '(a|a?)+$',
    '(x+x+)+y',
    '(.*a){20}',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '(?:.*\\)){1,}.*"',
    '(?<=a+b*)c',
    '^(\\w+\\s?)*$',
    '(a?){30}a{30}',
  ];
  for (const source of evil) expect([source, limit(source) < 256]).toEqual([source, true]);
});

test('expressions that are quadratic or worse run natively on short texts only', () => {
  expect(limit('\\s+$')).toBe(2048);
  expect(limit('a.*b.*c')).toBeLessThan(512);
  expect(limit('(a+)\\1')).toBeLessThan(2048);
});

test('well-known evil texts are done with at once', () => {
  const cases: [string, string][] = [
    ['^(a+)+$', `${'a'.repeat(50_000)}!`],
    ['^(([a-z])+.)+[A-Z]([a-z])+$', 'a'.repeat(20_000)],
    [
      '^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$',
      `${'a'.repeat(5_000)}!`,
    ],
    ['\\+.*\\+.*\\+.*\\+.*\\+.*\\+.*\\+.*\\+.*\\+.*\\+.*\\+.*\\+.*\\+.*\\+', '+ab'.repeat(13) + 'x'.repeat(20_000)],
    ['\\s+$', `${' '.repeat(50_000)}x`],
  ];
  for (const [source, text] of cases) expect([source, compileRegex(source, '').test(text)]).toEqual([source, false]);
});

test('an expression means the same in either engine', () => {
  const slow = '(a|aa)*$';
  for (const [source, flags, text, is] of [
    [`^.b|${slow}x`, '', '\u2028b', false],
    [`^\\s$|${slow}x`, '', '\ufeff', true],
    [`^k$|${slow}x`, 'i', '\u212a', false],
    [`^É$|${slow}x`, 'i', 'é', true],
  ] as const) {
    const regex = compileRegex(source, flags);
    expect(regex.native).toBe(0);
    expect([source, regex.test(text)]).toEqual([source, is]);
    expect(new RegExp(source, flags).test(text)).toBe(is);
  }
});

test('what no engine runs safely is refused', () => {
  expect(canRun('(', '')).toBe(false);
  expect(canRun('(a+)+(?=b)', '')).toBe(false);
  expect(compileRegex('(a+)+(?=b)', '').test('ab')).toBe(false);
  expect(canRun('a(?=b)', '')).toBe(true);
  expect(compileRegex('a(?=b)', '').test('xab')).toBe(true);
  expect(compileRegex('(?<!\\\\)x', '').test('\\x')).toBe(false);
  expect(compileRegex('(?i:ab)c', '').test('ABc')).toBe(true);
});

test('literals of an expression in their order', () => {
  const of = (source: string, flags = '') => literalsOf(parseRegex(source, flags)!, flags);
  expect(of('Cmd.{0,5}(?:/c|/r).+powershell\\.exe')).toEqual(['cmd', 'powershell.exe']);
  expect(of('(abc)+d')).toEqual(['abc', 'd']);
  expect(of('ab?c[d]e|f')).toEqual([]);
  expect(of('ab?c')).toEqual(['a', 'c']);
  expect(of('\\x41(?=b)c$')).toEqual(['ac']);
});

const piece = fc.constantFrom(
  'a',
  'b',
  'ab',
  '.',
  '\\s',
  '[ab]',
  '[^a]',
  ' ',
  '(?:',
  ')',
  '(',
  '|',
  '*',
  '+',
  '?',
  '{1,3}',
  '^',
  '$',
  '\\b',
  'É',
  'A',
);

test('a compiled expression finds what JavaScript finds', () => {
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 10 }).map((parts) => parts.join('')),
      fc.constantFrom('', 'i', 's', 'is'),
      fc.array(fc.constantFrom('a', 'b', 'A', ' ', '\n', 'é', 'c'), { maxLength: 12 }).map((parts) => parts.join('')),
      (source, flags, text) => {
        let native: RegExp;
        try {
          native = new RegExp(source, flags);
        } catch {
          return;
        }
        const regex = compileRegex(source, flags);
        if (!canRun(source, flags)) return;
        expect(regex.test(text)).toBe(native.test(text));
        expect(regex.found(text, fold(text))).toBe(native.test(text));
      },
    ),
    { numRuns: 3000 },
  );
});

const shared = process.env.LONGWATCH_SHARED ?? resolve(import.meta.dirname, '../../../../shared');
const rules = join(shared, 'data', 'sigma');

test.skipIf(!existsSync(rules))('every expression of the SigmaHQ rules is run, most of them natively', () => {
  const sources = new Set<string>();
  for (const folder of readdirSync(rules).filter((name) => name.startsWith('rules'))) {
    for (const file of readdirSync(join(rules, folder), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.yml')) continue;
      // Single-quoted values of |re items: enough for a count.
      for (const [, item] of readFileSync(join(rules, folder, file), 'utf8').matchAll(
        /\|re(?:\|i)?:((?: '.*')|(?:\s+- '.*')+)/g,
      ))
        for (const [, source] of item!.matchAll(/'(.*)'/g))
          sources.add(source!.replaceAll("''", "'").replace(/^\(\?i\)/, ''));
    }
  }
  const limits = [...sources].map((source) => (canRun(source, '') ? compileRegex(source, '').native : -1));
  expect(sources.size).toBeGreaterThan(100);
  expect(limits.filter((native) => native < 0)).toEqual([]);
  expect(limits.filter((native) => native >= 1024).length / limits.length).toBeGreaterThan(0.7);
});
