import { findPlaces } from '../knowledge/countries.ts';
import type { Intrusion } from '../model/case.ts';
import type { StatementView } from '../model/view.ts';
import { AIM_WORDS, ENTRY_WORDS, RELAY_WORDS, SPREAD_WORDS, type WordRow } from './trait-words.ts';

/** What cases can be alike in. */
export const TRAITS = [
  'entry',
  'spread',
  'aim',
  'techniques',
  'files',
  'relay addresses',
  'relay countries',
  'hours',
] as const;
export type Trait = (typeof TRAITS)[number];

/** Values of the traits that a case shows; a trait it does not show is not there. */
export type Traits = Readonly<Partial<Record<Trait, ReadonlySet<string>>>>;

/** Ways by which many machines are reached, by technique. */
const SPREAD: Readonly<Record<string, string>> = {
  'T1021.001': 'remote services',
  'T1021.002': 'remote services',
  'T1021.006': 'remote services',
  'T1569.002': 'remote services',
  T1047: 'remote services',
  T1072: 'software distribution',
  'T1195.002': 'software distribution',
};

/** What was gone for, by technique. */
const AIM: Readonly<Record<string, string>> = {
  'T1114.001': 'mail',
  'T1114.002': 'mail',
  'T1114.003': 'mail',
  'T1003.003': 'passwords of the domain',
  T1041: 'files',
  'T1560.001': 'files',
};

/** How it began, by the technique of the first step. */
const ENTRY: Readonly<Record<string, string>> = {
  T1133: 'remote access',
  T1566: 'message',
  T1195: 'software distribution',
  T1078: 'known password',
};

/** Visits below which hours tell nothing. */
const FEW = 8;
/** A file on one machine only is named by chance as often as not. */
const SEEN_ON = 2;

/** The traits of an intrusion as logs tell it. */
export function traitsOf({ steps, files, relays, hours }: Intrusion): Traits {
  const reached = new Map<string, Set<string>>();
  for (const { technique, host } of steps) {
    const way = SPREAD[technique];
    if (way !== undefined) reached.set(way, (reached.get(way) ?? new Set()).add(host));
  }
  // The way by which most machines were reached; a second one by which a single server was is no trait.
  const most = Math.max(...[...reached.values()].map(({ size }) => size));
  return shown({
    entry: entryOf(steps.map(({ technique }) => technique)),
    spread: [...reached].filter(([, hosts]) => hosts.size === most).map(([way]) => way),
    aim: steps.flatMap(({ technique }) => AIM[technique] ?? []),
    techniques: steps.map(({ technique }) => technique),
    files: files.filter((file) => file.hosts >= SEEN_ON).map(({ name }) => name.slice(name.lastIndexOf('\\') + 1)),
    'relay addresses': relays.map(({ address }) => address),
    'relay countries': relays.flatMap(({ country }) => country ?? []),
    hours: hours.n < FEW ? [] : hours.offsets.slice(0, 3).map(({ offset }) => offsetName(offset)),
  });
}

/** The traits of what documents say, by the words of their statements and the techniques they mention. */
export function traitsOfStatements(
  statements: readonly Pick<StatementView, 'kind' | 'stance' | 'review' | 'quote'>[],
  techniques: readonly string[],
): Traits {
  const told = statements.filter(({ stance, review }) => stance === 'asserts' && review !== 'rejected');
  const quotes = (...kinds: readonly StatementView['kind'][]): string[] =>
    told.filter(({ kind }) => kinds.includes(kind)).map(({ quote }) => quote);
  const words = (rows: readonly WordRow[], texts: readonly string[]): string[] =>
    texts.flatMap((text) => rows.filter(({ pattern }) => pattern.test(text)).map(({ value }) => value));
  const deeds = quotes('intrusion', 'uses', 'effect');
  const spread = words(SPREAD_WORDS, deeds);
  const entries = words(ENTRY_WORDS, quotes('intrusion', 'uses')).slice(0, 1);
  return shown({
    entry: entries.length > 0 ? entries : techniques.length > 0 ? entryOf(techniques) : [],
    spread: spread.length > 0 ? spread : techniques.flatMap((technique) => SPREAD[technique] ?? []),
    aim: [
      ...words(AIM_WORDS, quotes('effect', 'intrusion')),
      ...techniques.flatMap((technique) => AIM[technique] ?? []),
    ],
    techniques,
    'relay countries':
      words(RELAY_WORDS, deeds).length > 0
        ? countriesIn(deeds.filter((text) => words(RELAY_WORDS, [text]).length > 0))
        : [],
  });
}

/** What faces the Internet and was entered is a mail server where mail was then taken; other web applications are not told apart. */
function entryOf(techniques: readonly string[]): string[] {
  const [first] = techniques;
  if (first === undefined) return [];
  const known = ENTRY[first] ?? ENTRY[first.slice(0, 5)];
  if (known !== undefined) return [known];
  if (first !== 'T1190') return [first];
  return [techniques.some((technique) => technique.startsWith('T1114')) ? 'mail server' : 'web application'];
}

const offsetName = (offset: number): string => `UTC${offset < 0 ? '-' : '+'}${Math.abs(offset / 60)}`;

/** Countries told by their names; cities, bodies and firms there are not what traffic passed through. */
function countriesIn(texts: readonly string[]): string[] {
  const named = findPlaces(texts.join('\n')).filter((place) => place.class === 'country');
  return [...new Set(named.map(({ country }) => country))].sort();
}

function shown(values: Partial<Record<Trait, readonly string[]>>): Traits {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, list]) => list.length > 0)
      .map(([trait, list]) => [trait, new Set(list)]),
  );
}
