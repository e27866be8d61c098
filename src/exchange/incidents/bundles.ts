import { type Problem, problem } from '../../base/problem.ts';
import { parseTime, type TimeRange } from '../../base/time.ts';
import type { ImportedData, Incident } from '../../model/incident.ts';
import { countryCode } from './countries.ts';
import { coverOf } from './dates.ts';

type Json = Readonly<Record<string, unknown>>;
type Read = { readonly data: ImportedData; readonly problems: readonly Problem[] };

const COUNTRY_TAG = /^misp-galaxy:(target-information|country)="([^"]+)"$/;
const ACTOR_TAG = /^misp-galaxy:(?:threat-actor|mitre-intrusion-set|microsoft-activity-group)="([^"]+)"$/;
const THREAT_LEVELS: Readonly<Record<string, string>> = { '1': 'high', '2': 'medium', '3': 'low', '4': 'undefined' };

/** Events of MISP, as exported by the platform (`{ response: [{ Event }] }`, `{ Event }` or a list of these). */
export function readMisp(json: unknown, source: string): Read {
  const events = listOf(record(json)?.response ?? json).map((item) => record(record(item)?.Event) ?? record(item));
  return collected('misp', 'MISP', source, events, (event) => {
    if (typeof event.uuid !== 'string' || typeof event.info !== 'string') return null;
    const tags = listOf(event.Tag).flatMap((tag) =>
      typeof record(tag)?.name === 'string' ? [String(record(tag)!.name)] : [],
    );
    const countries = tags
      .flatMap((tag) => COUNTRY_TAG.exec(tag)?.[2] ?? [])
      .map(countryCode)
      .filter((code) => code !== null);
    const level = THREAT_LEVELS[String(event.threat_level_id ?? '')];
    return {
      id: `misp:${event.uuid}`,
      name: event.info,
      time: typeof event.date === 'string' ? parseTime(event.date) : null,
      written: typeof event.date === 'string' ? event.date : '',
      end: null,
      initiators: [],
      targets: countries,
      types: tags.flatMap((tag) => ACTOR_TAG.exec(tag)?.[1] ?? []),
      counter: String(record(event.Orgc)?.name ?? record(event.Org)?.name ?? 'MISP'),
      unit: 'event',
      scores:
        level && level !== 'undefined'
          ? [{ scheme: 'misp-threat-level', value: 4 - Number(event.threat_level_id) }]
          : [],
    };
  });
}

/** Incidents and campaigns of a STIX 2.1 bundle, with the parties that `attributed-to`, `targets`, `located-at` and `originates-from` lead to. */
export function readStix(json: unknown, source: string): Read {
  const objects = listOf(record(json)?.objects)
    .map(record)
    .filter((o) => o !== null);
  const byId = new Map(objects.map((o) => [String(o.id), o]));
  const links = objects.filter((o) => o.type === 'relationship');
  const from = (id: string, types: readonly string[]) =>
    links
      .filter((l) => l.source_ref === id && types.includes(String(l.relationship_type)))
      .flatMap((l): Json[] => {
        const found = byId.get(String(l.target_ref));
        return found ? [found] : [];
      });
  const countriesOf = (object: Json, depth = 0): string[] => {
    if (object.type === 'location')
      return [countryCode(String(object.country ?? object.name ?? ''))].filter((c) => c !== null);
    if (depth > 2) return [];
    return from(String(object.id), ['located-at', 'originates-from', 'attributed-to']).flatMap((o) =>
      countriesOf(o, depth + 1),
    );
  };
  const creator = (ref: unknown) => String(byId.get(String(ref))?.name ?? 'STIX bundle');
  const events = objects.filter((o) => o.type === 'incident' || o.type === 'campaign');
  return collected('stix', 'STIX', source, events, (event) => {
    if (typeof event.id !== 'string' || typeof event.name !== 'string') return null;
    return {
      id: `stix:${event.id}`,
      name: event.name,
      // A first sighting that cannot be read is not replaced by the day of writing.
      time: event.first_seen === undefined ? dayOf(event.created, true) : dayOf(event.first_seen),
      written: typeof event.first_seen === 'string' ? event.first_seen : '',
      end: dayOf(event.last_seen),
      initiators: [...new Set(from(event.id, ['attributed-to']).flatMap((o) => countriesOf(o)))],
      targets: [...new Set(from(event.id, ['targets']).flatMap((o) => countriesOf(o)))],
      types: [String(event.type)],
      counter: creator(event.created_by_ref),
      unit: String(event.type),
      scores: [],
    };
  });
}

/** When an object was written says nothing exact about when it happened: only the year is kept. */
function dayOf(value: unknown, written = false): TimeRange | null {
  return typeof value === 'string' ? parseTime(value.slice(0, written ? 4 : 10)) : null;
}

type Part = Pick<
  Incident,
  'id' | 'name' | 'time' | 'end' | 'initiators' | 'targets' | 'types' | 'counter' | 'unit' | 'scores'
> & {
  /** The date as written, empty where there is none. */
  readonly written: string;
};

function collected(
  dataset: string,
  title: string,
  source: string,
  events: readonly (Json | null)[],
  read: (event: Json) => Part | null,
): Read {
  const incidents: Incident[] = [];
  const problems: Problem[] = [];
  const seen = new Map<string, Incident>();
  for (const [i, event] of events.entries()) {
    const place = { source, part: `object ${i + 1}` };
    const found = event && read(event);
    if (!found) {
      problems.push(problem('row-without', place, { field: 'id or name' }));
      continue;
    }
    const { written, ...part } = found;
    if (!part.time)
      problems.push(
        written
          ? problem('date-impossible', place, { id: part.id, date: written })
          : problem('row-undated', place, { id: part.id }, 'note'),
      );
    if (part.time && part.end && part.end.last < part.time.first)
      problems.push(problem('end-before-start', place, { id: part.id, start: part.time.first, end: part.end.last }));
    if (seen.has(part.id)) {
      problems.push(problem('row-duplicate', place, { id: part.id, of: part.id }));
      continue;
    }
    const incident = {
      ...part,
      dataset: `${dataset}:${source}`,
      origin: `${dataset}:${source}`,
      sectors: [],
      attributions: [],
      outcome: null,
      lanes: ['cyber'],
    };
    seen.set(part.id, incident);
    incidents.push(incident);
  }
  return {
    data: {
      dataset: `${dataset}:${source}`,
      title: `${title}, ${source}`,
      covered: coverOf(incidents.map((i) => i.time)),
      incidents,
      tallies: [],
    },
    problems,
  };
}

function record(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
}
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
