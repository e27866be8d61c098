import * as z from 'zod';
import { listedSectors } from '../knowledge/listed-sectors.ts';
import { nameKeyOf } from '../knowledge/names/key.ts';
import type { NamesUnder } from '../knowledge/names/under.ts';
import type { ActorRow } from '../model/actor-view.ts';
import type { NameRow } from '../model/view.ts';
import type { Ledger } from '../store/ledger.ts';
import type { Action } from './action.ts';
import { page, toDay, words } from './input.ts';
import { policyInput } from './name-files.ts';
import { type NameState, namesNow } from './name-state.ts';

const PAGE = 100;

export const actorsList: Action<'actors.list'> = {
  name: 'actors.list',
  summary: 'The actors that a naming policy makes of the names known.',
  input: z.strictObject({
    policy: z.union([z.string().max(200), policyInput]).exactOptional(),
    q: words.exactOptional(),
    country: words.exactOptional(),
    sector: words.exactOptional(),
    disputed: z.boolean().exactOptional(),
    named: z.boolean().exactOptional(),
    as_of: toDay.exactOptional(),
    ...page,
  }),
  writes: false,
  async run(context, input) {
    const state = await namesNow(context, input);
    const counts = await countsByName(context.ledger, input.as_of);
    const rows = state.under.actors.map((_, at) => rowOf(state, at, counts));
    const wanted = nameKeyOf(input.q ?? '');
    const sector = input.sector?.toLowerCase();
    const fitting = rows.filter(
      (row, at) =>
        (!wanted || state.under.actors[at]!.names.some((it) => state.index.keys[it]!.includes(wanted))) &&
        (!input.country || row.countries.includes(input.country)) &&
        (!sector || row.sectors.includes(sector)) &&
        (!input.disputed || row.disputed) &&
        (!input.named || row.statements > 0) &&
        // A name that stands alone only because the policy joins nothing to it is found by searching.
        (wanted !== '' || row.names > 1 || row.lists.length > 0 || row.statements > 0),
    );
    const exact = (row: ActorRow): number => (nameKeyOf(row.name) === wanted ? 1 : 0);
    fitting.sort(
      (a, b) =>
        exact(b) - exact(a) ||
        b.statements - a.statements ||
        b.lists.length - a.lists.length ||
        b.names - a.names ||
        (a.id < b.id ? -1 : 1),
    );
    const from = input.offset ?? 0;
    return {
      rows: fitting.slice(from, from + (input.limit ?? PAGE)),
      total: fitting.length,
      origins: 0,
      policy: state.under.policy,
      countries: [...new Set(rows.flatMap((row) => row.countries))].sort(),
      sectors: [...new Set(rows.flatMap((row) => row.sectors))].sort(),
    };
  },
};

/** By key of a name: how many statements name somebody so, and how the name is spelled there. */
type Counts = ReadonlyMap<string, Pick<NameRow, 'statements' | 'origins'> & { readonly spellings: readonly string[] }>;

/** Statements and origins of the ledger's actor names, by key. */
export async function countsByName(ledger: Ledger, asOf?: string): Promise<Counts> {
  const counts = new Map<string, { statements: number; origins: number; spellings: string[] }>();
  for (let offset = 0; ; ) {
    const { rows, total } = await ledger.names({
      role: 'actor',
      unnamed: true,
      offset,
      limit: 1000,
      ...(asOf ? { as_of: asOf } : {}),
    });
    for (const { name, statements, origins } of rows) {
      const key = nameKeyOf(name);
      const known = counts.get(key) ?? { statements: 0, origins: 0, spellings: [] };
      counts.set(key, {
        statements: known.statements + statements,
        origins: Math.max(known.origins, origins),
        spellings: [...known.spellings, name],
      });
    }
    offset += rows.length;
    if (rows.length === 0 || offset >= total) return counts;
  }
}

const sectorsOfWords = new Map<string, readonly string[]>();

function sectorsNamed(text: string): readonly string[] {
  const known = sectorsOfWords.get(text) ?? listedSectors(text);
  sectorsOfWords.set(text, known);
  return known;
}

function rowOf({ index, entries, under }: NameState & { under: NamesUnder }, at: number, counts: Counts): ActorRow {
  const actor = under.actors[at]!;
  const listed = actor.entries.flatMap((it) => entries.get(index.bundles[it]!.entry!) ?? []);
  const own = actor.names.slice(0, actor.names.length - actor.shared);
  const said = own.flatMap((it) => counts.get(index.keys[it]!) ?? []);
  return {
    id: actor.id,
    name: actor.name,
    names: actor.names.length,
    also: actor.names.slice(1, 9).map((it) => index.spellings[it]!),
    disputed: actor.names.some((it) => under.disputed.has(it)),
    countries: [...new Set(listed.flatMap(({ entry }) => entry.country ?? []))].sort(),
    sectors: [...new Set(listed.flatMap(({ entry }) => entry.sectors.flatMap(sectorsNamed)))].sort(),
    lists: [...new Set(listed.map(({ list }) => list.speaker))].sort(),
    statements: said.reduce((sum, it) => sum + it.statements, 0),
    origins: Math.max(0, ...said.map((it) => it.origins)),
    said_as: said.flatMap((it) => (it.statements > 0 ? it.spellings : [])),
  };
}
