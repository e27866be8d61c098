import { stableId } from '../../base/hash.ts';
import type { AliasStatement, NameEntry, NameList, NameSource } from '../../model/name.ts';

/** A list with where it came from and, for an imported one, when it was recorded. */
export interface SourcedList {
  readonly list: NameList;
  readonly source: Exclude<NameSource, 'ledger'>;
  /** ISO 8601 instant; null for a list of the package. */
  readonly recorded: string | null;
}

/** `list:id`, as alias statements name an entry. */
export function entryKey(list: string, id: string): string {
  return `${list}:${id}`;
}

/**
 * What lists say about names, as statements. `asOf` (an ISO day) leaves out what was said or recorded after that day. Relations
 * that lead to entries of no list given are left out.
 */
export function aliasStatements(lists: readonly SourcedList[], asOf?: string): AliasStatement[] {
  const standing = currentLists(lists, asOf);
  const byId = new Map<string, { readonly list: NameList; readonly entry: NameEntry }>();
  for (const { list } of standing)
    for (const entry of list.entries) for (const id of [entry.id, ...entry.other_ids]) byId.set(id, { list, entry });
  return standing
    .flatMap(({ list, source }) => [
      ...list.entries.flatMap((entry) => ofEntry(list, entry, source)),
      ...ofRelations(list, source, byId),
    ])
    .filter(({ said }) => !asOf || said <= asOf);
}

/** Of each list the newest version known on the day: what a list no longer says does not count any more. */
export function currentLists(lists: readonly SourcedList[], asOf?: string): readonly SourcedList[] {
  const newest = new Map<string, SourcedList>();
  for (const it of lists) {
    const from = it.recorded?.slice(0, 10) ?? it.list.said;
    if (asOf && it.source === 'imported' && from > asOf) continue;
    const known = newest.get(it.list.list);
    if (!known || isNewer(it, known)) newest.set(it.list.list, it);
  }
  return [...newest.values()];
}

function isNewer(a: SourcedList, b: SourcedList): boolean {
  const order = a.list.version.localeCompare(b.list.version, 'en', { numeric: true });
  return order > 0 || (order === 0 && (a.recorded ?? '') > (b.recorded ?? ''));
}

function ofEntry(list: NameList, entry: NameEntry, source: NameSource): AliasStatement[] {
  const key = entryKey(list.list, entry.id);
  return entry.names.map((it) => ({
    id: stableId('alias', key, entry.name, it.name),
    names: [entry.name, it.name],
    relation: 'same',
    certainty: 'certain',
    speaker: list.speaker,
    via: list.via,
    said: it.said ?? list.said,
    origin: list.origin,
    entries: [key, null],
    citation: it.citation ?? { title: `${list.list} ${list.version}, ${entry.name}`, url: entry.url },
    source,
  }));
}

function ofRelations(
  list: NameList,
  source: NameSource,
  byId: ReadonlyMap<string, { readonly list: NameList; readonly entry: NameEntry }>,
): AliasStatement[] {
  return list.relations.flatMap(({ from, to, relation, certainty, url }): AliasStatement[] => {
    const [a, b] = [byId.get(from), byId.get(to)];
    if (!a || !b || a.entry === b.entry) return [];
    const entries = [entryKey(a.list.list, a.entry.id), entryKey(b.list.list, b.entry.id)] as const;
    return [
      {
        id: stableId('alias', ...entries, relation),
        names: [a.entry.name, b.entry.name],
        relation,
        certainty,
        speaker: list.speaker,
        via: list.via,
        said: list.said,
        origin: list.origin,
        entries,
        citation: { title: `${list.list} ${list.version}, ${a.entry.name}`, url: url ?? a.entry.url },
        source,
      },
    ];
  });
}
