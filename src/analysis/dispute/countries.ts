import type { Incident } from '../../model/incident.ts';
import type { StatementView } from '../../model/view.ts';
import { accuses, accusingState, attributingState } from './accuser.ts';

/** The records behind a number: ids of statements, or of incidents of a data set. */
export interface Backed {
  readonly records: readonly string[];
}

/**
 * Who accuses whom, and how often; `denied` counts denials by the accused. Statements count once an origin; of a data set it is
 * the incidents that count, however many attributions (agencies, dates, accused groups) are recorded for one.
 */
export interface Accusation {
  readonly accuser: string | null;
  readonly accused: string;
  /** `statements`, or the data set that records the accusation. */
  readonly source: string;
  readonly accusations: number;
  readonly denied: number;
}

/**
 * How many incidents of a data set any attribution lays to a state, and how many the data set itself lists under it. The two
 * differ: a claim that the data set did not follow is still an accusation, and a state can be listed without one.
 */
export interface Accused {
  readonly accused: string;
  readonly counter: string;
  readonly attributed: number;
  readonly listed: number;
  readonly both: number;
}

export interface Dyad {
  readonly initiator: string;
  readonly target: string;
  readonly counter: string;
  readonly incidents: number;
  readonly first: string | null;
  readonly last: string | null;
}

export interface SectorCount {
  readonly country: string;
  readonly sector: string;
  readonly counter: string;
  readonly incidents: number;
}

type Draft<Row> = { -readonly [K in keyof Row]: Row[K] } & { records: string[] };

/** Source of what is read out of documents. */
export const STATEMENTS = 'statements';

const isState = (code: string | null): code is string => code !== null && /^[A-Z]{2}$/.test(code);

/** Accusations from statements and from the attributions of data sets, most first. The same rule for every state. */
export function accusations(
  statements: readonly StatementView[],
  incidents: readonly Incident[],
): (Accusation & Backed)[] {
  const counts = new Map<string, Draft<Accusation>>();
  const entry = (accuser: string | null, accused: string, source: string) =>
    held(counts, `${accuser}|${accused}|${source}`, { accuser, accused, source, accusations: 0, denied: 0 });
  const seen = new Set<string>();
  for (const s of statements) {
    const accused = s.actor_country;
    if (!accused) continue;
    const speaker = accusingState(s);
    const denies = s.stance === 'denies' && speaker === accused;
    if (!denies && (!accuses(s) || speaker === accused)) continue;
    const row = entry(denies ? s.target_country : speaker, accused, STATEMENTS);
    row.records.push(s.id);
    const key = `${s.origin}|${speaker}|${accused}|${s.target_country}|${s.stance}|${s.kind}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (denies) row.denied++;
    else row.accusations++;
  }
  for (const { id, attributions, counter } of incidents) {
    const pairs = new Set<string>();
    for (const attribution of attributions) {
      const { to_country } = attribution;
      const by = attributingState(attribution);
      if (!isState(to_country) || by === to_country) continue;
      const pair = `${by}|${to_country}`;
      if (pairs.has(pair)) continue;
      pairs.add(pair);
      const row = entry(by, to_country, counter);
      row.accusations++;
      row.records.push(id);
    }
  }
  return [...counts.values()].sort((a, b) => b.accusations - a.accusations || b.denied - a.denied);
}

/** For each state and data set: incidents that anybody lays to it, and those the data set lists under it; most first. */
export function accused(incidents: readonly Incident[]): Accused[] {
  const counts = new Map<string, Draft<Accused>>();
  for (const { attributions, initiators, counter } of incidents) {
    const attributed = new Set(attributions.map(({ to_country }) => to_country).filter(isState));
    const listed = new Set(initiators.filter(isState));
    for (const code of new Set([...attributed, ...listed])) {
      const row = held(counts, `${code}|${counter}`, { accused: code, counter, attributed: 0, listed: 0, both: 0 });
      if (attributed.has(code)) row.attributed++;
      if (listed.has(code)) row.listed++;
      if (attributed.has(code) && listed.has(code)) row.both++;
    }
  }
  return [...counts.values()]
    .map(({ records: _, ...row }) => row)
    .sort((a, b) => b.attributed - a.attributed || b.listed - a.listed);
}

function held<Row>(counts: Map<string, Draft<Row>>, key: string, start: Row): Draft<Row> {
  const found = counts.get(key) ?? ({ ...start, records: [] } as Draft<Row>);
  counts.set(key, found);
  return found;
}

/** Directed pairs of states in data sets, most incidents first. */
export function dyads(incidents: readonly Incident[]): (Dyad & Backed)[] {
  const counts = new Map<string, Draft<Dyad>>();
  for (const { id, initiators, targets, counter, time } of incidents)
    for (const initiator of initiators)
      for (const target of targets) {
        const start = { initiator, target, counter, incidents: 0, first: null, last: null };
        const row = held<Dyad>(counts, `${initiator}|${target}|${counter}`, start);
        row.incidents++;
        row.records.push(id);
        if (time && (row.first === null || time.first < row.first)) row.first = time.first;
        if (time && (row.last === null || time.last > row.last)) row.last = time.last;
      }
  return [...counts.values()].sort((a, b) => b.incidents - a.incidents);
}

/** What kinds of bodies are hit in each country. */
export function sectors(incidents: readonly Incident[]): (SectorCount & Backed)[] {
  const counts = new Map<string, Draft<SectorCount>>();
  for (const { id, targets, sectors: hit, counter } of incidents)
    for (const country of targets)
      for (const sector of hit) {
        const row = held(counts, `${country}|${sector}|${counter}`, { country, sector, counter, incidents: 0 });
        row.incidents++;
        row.records.push(id);
      }
  return [...counts.values()].sort((a, b) => b.incidents - a.incidents);
}
