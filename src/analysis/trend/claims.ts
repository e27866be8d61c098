import { countryOf } from '../../knowledge/countries.ts';
import type { MeasuredClaim, TallyRecord } from '../../model/incident.ts';
import { NARRATOR, type Quantity } from '../../model/statement.ts';
import type { Observation } from './records.ts';

/** Nouns whose number is a count of attacks, and the unit they are counted under. */
const COUNTED: Readonly<Record<string, string>> = {
  attack: 'attack',
  cyberattack: 'attack',
  'cyber attack': 'attack',
  'cyber-attack': 'attack',
  'hacking attack': 'attack',
  attempt: 'attempt',
  'hacking attempt': 'attempt',
  'intrusion attempt': 'attempt',
  'attempted attack': 'attempt',
  'attempted intrusion': 'attempt',
  'attempted hacking': 'attempt',
  incident: 'incident',
  'cyber incident': 'incident',
  intrusion: 'intrusion',
  breach: 'breach',
  hack: 'attack',
  campaign: 'campaign',
  case: 'case',
  operation: 'operation',
};
const SHARE_UNITS = new Set(['percent', '%', 'per cent', 'percentage']);

/** The unit that a noun counts attacks under ("cyberattack": attack), null for other things. */
export function unitOfCount(noun: string): string | null {
  return COUNTED[noun.toLowerCase()] ?? null;
}

export const isShare = (noun: string): boolean => SHARE_UNITS.has(noun.toLowerCase());

export const CLAIMS_COUNTER = 'reports on record';
export const CLAIMS_UNIT = 'reported attack';

/**
 * What dated statements give a series: claims of attacks as events, one for each origin, pair and time, so that an echo counts
 * once; and numbers of attacks over a period as counts by whoever gives them.
 */
export function recordsOfClaims(claims: readonly MeasuredClaim[]): {
  readonly observations: readonly Observation[];
  readonly tallies: readonly TallyRecord[];
} {
  const observations: Observation[] = [];
  const tallies: TallyRecord[] = [];
  const seen = new Set<string>();
  const counters = new Map<string, string | null>();
  for (const claim of claims) {
    const count = countOf(claim.quantities);
    if (count) {
      const tally = tallyOf(claim, count, counters);
      const key = `${tally.origin}|${tally.period.first}|${tally.period.last}|${tally.value}|${tally.unit}|${tally.counter}`;
      if (!seen.has(key)) tallies.push(tally);
      seen.add(key);
      continue;
    }
    if (claim.kind !== 'intrusion' || !(claim.actor_country || claim.target_country)) continue;
    const key = `${claim.origin}|${claim.time_first}|${claim.time_last}|${claim.actor_country}|${claim.target_country}`;
    if (seen.has(key)) continue;
    seen.add(key);
    observations.push(eventOf(claim));
  }
  return { observations, tallies };
}

function eventOf(claim: MeasuredClaim): Observation {
  const {
    id,
    actor_country: actor,
    target_country: target,
    time_first: first,
    time_last: last,
    time_precision: precision,
  } = claim;
  return {
    id,
    time: { first, last, precision },
    initiators: actor ? [actor] : [],
    targets: target ? [target] : [],
    unit: CLAIMS_UNIT,
    counter: CLAIMS_COUNTER,
    origin: claim.origin,
    scores: [],
    reported: claim.said,
  };
}

interface Count {
  readonly value: number;
  readonly unit: string;
  readonly of: number | null;
  readonly share: number | null;
}

/** The one count that a statement gives; with a whole and a share beside it, these too. Several counts without a share are not told apart. */
function countOf(quantities: readonly Quantity[]): Count | null {
  const counts = quantities.flatMap(({ value, unit }) => {
    const counted = COUNTED[unit.toLowerCase()];
    return counted && Number.isInteger(value) && value >= 0 ? [{ value, unit: counted }] : [];
  });
  const share = quantities.find(({ unit }) => SHARE_UNITS.has(unit.toLowerCase()))?.value ?? null;
  const [first, second] = counts;
  if (!first) return null;
  if (!second) return { ...first, of: null, share: null };
  if (counts.length > 2 || share === null || first.unit !== second.unit) return null;
  const [part, whole] = first.value <= second.value ? [first, second] : [second, first];
  return { value: part.value, unit: part.unit, of: whole.value, share };
}

function tallyOf(claim: MeasuredClaim, count: Count, counters: Map<string, string | null>): TallyRecord {
  const counter = claim.speaker_org ?? (claim.speaker === NARRATOR ? (claim.publisher ?? 'the report') : claim.speaker);
  if (!counters.has(counter)) counters.set(counter, countryOf(counter));
  return {
    id: claim.id,
    dataset: 'statements',
    period: { first: claim.time_first, last: claim.time_last, precision: claim.time_precision },
    ...count,
    counter,
    counter_country: counters.get(counter)!,
    initiator: claim.actor_country,
    target: claim.target_country,
    origin: claim.origin,
    source: claim.publisher,
    statement: claim.id,
  };
}
