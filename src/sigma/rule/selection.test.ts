import { describe, expect, test } from 'vitest';
import { fault, tree } from './read.fixture.ts';

test('maps are joined with and, lists with or, lists of maps with or', () => {
  expect(tree('{A: x, B: y}')).toBe('A=x & B=y');
  expect(tree('{A: [x, y], B: z}')).toBe('(A=x | A=y) & B=z');
  expect(tree('[{A: x, B: y}, {C: z}]')).toBe('(A=x & B=y) | C=z');
  expect(tree('{A: [x, x]}')).toBe('A=x');
});

test('keywords stand anywhere in a text', () => {
  expect(tree('[one, two]')).toBe('=*one* | =*two*');
  expect(tree('one')).toBe('=*one*');
  expect(tree('[4, true]')).toBe('=*4* | =*true*');
  expect(tree("{'|all': [one, t*o]}")).toBe('=*one* & =*t*o*');
  expect(tree('[one, {A: x}]')).toBe('=*one* | A=x');
  expect(tree("{'|cased': One}")).toBe('==*One*');
  expect(tree("{'|neq': [one, two]}")).toBe('!(=*one* | =*two*)');
});

test('null, the empty string, numbers and truth values', () => {
  expect(tree('{A: null, B: ""}')).toBe('A null & B=');
  expect(tree('{A:}')).toBe('A null');
  expect(tree('{A: 4688, B: -1, C: 1.5, D: 0x1F, E: 18446744073709551615, F: 0xFFFFFFFFFFFFFFFF}')).toBe(
    'A=4688 & B=-1 & C=1.5 & D=31 & E=18446744073709551615 & F=18446744073709551615',
  );
  expect(tree('{A: true, B: False}')).toBe('A=true & B=false');
});

test('digits with leading zeros or an exponent are text, and yes is no truth value', () => {
  expect(tree('{A: [00000429, 1e3, 12E45], B: yes}')).toBe('(A=00000429 | A=1e3 | A=12E45) & B=yes');
});

test.each([
  [String.raw`C:\Windows\System32`, String.raw`C:\Windows\System32`],
  [String.raw`a\\b`, String.raw`a\b`],
  [String.raw`\\server`, String.raw`\server`],
  [String.raw`a\*b\?`, 'a[*]b[?]'],
  [String.raw`\temp\*`, String.raw`\temp[*]`],
  [String.raw`\temp\\*`, '\\temp\\*'],
  [String.raw`a\\\*b`, String.raw`a\[*]b`],
  [String.raw`a\\\\b`, String.raw`a\\b`],
  ['a\\', 'a\\'],
  ['**a*?*b', '*a?*b'],
  ['*?', '?*'],
])('the string %s means %s', (written, meant) => {
  expect(tree(`{A: '${written}'}`)).toBe(`A=${meant}`);
});

describe('modifiers', () => {
  test.each([
    ['A|contains: x', 'A=*x*'],
    ['A|startswith: x', 'A=x*'],
    ['A|endswith: x', 'A=*x'],
    ['A|contains: "*x*"', 'A=*x*'],
    ['A|contains: ""', 'A=*'],
    ['A|contains: 5', 'A=*5*'],
    ['A|contains|all: [x, y]', 'A=*x* & A=*y*'],
    ['A|all|contains: [x, y]', 'A=*x* & A=*y*'],
    ['A|cased: X', 'A==X'],
    ['A|contains|cased: X', 'A==*X*'],
    ['A|neq: x', '!A=x'],
    ['A|neq: [x, y]', '!(A=x | A=y)'],
    ['A|neq|all: [x, y]', '!(A=x & A=y)'],
    ['A|exists: true', 'A'],
    ['A|exists: false', 'no A'],
    ['A|exists|neq: true', 'no A'],
    ['A|re: "a.+B$"', 'A/a.+B$/'],
    ['A|re: "(?i)abc"', 'A/abc/i'],
    ['A|re: "(?s)(?im)abc"', 'A/abc/ims'],
    ['A|re|i: abc', 'A/abc/i'],
    ['A|re|s|m|ignorecase|multiline: abc', 'A/abc/ims'],
    ['A|re|contains: abc', 'A/abc/'],
    ['A|re: 4', 'A/4/'],
    ['A|cidr: 10.0.0.0/8', 'A in 10.0.0.0/8'],
    ['A|cidr: fe80::/10', 'A in fe80:0:0:0:0:0:0:0/10'],
    ['A|fieldref: B', 'A equals <B>'],
    ['A|fieldref|startswith: B', 'A startswith <B>'],
    ['A|fieldref|startswith|endswith: B', 'A contains <B>'],
    ['A|fieldref|neq: B', '!A equals <B>'],
    ['A|fieldref|cased: B', 'A equals cased <B>'],
    ['A|gt: 5', 'A gt 5'],
    ['A|lte: -1.5', 'A lte -1.5'],
    ['A|hour: 22', 'A.hour=22'],
    ['A|hour|gte: 22', 'A.hour=22 | A.hour=23'],
    ['A|hour: [22, 23]', 'A.hour=22 | A.hour=23'],
    ['A|week: 53', 'A.week=53'],
    ['A|hour|gt: 23', 'false'],
  ])('%s means %s', (item, meant) => {
    const [key, value] = item.split(/: (.*)/s) as [string, string];
    expect(tree(`{'${key}': ${value}}`)).toBe(meant);
  });

  test('windash: only what begins a word, also inside other modifiers', () => {
    expect(tree("{'A|windash': '-a-b /c -- - -_ x/y'}")).toBe('A=~a-b ~c -- - ~_ x/y');
    expect(tree("{'A|windash|contains': ' --flag'}")).toBe('A=* -~flag*');
    expect(tree("{'A|contains|windash': '-é'}")).toBe('A=*~é*');
    // A wildcard before the dash is no word.
    expect(tree("{'A|windash': 'a*-b'}")).toBe('A=a*~b');
  });

  test('base64 and its three offsets', () => {
    expect(tree("{'A|base64': foobar}")).toBe('A=Zm9vYmFy');
    expect(tree("{'A|base64offset|contains': foobar}")).toBe('A=*Zm9vYmFy* | A=*Zvb2Jhc* | A=*mb29iYX*');
    // Escaped wildcards are plain characters; lengths are those of bytes.
    expect(tree(String.raw`{'A|base64': 'a\*b'}`)).toBe(`A=${Buffer.from('a*b').toString('base64')}`);
    for (const word of ['cmd', 'whoami', 'été', 'ä', 'x'.repeat(20)])
      for (const before of ['', 'a', 'ab', 'abc'])
        for (const after of ['', 'z', 'zy', 'zyx']) {
          const whole = Buffer.from(before + word + after).toString('base64');
          const variants = tree(`{'A|base64offset|contains': ${word}}`)
            .split(' | ')
            .map((it) => it.slice(3, -1));
          expect(variants.some((variant) => whole.includes(variant))).toBe(true);
        }
  });

  test('wide text, with and without base64', () => {
    const base64 = (text: string, encoding: 'utf16le'): string => Buffer.from(text, encoding).toString('base64');
    expect(tree("{'A|wide|base64': cmd}")).toBe(`A=${base64('cmd', 'utf16le')}`);
    expect(tree("{'A|utf16le|base64': é}")).toBe(`A=${base64('é', 'utf16le')}`);
    expect(tree("{'A|utf16be|base64': cmd}")).toBe(`A=${Buffer.from('\0c\0m\0d').toString('base64')}`);
    expect(tree("{'A|utf16|base64': cmd}")).toBe(`A=${base64('\ufeffcmd', 'utf16le')}`);
    expect(tree("{'A|wide|contains': 'c*d'}")).toBe('A=*c\0*d\0*');
    expect(tree("{'A|utf16': c}")).toBe('A=\ufeffc\0');
    expect(tree("{'A|windash|base64': '-a'}").split(' | ')).toHaveLength(5);
  });

  test('placeholders take their values, patterns and lists among them', () => {
    const variables = { Servers: ['srv*', 'db'], Admin: 'adm_', Port: 22, none: [] };
    expect(tree("{'A|expand': '%Servers%'}", variables)).toBe('A=srv* | A=db');
    expect(tree("{'A|contains|expand': 'x%Admin%y'}", variables)).toBe('A=*xadm_y*');
    expect(tree("{'A|expand|endswith': '%Admin%%Servers%'}", variables)).toBe('A=*adm_srv* | A=*adm_db');
    expect(tree("{'A|expand': '%Port%'}", variables)).toBe('A=22');
    expect(tree(String.raw`{'A|expand': '\%plain%Admin%'}`, variables)).toBe('A=%plainadm_');
    expect(tree("{'A|re|expand': '^%Servers%[.]'}", variables)).toBe('A/^srv.*[.]/ | A/^db[.]/');
    // Values of one placeholder are alternatives, whatever links the list.
    expect(tree("{'A|expand|all': ['%Servers%', x]}", variables)).toBe('(A=srv* | A=db) & A=x');
    // Without `expand` percent signs mean nothing; a list without values matches nothing.
    expect(tree("{A: '%Servers%'}", variables)).toBe('A=%Servers%');
    expect(tree("{'A|expand': '%none%'}", variables)).toBe('false');
  });
});

test.each([
  ["{'A|contians': x}", 'modifier-unknown 7:20'],
  ["{'A|contains|contains': x}", 'modifier-twice 7:29'],
  ["{'|startswith': x}", 'modifier-needs-field 7:19'],
  ["{'|re': x}", 'modifier-needs-field 7:19'],
  ["{'A|contains|re': x}", 'modifier-order 7:34'],
  ["{'A|re': '(a'}", 'regex-invalid 7:25'],
  ["{'A|cidr': 10.1.0.0/8}", 'cidr-invalid 7:27'],
  ["{'A|cidr': [10.0.0.0/8, nonsense]}", 'cidr-invalid 7:40'],
  ["{'A|gt': '5'}", 'modifier-value 7:25'],
  ["{'A|exists': sure}", 'modifier-value 7:29'],
  ["{'A|contains': null}", 'modifier-value 7:31'],
  ["{'A|re|cased': a}", 'modifier-order 7:31'],
  ["{'A|i': a}", 'modifier-value 7:24'],
  ["{'A|hour': 24}", 'time-out-of-range 7:27'],
  ["{'A|hour': 1.5}", 'time-out-of-range 7:27'],
  ["{'A|base64': 'a*'}", 'wildcard-not-allowed 7:29'],
  ["{'A|fieldref': 'B*'}", 'wildcard-not-allowed 7:31'],
  ["{'A|wide': é}", 'not-encodable 7:27'],
  ["{'A|expand': '%Nobody%'}", 'placeholder-without-value 7:29'],
  ["{'A|expand': '%toString%'}", 'placeholder-without-value 7:29'],
  ['{A: {B: c}}', 'value-type 7:20'],
  ['{A: [x, [y]]}', 'value-type 7:24'],
  ['{A: []}', 'value-list-empty 7:20'],
  ['{}', 'selection-empty 7:16'],
  ['[]', 'selection-empty 7:16'],
  ['[x, null]', 'value-type 7:20'],
  ['', 'value-type 7:16'],
])('the selection %s is refused: %s', (selection, problem) => {
  expect(fault(selection)).toBe(problem);
});

test('a placeholder can come to many values, not to any number', () => {
  const many = { V: Array.from({ length: 101 }, (_, i) => `v${i}`) };
  expect(fault("{'A|expand': '%V%'}", many)).toBe('nothing');
  expect(fault("{'A|expand': '%V%%V%'}", many)).toBe('too-many-values 7:29');
});
