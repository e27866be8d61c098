import type { AliasStatement } from '../../model/name.ts';
import { CERTAINTIES } from '../../model/statement.ts';
import { nameKeyOf } from './key.ts';

/**
 * What one source ties together: an entry of a list with all its names, or a bare pair. Statements of a bundle are read together.
 */
export interface Bundle {
  /** Null for a bare pair. */
  readonly entry: string | null;
  /** The list of the entry. */
  readonly list: string | null;
  /** Number of the name that heads the entry, -1 for a bare pair. */
  readonly head: number;
  /** Number of the speaker, -1 where nothing is said but that the entry is there. */
  speaker: number;
  /** Numbers of the statements. */
  readonly statements: number[];
}

/** Alias statements prepared for any policy: names, speakers and origins as numbers. Does not depend on the order of the statements. */
export interface NameIndex {
  readonly statements: readonly AliasStatement[];
  /** By name number. */
  readonly keys: readonly string[];
  readonly spellings: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** Two names a statement. */
  readonly pairs: Int32Array;
  readonly origins: Int32Array;
  readonly speakers: readonly string[];
  readonly speakerOf: Int32Array;
  /** Rank of the certainty: 0 is certain. */
  readonly certainty: Uint8Array;
  readonly bundles: readonly Bundle[];
  /** By statement, its bundle. */
  readonly bundleAt: Int32Array;
  /** Bundle of an entry. */
  readonly bundleOf: ReadonlyMap<string, number>;
  /** By name, its place in the order of the keys. */
  readonly order: Int32Array;
  /** Of every name, the statements that speak of it. */
  readonly touching: readonly (readonly number[])[];
}

/** An entry of a list, for those that have one name alone and of which no statement speaks. */
export interface Head {
  readonly name: string;
  readonly entry: string;
  readonly speaker: string;
}

/** Prepares statements, and the entries of lists, for `actorsUnder`. Statements of one id count once. */
export function indexNames(given: Iterable<AliasStatement>, heads: Iterable<Head> = []): NameIndex {
  const statements = [...new Map([...given].map((it) => [it.id, it])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const names = new Names();
  const [origins, speakers] = [new Numbers(), new Numbers()];
  const n = statements.length;
  const pairs = new Int32Array(2 * n);
  const [originOf, speakerOf, bundleAt] = [new Int32Array(n), new Int32Array(n), new Int32Array(n)];
  const certainty = new Uint8Array(n);
  const bundles: Bundle[] = [];
  const bundleOf = new Map<string, number>();
  const touching: number[][] = [];
  const cited = citedByLists(statements);
  for (const [at, it] of statements.entries()) {
    for (const side of [0, 1] as const) {
      const number = names.add(it.names[side]);
      pairs[2 * at + side] = number;
      if (number === touching.length) touching.push([]);
      touching[number]!.push(at);
    }
    originOf[at] = origins.of(cited.get(restsOn(it) ?? '') ?? it.origin);
    speakerOf[at] = speakers.of(it.speaker);
    certainty[at] = CERTAINTIES.indexOf(it.certainty);
    const entry = it.entries[1] === null ? it.entries[0] : null;
    for (const side of [0, 1] as const) {
      const key = it.entries[side];
      if (key) bundleFor(key, pairs[2 * at + side]!, bundles, bundleOf);
    }
    bundleAt[at] = entry ? bundleOf.get(entry)! : bundles.length;
    if (!entry) {
      bundles.push({ entry: null, list: null, head: -1, speaker: speakerOf[at]!, statements: [at] });
      continue;
    }
    const bundle = bundles[bundleOf.get(entry)!]!;
    bundle.speaker = speakerOf[at]!;
    bundle.statements.push(at);
  }
  for (const { name, entry, speaker } of [...heads].sort((a, b) => (a.entry < b.entry ? -1 : 1)))
    bundles[bundleFor(entry, names.add(name), bundles, bundleOf)]!.speaker = speakers.of(speaker);
  while (touching.length < names.keys.length) touching.push([]);
  return {
    statements,
    keys: names.keys,
    spellings: names.spellings(),
    numberOf: names.numbers,
    pairs,
    origins: originOf,
    speakers: speakers.all,
    speakerOf,
    certainty,
    bundles,
    bundleAt,
    bundleOf,
    order: placesOf(names.keys),
    touching,
  };
}

/**
 * What lists cite for a name, as `restsOn` has it, with the origin of the list: the report itself, where it stands in the ledger, is no second origin. Of several lists
 * that cite it the first in code order.
 */
function citedByLists(statements: readonly AliasStatement[]): ReadonlyMap<string, string> {
  const cited = new Map<string, string>();
  for (const it of statements) {
    const key = it.entries[0] !== null && it.entries[1] === null ? reportOnPair(it) : null;
    if (key === null) continue;
    const known = cited.get(key);
    if (known === undefined || it.origin < known) cited.set(key, it.origin);
  }
  return cited;
}

/** Of a bare pair of names, the report that says it together with the names. */
function restsOn(it: AliasStatement): string | null {
  return it.entries[0] === null && it.entries[1] === null ? reportOnPair(it) : null;
}

function reportOnPair({ names, citation }: AliasStatement): string | null {
  if (!citation?.url) return null;
  const url = citation.url
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/#.*$/, '')
    .replace(/\/+$/, '')
    .toLowerCase();
  return [...names.map(nameKeyOf).sort(), url].join('\n');
}

function placesOf(keys: readonly string[]): Int32Array {
  const sorted = keys.map((key, at) => ({ key, at })).sort((a, b) => (a.key < b.key ? -1 : 1));
  const places = new Int32Array(keys.length);
  for (const [place, { at }] of sorted.entries()) places[at] = place;
  return places;
}

function bundleFor(entry: string, head: number, bundles: Bundle[], bundleOf: Map<string, number>): number {
  const known = bundleOf.get(entry);
  if (known !== undefined) return known;
  bundleOf.set(entry, bundles.length);
  bundles.push({ entry, list: entry.slice(0, entry.lastIndexOf(':')), head, speaker: -1, statements: [] });
  return bundles.length - 1;
}

class Numbers {
  readonly all: string[] = [];
  readonly #at = new Map<string, number>();
  of(value: string): number {
    let number = this.#at.get(value);
    if (number === undefined) {
      number = this.all.length;
      this.#at.set(value, number);
      this.all.push(value);
    }
    return number;
  }
}

/** Names by key. A name shows its most frequent spelling, of equal ones the first in code order. */
class Names {
  readonly keys: string[] = [];
  readonly numbers = new Map<string, number>();
  readonly #counts: Map<string, number>[] = [];
  readonly #known = new Map<string, number>();

  add(spelling: string): number {
    let number = this.#known.get(spelling);
    if (number === undefined) {
      const key = nameKeyOf(spelling);
      number = this.numbers.get(key);
      if (number === undefined) {
        number = this.keys.length;
        this.numbers.set(key, number);
        this.keys.push(key);
        this.#counts.push(new Map());
      }
      this.#known.set(spelling, number);
    }
    const counts = this.#counts[number]!;
    counts.set(spelling, (counts.get(spelling) ?? 0) + 1);
    return number;
  }

  spellings(): string[] {
    return this.#counts.map((counts) => [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]![0]);
  }
}
