import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FieldSource, FieldTable, fieldKey, type Value } from '../../base/fields.ts';
import type { Route } from '../logsource/route.ts';
import { viewer } from '../logsource/views.ts';
import type { Node, Pattern, Rule } from '../rule/tree.ts';
import { evaluate } from './evaluate.ts';
import { compileMatcher, type MatchEvent } from './matcher.ts';
import { planOf } from './plan.ts';

const ANY: Route = {
  source: { kind: 'windows', channels: null, eventIds: null, providers: null },
  where: null,
  view: null,
};
const MANY = { wild: 'many' } as const;
const has = (field: string, text: string): Node => ({ op: 'string', field, pattern: [MANY, text, MANY], cased: false });
const ends = (field: string, text: string): Node => ({ op: 'string', field, pattern: [MANY, text], cased: false });
const is = (field: string, text: string): Node => ({ op: 'string', field, pattern: [text], cased: false });
const word = (text: string): Node => ({ op: 'keyword', pattern: [MANY, text, MANY], cased: false });
const not = (of: Node): Node => ({ op: 'not', of });
const all = (...of: Node[]): Node => ({ op: 'and', of });
const any = (...of: Node[]): Node => ({ op: 'or', of });

function rule(where: Node, routes: readonly Route[] = [ANY]): Rule {
  return { kind: 'rule', id: '', where, routes } as unknown as Rule;
}

function event(values: Record<string, Value>, fields: FieldTable, origin: Partial<MatchEvent> = {}): MatchEvent {
  const byKey = new Map(Object.entries(values).map(([name, value]) => [fieldKey(name), value]));
  return {
    channel: 'Log',
    eventId: 1,
    provider: '',
    product: 'windows',
    category: '',
    service: '',
    ...origin,
    value: (id) => byKey.get(fieldKey(fields.names[id]!)),
    texts: () => Object.values(values).flatMap((value) => (value === null ? [] : (value ?? []))),
  };
}

/** Numbers of the rules that match, in the order they are reported. */
function hits(rules: readonly Rule[], values: Record<string, Value>, origin: Partial<MatchEvent> = {}): number[] {
  const fields = new FieldTable();
  const matcher = compileMatcher(rules, fields);
  const found: number[] = [];
  matcher.match(event(values, fields, origin), (number) => found.push(number));
  return found;
}

test('rules match by the fields of a record, whatever the case', () => {
  const rules = [
    rule(all(ends('Image', '\\whoami.exe'), has('CommandLine', '/PRIV'))),
    rule(all(ends('Image', '\\whoami.exe'), not(has('CommandLine', '/priv')))),
    rule(is('User', 'root')),
    rule(word('who')),
  ];
  expect(hits(rules, { Image: 'C:\\WHOAMI.exe', CommandLine: 'whoami /priv' })).toEqual([0, 3]);
  expect(hits(rules, { Image: 'C:\\whoami.exe' })).toEqual([1, 3]);
  expect(hits(rules, { User: ['nobody', 'Root'] })).toEqual([2]);
  expect(hits(rules, {})).toEqual([]);
});

test('a missing field fulfils only null and exists: false', () => {
  const rules = [
    rule({ op: 'null', field: 'A' }),
    rule({ op: 'exists', field: 'A', is: false }),
    rule({ op: 'exists', field: 'A', is: true }),
    rule(is('A', '')),
    rule(not(is('A', 'x'))),
  ];
  expect(hits(rules, {})).toEqual([0, 1, 4]);
  expect(hits(rules, { A: null })).toEqual([0, 2, 4]);
  expect(hits(rules, { A: '' })).toEqual([2, 3, 4]);
});

test('routes decide which records a rule sees, and a rule hits once', () => {
  const windows = (channels: string[] | null, eventIds: number[] | null, providers: string[] | null = null): Route => ({
    ...ANY,
    source: { kind: 'windows', channels, eventIds, providers },
  });
  const zeek: Route = { ...ANY, source: { kind: 'named', product: 'zeek', category: null, service: 'dns' } };
  const always: Node = { op: 'const', is: true };
  const rules = [
    rule(always, [windows(['security'], [4688]), windows(['security'], null)]),
    rule(always, [windows(['security'], [1, 2], ['provider'])]),
    rule(always, [zeek]),
    rule(always, [{ ...windows(null, null), where: is('Type', 'a') }, zeek]),
  ];
  expect(hits(rules, {}, { channel: 'Security', eventId: 4688 })).toEqual([0]);
  expect(hits(rules, { Type: 'A' }, { channel: 'Security', eventId: 2, provider: 'Provider' })).toEqual([0, 1, 3]);
  expect(hits(rules, { Type: 'A' }, { channel: '', product: 'zeek', service: 'dns' })).toEqual([2, 3]);
  expect(hits(rules, { Type: 'A' }, { channel: '', product: 'zeek', service: 'http' })).toEqual([]);
});

test('a rule that asks for the event id is left out of other kinds of records', () => {
  const fields = new FieldTable();
  const rules = [rule(all(is('EventID', '7045'), not(has('ImagePath', 'c:\\windows')))), rule(is('EventID', '7036'))];
  const matcher = compileMatcher(rules, fields);
  const found: number[] = [];
  const match = (values: Record<string, Value>, eventId: number) =>
    matcher.match(event(values, fields, { eventId }), (number) => found.push(number));
  match({ EventID: '7045', ImagePath: 'x' }, 7045);
  expect(found).toEqual([0]);
  expect(matcher.counts.candidates).toBe(1);
  // The record's own field is what counts where a reader derived another number.
  match({ EventID: '7036.0', ImagePath: 'x' }, 7036);
  match({ EventID: '7036' }, 7045);
  expect(found).toEqual([0, 1]);
});

test('rules are evaluated on the view of their route', () => {
  const fields = new FieldTable();
  const view: Route = { ...ANY, view: 'process' };
  const rules = [rule(is('Image', 'a'), [view]), rule(is('NewProcessName', 'a')), rule(is('Image', 'a'), [ANY, view])];
  const matcher = compileMatcher(rules, fields, (name, table) => (source) => ({
    value: (id) => source.value(name === 'process' && table.names[id] === 'Image' ? table.id('NewProcessName') : id),
    texts: () => source.texts(),
  }));
  const found: [number, Value][] = [];
  matcher.match(event({ NewProcessName: 'A' }, fields), (number, seen) =>
    found.push([number, seen.value(fields.id('Image'))]),
  );
  expect(found).toEqual([
    [0, 'A'],
    [1, undefined],
    [2, 'A'],
  ]);
});

test('the fields that made a rule match', () => {
  const fields = new FieldTable();
  const where = all(
    any(ends('Image', '\\a.exe'), is('OriginalFileName', 'A.exe')),
    any(all(has('CommandLine', 'x'), has('User', 'y')), has('CommandLine', 'z')),
    not(is('Parent', 'p')),
    word('secret'),
  );
  const matcher = compileMatcher([rule(where)], fields);
  const values = { Image: 'C:\\a.exe', CommandLine: 'z', User: 'u', Parent: 'q', Note: 'The Secret' };
  expect(matcher.matchedFields(0, event(values, fields))).toEqual({
    Image: 'C:\\a.exe',
    CommandLine: 'z',
    keyword: 'The Secret',
  });
});

test('a long list of texts is searched one by one at first, then all at once, with the same result', () => {
  const fields = new FieldTable();
  const words = Array.from({ length: 40 }, (_, n) => `word-${n}-`);
  const where = all(any(...words.map((text) => has('A', text))), not(has('A', 'none')));
  const matcher = compileMatcher([rule(where)], fields);
  for (let n = 0; n < 80; n++) {
    const found: number[] = [];
    // Another value each time: what is known of a value is not asked again.
    matcher.match(event({ A: `${n} WORD-${n}- x` }, fields), (number) => found.push(number));
    expect([n, found]).toEqual([n, n < 40 ? [0] : []]);
  }
});

test('a few rules of a pack run under the numbers of their choice', () => {
  const rules = [rule(has('A', 'x')), rule(is('B', 'x')), rule(word('x')), rule(has('A', 'y'))];
  const fields = new FieldTable();
  const matcher = compileMatcher(rules, fields, viewer, { plan: planOf(rules), run: [0, 2, 3] });
  const found: number[] = [];
  const one = event({ A: 'xxxx y', B: 'x' }, fields);
  matcher.match(one, (number) => found.push(number));
  expect(found).toEqual([0, 1, 2]);
  expect(matcher.matchedFields(2, one)).toEqual({ A: 'xxxx y' });
});

const FIELDS = ['A', 'B', 'C C', 'EventID'];
const ATOMS = [
  'a',
  'B',
  'ab',
  '\\x.exe',
  'q\\x.exe',
  '-e',
  'powershell',
  'invoke-Mimikatz',
  '7',
  '10.0.0.1',
  'É',
  'İ',
  '🦊',
  '1',
];
const text = fc.array(fc.constantFrom(...ATOMS, ' ', '/', '–'), { maxLength: 4 }).map((parts) => parts.join(''));
const part = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ATOMS) },
  { weight: 1, arbitrary: fc.constantFrom({ wild: 'one' as const }, { wild: 'dash' as const }) },
  { weight: 2, arbitrary: fc.constant(MANY) },
);
const pattern: fc.Arbitrary<Pattern> = fc
  .array(part, { maxLength: 5 })
  .map((parts) => parts.filter((one, i) => one !== MANY || parts[i - 1] !== MANY));
const field = fc.constantFrom(...FIELDS);
const predicate: fc.Arbitrary<Node> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ op: fc.constant('string' as const), field, pattern, cased: fc.boolean() }) },
  fc.record({ op: fc.constant('keyword' as const), pattern, cased: fc.boolean() }),
  fc.record({
    op: fc.constant('regex' as const),
    field,
    source: fc.constantFrom('a+b', '^(a|ab)*$', 'x\\.exe$', '\\d'),
    flags: fc.constantFrom('', 'i'),
  }),
  fc.record({ op: fc.constant('exists' as const), field, is: fc.boolean() }),
  fc.record({ op: fc.constant('null' as const), field }),
  fc.record({ op: fc.constant('cidr' as const), field, network: fc.constantFrom('10.0.0.0/8', '::/0') }),
  fc.record({
    op: fc.constant('compare' as const),
    field,
    how: fc.constantFrom('lt' as const, 'gte' as const),
    than: fc.constantFrom(1, 7),
  }),
  fc.record({
    op: fc.constant('fieldref' as const),
    field,
    other: field,
    how: fc.constantFrom('equals' as const, 'contains' as const, 'startswith' as const, 'endswith' as const),
    cased: fc.boolean(),
  }),
  fc.record({ op: fc.constant('const' as const), is: fc.boolean() }),
);
const { tree } = fc.letrec<{ tree: Node }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    { weight: 3, arbitrary: predicate },
    {
      weight: 2,
      arbitrary: fc.record({ op: fc.constant('and' as const), of: fc.array(tie('tree'), { maxLength: 4 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ op: fc.constant('or' as const), of: fc.array(tie('tree'), { maxLength: 12 }) }),
    },
    { weight: 1, arbitrary: fc.record({ op: fc.constant('not' as const), of: tie('tree') }) },
  ),
}));
const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: text },
  fc.array(text, { maxLength: 3 }),
  fc.constantFrom(null, undefined),
);
const values = fc.record({ A: value, B: value, 'C C': value, EventID: fc.constantFrom('7', '1', undefined) });

test('the matcher agrees with the plain evaluation of every tree', () => {
  fc.assert(
    fc.property(
      fc.array(tree, { minLength: 1, maxLength: 12 }),
      fc.array(values, { minLength: 1, maxLength: 10 }),
      (trees, records) => {
        const fields = new FieldTable();
        const matcher = compileMatcher(
          trees.map((where) => rule(where)),
          fields,
        );
        // Twice: the second time values are known.
        for (const record of [...records, ...records]) {
          const one = event(record, fields, { eventId: Number(record.EventID ?? -1) });
          const found: number[] = [];
          matcher.match(one, (number) => found.push(number));
          const wanted = trees.flatMap((where, i) => (evaluate(where, one as FieldSource, fields) ? [i] : []));
          expect(found).toEqual(wanted);
        }
      },
    ),
    { numRuns: 300 },
  );
});
