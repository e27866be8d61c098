import { countryOf } from '../../knowledge/countries.ts';
import type { Incident } from '../../model/incident.ts';
import { NARRATOR } from '../../model/statement.ts';
import type { StatementView } from '../../model/view.ts';

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

/**
 * Bases of a recorded attribution on which no state speaks, whatever country stands beside it: a firm's seat, a paper's, the
 * attacker's own boast. They accuse, but no government does.
 */
const NO_STATE_SPEAKS = /^(?:IT-security|attacker|media|receiver attributes|contested)/i;

/** A speaker's country: what the organization or the name belongs to; null for a vendor without one, and for a report's own voice. */
export function speakerCountry({
  speaker,
  speaker_org,
}: Pick<StatementView, 'speaker' | 'speaker_org'>): string | null {
  if (speaker === NARRATOR) return null;
  return (speaker_org && countryOf(speaker_org)) || countryOf(speaker);
}

/** Accusations from statements and from the attributions of data sets, most first. The same rule for every state. */
export function accusations(statements: readonly StatementView[], incidents: readonly Incident[]): Accusation[] {
  const counts = new Map<string, { -readonly [K in keyof Accusation]: Accusation[K] }>();
  const entry = (accuser: string | null, accused: string, source: string) => {
    const key = `${accuser}|${accused}|${source}`;
    const held = counts.get(key) ?? { accuser, accused, source, accusations: 0, denied: 0 };
    counts.set(key, held);
    return held;
  };
  const seen = new Set<string>();
  for (const s of statements) {
    if (!s.actor_country) continue;
    const speaker = speakerCountry(s);
    const key = `${s.origin}|${speaker}|${s.actor_country}|${s.target_country}|${s.stance}|${s.kind}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (s.stance === 'asserts' && speaker !== s.actor_country)
      entry(speaker, s.actor_country, 'statements').accusations++;
    else if (s.stance === 'denies' && speaker === s.actor_country)
      entry(s.target_country, s.actor_country, 'statements').denied++;
  }
  for (const { attributions, counter } of incidents) {
    const pairs = new Set<string>();
    for (const { by_country: recorded, to_country, basis } of attributions) {
      const by_country = basis && NO_STATE_SPEAKS.test(basis) ? null : recorded;
      if (!to_country || !/^[A-Z]{2}$/.test(to_country) || by_country === to_country) continue;
      const pair = `${by_country}|${to_country}`;
      if (pairs.has(pair)) continue;
      pairs.add(pair);
      entry(by_country, to_country, counter).accusations++;
    }
  }
  return [...counts.values()].sort((a, b) => b.accusations - a.accusations || b.denied - a.denied);
}

/** Directed pairs of states in data sets, most incidents first. */
export function dyads(incidents: readonly Incident[]): Dyad[] {
  const counts = new Map<string, { -readonly [K in keyof Dyad]: Dyad[K] }>();
  for (const { initiators, targets, counter, time } of incidents)
    for (const initiator of initiators)
      for (const target of targets) {
        const key = `${initiator}|${target}|${counter}`;
        const held = counts.get(key) ?? { initiator, target, counter, incidents: 0, first: null, last: null };
        counts.set(key, held);
        held.incidents++;
        if (time && (held.first === null || time.first < held.first)) held.first = time.first;
        if (time && (held.last === null || time.last > held.last)) held.last = time.last;
      }
  return [...counts.values()].sort((a, b) => b.incidents - a.incidents);
}

/** What kinds of bodies are hit in each country. */
export function sectors(incidents: readonly Incident[]): SectorCount[] {
  const counts = new Map<string, { -readonly [K in keyof SectorCount]: SectorCount[K] }>();
  for (const { targets, sectors: hit, counter } of incidents)
    for (const country of targets)
      for (const sector of hit) {
        const key = `${country}|${sector}|${counter}`;
        const held = counts.get(key) ?? { country, sector, counter, incidents: 0 };
        counts.set(key, held);
        held.incidents++;
      }
  return [...counts.values()].sort((a, b) => b.incidents - a.incidents);
}
