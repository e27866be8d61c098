import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AliasStatement, NamingPolicy, Relation } from '../../model/name.ts';
import { effectOf } from './explain.ts';
import { indexNames } from './name-index.ts';
import { POLICIES, policyOf } from './policies.ts';
import { actorsUnder } from './under.ts';

const TWO = policyOf('two')!;
const EVERYONE = policyOf('everyone')!;

let count = 0;
/** "MITRE: A same B" by one word; a list's word gives the entry that A heads. */
function say(line: string, more: Partial<AliasStatement> = {}): AliasStatement {
  const [, speaker, a, relation, b] = /^(\w+): (\w+) (same|overlaps|part-of|distinct) (\w+)$/.exec(line)!;
  return {
    id: `s${++count}`,
    names: [a!, b!],
    relation: relation as Relation,
    certainty: 'certain',
    speaker: speaker!,
    via: null,
    said: '2020-01-01',
    origin: speaker!,
    entries: [null, null],
    citation: null,
    source: 'shipped',
    ...more,
  };
}
const listed = (line: string, entry: string): AliasStatement => say(line, { entries: [entry, null] });

/** Actors as lines of names; names carried by others too stand in brackets. */
function actors(policy: NamingPolicy, statements: readonly AliasStatement[]): string[] {
  const index = indexNames(statements);
  return actorsUnder(policy, index)
    .actors.map(({ names, shared }) => {
      const words = names.map((it) => index.spellings[it]!);
      const own = words.slice(0, words.length - shared).sort();
      return [...own, ...words.slice(words.length - shared).map((it) => `(${it})`)].join(' ');
    })
    .sort();
}

test('one word joins under everyone’s policy, two origins are needed under the other', () => {
  const statements = [say('Alpha: A same B'), say('Beta: A same B'), say('Alpha: B same C')];
  expect(actors(EVERYONE, statements)).toEqual(['A B C']);
  expect(actors(TWO, statements)).toEqual(['A B', 'C']);
  expect(actors(policyOf('none')!, statements)).toEqual(['A', 'B', 'C']);
});

test('the word of a speaker who does not count joins nothing', () => {
  const statements = [say('MITRE: A same B'), say('Alpha: B same C')];
  expect(actors(policyOf('mitre')!, statements)).toEqual(['A B', 'C']);
});

test('an echo is no second origin', () => {
  const statements = [say('Alpha: A same B'), say('Beta: A same B', { origin: 'Alpha' })];
  expect(actors(TWO, statements)).toEqual(['A', 'B']);
});

test('a report that a list cites for a name is no second origin beside the list', () => {
  const report = { title: 'Vendor report', url: 'https://www.vendor.example/two-names' };
  const list = say('MITRE: A same B', { entries: ['attack/groups:G1', null], citation: report });
  const same = { citation: { ...report, url: 'http://vendor.example/two-names/' } };
  expect(actors(TWO, [list, say('Vendor: B same A', same)])).toEqual(['A', 'B']);
  expect(
    actors(TWO, [list, say('Vendor: B same A', { citation: { ...report, url: 'https://vendor.example/other' } })]),
  ).toEqual(['A B']);
  // Cited for another name, the report is an origin of its own.
  expect(actors(TWO, [{ ...list, names: ['A', 'C'] }, say('Vendor: A same B', same), say('Beta: A same B')])).toEqual([
    'A B',
    'C',
  ]);
});

test('two names of one entry are tied by the entry, whoever heads it', () => {
  const statements = [
    listed('MITRE: A same X', 'm:1'),
    listed('MITRE: A same Y', 'm:1'),
    listed('Galaxy: X same Y', 'g:1'),
    listed('Galaxy: X same Z', 'g:1'),
  ];
  expect(actors(TWO, statements)).toEqual(['A', 'X Y', 'Z']);
  expect(actors(EVERYONE, statements)).toEqual(['A X Y Z']);
});

test('spellings that differ in case, white space and hyphens are one name', () => {
  const statements = [say('Alpha: APT28 same Bear'), { ...say('Beta: A same B'), names: ['APT-28', 'bear'] as const }];
  expect(actors(TWO, statements)).toEqual(['APT-28 Bear']);
});

test('a name that one list gives to two actors stands with both and joins none, unless the policy says so', () => {
  const statements = [
    listed('MITRE: A same B', 'm:1'),
    listed('MITRE: A same N', 'm:1'),
    listed('MITRE: X same Y', 'm:2'),
    listed('MITRE: X same N', 'm:2'),
  ];
  const mitre = policyOf('mitre')!;
  expect(actors(mitre, statements)).toEqual(['A B (N)', 'X Y (N)']);
  expect(actors({ ...mitre, shared: 'join' }, statements)).toEqual(['A B N X Y']);
  const index = indexNames(statements);
  const { disputed } = actorsUnder(mitre, index);
  expect([...disputed.keys()].map((it) => index.spellings[it])).toEqual(['N']);
});

test('two entries that list each other’s name stay two actors', () => {
  const statements = [listed('MITRE: A same B', 'm:1'), listed('MITRE: B same A', 'm:2')];
  expect(actors(policyOf('mitre')!, statements)).toEqual(['A (B)', 'B (A)']);
});

test('entries that their own list calls the same are one actor, and share nothing', () => {
  const statements = [
    listed('MITRE: A same N', 'm:1'),
    listed('MITRE: X same N', 'm:2'),
    say('MITRE: X same A', { entries: ['m:2', 'm:1'] }),
  ];
  expect(actors(policyOf('mitre')!, statements)).toEqual(['A N X']);
});

test('what somebody calls distinct is kept apart, by leaving out the weakest tie', () => {
  const statements = [
    say('Alpha: A same B'),
    say('Beta: A same B'),
    say('Alpha: B same C'),
    say('Gamma: A distinct C'),
  ];
  expect(actors(EVERYONE, statements)).toEqual(['A B', 'C']);
  expect(actors({ ...EVERYONE, forbids: 0 }, statements)).toEqual(['A B C']);
  expect(actors({ ...EVERYONE, forbids: 2 }, statements)).toEqual(['A B C']);
  const index = indexNames(statements);
  const under = actorsUnder(EVERYONE, index);
  const effects = index.statements.map((it, at) => `${it.names.join('-')} ${effectOf(under, index, at)}`);
  expect(effects.sort()).toEqual(['A-B ties', 'A-B ties', 'A-C forbids', 'B-C overruled']);
});

test('why a statement did nothing', () => {
  const why = (policy: NamingPolicy, statements: readonly AliasStatement[]): string[] => {
    const index = indexNames(statements);
    const under = actorsUnder(policy, index);
    return statements.map(({ id }) =>
      effectOf(
        under,
        index,
        index.statements.findIndex((it) => it.id === id),
      ),
    );
  };
  expect(why(TWO, [say('Alpha: A same B')])).toEqual(['origins']);
  expect(why(TWO, [say('Alpha: A overlaps B')])).toEqual(['relation']);
  expect(why(TWO, [say('Alpha: A same B', { certainty: 'possible' })])).toEqual(['certainty']);
  expect(why(policyOf('mitre')!, [say('Alpha: A same B')])).toEqual(['speaker']);
  expect(
    why(policyOf('mitre')!, [
      listed('MITRE: A same N', 'm:1'),
      listed('MITRE: X same N', 'm:2'),
      say('MITRE: N same Q'),
    ]),
  ).toEqual(['ties', 'ties', 'ties']);
});

const NAMES = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
const statement = fc
  .record({
    a: fc.constantFrom(...NAMES),
    b: fc.constantFrom(...NAMES),
    relation: fc.constantFrom<Relation>('same', 'same', 'same', 'overlaps', 'distinct'),
    speaker: fc.constantFrom('MITRE', 'Microsoft', 'Delta'),
    entry: fc.constantFrom(null, null, 1, 2, 3),
    certainty: fc.constantFrom<AliasStatement['certainty']>('certain', 'probable', 'possible'),
  })
  .map(({ a, b, relation, speaker, entry, certainty }): AliasStatement => {
    const key = entry === null || relation !== 'same' ? null : `${speaker}:${entry}`;
    const names = [key ? NAMES[entry!]! : a, b] as const;
    return {
      ...say(`X: A same B`),
      id: [speaker, ...names, relation, certainty, key].join(' '),
      names,
      relation,
      certainty,
      speaker,
      origin: speaker,
      entries: [key, null],
    };
  });
const statements = fc.array(statement, { maxLength: 25 });
const policy = fc.constantFrom(...POLICIES);

test('the order of the statements does not matter, and saying things twice neither', () => {
  fc.assert(
    fc.property(policy, statements, fc.integer(), (rule, all, turn) => {
      const at = all.length === 0 ? 0 : Math.abs(turn) % all.length;
      const turned = [...all.slice(at).reverse(), ...all.slice(0, at), ...all];
      expect(actors(rule, turned)).toEqual(actors(rule, all));
    }),
  );
});

test('every name stands with an actor, and with several only where it is disputed', () => {
  fc.assert(
    fc.property(policy, statements, (rule, all) => {
      const index = indexNames(all);
      const under = actorsUnder(rule, index);
      for (const [name, of] of under.actorsOf.entries()) {
        expect(of.length).toBeGreaterThan(0);
        if (of.length > 1) expect([rule.shared, under.disputed.has(name)]).toEqual(['apart', true]);
      }
    }),
  );
});

test('names that a counted statement calls distinct never end in one actor', () => {
  fc.assert(
    fc.property(policy, statements, (rule, all) => {
      const index = indexNames(all);
      const under = actorsUnder(rule, index);
      for (const [at, standing] of under.counted.standing.entries()) {
        const [a, b] = [index.pairs[2 * at]!, index.pairs[2 * at + 1]!];
        if (standing !== 'forbids' || a === b || under.disputed.has(a) || under.disputed.has(b)) continue;
        expect(under.actorsOf[a]!.filter((it) => under.actorsOf[b]!.includes(it))).toEqual([]);
      }
    }),
  );
});

test('under everyone’s policy more words never split what was one, as long as nobody calls anything distinct', () => {
  fc.assert(
    fc.property(statements, statements, (some, more) => {
      const tie = (it: AliasStatement) => it.relation !== 'distinct';
      const [few, many] = [indexNames(some.filter(tie)), indexNames([...some, ...more].filter(tie))];
      const [before, after] = [actorsUnder(EVERYONE, few), actorsUnder(EVERYONE, many)];
      for (const { names } of before.actors) {
        const now = names.map((it) => after.actorsOf[many.numberOf.get(few.keys[it]!)!]![0]);
        expect(new Set(now).size).toBe(1);
      }
    }),
  );
});

test('a list’s own policy makes one actor of each of its entries, however its names are shared', () => {
  fc.assert(
    fc.property(statements, (all) => {
      const mine = all.filter(
        (it) => it.speaker === 'MITRE' && it.relation === 'same' && it.entries[0] && it.certainty !== 'possible',
      );
      const index = indexNames(mine);
      const { actors: found } = actorsUnder(policyOf('mitre')!, index);
      expect(found.length).toBe(new Set(mine.map((it) => it.entries[0])).size);
    }),
  );
});
