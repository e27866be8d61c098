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
    entries.push(entryOf(value.uuid, value.value, isRecord(value.meta) ? value.meta : {}));
    relations.push(...relationsOf(value.uuid, value.related));
  }
  const voice = VOICES[file.type] ?? { speaker: 'MISP galaxy', via: null };
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

/** Clusters that pass on another project's or vendor's own list. */
const VOICES: Readonly<Record<string, { readonly speaker: string; readonly via: string }>> = {
  'microsoft-activity-group': { speaker: 'Microsoft', via: 'MISP galaxy' },
  '360net-threat-actor': { speaker: '360', via: 'MISP galaxy' },
  'mitre-intrusion-set': { speaker: 'MITRE', via: 'MISP galaxy' },
  'mitre-enterprise-attack-intrusion-set': { speaker: 'MITRE', via: 'MISP galaxy' },
};

function entryOf(id: string, value: string, meta: Readonly<Record<string, unknown>>): NameEntry {
  const coined = coiners(meta);
  const name = value.trim();
  const others = new Set(strings(meta.synonyms).map((synonym) => synonym.trim()));
  others.delete(name);
  return {
    id,
    name,
    names: [...others].filter(Boolean).map((other) => ({ name: other, coined: coined.get(other) ?? null, said: null })),
    coined: coined.get(name) ?? null,
    url: null,
    country: typeof meta.country === 'string' && /^[A-Z]{2}$/.test(meta.country) ? meta.country : null,
    sponsors: strings(meta['cfr-suspected-state-sponsor']),
    victims: [...strings(meta['cfr-suspected-victims']), ...strings(meta['suspected-victims'])],
    sectors: [...strings(meta['cfr-target-category']), ...strings(meta['targeted-sector']), ...strings(meta.sector)],
    references: strings(meta.refs),
  };
}

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
