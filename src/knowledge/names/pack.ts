import type { Citation, NameEntry, NameList, NameRelation, Relation } from '../../model/name.ts';
import type { Certainty } from '../../model/statement.ts';

/** The lists as they ship: rows instead of objects, vendors and citations told once. */
export interface PackedLists {
  readonly version: 1;
  readonly vendors: readonly string[];
  readonly citations: readonly (readonly [string, string | null])[];
  readonly lists: readonly PackedList[];
}

interface PackedList extends Omit<NameList, 'entries' | 'relations'> {
  readonly entries: readonly PackedEntry[];
  readonly relations: readonly (readonly [string, string, Relation, Certainty, string | null])[];
}

/** id, other ids, name, names, coined, url, country, sponsors, victims, sectors, references. Vendors and citations are numbers, -1 for none. */
type PackedEntry = readonly [
  string,
  readonly string[],
  string,
  readonly PackedName[],
  number,
  string | null,
  string | null,
  readonly string[],
  readonly string[],
  readonly string[],
  readonly string[],
];

/** name, coined, said, citation */
type PackedName = readonly [string, number, string | null, number];

/** The lists in the form they ship in. */
export function packLists(lists: readonly NameList[]): PackedLists {
  const vendors = numbering<string>((it) => it);
  const citations = numbering<Citation>(({ title, url }) => `${title}\n${url}`);
  const packed = lists.map(({ entries, relations, ...head }) => ({
    ...head,
    entries: entries.map(
      (it): PackedEntry => [
        it.id,
        it.other_ids,
        it.name,
        it.names.map((n): PackedName => [n.name, vendors.of(n.coined), n.said, citations.of(n.citation)]),
        vendors.of(it.coined),
        it.url,
        it.country,
        it.sponsors,
        it.victims,
        it.sectors,
        it.references,
      ],
    ),
    relations: relations.map((it) => [it.from, it.to, it.relation, it.certainty, it.url] as const),
  }));
  return {
    version: 1,
    vendors: vendors.all,
    citations: citations.all.map(({ title, url }) => [title, url] as const),
    lists: packed,
  };
}

/** The lists again. */
export function unpackLists({ vendors, citations, lists }: PackedLists): readonly NameList[] {
  const vendor = (at: number): string | null => vendors[at] ?? null;
  const cited = citations.map(([title, url]): Citation => Object.freeze({ title, url }));
  return lists.map(({ entries, relations, ...head }) =>
    Object.freeze({
      ...head,
      entries: entries.map(
        ([id, other_ids, name, names, coined, url, country, sponsors, victims, sectors, references]): NameEntry => ({
          id,
          other_ids,
          name,
          names: names.map(([n, by, said, at]) => ({ name: n, coined: vendor(by), said, citation: cited[at] ?? null })),
          coined: vendor(coined),
          url,
          country,
          sponsors,
          victims,
          sectors,
          references,
        }),
      ),
      relations: relations.map(
        ([from, to, relation, certainty, url]): NameRelation => ({ from, to, relation, certainty, url }),
      ),
    }),
  );
}

function numbering<T>(key: (value: T) => string) {
  const at = new Map<string, number>();
  const all: T[] = [];
  return {
    all,
    of(value: T | null): number {
      if (value === null) return -1;
      const found = at.get(key(value));
      if (found !== undefined) return found;
      at.set(key(value), all.length);
      all.push(value);
      return all.length - 1;
    },
  };
}
