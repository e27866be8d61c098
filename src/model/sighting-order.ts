import type { Sighting } from './sighting.ts';

/**
 * The order of every output of a hunt: time, file, record, rule. Sightings without a time come last. Texts are compared by
 * code unit, so that the order is the same on every machine.
 */
export function compareSightings(a: Sighting, b: Sighting): number {
  return compareRecords(a, b) || compareText(a.rule.id, b.rule.id);
}

/** The same without the rule: the order of records. */
export function compareRecords(a: RecordPlace, b: RecordPlace): number {
  return compareTimes(a.time, b.time) || compareText(a.file, b.file) || a.record - b.record;
}

type RecordPlace = Pick<Sighting, 'time' | 'file' | 'record'>;

/** Compares ISO 8601 times in UTC (`…Z`) with any number of decimals; null comes last. */
export function compareTimes(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  // "…:05Z" is before "…:05.1Z", but "Z" sorts behind "."
  return a.length === b.length ? compareText(a, b) : compareText(withoutZone(a), withoutZone(b));
}

function withoutZone(time: string): string {
  return time.endsWith('Z') ? time.slice(0, -1) : time;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
