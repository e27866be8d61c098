import { type Place, type Problem, problem } from '../../base/problem.ts';
import type { Incident } from '../../model/incident.ts';
import { isoDay } from './dates.ts';

/** What is wrong with a row, as problems; rows are kept all the same. */
export interface Checked {
  readonly incident: Incident;
  readonly place: Place;
  /** The dates as written. */
  readonly start: string;
  readonly end: string;
  readonly description: string;
}

const PLACEHOLDER_YEAR = '2000';
const YEAR_IN_NAME =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|in)\s+((?:19|20)\d{2})\b/;

/** Dates that cannot be right. */
export function lintDates({ incident, place, start, end }: Checked): Problem[] {
  const { id } = incident;
  const found: Problem[] = [];
  if (start && !incident.time) found.push(problem('date-impossible', place, { id, date: start }));
  if (!start) found.push(problem('row-undated', place, { id }, 'note'));
  const [from, to] = [isoDay(start), isoDay(end)];
  // An end on 1 January may mean any day of that year.
  if (incident.time && incident.end && incident.end.last < incident.time.first)
    found.push(
      problem(
        to?.startsWith(PLACEHOLDER_YEAR)
          ? 'end-placeholder'
          : from && swapped(to) >= from
            ? 'dates-swapped'
            : 'end-before-start',
        place,
        { id, start, end },
      ),
    );
  const named = YEAR_IN_NAME.exec(incident.name)?.[1];
  if (named && incident.time && (named < incident.time.first.slice(0, 4) || named > incident.time.last.slice(0, 4)))
    found.push(problem('date-differs-from-name', place, { id, date: start, name: incident.name }));
  for (const { date } of incident.attributions)
    if (date && incident.time && date.last < incident.time.first)
      found.push(problem('lag-negative', place, { id, start, attributed: date.first }));
  return found;
}

/** The day with month and day exchanged: 2015-01-08 for 2015-08-01. */
function swapped(day: string | null): string {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '');
  return m && Number(m[3]) <= 12 ? `${m[1]}-${m[3]}-${m[2]}` : '';
}

/** Rows that say the same: one name, start and parties; or one long description, start and parties. */
export function lintDuplicates(rows: readonly Checked[]): Problem[] {
  const found: Problem[] = [];
  const seen = new Map<string, Checked>();
  for (const row of rows) {
    const { incident, start, description } = row;
    const parties = `${start}|${[...incident.initiators].sort()}|${[...incident.targets].sort()}`;
    const keys = [`n|${incident.name.toLowerCase()}|${parties}`];
    if (description.length > 60) keys.push(`d|${description.toLowerCase()}|${parties}`);
    const before = keys.map((key) => seen.get(key)).find((other) => other);
    if (before) found.push(problem('row-duplicate', row.place, { id: incident.id, of: before.incident.id }));
    for (const key of keys) if (!seen.has(key)) seen.set(key, row);
  }
  return found;
}
