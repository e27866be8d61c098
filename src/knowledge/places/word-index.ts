import { BODIES, SHARED } from './bodies.ts';
import { CITIES, REGIONS } from './cities.ts';
import { COMPANIES } from './companies.ts';
import { PEOPLE } from './people.ts';
import { STATES } from './states.ts';

/** What a word that points to a country is. `shared` words name several countries or none and shield what stands in them. */
export const PLACE_CLASSES = [
  'country',
  'demonym',
  'capital',
  'city',
  'region',
  'body',
  'person',
  'company',
  'shared',
] as const;
export type PlaceClass = (typeof PLACE_CLASSES)[number];

/** One spelling of the tables. */
export interface PlaceWord {
  readonly words: string;
  readonly country: string;
  readonly class: PlaceClass;
  /** Also an ordinary or a personal name: the text around it decides. */
  readonly doubtful: boolean;
}

/** Spellings by their first run of letters and digits, longest first. */
export type PlaceIndex = ReadonlyMap<string, readonly PlaceWord[]>;

let built: PlaceIndex | undefined;

/** The tables as an index, built on first use (about 5 ms). Names of states and their people are also known in capitals, for headlines. */
export function placeIndex(): PlaceIndex {
  built ??= build();
  return built;
}

/** English short name by ISO code, in the order of the codes. */
export function countryNames(): ReadonlyMap<string, string> {
  return new Map(rows(STATES).map(([code, names]) => [code!, names!.split(';')[0]!.replace('*', '')]));
}

const FIRST = /^[\p{L}\p{N}]+/u;

function build(): PlaceIndex {
  const seen = new Map<string, PlaceWord>();
  const add = (list: string | undefined, country: string, kind: PlaceClass, shout = false): void => {
    for (const raw of (list ?? '').split(';')) {
      const name = raw.trim();
      if (!name) continue;
      const doubtful = name.endsWith('*');
      const words = doubtful ? name.slice(0, -1) : name;
      if (!seen.has(words)) seen.set(words, { words, country, class: kind, doubtful });
      const loud = words.toUpperCase();
      if (shout && !doubtful && words.length > 3 && !seen.has(loud))
        seen.set(loud, { words: loud, country, class: kind, doubtful });
    }
  };
  add(SHARED, '', 'shared');
  for (const [code, names, people, seats] of rows(STATES)) {
    add(names, code!, 'country', true);
    add(people, code!, 'demonym', true);
    add(seats, code!, 'capital', true);
  }
  for (const [table, kind] of [
    [BODIES, 'body'],
    [PEOPLE, 'person'],
    [REGIONS, 'region'],
    [CITIES, 'city'],
    [COMPANIES, 'company'],
  ] as const)
    for (const [code, names] of rows(table)) add(names, code!, kind);

  const index = new Map<string, PlaceWord[]>();
  for (const entry of seen.values()) {
    const key = FIRST.exec(entry.words)?.[0];
    if (!key) continue;
    const list = index.get(key);
    if (list) list.push(entry);
    else index.set(key, [entry]);
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
  return index;
}

function rows(table: string): string[][] {
  return table
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('|'));
}
