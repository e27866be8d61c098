/**
 * How long a switch of the naming policy takes:
 *   npx tsx bench/names.ts [ACTORS] [STATEMENTS]      (default 1000 20000)
 * Made-up alias statements: lists of four speakers and bare pairs of forty others about so many actors, with names that several
 * carry and pairs called distinct. Prints medians over rounds in which every policy has its turn, against the limit of 100 ms, and
 * the same for the lists that ship.
 */
import { indexNames, type NameIndex } from '../src/knowledge/names/name-index.ts';
import { POLICIES } from '../src/knowledge/names/policies.ts';
import { shippedLists } from '../src/knowledge/names/shipped.ts';
import { aliasStatements, entryKey } from '../src/knowledge/names/statements.ts';
import { actorsUnder } from '../src/knowledge/names/under.ts';
import type { AliasStatement, Relation } from '../src/model/name.ts';

const SPEAKERS = ['MITRE', 'Microsoft', 'MISP galaxy', '360'] as const;
const LIMIT_MS = 100;
const ROUNDS = 15;
const [actors = 1000, wanted = 20_000] = process.argv.slice(2).map(Number);

const statements = made(actors, wanted);
measure(`${actors} actors, ${statements.length} statements (made up)`, () => indexNames(statements));
const lists = shippedLists();
const heads = lists.flatMap(({ list }) =>
  list.entries.map((it) => ({ name: it.name, entry: entryKey(list.list, it.id), speaker: list.speaker })),
);
measure('the lists that ship', () => indexNames(aliasStatements(lists), heads));

function measure(title: string, prepare: () => NameIndex): void {
  const preparing: number[] = [];
  let index = prepare();
  for (let round = 0; round < 5; round++) {
    const from = performance.now();
    index = prepare();
    preparing.push(performance.now() - from);
  }
  const times = new Map(POLICIES.map(({ id }) => [id, [] as number[]]));
  // On a machine that others use too, the time of the processor says more than the time of the clock.
  const computing = new Map(POLICIES.map(({ id }) => [id, [] as number[]]));
  const found = new Map<string, number>();
  for (let round = 0; round <= ROUNDS; round++)
    for (const policy of POLICIES) {
      const from = performance.now();
      const before = process.cpuUsage();
      const under = actorsUnder(policy, index);
      // The first round warms up; the very first switch of a process is reported beside the others.
      if (round > 0) times.get(policy.id)!.push(performance.now() - from);
      const { user, system } = process.cpuUsage(before);
      if (round > 0) computing.get(policy.id)!.push((user + system) / 1000);
      found.set(policy.id, under.actors.length);
    }
  print(`${title}: ${index.keys.length} names, prepared in ${median(preparing).toFixed(0)} ms`);
  for (const [id, all] of times) {
    const [clock, cpu] = [median(all), median(computing.get(id)!)];
    print(
      `  ${id.padEnd(10)} ${clock.toFixed(1).padStart(7)} ms  ${(clock / LIMIT_MS).toFixed(2)} of the limit  processor ${cpu.toFixed(1).padStart(6)} ms  ${found.get(id)} actors`,
    );
  }
}

function made(count: number, size: number): AliasStatement[] {
  const random = seeded(7);
  const pick = (n: number): number => Math.floor(random() * n);
  const name = (actor: number, at: number): string => `Name ${actor} ${String.fromCharCode(97 + at)}`;
  return Array.from({ length: size }, (_, at): AliasStatement => {
    const actor = pick(count);
    const listed = random() < 0.8;
    const speaker = listed ? SPEAKERS[pick(SPEAKERS.length)]! : `Vendor ${pick(40)}`;
    const other = random() < 0.02 ? pick(count) : actor;
    const chance = random();
    const relation: Relation = chance < 0.9 ? 'same' : chance < 0.95 ? 'overlaps' : 'distinct';
    const second = relation === 'distinct' ? name(pick(count), pick(12)) : name(other, 1 + pick(11));
    return {
      id: `alias-${at}`,
      names: [listed ? name(actor, 0) : name(actor, pick(12)), second],
      relation,
      certainty: 'certain',
      speaker,
      via: null,
      said: '2024-01-01',
      origin: speaker,
      entries: [listed && relation === 'same' ? `${speaker}:${actor}` : null, null],
      citation: null,
      source: 'shipped',
    };
  });
}

/** mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
