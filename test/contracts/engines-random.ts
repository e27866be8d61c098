import * as fc from 'fast-check';
import type { Node, PatternPart } from '../../src/sigma/rule/tree.ts';
import type { Made } from './engines-events.ts';

/**
 * Few fields, few texts, many odd ones among them: so that tests and records meet. None has a character beyond U+FFFF: the
 * JavaScript engine counts two for it in an expression, RE2 one (docs/guides/hunt-sql.md).
 */
const FIELDS = ['A', 'B', 'C d'];
const PIECES = [
  '',
  'a',
  'B',
  'ab',
  'aB',
  '%',
  '_',
  '\\',
  "'",
  '"',
  '\n',
  '\r',
  '\t',
  '-',
  '/',
  '–',
  '.',
  '*',
  '?',
  '^',
  '$',
  '[',
  ']',
  '(',
  ')',
  '{',
  '}',
  '|',
  '+',
  ' ',
  '\u00a0',
  'é',
  'É',
  'İ',
  'ı',
  'ſ',
  'K',
  'Σ',
  'ς',
  'ß',
  '1',
  '10',
  '-2',
  '\0',
  '\ufffd',
];
const ODD = [
  '10.0.0.1',
  '10.255.0.1',
  '::ffff:10.0.0.1',
  'fe80::1',
  '192.0.2.7',
  '3.5',
  '1e3',
  '2024-02-29T10:05:00Z',
  '2023-12-31 23:59:59',
  '2024-01-01T00:30:00+01:00',
];

const aText = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }).map((pieces) => pieces.join('')) },
  { weight: 2, arbitrary: fc.constantFrom(...ODD) },
);
const aField = fc.constantFrom(...FIELDS);
const aValue = fc.oneof(
  { weight: 6, arbitrary: aText },
  { weight: 2, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.array(aText, { maxLength: 3 }) },
);

export const someEvents: fc.Arbitrary<Made[]> = fc.array(
  fc
    .record({
      a: aValue,
      b: aValue,
      c: aValue,
      texts: fc.array(aText, { maxLength: 3 }),
      eventId: fc.constantFrom(1, 2),
    })
    .map(({ a, b, c, texts, eventId }) => ({ fields: { A: a, b, 'C d': c }, texts, eventId })),
  { minLength: 10, maxLength: 40 },
);

const aWild: fc.Arbitrary<PatternPart> = fc.constantFrom<PatternPart[]>(
  { wild: 'many' },
  { wild: 'many' },
  { wild: 'one' },
  { wild: 'dash' },
);
/** As the rule reader makes them: no two texts and no two `many` in a row, no empty text except alone. */
const aPattern = fc.array(fc.oneof(aText, aWild), { maxLength: 5 }).map((parts) => {
  const out: PatternPart[] = [];
  for (const part of parts) {
    const last = out[out.length - 1];
    if (part === '' || (isMany(part) && isMany(last))) continue;
    if (typeof part === 'string' && typeof last === 'string') out[out.length - 1] = last + part;
    else out.push(part);
  }
  return out;
});
const isMany = (part: PatternPart | undefined): boolean => typeof part === 'object' && part.wild === 'many';

const EXPRESSIONS = [
  'a',
  '^a',
  'a$',
  '^$',
  '.',
  '^.$',
  'a.b',
  'a.*b.*',
  '[^a]',
  '\\s',
  '\\S+',
  '\\w{1,2}',
  'a|^b',
  '(?:ab)?[a-c]',
  'é',
  'k',
  's',
  '[j-l]',
  'σ',
  'a(?!b)',
  '(?<=a)b',
  '(a)\\1',
  '\\bab',
  '\\x61',
  '\\u00e9',
  '[\\d.]+',
  '\\/',
  '^\\\\',
  '{',
  ']',
  '\\$',
  'a{2,}',
  'i',
  '\\D',
  '^a$',
  '(?<n>a)b',
];

const aPredicate: fc.Arbitrary<Node> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ op: fc.constant('string' as const), field: aField, pattern: aPattern, cased: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ op: fc.constant('keyword' as const), pattern: aPattern, cased: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({
      op: fc.constant('regex' as const),
      field: aField,
      source: fc.constantFrom(...EXPRESSIONS),
      flags: fc.constantFrom('', 'i', 's', 'm', 'im'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      op: fc.constant('cidr' as const),
      field: aField,
      network: fc.constantFrom('10.0.0.0/8', '0.0.0.0/0', '::/0', 'fe80::/64', '192.0.2.7'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      op: fc.constant('compare' as const),
      field: aField,
      how: fc.constantFrom('lt', 'lte', 'gt', 'gte'),
      than: fc.constantFrom(0, 1, 3.5, -2, 1000, 10),
    }),
  },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('exists' as const), field: aField, is: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('null' as const), field: aField }) },
  {
    weight: 2,
    arbitrary: fc.record({
      op: fc.constant('fieldref' as const),
      field: aField,
      other: aField,
      how: fc.constantFrom('equals', 'contains', 'startswith', 'endswith'),
      cased: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Node[]>(
      { op: 'timepart', field: 'A', part: 'year', is: 2024 },
      { op: 'timepart', field: 'B', part: 'week', is: 1 },
      { op: 'timepart', field: 'B', part: 'hour', is: 23 },
      { op: 'timepart', field: 'A', part: 'minute', is: 5 },
      { op: 'const', is: true },
      { op: 'const', is: false },
    ),
  },
);

export const aTree: fc.Arbitrary<Node> = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    aPredicate,
    fc.record({
      op: fc.constantFrom('and' as const, 'or' as const),
      of: fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
    }),
    fc.record({ op: fc.constant('not' as const), of: tie('node') }),
  ),
})).node;
