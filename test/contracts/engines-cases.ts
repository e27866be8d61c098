import type { Node, PatternPart } from '../../src/sigma/rule/tree.ts';
import type { Made } from './engines-events.ts';

/** Text in which `*` is any number of characters, `?` one and `~` a dash. */
export function pattern(text: string): PatternPart[] {
  return text
    .split(/([*?~])/)
    .filter((part) => part !== '')
    .map((part) => WILD[part] ?? part);
}
const WILD: Record<string, PatternPart> = { '*': { wild: 'many' }, '?': { wild: 'one' }, '~': { wild: 'dash' } };

export const is = (field: string, text: string, cased = false): Node => ({
  op: 'string',
  field,
  pattern: pattern(text),
  cased,
});
export const not = (of: Node): Node => ({ op: 'not', of });
export const all = (...of: Node[]): Node => ({ op: 'and', of });
export const any = (...of: Node[]): Node => ({ op: 'or', of });
export const regex = (field: string, source: string, flags = ''): Node => ({ op: 'regex', field, source, flags });
export const keyword = (text: string, cased = false): Node => ({ op: 'keyword', pattern: pattern(text), cased });

/** A tree, records, and which of them it holds for (the first is 1). */
export interface Case {
  readonly name: string;
  readonly tree: Node;
  readonly events: readonly Made[];
  readonly hits: readonly number[];
}

const A = (...values: Made['fields'][string][]): Made[] =>
  values.map((value) => ({ fields: value === undefined ? { Other: 'x' } : { A: value, Other: 'x' } }));

export const CASES: readonly Case[] = [
  {
    name: 'a missing field does not hide what a negation leaves',
    tree: all(is('Other', 'x'), not(is('A', '*bad*'))),
    events: A('good', 'BAD', undefined, null, ''),
    hits: [1, 3, 4, 5],
  },
  {
    name: 'a missing field in an or',
    tree: any(is('A', 'a'), is('Other', 'x')),
    events: A('a', undefined),
    hits: [1, 2],
  },
  {
    name: 'a negation of an and with a missing field',
    tree: not(all(is('A', 'a'), is('Other', 'x'))),
    events: A('a', 'b', undefined),
    hits: [2, 3],
  },
  { name: 'double negation', tree: not(not(is('A', 'a'))), events: A('a', 'b', undefined), hits: [1] },
  { name: 'a field that no record has', tree: any(is('Nowhere', 'a'), is('A', 'a')), events: A('a', 'b'), hits: [1] },
  {
    name: 'null: missing or without a value',
    tree: { op: 'null', field: 'A' },
    events: A('a', '', null, undefined, []),
    hits: [3, 4, 5],
  },
  {
    name: 'exists',
    tree: { op: 'exists', field: 'A', is: true },
    events: A('a', '', null, undefined, []),
    hits: [1, 2, 3, 5],
  },
  {
    name: 'exists: false',
    tree: { op: 'exists', field: 'A', is: false },
    events: A('a', '', null, undefined),
    hits: [4],
  },
  { name: 'the empty text', tree: is('A', ''), events: A('a', '', null, undefined, ['b', '']), hits: [2, 5] },
  { name: 'anything', tree: is('A', '*'), events: A('a', '', null, undefined, ['b', '']), hits: [1, 2, 5] },
  {
    name: 'one character',
    tree: is('A', '?'),
    events: A('a', '', 'ab', 'é', '😀', undefined, ['ab', 'c']),
    hits: [1, 4, 5, 7],
  },
  {
    name: 'several values: one is enough',
    tree: is('A', '*b'),
    events: A(['a', 'ab'], ['a', 'ba'], 'ab'),
    hits: [1, 3],
  },
  { name: 'several values: not of any', tree: not(is('A', 'a')), events: A(['a', 'b'], ['c', 'b']), hits: [2] },
  {
    name: 'several values do not run together',
    tree: is('A', '*a*b*'),
    events: A(['xa', 'bx'], ['xaxb', 'c']),
    hits: [2],
  },
  {
    name: 'several tests may hold for different values',
    tree: all(is('A', 'a'), is('A', 'b')),
    events: A(['a', 'b'], 'a'),
    hits: [1],
  },
  {
    name: 'case does not count',
    tree: is('A', '*CmD.Exe'),
    events: A('C:\\CMD.EXE', 'cmd.exe', 'cmd.ex'),
    hits: [1, 2],
  },
  {
    name: 'case counts when cased',
    tree: is('A', '*Cmd*', true),
    events: A('Cmd', 'cmd', ['x', 'aCmd']),
    hits: [1, 3],
  },
  {
    name: 'letters beyond ASCII without case',
    tree: is('A', 'ÄÖÉΣЖİ'),
    events: A('äöéσжi', 'ÄÖÉΣЖi', 'äöéςжi', 'aoe'),
    hits: [1, 2],
  },
  {
    name: 'a list of texts',
    tree: any(is('A', 'a'), is('A', 'B'), is('A', '*c*')),
    events: A('A', 'b', 'xcx', 'd', ['d', 'b']),
    hits: [1, 2, 3, 5],
  },
  {
    name: 'special characters are themselves',
    tree: is('A', '*100%_\'\\x"*'),
    events: A('a 100%_\'\\X" b', 'a 100xx\'\\x" b'),
    hits: [1],
  },
  {
    name: 'special characters between gaps',
    tree: is('A', "*%_\\'*\\*"),
    events: A("100%_\\'x\\y", "100xx\\'x\\y", "%_\\'"),
    hits: [1],
  },
  {
    name: 'gaps in order',
    tree: is('A', 'a*b*c'),
    events: A('abc', 'a-b-c', 'acb', 'abcd', 'a\nb\nc'),
    hits: [1, 2, 5],
  },
  {
    name: 'dashes',
    tree: is('A', '*x ~enc*'),
    events: A('x -enc', 'X /ENC', 'x –enc', 'x —enc', 'x ―enc', 'x enc', 'x _enc'),
    hits: [1, 2, 3, 4, 5],
  },
  {
    name: 'a question mark between texts',
    tree: is('A', '*a?b*'),
    events: A('xaxbx', 'ab', 'a\nb', 'a😀b'),
    hits: [1, 3, 4],
  },
  {
    name: 'a dollar, a caret and brackets',
    tree: is('A', '^a?[b]$(c)'),
    events: A('^ax[b]$(c)', '^ax[c]$(c)'),
    hits: [1],
  },
  { name: 'control characters', tree: is('A', '*a\tb\n*c*'), events: A('a\tb\nc', 'a b c'), hits: [1] },
  { name: 'the character NUL', tree: is('A', '*a\0b*'), events: A('xa\0bx', 'ab'), hits: [1] },
  {
    name: 'an expression is found anywhere',
    tree: regex('A', 'c+md'),
    events: A('xccmdx', 'CMD', 'cd', undefined, ['a', 'cmd']),
    hits: [1, 5],
  },
  {
    name: 'an expression without case',
    tree: regex('A', 'cmd', 'i'),
    events: A('CMD', 'cMd', 'c', 'xcmdx'),
    hits: [1, 2, 4],
  },
  {
    name: 'an expression with anchors',
    tree: regex('A', '^a.c$'),
    events: A('abc', 'xabc', 'a\nc', 'abc\n', ['x', 'abc']),
    hits: [1, 5],
  },
  {
    name: 'an expression that an empty text fulfils',
    tree: regex('A', '^a*$'),
    events: A('', 'aa', 'b', undefined, null, ['b', '']),
    hits: [1, 2, 6],
  },
  { name: 'a point that is any character', tree: regex('A', 'a.c', 's'), events: A('a\nc', 'abc', 'ac'), hits: [1, 2] },
  {
    name: 'a point is no end of a line',
    tree: regex('A', 'a.c'),
    events: A('a\nc', 'abc', 'a\rc', 'a\u2028c'),
    hits: [2],
  },
  {
    name: 'a point and two stars (RE2 in the matcher)',
    tree: regex('A', 'a.*b.*c'),
    events: A('abc', 'a\nbc', 'xaybzc'),
    hits: [1, 3],
  },
  {
    name: 'a class, counts and alternatives',
    tree: regex('A', '(?:ab|cd){2}[^x-z\\d]'),
    events: A('abcd!', 'abcdx', 'abab5', 'ababQ'),
    hits: [1, 4],
  },
  {
    name: 'white space',
    tree: regex('A', 'a\\sb'),
    events: A('a b', 'a\u00a0b', 'a\u3000b', 'ab', 'a\vb'),
    hits: [1, 2, 3, 5],
  },
  { name: 'looking ahead', tree: regex('A', 'a(?!b)'), events: A('ab', 'ac', 'a'), hits: [2, 3] },
  {
    name: 'looking ahead below a negation',
    tree: all(is('A', 'a*'), not(regex('A', 'a(?=b)'))),
    events: A('ab', 'ac', undefined),
    hits: [2],
  },
  {
    name: 'an address in a network',
    tree: { op: 'cidr', field: 'A', network: '10.0.0.0/8' },
    events: A('10.1.2.3', '11.1.2.3', '010.1', '::ffff:10.0.0.1', 'x', undefined, ['x', '10.0.0.0']),
    hits: [1, 4, 7],
  },
  {
    name: 'an address in a network of IPv6',
    tree: { op: 'cidr', field: 'A', network: 'fe80::/10' },
    events: A('fe80::1', 'FEBF::', 'fec0::1', '::1', '1.2.3.4'),
    hits: [1, 2],
  },
  {
    name: 'less than',
    tree: { op: 'compare', field: 'A', how: 'lt', than: 10 },
    events: A('9', '10', '-5', '1e0', 'x', '', undefined, '9.99', ['x', '3']),
    hits: [1, 3, 4, 8, 9],
  },
  {
    name: 'at most, at least, more',
    tree: all(
      { op: 'compare', field: 'A', how: 'lte', than: 2 },
      { op: 'compare', field: 'A', how: 'gte', than: -1 },
      { op: 'compare', field: 'A', how: 'gt', than: -1 },
    ),
    events: A('2', '-1', '-0', '3', '0.5'),
    hits: [1, 3, 5],
  },
  {
    name: 'two fields',
    tree: { op: 'fieldref', field: 'A', other: 'B', how: 'equals', cased: false },
    events: [
      { fields: { A: 'x', B: 'X' } },
      { fields: { A: 'x' } },
      { fields: {} },
      { fields: { A: '', B: '' } },
      { fields: { A: ['x', 'y'], B: ['z', 'Y'] } },
      { fields: { A: 'a', B: 'b' } },
    ],
    hits: [1, 4, 5],
  },
  {
    name: 'a field in another',
    tree: { op: 'fieldref', field: 'A', other: 'B', how: 'contains', cased: true },
    events: [
      { fields: { A: 'xyz', B: 'y' } },
      { fields: { A: 'xyz', B: 'Y' } },
      { fields: { A: 'xyz', B: '' } },
      { fields: { A: '', B: '' } },
      { fields: { A: 'x' } },
      { fields: { A: ['äöü', 'q'], B: 'ö' } },
    ],
    hits: [1, 3, 4, 6],
  },
  {
    name: 'a field at the start of another',
    tree: { op: 'fieldref', field: 'A', other: 'B', how: 'startswith', cased: false },
    events: [{ fields: { A: 'Äbc', B: 'äb' } }, { fields: { A: 'abc', B: 'bc' } }, { fields: { A: 'a', B: 'ab' } }],
    hits: [1],
  },
  {
    name: 'a field at the end of another',
    tree: { op: 'fieldref', field: 'A', other: 'B', how: 'endswith', cased: false },
    events: [
      { fields: { A: 'abÄ', B: 'BÄ' } },
      { fields: { A: 'abc', B: 'ab' } },
      { fields: { A: 'a', B: 'ba' } },
      { fields: { A: 'a', B: '' } },
    ],
    hits: [1, 4],
  },
  {
    name: 'parts of a time',
    tree: all(
      { op: 'timepart', field: 'A', part: 'hour', is: 23 },
      { op: 'timepart', field: 'A', part: 'week', is: 1 },
    ),
    events: A('2024-01-01T23:59:00Z', '2024-01-02 01:30:00+02:00', '2024-01-01T22:00:00Z', 'x', undefined),
    hits: [1, 2],
  },
  {
    name: 'keywords',
    tree: keyword('*mimi?atz*'),
    events: [
      { fields: { A: 'x' }, texts: ['a', 'run MIMIKATZ now'] },
      { fields: {}, texts: ['mimi', 'katz'] },
      { fields: {}, texts: [] },
    ],
    hits: [1],
  },
  {
    name: 'a whole text as a keyword',
    tree: any(keyword('abc'), keyword('DEF', true)),
    events: [
      { fields: {}, texts: ['x', 'ABC'] },
      { fields: {}, texts: ['xabc'] },
      { fields: {}, texts: ['DEF'] },
      { fields: {}, texts: ['def'] },
    ],
    hits: [1, 3],
  },
  {
    name: 'never and always',
    tree: any({ op: 'const', is: false }, all({ op: 'const', is: true }, not({ op: 'const', is: false }))),
    events: A('a', undefined),
    hits: [1, 2],
  },
];
