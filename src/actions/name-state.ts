import { NotFoundError } from '../base/errors.ts';
import { shippedAttack } from '../knowledge/attack.ts';
import { namesOfAttack } from '../knowledge/names/attack-table.ts';
import { aliasesSaid } from '../knowledge/names/from-statements.ts';
import { indexNames, type NameIndex } from '../knowledge/names/name-index.ts';
import { POLICIES } from '../knowledge/names/policies.ts';
import { shippedLists } from '../knowledge/names/shipped.ts';
import { aliasStatements, currentLists, entryKey, type SourcedList } from '../knowledge/names/statements.ts';
import { actorsUnder, type NamesUnder } from '../knowledge/names/under.ts';
import type { AliasStatement, NameEntry, NameList, NamingPolicy } from '../model/name.ts';
import type { StatementView } from '../model/view.ts';
import type { Ledger } from '../store/ledger.ts';
import type { Context } from './action.ts';
import { attackNow } from './attack-kept.ts';
import { importedLists, ownPolicies } from './name-files.ts';

/** An entry of a list with the list it stands in. */
export interface EntryInList {
  readonly list: NameList;
  readonly entry: NameEntry;
}

/** What is known about names: of the package, of imported lists and of the ledger, as of a day. */
export interface NameState {
  readonly index: NameIndex;
  /** By key (`list:id`). */
  readonly entries: ReadonlyMap<string, EntryInList>;
}

interface Kept {
  readonly mark: string;
  readonly state: NameState;
  /** By policy, as JSON. */
  readonly under: Map<string, NamesUnder>;
}

/** How many alias statements of a ledger are looked at. */
const MOST = 100_000;
const A_CALL = 1000;
/** Kept states: "now" and a few other days. */
const KEPT = 4;
const kept = new WeakMap<Ledger, Map<string, Kept>>();

/** What is known about names, with the actors that a policy makes of them. */
export type NamesNow = NameState & { readonly under: NamesUnder };

/** The names known, and the actors that a policy makes of them. */
export async function namesNow(
  context: Context,
  given: { readonly policy?: string | NamingPolicy; readonly as_of?: string },
): Promise<NamesNow> {
  const policy = policyFrom(context.home, given.policy);
  const { state, under } = await stateOf(context, given.as_of);
  const key = JSON.stringify(policy);
  const made = under.get(key) ?? actorsUnder(policy, state.index);
  under.set(key, made);
  return { ...state, under: made };
}

/** Every policy there is to choose: those of the program, then the user's own. */
export function allPolicies(home: string): readonly NamingPolicy[] {
  const own = ownPolicies(home);
  return [...POLICIES.filter(({ id }) => !own.some((it) => it.id === id)), ...own];
}

function policyFrom(home: string, given: string | NamingPolicy | undefined): NamingPolicy {
  if (typeof given === 'object') return given;
  const all = allPolicies(home);
  if (given === undefined || given === '') return all[0]!;
  const found = all.find(({ id }) => id === given);
  if (found) return found;
  throw new NotFoundError(`there is no naming policy "${given}"; there are ${all.map(({ id }) => id).join(', ')}`);
}

async function stateOf({ ledger, home }: Context, asOf: string | undefined): Promise<Kept> {
  const said = aliasesSaid(await aliasesOf(ledger, asOf));
  const imported = [...importedLists(home), ...attackLists(home)];
  const mark = JSON.stringify([
    imported.map(({ list, recorded }) => [list.list, list.version, recorded]),
    said.map(({ id, names, relation, certainty }) => [id, names, relation, certainty]),
  ]);
  const days = kept.get(ledger) ?? new Map<string, Kept>();
  kept.set(ledger, days);
  const known = days.get(asOf ?? '');
  if (known?.mark === mark) return known;
  const lists = [...shippedLists(), ...imported];
  const made: Kept = { mark, state: build(lists, said, asOf), under: new Map() };
  days.delete(asOf ?? '');
  days.set(asOf ?? '', made);
  for (const day of [...days.keys()].slice(0, -KEPT)) days.delete(day);
  return made;
}

function build(
  lists: Parameters<typeof aliasStatements>[0],
  said: readonly AliasStatement[],
  asOf: string | undefined,
): NameState {
  const listed = aliasStatements(lists, asOf);
  const dated = new Set(listed.map((it) => it.entries[0]));
  const entries = new Map<string, EntryInList>();
  for (const { list } of currentLists(lists, asOf))
    for (const entry of list.entries) {
      const key = entryKey(list.list, entry.id);
      // Of an entry known by its date only in part, no more than the names is known for that day.
      if (!asOf || list.said <= asOf) entries.set(key, { list, entry });
      else if (dated.has(key)) entries.set(key, { list, entry: { ...entry, ...NO_FACTS } });
    }
  const heads = [...entries].map(([entry, it]) => ({ entry, name: it.entry.name, speaker: it.list.speaker }));
  return { entries, index: indexNames([...listed, ...said], heads) };
}

/** The groups of a version of ATT&CK newer than the one that ships, where the user imported one. */
function attackLists(home: string): readonly SourcedList[] {
  const table = attackNow(home);
  return table === shippedAttack() ? [] : [{ list: namesOfAttack(table), source: 'imported', recorded: null }];
}

const NO_FACTS = { country: null, sponsors: [], victims: [], sectors: [], references: [] } as const;

async function aliasesOf(ledger: Ledger, asOf: string | undefined): Promise<readonly StatementView[]> {
  const found: StatementView[] = [];
  for (;;) {
    const { rows, total } = await ledger.statements({
      kind: ['alias'],
      ...(asOf ? { as_of: asOf } : {}),
      offset: found.length,
      limit: A_CALL,
    });
    found.push(...rows);
    if (rows.length === 0 || found.length >= Math.min(total, MOST)) return found;
  }
}
