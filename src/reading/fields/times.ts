import { parseTime } from '../../base/time.ts';

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const MONTH =
  '(jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)';
const DAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const YEAR = '((?:19|20)\\d\\d)';
const PART =
  '(?:(?:early|mid|late|the (?:start|end|beginning|middle|summer|spring|autumn|fall|winter) of|around|about)[- ])?';

const RANGE_WORDS = new RegExp(
  `\\b(?:from|between) ${PART}${MONTH} ?${YEAR}? (?:to|and|until|through|-) ${PART}${MONTH},? ${YEAR}`,
  'i',
);
const YEAR_RANGE = new RegExp(`\\b(?:from |between )?${PART}${YEAR} (?:to|and|until|through|-) ${PART}${YEAR}\\b`, 'i');
const DAY_MONTH = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH}(?:,? ${YEAR})?\\b`, 'i');
const MONTH_DAY = new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?(?:,? ${YEAR})?\\b(?!,? ?\\d)`, 'i');
const MONTH_YEAR = new RegExp(`\\b${PART}${MONTH},? (?:of )?${YEAR}\\b`, 'i');
const ISO = /\b((?:19|20)\d\d-\d\d-\d\d)\b/;
const BARE_MONTH = new RegExp(
  `\\b(?:in|since|during|last|this past|until|by|from|early|mid|late)[- ](?:early |mid-?|late )?${MONTH}\\b(?! \\d)`,
  'i',
);
const BARE_YEAR = new RegExp(
  `\\b(?:in|since|during|of|from|by|until|early|late|mid|throughout|back in|back to|around|circa|at least)[- ](?:the |early |mid-?|late |at least |around |about )?${YEAR}\\b`,
  'i',
);
const WEEKDAY = /\b(?:(last|this|next) )?(sunday|monday|tuesday|wednesday|thursday|friday|saturday)\b/i;
const SPAN =
  /\b(last|this|past|previous|next) (year|month|week)\b|\b(a|one|two|three|four|five|six|\d) (years?|months?|weeks?|days?) (ago|earlier)\b/i;
const NAMED = /\b(today|yesterday|tomorrow)\b/i;

/** What stands in every time: a figure, or the beginning of one of its words. */
const TIMELY =
  /\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|to(?:day|morrow)|yesterday|year|week|day)/i;

const COUNTS: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 };

/**
 * The time a clause gives its event, as `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or a range `A/B`; relative words are resolved against
 * `published` (same forms) when it is known. Null when the clause gives none, or none that can be resolved.
 */
export function timeOf(clause: string, published: string | null): string | null {
  if (!TIMELY.test(clause)) return null;
  // Years and days need a figure; most clauses have none.
  const figures = /\d/.test(clause);
  const found =
    (figures ? (ISO.exec(clause)?.[1] ?? ranges(clause) ?? days(clause, published)) : null) ??
    months(clause, published, figures) ??
    relative(clause, published);
  return found && parseTime(found) ? found : null;
}

function ranges(clause: string): string | null {
  const words = RANGE_WORDS.exec(clause);
  if (words) return `${words[2] ?? words[4]}-${month(words[1]!)}/${words[4]}-${month(words[3]!)}`;
  const years = YEAR_RANGE.exec(clause);
  return years && years[1]! < years[2]! ? `${years[1]}/${years[2]}` : null;
}

function days(clause: string, published: string | null): string | null {
  const a = DAY_MONTH.exec(clause);
  const b = a ? null : MONTH_DAY.exec(clause);
  const [day, name, year] = a ? [a[1]!, a[2]!, a[3]] : b ? [b[2]!, b[1]!, b[3]] : [];
  if (!day || !name || Number(day) > 31) return null;
  const own = year ?? yearOf(Number(month(name)), published);
  return own ? `${own}-${month(name)}-${pad(Number(day))}` : null;
}

function months(clause: string, published: string | null, figures: boolean): string | null {
  const exact = figures ? MONTH_YEAR.exec(clause) : null;
  if (exact) return `${exact[2]}-${month(exact[1]!)}`;
  const bare = BARE_MONTH.exec(clause);
  if (bare && !(bare[1]!.toLowerCase() === 'may' && !/\bMay\b/.test(bare[0]))) {
    const year = yearOf(Number(month(bare[1]!)), published);
    if (year) return `${year}-${month(bare[1]!)}`;
  }
  return figures ? (BARE_YEAR.exec(clause)?.[1] ?? null) : null;
}

/** The year of a month named without one: the latest that is not after publication. */
function yearOf(of: number, published: string | null): string | null {
  if (!published) return null;
  const [year, at] = published.split('-').map(Number) as [number, number | undefined];
  if (at === undefined) return null;
  return String(of > at ? year - 1 : year);
}

function relative(clause: string, published: string | null): string | null {
  if (!published) return null;
  const [year, at, date] = published.split('-').map(Number) as [number, number | undefined, number | undefined];
  const span = SPAN.exec(clause);
  if (span) {
    const unit = (span[2] ?? span[4]!).replace(/s$/, '').toLowerCase();
    const back = span[1]
      ? { last: 1, past: 1, previous: 1, this: 0, next: -1 }[span[1].toLowerCase()]!
      : (COUNTS[span[3]!.toLowerCase()] ?? Number(span[3]));
    if (unit === 'year') return String(year - back);
    if (unit === 'month' && at !== undefined)
      return new Date(Date.UTC(year, at - 1 - back, 1)).toISOString().slice(0, 7);
    if (date === undefined || at === undefined) return null;
    if (unit === 'day') return iso(year, at, date - back);
    const monday = date - ((new Date(Date.UTC(year, at - 1, date)).getUTCDay() + 6) % 7) - 7 * back;
    return `${iso(year, at, monday)}/${iso(year, at, monday + 6)}`;
  }
  if (at === undefined || date === undefined) return null;
  const named = NAMED.exec(clause);
  if (named) return iso(year, at, date + { today: 0, yesterday: -1, tomorrow: 1 }[named[1]!.toLowerCase()]!);
  const weekday = WEEKDAY.exec(clause);
  if (!weekday) return null;
  const now = new Date(Date.UTC(year, at - 1, date)).getUTCDay();
  const wanted = DAYS.indexOf(weekday[2]!.toLowerCase());
  const gap = (now - wanted + 7) % 7;
  if (weekday[1]?.toLowerCase() === 'next') return iso(year, at, date + ((wanted - now + 7) % 7 || 7));
  return iso(year, at, date - (gap === 0 && weekday[1]?.toLowerCase() === 'last' ? 7 : gap));
}

const month = (name: string): string =>
  pad(MONTHS.findIndex((full) => full.startsWith(name.toLowerCase().replace('.', '').slice(0, 3))) + 1);
const pad = (n: number): string => String(n).padStart(2, '0');
const iso = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
