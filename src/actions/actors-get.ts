import * as z from 'zod';
import { NotFoundError } from '../base/errors.ts';
import { factsOfGroups } from '../knowledge/attack/of-groups.ts';
import type { AttackTable } from '../knowledge/attack/table.ts';
import { around, shown } from '../knowledge/names/explain.ts';
import { nameKeyOf } from '../knowledge/names/key.ts';
import { entryKey } from '../knowledge/names/statements.ts';
import type { NamesUnder } from '../knowledge/names/under.ts';
import type { ActorApart, ActorFact, ActorName, AliasShown, NameEffect } from '../model/actor-view.ts';
import type { Action } from './action.ts';
import { statementsAbout } from './actor-statements.ts';
import { countsByName } from './actors-list.ts';
import { attackNow } from './attack-kept.ts';
import { attributionsOf } from './attributions.ts';
import { toDay } from './input.ts';
import { factsOf } from './name-facts.ts';
import { policyInput } from './name-files.ts';
import { type EntryInList, type NameState, namesNow } from './name-state.ts';

/** How many of the newest statements come along; the page links to all of them. */
const STATEMENTS = 500;

type Known = NameState & { readonly under: NamesUnder };

export const actorsGet: Action<'actors.get'> = {
  name: 'actors.get',
  summary: 'An actor under a naming policy: its names with what ties and parts them, and what is said about it.',
  input: z.strictObject({
    name: z.string().min(1).max(300),
    policy: z.union([z.string().max(200), policyInput]).exactOptional(),
    as_of: toDay.exactOptional(),
  }),
  writes: false,
  async run(context, input) {
    const known = await namesNow(context, input);
    const { index, entries, under } = known;
    const at = find(known, input.name);
    const actor = under.actors[at]!;
    const own = actor.names.slice(0, actor.names.length - actor.shared).map((it) => index.spellings[it]!);
    const listed = actor.entries.flatMap((it) => entries.get(index.bundles[it]!.entry!) ?? []);
    const groups = listed.filter(({ list }) => list.list === 'attack/groups').map(({ entry }) => entry.id);
    const table = groups.length > 0 ? attackNow(context.home) : null;
    const facts = [...listed.flatMap(factsOf), ...(table && !input.as_of ? attackFacts(table, groups) : [])];
    const statements = await statementsAbout(context.ledger, own, input.as_of);
    const counts = await countsByName(context.ledger, input.as_of);
    const { within, out } = around(under, index, at);
    return {
      id: actor.id,
      name: actor.name,
      policy: under.policy,
      names: actor.names.map((name) => nameOf(known, at, name, within.get(name) ?? [], listed)),
      apart: [...out].map(([leads, all]) => apartOf(known, leads, all)).sort(closest),
      entries: listed.map(({ list, entry }) => ({
        key: entryKey(list.list, entry.id),
        list: list.list,
        version: list.version,
        speaker: list.speaker,
        via: list.via,
        name: entry.name,
        url: entry.url,
        references: entry.references,
      })),
      facts,
      attack: table && factsOfGroups(table, groups, input.as_of),
      attributions: await attributionsOf(context.ledger, own, facts, statements, input.as_of),
      statements: statements.slice(0, STATEMENTS),
      statements_total: statements.length,
      statements_as_actor: own.reduce((sum, it) => sum + (counts.get(nameKeyOf(it))?.statements ?? 0), 0),
    };
  },
};

/** The actor of an id or of any of its names; of several, the one with most names of its own. Throws NotFoundError. */
function find({ index, under }: Known, given: string): number {
  const byId = under.actors.findIndex(({ id }) => id === given);
  if (byId >= 0) return byId;
  const plain = given.replace(/@.*$/, '');
  const name = index.numberOf.get(nameKeyOf(plain));
  const carriers = name === undefined ? [] : under.actorsOf[name]!;
  const size = (at: number): number => under.actors[at]!.names.length - under.actors[at]!.shared;
  const goesByIt = (at: number): number => (nameKeyOf(under.actors[at]!.name) === nameKeyOf(plain) ? 1 : 0);
  const [best] = [...carriers].sort((a, b) => goesByIt(b) - goesByIt(a) || size(b) - size(a) || a - b);
  if (best === undefined) throw new NotFoundError(`no list and no statement knows the name "${given}"`);
  return best;
}

function nameOf(
  { index, under }: Known,
  actor: number,
  name: number,
  statements: readonly number[],
  listed: readonly EntryInList[],
): ActorName {
  const key = index.keys[name]!;
  const carrying = listed.flatMap(({ list, entry }) => {
    const found = [{ name: entry.name, coined: entry.coined }, ...entry.names].filter(
      (it) => nameKeyOf(it.name) === key,
    );
    return found.map(({ coined }) => ({ speaker: list.speaker, coined }));
  });
  const others = under.actorsOf[name]!.filter((it) => it !== actor);
  return {
    name: index.spellings[name]!,
    coined: [...new Set(carrying.flatMap(({ coined }) => coined ?? []))],
    lists: [...new Set(carrying.map(({ speaker }) => speaker))],
    carriers: others.map((it) => ({ id: under.actors[it]!.id, name: under.actors[it]!.name })),
    ties: statements.map((it) => shown(under, index, it)).sort(byEffect),
  };
}

function apartOf({ index, under }: Known, leads: number, statements: readonly number[]): ActorApart {
  const { id, name, names } = under.actors[leads]!;
  return { id, name, names: names.length, statements: statements.map((it) => shown(under, index, it)).sort(byEffect) };
}

const ORDER: Readonly<Record<NameEffect, number>> = {
  ties: 0,
  forbids: 1,
  overruled: 2,
  shared: 3,
  origins: 4,
  certainty: 5,
  speaker: 6,
  relation: 7,
};

function byEffect(a: AliasShown, b: AliasShown): number {
  return ORDER[a.effect] - ORDER[b.effect] || (a.said < b.said ? -1 : a.said > b.said ? 1 : a.id < b.id ? -1 : 1);
}

function closest(a: ActorApart, b: ActorApart): number {
  const [x, y] = [ORDER[a.statements[0]!.effect], ORDER[b.statements[0]!.effect]];
  return x - y || b.statements.length - a.statements.length || (a.id < b.id ? -1 : 1);
}

/** What ATT&CK's own description of a group names: countries it is named by, countries and sectors that it attacked. */
function attackFacts(table: AttackTable, groups: readonly string[]): ActorFact[] {
  return table.groups
    .filter(([id]) => groups.includes(id))
    .flatMap(([id, , , sectors, countries, origins]) => {
      const url = `https://attack.mitre.org/groups/${id}`;
      const list = 'attack/groups';
      const from = { speaker: 'MITRE', via: null, list, entry: entryKey(list, id), url };
      const all = (field: ActorFact['field'], values: readonly string[]) =>
        values.map((value) => ({ field, value, ...from }));
      return [...all('country', origins), ...all('victim', countries), ...all('sector', sectors)];
    });
}
