import type { TimeRange } from '../../base/time.ts';
import { stateSpeaking } from '../../knowledge/speaks-for.ts';
import type { Incident, RecordedAttribution } from '../../model/incident.ts';
import type { Claim, Kind } from '../../model/statement.ts';

/**
 * Bases of a recorded attribution on which no state speaks, whatever country stands beside it: a firm's seat, a paper's, the
 * attacker's own boast. They accuse, but no government does.
 */
const NO_STATE_SPEAKS = /^(?:IT-security|attacker|media|receiver attributes|contested)/i;

/** Kinds of claims that lay an act to somebody. What is done about it, and what came of it, accuses nobody. */
export const ACCUSING: readonly Kind[] = ['intrusion', 'attribution', 'uses', 'targeting', 'intent'];

/** Whether a statement accuses: it lays an act to somebody, asserted and meant as certain or probable. */
export function accuses({ kind, stance, certainty, actor, actor_country }: Omit<Claim, 'quote'>): boolean {
  return (
    ACCUSING.includes(kind) &&
    stance === 'asserts' &&
    (certainty === 'certain' || certainty === 'probable') &&
    actor_country !== null &&
    (kind !== 'intent' || actor !== null)
  );
}

/** The state in whose name a statement is made; null for a firm, a paper, a person without office and the report's own voice. */
export const accusingState = stateSpeaking;

/** The state that a recorded attribution is by; null where a firm, a paper or the attacker speaks, or nobody is named. */
export function attributingState({ by_country, basis }: RecordedAttribution): string | null {
  return basis && NO_STATE_SPEAKS.test(basis) ? null : by_country;
}

/**
 * Incidents of data sets as far as they had happened, and were attributed, by a day. What a data set does not date stays, and so
 * does what it coded later of an earlier incident: data sets keep no record of that.
 */
export function incidentsBy(incidents: readonly Incident[], day: string | undefined): readonly Incident[] {
  if (day === undefined) return incidents;
  const by = (time: TimeRange | null) => time === null || time.first <= day;
  return incidents
    .filter(({ time }) => by(time))
    .map((incident) => {
      const attributions = incident.attributions.filter(({ date }) => by(date));
      return attributions.length === incident.attributions.length ? incident : { ...incident, attributions };
    });
}
