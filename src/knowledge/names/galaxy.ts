import { type Problem, problem } from '../../base/problem.ts';
import type { NameEntry, NameList, NameRelation, Relation } from '../../model/name.ts';
import type { Certainty } from '../../model/statement.ts';
import { PRODUCERS } from './producers.ts';

/**
 * Reads a cluster file of MISP galaxy (https://github.com/MISP/misp-galaxy, `clusters/*.json`) into a list of names. `said` is
 * the day by which the file was as it is. A value that cannot be read is a problem and stops nothing; a file that is no cluster
 * gives no list.
 */
export function readGalaxy(
  file: unknown,
  source: string,
  said: string,
): { readonly list: NameList | null; readonly problems: readonly Problem[] } {
  if (!isRecord(file) || !Array.isArray(file.values) || typeof file.type !== 'string')
    return { list: null, problems: [problem('not-a-galaxy', { source }, {}, 'error')] };
  const problems: Problem[] = [];
  const entries: NameEntry[] = [];
  const relations: NameRelation[] = [];
  const known = new Set<string>();
  for (const [at, value] of file.values.entries()) {
    const place = { source, part: `value ${at + 1}` };
    if (!isRecord(value) || typeof value.value !== 'string' || !value.value.trim() || typeof value.uuid !== 'string') {
      problems.push(problem('galaxy-value-unreadable', place));
      continue;
    }
    if (known.has(value.uuid)) {
      problems.push(problem('galaxy-value-twice', place, { uuid: value.uuid }));
      continue;
    }
    known.add(value.uuid);
    entries.push(entryOf(value.uuid, value.value, isRecord(value.meta) ? value.meta : {}, file.type));
    relations.push(...relationsOf(value.uuid, value.related));
  }
  const voice = VOICES[file.type] ?? { speaker: 'MISP galaxy', via: null };
  if (file.type === 'microsoft-activity-group') relations.push(...renames(entries));
  const list: NameList = {
    list: `misp-galaxy/${file.type}`,
    version: String(file.version ?? 'unknown'),
    ...voice,
    origin: voice.via ? voice.speaker : 'MISP galaxy',
    said,
    entries,
    relations,
  };
  return { list, problems };
}

/** How Microsoft named groups before 2023 (elements, and numbers for groups in development), and since (kinds of weather). */
const EARLIER_NAME = /^(?:[A-Z]+|(?:Storm|DEV)-\d+)$/i;
const LATER_NAME =
  /^\p{Lu}\p{Ll}+ (?:Blizzard|Dust|Flood|Hail|Lightning|Rain|Sandstorm|Sleet|Squall|Storm|Tempest|Tsunami|Twister|Typhoon|Cyclone|Gust)$/u;

/** Entries that a later one lists as its earlier name: Microsoft says itself that they are one. */
function renames(entries: readonly NameEntry[]): NameRelation[] {
  const earlier = new Map(
    entries.filter(({ name }) => EARLIER_NAME.test(name)).map(({ name, id }) => [name.toLowerCase(), id]),
  );
  return entries
    .filter(({ name }) => LATER_NAME.test(name))
    .flatMap(({ id, names }) =>
      names.flatMap(({ name }) => {
        const from = earlier.get(name.toLowerCase());
        return from ? [{ from, to: id, relation: 'same' as const, certainty: 'certain' as const, url: null }] : [];
      }),
    );
}

/** Clusters that pass on another project's or vendor's own list. */
const VOICES: Readonly<Record<string, { readonly speaker: string; readonly via: string }>> = {
  'microsoft-activity-group': { speaker: 'Microsoft', via: 'MISP galaxy' },
  '360net-threat-actor': { speaker: '360', via: 'MISP galaxy' },
  'mitre-intrusion-set': { speaker: 'MITRE', via: 'MISP galaxy' },
  'mitre-enterprise-attack-intrusion-set': { speaker: 'MITRE', via: 'MISP galaxy' },
};

function entryOf(id: string, value: string, meta: Readonly<Record<string, unknown>>, type: string): NameEntry {
  const coined = coiners(meta);
  const [name, ...more] = type === '360net-threat-actor' ? numberFirst(value) : [value.trim()];
  const others = new Set([
    ...more,
    ...strings(meta.synonyms).flatMap(type === '360net-threat-actor' ? apart : trimmed),
  ]);
  others.delete(name);
  return {
    id,
    other_ids: [],
    name,
    names: [...others]
      .filter(Boolean)
      .map((other) => ({ name: other, coined: coined.get(other) ?? null, said: null, citation: null })),
    coined: coined.get(name) ?? null,
    url: null,
    country: countryOf(meta.country),
    sponsors: strings(meta['cfr-suspected-state-sponsor']),
    victims: [...strings(meta['cfr-suspected-victims']), ...strings(meta['suspected-victims'])],
    sectors: [...strings(meta['cfr-target-category']), ...strings(meta['targeted-sector']), ...strings(meta.sector)],
    references: strings(meta.refs),
  };
}

const trimmed = (name: string): readonly string[] => [name.trim()];

/** "海莲花 - APT-C-00": the number is what 360 calls the group in every language. */
function numberFirst(value: string): [string, ...string[]] {
  const number = /APT-C-\d+/.exec(value)?.[0];
  const words = value.replace(/\s+-\s+APT-C-\d+$/, '').trim();
  return number && number !== words ? [number, words] : [words];
}

/** 360 writes several names into one: "Turla, Waterbug", "APT37（Reaper）". */
function apart(name: string): readonly string[] {
  return name.split(/\s*[,，（）()]\s*/).map((part) => part.trim());
}

function countryOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  return /^[A-Z]{2}$/.test(value) ? value : (HOMES_360[value] ?? null);
}

/** How 360's list writes homes; regions (`mideast`, `southeast`, `namerica`) are no country. `korea` stands for the North there. */
const HOMES_360: Readonly<Record<string, string>> = {
  america: 'US',
  vietnam: 'VN',
  india: 'IN',
  taiwan: 'TW',
  southKorea: 'KR',
  korea: 'KP',
  russia: 'RU',
  Ukraine: 'UA',
  Iran: 'IR',
  Israel: 'IL',
  kaz: 'KZ',
  trq: 'TR',
  algeria: 'DZ',
};

/** Who coined which name: `origin:NAME: vendor`, and `name-attribution` with the id of the vendor's entry in the producer galaxy. */
function coiners(meta: Readonly<Record<string, unknown>>): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of strings(meta['name-attribution'])) {
    const colon = line.lastIndexOf(':');
    const vendor = PRODUCERS[line.slice(colon + 1)];
    if (colon > 0 && vendor) found.set(line.slice(0, colon), vendor);
  }
  for (const [key, value] of Object.entries(meta))
    if (key.startsWith('origin:') && typeof value === 'string') found.set(key.slice('origin:'.length), value);
  return found;
}

/** `similar` says that two clusters speak of about the same actor, not that they are one: it counts as an overlap. */
const RELATION_TYPES: Readonly<Record<string, Relation>> = {
  similar: 'overlaps',
  overlaps: 'overlaps',
  'part-of': 'part-of',
  'subset-of': 'part-of',
  'revoked-by': 'same',
};

const LIKELIHOODS: Readonly<Record<string, Certainty>> = {
  'almost-certain': 'certain',
  'very-likely': 'probable',
  likely: 'probable',
  'roughly-even-chance': 'possible',
  unlikely: 'unlikely',
  'very-unlikely': 'unlikely',
};

function relationsOf(from: string, related: unknown): NameRelation[] {
  if (!Array.isArray(related)) return [];
  return related.filter(isRecord).flatMap((link) => {
    const relation = typeof link.type === 'string' ? RELATION_TYPES[link.type] : undefined;
    const to = link['dest-uuid'];
    if (!relation || typeof to !== 'string') return [];
    const tags = strings(link.tags).map((tag) => /likelihood-probability="([\w-]+)"/.exec(tag)?.[1] ?? '');
    const certainty = tags.map((tag) => LIKELIHOODS[tag]).find((it) => it !== undefined) ?? 'certain';
    return [{ from, to, relation, certainty, url: null }];
  });
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return value ? [value] : [];
  return Array.isArray(value) ? value.filter((it): it is string => typeof it === 'string') : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
