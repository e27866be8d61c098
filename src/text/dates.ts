import { parseTime } from '../base/time.ts';

/**
 * Reads a publication date as pages and headers write it ("2017-04-28T10:00Z", "28 April 2017", "Apr. 28, 2017",
 * "April 2017", "28.04.2017") into `YYYY-MM-DD` or `YYYY-MM`. Day and month in figures are read only where one of
 * them cannot be a month. Null for anything else: a wrong date is worse than none.
 */
export function readDate(raw: string | null | undefined): string | null {
  const text = (raw ?? '').trim().slice(0, 200);
  for (const { pattern, order } of FORMS) {
    const m = pattern.exec(text);
    if (!m) continue;
    const date = compose(order, m.slice(1));
    if (date) return date;
  }
  return null;
}

/** The date in the path of a link (`/2017/04/28/…`, `/2017/apr/28/`, `-20170428`), `YYYY-MM` where it has no day. */
export function dateInUrl(url: string | null | undefined): string | null {
  if (!url) return null;
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '').split(/[?#]/)[0] ?? '';
  for (const { pattern, order } of URL_FORMS) {
    const m = pattern.exec(path);
    const date = m && compose(order, m.slice(1));
    if (date) return date;
  }
  return null;
}

/** Whether a whole line is a date, possibly with a label, a weekday and a time of day. */
export function dateLine(line: string): string | null {
  if (line.length > 80) return null;
  const rest = line.replace(LINE_NOISE, ' ').replace(/\s+/g, ' ').trim();
  return WHOLE_LINE.some((p) => p.test(rest)) ? readDate(rest) : null;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const YEAR = '((?:19|20)\\d\\d)';

interface Form {
  readonly pattern: RegExp;
  /** What each group is: year, month, day, or a figure that may be day or month. */
  readonly order: string;
}

const FORMS: readonly Form[] = [
  { pattern: new RegExp(`(?<!\\d)${YEAR}[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)`), order: 'ymd' },
  {
    pattern: new RegExp(
      `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ \\u00a0-]${MONTH},?[ \\u00a0-]${YEAR}(?!\\d)`,
      'i',
    ),
    order: 'dmy',
  },
  {
    pattern: new RegExp(`\\b${MONTH}[ \\u00a0](\\d{1,2})(?:st|nd|rd|th)?,?[ \\u00a0]${YEAR}(?!\\d)`, 'i'),
    order: 'mdy',
  },
  { pattern: new RegExp(`${YEAR}年(\\d{1,2})月(\\d{1,2})日`), order: 'ymd' },
  { pattern: new RegExp(`(?<![\\d.])(\\d{1,2})[/.](\\d{1,2})[/.]${YEAR}(?![\\d])`), order: 'xxy' },
  { pattern: new RegExp(`^${YEAR}(\\d\\d)(\\d\\d)(?:$|T)`), order: 'ymd' },
  { pattern: new RegExp(`(?<!\\d\\s)\\b${MONTH},?[ \\u00a0]${YEAR}(?!\\d)`, 'i'), order: 'my' },
  { pattern: new RegExp(`^${YEAR}-(\\d\\d)$`), order: 'ym' },
];

const URL_FORMS: readonly Form[] = [
  { pattern: new RegExp(`[/_-]${YEAR}[/_-](\\d{1,2})[/_-](\\d{1,2})(?![\\d])`), order: 'ymd' },
  { pattern: new RegExp(`[/_-]${YEAR}/${MONTH}/(\\d{1,2})(?=/|$)`, 'i'), order: 'ymd' },
  { pattern: new RegExp(`(?<!\\d)${YEAR}(\\d\\d)(\\d\\d)(?!\\d)`), order: 'ymd' },
  { pattern: new RegExp(`[/_-]${YEAR}[/-](\\d\\d)(?=[/_-])`), order: 'ym' },
  { pattern: new RegExp(`/${YEAR}/${MONTH}(?=/|$)`, 'i'), order: 'ym' },
];

const LINE_NOISE =
  /\b(?:published|posted|updated|last|modified|date|on|at|by|mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?\b[:,.]?|\b\d{1,2}:\d\d(?::\d\d)?\b|\b[ap]\.?m\.?(?![a-z])|\b(?:GMT|UTC|EST|EDT|PST|PDT|BST|CET|CEST|ET|HKT|KST)\b|[()|,•·]|[+-]\d{4}\b/gi;
const WHOLE_LINE: readonly RegExp[] = [
  new RegExp(`^\\d{1,2}(?:st|nd|rd|th)?\\s${MONTH}\\s+${YEAR}$`, 'i'),
  new RegExp(`^${MONTH}\\s\\d{1,2}(?:st|nd|rd|th)?\\s+${YEAR}$`, 'i'),
  new RegExp(`^${YEAR}[-/.]\\d{1,2}[-/.]\\d{1,2}(?:T[\\d:.]*Z?)?$`),
  new RegExp(`^${MONTH}\\s+${YEAR}$`, 'i'),
  /^\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d$/,
];

function compose(order: string, groups: readonly (string | undefined)[]): string | null {
  const got: Record<string, string> = {};
  const loose: number[] = [];
  [...order].forEach((role, i) => {
    const value = groups[i] ?? '';
    if (role === 'x') loose.push(Number(value));
    else if (role === 'm' && !/^\d/.test(value)) got.m = String(MONTHS.indexOf(value.slice(0, 3).toLowerCase()) + 1);
    else got[role] = value;
  });
  if (loose.length === 2) {
    const [a, b] = loose as [number, number];
    if (a > 12 && b <= 12) Object.assign(got, { d: String(a), m: String(b) });
    else if (b > 12 && a <= 12) Object.assign(got, { d: String(b), m: String(a) });
    else if (a === b) Object.assign(got, { d: String(a), m: String(a) });
    else return null;
  }
  const date = [got.y, got.m?.padStart(2, '0'), got.d?.padStart(2, '0')].filter(Boolean).join('-');
  return parseTime(date) ? date : null;
}
