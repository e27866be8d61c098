import { parseTime } from '../../base/time.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `(2022, February 21)`, `(2021, June)`, `(2018)`, also with what follows the year in other orders. */
const BRACKETS = /\(\s*((?:19|20)\d{2})\b([^)]{0,30})\)/g;
const MONTH = /\b([A-Za-z]{3})[a-z]*\.?\s*(\d{1,2})?\b/;
const RETRIEVED =
  /Retrieved:?\s+(?:on\s+)?(?:([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+((?:19|20)\d{2})|((?:19|20)\d{2})\/(\d{1,2})\/(\d{1,2}))/;
const ADDRESS = /[/\-_.]((?:19|20)\d{2})[/\-_](\d{1,2})(?:[/\-_](\d{1,2}))?(?=[/\-_.]|$)/;

/**
 * When a cited report was published, as exactly as its citation says: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. The address is asked where the citation gives
 * no date, and where it agrees with the year and is more exact. Dates after the day of retrieval are slips of the citation and do not count. Null where nothing tells.
 */
export function publishedOf(citation: string, url: string | null): string | null {
  const retrieved = retrievedOf(citation);
  const possible = (date: string | null): boolean =>
    date !== null && (!retrieved || parseTime(date)!.first <= retrieved);
  const said = dateIn(citation);
  const shown = url ? dateInAddress(url) : null;
  if (said && possible(said)) return shown?.startsWith(said) && possible(shown) ? shown : said;
  return possible(shown) ? shown : null;
}

/** The day a citation says it was retrieved on; null where it says none. */
export function retrievedOf(citation: string): string | null {
  const m = RETRIEVED.exec(citation);
  if (!m) return null;
  const [, name, day, year, y, mo, d] = m;
  return name ? iso(year!, monthOf(name), Number(day)) : iso(y!, Number(mo), Number(d));
}

function dateIn(citation: string): string | null {
  for (const [, year, rest] of citation.matchAll(BRACKETS)) {
    const m = MONTH.exec(rest!);
    const month = m ? monthOf(m[1]!) : 0;
    const date = iso(year!, month, month && m?.[2] ? Number(m[2]) : 0);
    if (date) return date;
  }
  return null;
}

function dateInAddress(url: string): string | null {
  // An archive's address holds the day of the copy; what it copied comes after.
  const own = url.replace(/^https?:\/\/web\.archive\.org\/web\/\d+[a-z_]*\//, '');
  const m = ADDRESS.exec(own);
  return m ? (iso(m[1]!, Number(m[2]), Number(m[3] ?? 0)) ?? iso(m[1]!, Number(m[2]), 0)) : null;
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** Month and day 0 mean unknown; a month that does not exist leaves nothing, an impossible day leaves the month. */
function iso(year: string, month: number, day: number): string | null {
  if (!month) return parseTime(year) && year;
  const two = (n: number): string => String(n).padStart(2, '0');
  const upToMonth = `${year}-${two(month)}`;
  if (!parseTime(upToMonth)) return null;
  const full = `${upToMonth}-${two(day)}`;
  return day && parseTime(full) ? full : upToMonth;
}
