import { asOf, evidenceOf, yearOf } from '../analysis/ranking/evidence.ts';
import { type Profiles, profilesOf } from '../analysis/ranking/profiles.ts';
import { parseTime } from '../base/time.ts';
import type { AttackTable } from '../knowledge/attack.ts';
import { currentTechnique } from '../knowledge/techniques.ts';

/** Reports about the same events come out within days of each other; what is younger than this many days before does not count as known then. */
const BEFORE = 15;
/** Days kept ready for the same table. */
const KEPT = 6;
const kept = new WeakMap<AttackTable, Map<string, Profiles>>();

/** The profiles of a table's groups, from what had been published by a day, or from all of it. */
export function profilesAsOf(table: AttackTable, day: string | null): Profiles {
  const days = kept.get(table) ?? new Map<string, Profiles>();
  kept.set(table, days);
  const key = day ?? '';
  const known = days.get(key);
  if (known) return known;
  const evidence = evidenceOf(table, (id) => currentTechnique(id) ?? id);
  const made = profilesOf(day === null ? evidence : asOf(evidence, yearOf(day)));
  days.set(key, made);
  for (const old of [...days.keys()].slice(0, -KEPT)) days.delete(old);
  return made;
}

/** The last day whose publications a report of this date (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`) may be held against: half a month before its first possible day. */
export function knownBefore(date: string): string | null {
  const first = parseTime(date)?.first;
  if (!first) return null;
  return new Date(Date.parse(first) - BEFORE * 86_400_000).toISOString().slice(0, 10);
}
