import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readGalaxy } from './galaxy.ts';
import { nameKeyOf } from './key.ts';
import { indexNames } from './name-index.ts';
import { packLists, unpackLists } from './pack.ts';
import { POLICIES, policyOf } from './policies.ts';
import { carriedBySeveral } from './shared.ts';
import { shippedLists } from './shipped.ts';
import { aliasStatements, currentLists, entryKey } from './statements.ts';
import { actorsUnder } from './under.ts';

const lists = shippedLists();
const heads = lists.flatMap(({ list }) =>
  list.entries.map(({ id, name }) => ({ name, entry: entryKey(list.list, id), speaker: list.speaker })),
);
const index = indexNames(aliasStatements(lists), heads);
const galaxy = lists.find(({ list }) => list.list === 'misp-galaxy/threat-actor')!.list;

test('four lists ship, each in its own speaker’s words', () => {
  expect(
    lists.map(({ list: { list, version, speaker, via, entries } }) => [list, version, speaker, via, entries.length]),
  ).toEqual([
    ['attack/groups', '18.1', 'MITRE', null, 178],
    ['misp-galaxy/threat-actor', '349', 'MISP galaxy', null, 1041],
    ['misp-galaxy/microsoft-activity-group', '23', 'Microsoft', 'MISP galaxy', 179],
    ['misp-galaxy/360net-threat-actor', '6', '360', 'MISP galaxy', 42],
  ]);
});

test('MISP galaxy gives 24 names to several actors to the letter, 27 ignoring case, 30 ignoring signs', () => {
  const counts = [(name: string) => name, (name: string) => name.toLowerCase(), nameKeyOf].map(
    (key) => carriedBySeveral(galaxy, key).size,
  );
  expect(counts).toEqual([24, 27, 30]);
  expect(carriedBySeveral(galaxy, nameKeyOf).get('planavy')).toEqual(['APT18', 'SAMURAI PANDA', 'APT4']);
});

test('under its own policy each of the 1,041 actors of MISP galaxy stays one, and all 30 names are disputed', () => {
  const under = actorsUnder(policyOf('misp')!, index);
  const entries = under.actors.map((actor) => actor.entries.filter((it) => index.bundles[it]!.list === galaxy.list));
  expect(entries.filter((it) => it.length > 0).map((it) => it.length)).toEqual(Array(1041).fill(1));
  const names = [...under.disputed.keys()].map((it) => index.keys[it]!).sort();
  expect(names).toEqual([...carriedBySeveral(galaxy, nameKeyOf).keys()].sort());
});

test('no name is shared silently: only the policy that says so lets shared names join', () => {
  for (const policy of POLICIES.filter(({ shared }) => shared === 'apart')) {
    const { disputed, actors } = actorsUnder(policy, index);
    // It stands at the end, among the shared ones, or is alone, or heads the entry of its own actor.
    for (const name of disputed.keys())
      for (const actor of actors.filter(({ names }) => names.includes(name)))
        expect(
          actor.names.indexOf(name) >= actor.names.length - actor.shared ||
            actor.names.length === 1 ||
            actor.names[0] === name,
          `${index.spellings[name]} under ${policy.id}`,
        ).toBe(true);
  }
  expect(POLICIES.filter(({ shared }) => shared === 'join').map(({ id }) => id)).toEqual(['everyone']);
});

test('“Grizzly Steppe” stands with APT28 and APT29 in MISP galaxy’s words, and joins them only in everyone’s', () => {
  const actorsOf = (policy: string, name: string): string[] => {
    const under = actorsUnder(policyOf(policy)!, index);
    return under.actorsOf[index.numberOf.get(nameKeyOf(name))!]!.map((it) => under.actors[it]!.name);
  };
  expect(actorsOf('misp', 'Grizzly Steppe')).toEqual(['APT28', 'APT29']);
  expect(actorsOf('everyone', 'APT28')).toEqual(actorsOf('everyone', 'APT29'));
  expect(actorsOf('two', 'APT28')).not.toEqual(actorsOf('two', 'APT29'));
});

test('what MITRE calls distinct is apart even in everyone’s policy', () => {
  const { actorsOf } = actorsUnder(policyOf('everyone')!, index);
  const of = (name: string): readonly number[] => actorsOf[index.numberOf.get(nameKeyOf(name))!]!;
  for (const [a, b] of [
    ['Ember Bear', 'Saint Bear'],
    ['APT42', 'Magic Hound'],
    ['Axiom', 'Winnti Group'],
    ['HEXANE', 'OilRig'],
  ] as const)
    expect(of(a)).not.toEqual(of(b));
});

test('as of a day, only what was said by then counts', () => {
  const early = aliasStatements(lists, '2017-04-21');
  expect(early.length).toBeGreaterThan(100);
  expect(early.length).toBeLessThan(aliasStatements(lists).length / 2);
  expect(early.filter(({ said }) => said > '2017-04-21')).toEqual([]);
  expect(aliasStatements(lists, '2010-01-01')).toEqual([]);
});

test('of a list imported later, the newest version counts from the day it was recorded', () => {
  const newer = {
    list: { ...galaxy, version: '350', entries: [] },
    source: 'imported',
    recorded: '2026-09-01T10:00:00Z',
  } as const;
  const versions = (asOf?: string): string[] =>
    currentLists([...lists, newer], asOf).map(({ list }) => `${list.list} ${list.version}`);
  expect(versions()).toContain('misp-galaxy/threat-actor 350');
  expect(versions('2026-08-31')).toContain('misp-galaxy/threat-actor 349');
});

test('packing loses nothing', () => {
  const plain = lists.map(({ list }) => list);
  expect(unpackLists(packLists(plain))).toEqual(plain);
});

const SHARED = process.env.LONGWATCH_SHARED ?? resolve(import.meta.dirname, '../../../../shared');
const FILE = join(SHARED, 'data/misp-galaxy/threat-actor.json');

test.skipIf(!existsSync(FILE))(`the file of MISP galaxy itself gives the same counts (needs ${FILE})`, () => {
  const { list, problems } = readGalaxy(JSON.parse(readFileSync(FILE, 'utf8')), FILE, '2026-08-06');
  expect(problems).toEqual([]);
  expect(carriedBySeveral(list!, (name) => name).size).toBe(24);
  expect(carriedBySeveral(list!, (name) => name.toLowerCase()).size).toBe(27);
  expect(carriedBySeveral(list!, nameKeyOf).size).toBe(30);
});
