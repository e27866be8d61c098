import type { TimeRange } from '../../base/time.ts';
import type { Incident, Sides, TallyRecord } from '../../model/incident.ts';
import type { EventSeries } from './series.ts';
import { type Times, timesOf } from './times.ts';

/** The part of an event that the tests look at. An incident of a data set is one; so is a dated claim of an intrusion. */
export interface Observation
  extends Pick<Incident, 'id' | 'time' | 'initiators' | 'targets' | 'unit' | 'counter' | 'origin' | 'scores'> {
  /** The day it was reported, where known. */
  readonly reported?: string | null;
}

/** What a question is asked of. */
export interface Records {
  readonly observations: readonly Observation[];
  readonly tallies: readonly TallyRecord[];
  /** What the observations can speak of; null: from the first to the last of them. */
  readonly covered: TimeRange | null;
  readonly source: string;
  /** Events that were counted by day where they are kept, for this very question. */
  readonly counted?: readonly EventSeries[];
}

/** A pair: on each side an ISO code, `!` and a code for anybody else, or null for anybody. */
export type Pair = Sides;

const ANYBODY = '*';

/** Reads `CN>KR`, `*>KR`, `CN>*`; a leading `!` means anybody else. Null for anything else. */
export function parsePair(text: string): Pair | null {
  const m = /^\s*(\*|!?[A-Za-z]{2})\s*(?:>|→|:)\s*(\*|!?[A-Za-z]{2})\s*$/.exec(text);
  if (!m) return null;
  const side = (s: string) => (s === ANYBODY ? null : s.toUpperCase());
  return { initiator: side(m[1]!), target: side(m[2]!) };
}

export const pairText = ({ initiator, target }: Pair): string => `${initiator ?? ANYBODY}>${target ?? ANYBODY}`;

export function fits({ initiator, target }: Pair, event: Pick<Observation, 'initiators' | 'targets'>): boolean {
  return meets(initiator, event.initiators) && meets(target, event.targets);
}

function meets(wanted: string | null, given: readonly string[]): boolean {
  if (wanted === null) return true;
  if (wanted.length === 2) return given.includes(wanted);
  // "!KR": somebody, and not South Korea among them.
  return given.length > 0 && !given.includes(wanted.slice(1));
}

/** The dated events of a pair as days; how many have no date. */
export function seriesOf(
  events: readonly Observation[],
  pair: Pair,
): { readonly times: Times; readonly chosen: readonly Observation[]; readonly undated: number } {
  const chosen: Observation[] = [];
  let undated = 0;
  for (const event of events) {
    if (!fits(pair, event)) continue;
    if (event.time) chosen.push(event);
    else undated++;
  }
  return { times: timesOf(chosen.map((event) => event.time!)), chosen, undated };
}

/** The days of a pair's events that may lie in [from, to), as ISO days; enough for a control, which is looked at nowhere else. */
export function timesWithin(events: readonly Observation[], pair: Pair, from: string, to: string): Times {
  const ranges: TimeRange[] = [];
  for (const event of events) {
    const { time } = event;
    if (time && time.last >= from && time.first < to && fits(pair, event)) ranges.push(time);
  }
  return timesOf(ranges);
}

/** The same initiator against others, and others against the same target: what a rise is compared with unless told otherwise. */
export function usualControls({ initiator, target }: Pair): readonly Pair[] {
  if (!initiator || !target || initiator.startsWith('!') || target.startsWith('!')) return [];
  return [
    { initiator, target: `!${target}` },
    { initiator: `!${initiator}`, target },
  ];
}
