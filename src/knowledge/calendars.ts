/**
 * Days off by law or long practice, as rules: public facts from the laws named with each. Dates that a government sets anew each year
 * (working days made up for bridges in China, moved days in Russia, days that follow the sighting of the moon) are not in it, and rules are
 * those of the 2020s. Calendars other than the Gregorian one are those of Unicode's CLDR, which come with the program's run time.
 */
export interface WorkCalendar {
  /** ISO 3166-1. */
  readonly country: string;
  /** Minutes east of UTC at the capital, without summer time. */
  readonly offset: number;
  /** Days of the week off, Monday 0. */
  readonly weekend: readonly number[];
  readonly rules: readonly DayRule[];
  readonly source: string;
}

export type DayRule =
  /** Month and day, with how many days. */
  | { readonly on: readonly [month: number, day: number]; readonly days?: number }
  /** Days after Easter Sunday of the western churches. */
  | { readonly easter: number }
  /** The nth day of the week of a month; -1 is the last. */
  | { readonly nth: readonly [month: number, weekday: number, n: number] }
  /** Month and day of another calendar. */
  | { readonly of: CalendarName; readonly at: readonly [month: string, day: number]; readonly days?: number };

export type CalendarName = 'chinese' | 'dangi' | 'hebrew' | 'islamic-umalqura' | 'persian';

const [MON, THU, FRI, SAT, SUN] = [0, 3, 4, 5, 6];
const on = (month: number, day: number, days = 1): DayRule => ({ on: [month, day], days });
const nth = (month: number, weekday: number, n: number): DayRule => ({ nth: [month, weekday, n] });
const of = (calendar: CalendarName, month: string, day: number, days = 1): DayRule => ({
  of: calendar,
  at: [month, day],
  days,
});

export const WORK_CALENDARS: readonly WorkCalendar[] = [
  {
    ...{
      country: 'CN',
      offset: 480,
      weekend: [SAT, SUN],
      source: 'State Council, Regulation on Public Holidays (2013, 2024), with the usual weeks',
    },
    rules: [
      on(1, 1),
      of('chinese', '1', 1, 7),
      on(4, 5),
      on(5, 1, 3),
      of('chinese', '5', 5),
      of('chinese', '8', 15),
      on(10, 1, 7),
    ],
  },
  {
    ...{ country: 'DE', offset: 60, weekend: [SAT, SUN], source: 'holiday laws of the Länder, days common to all' },
    rules: [
      on(1, 1),
      { easter: -2 },
      { easter: 1 },
      on(5, 1),
      { easter: 39 },
      { easter: 50 },
      on(10, 3),
      on(12, 25, 2),
    ],
  },
  {
    ...{ country: 'FR', offset: 60, weekend: [SAT, SUN], source: 'Code du travail, L3133-1' },
    rules: [
      ...[on(1, 1), { easter: 1 }, on(5, 1), on(5, 8), { easter: 39 }, { easter: 50 }, on(7, 14), on(8, 15)],
      ...[on(11, 1), on(11, 11), on(12, 25)],
    ],
  },
  {
    ...{
      country: 'GB',
      offset: 0,
      weekend: [SAT, SUN],
      source: 'Banking and Financial Dealings Act 1971, England and Wales',
    },
    rules: [on(1, 1), { easter: -2 }, { easter: 1 }, nth(5, MON, 1), nth(5, MON, -1), nth(8, MON, -1), on(12, 25, 2)],
  },
  {
    ...{
      country: 'IL',
      offset: 120,
      weekend: [FRI, SAT],
      source: 'Law and Administration Ordinance 1948, section 18A',
    },
    rules: [
      ...[
        of('hebrew', 'Tishri', 1, 2),
        of('hebrew', 'Tishri', 10),
        of('hebrew', 'Tishri', 15),
        of('hebrew', 'Tishri', 22),
      ],
      ...[of('hebrew', 'Nisan', 15), of('hebrew', 'Nisan', 21), of('hebrew', 'Iyar', 5), of('hebrew', 'Sivan', 6)],
    ],
  },
  {
    ...{ country: 'IN', offset: 330, weekend: [SAT, SUN], source: 'the three national holidays' },
    rules: [on(1, 26), on(8, 15), on(10, 2)],
  },
  {
    ...{
      country: 'IR',
      offset: 210,
      weekend: [FRI],
      source: 'Act on the Official Holidays of the Country (1980) and its amendments',
    },
    rules: [
      ...[of('persian', '1', 1, 4), of('persian', '1', 12, 2), of('persian', '3', 14, 2), of('persian', '11', 22)],
      ...[of('persian', '12', 29), of('islamic-umalqura', '1', 9, 2), of('islamic-umalqura', '2', 20)],
      ...[of('islamic-umalqura', '2', 28), of('islamic-umalqura', '3', 8), of('islamic-umalqura', '3', 17)],
      ...[of('islamic-umalqura', '6', 3), of('islamic-umalqura', '7', 13), of('islamic-umalqura', '7', 27)],
      ...[of('islamic-umalqura', '8', 15), of('islamic-umalqura', '9', 21), of('islamic-umalqura', '10', 1, 2)],
      ...[of('islamic-umalqura', '10', 25), of('islamic-umalqura', '12', 10), of('islamic-umalqura', '12', 18)],
    ],
  },
  {
    ...{
      country: 'JP',
      offset: 540,
      weekend: [SAT, SUN],
      source: 'Act on National Holidays (1948), with the usual days of New Year',
    },
    rules: [
      ...[on(1, 1, 3), nth(1, MON, 2), on(2, 11), on(2, 23), on(3, 20), on(4, 29), on(5, 3, 3), nth(7, MON, 3)],
      ...[on(8, 11), nth(9, MON, 3), on(9, 23), nth(10, MON, 2), on(11, 3), on(11, 23)],
    ],
  },
  {
    ...{ country: 'KR', offset: 540, weekend: [SAT, SUN], source: 'Regulations on Holidays of Public Offices' },
    rules: [
      ...[on(1, 1), of('dangi', '1', 1, 2), on(3, 1), on(5, 5), of('dangi', '4', 8), on(6, 6), on(8, 15)],
      ...[of('dangi', '8', 14, 3), on(10, 3), on(10, 9), on(12, 25)],
    ],
  },
  {
    ...{ country: 'RU', offset: 180, weekend: [SAT, SUN], source: 'Labour Code, article 112' },
    rules: [on(1, 1, 8), on(2, 23), on(3, 8), on(5, 1), on(5, 9), on(6, 12), on(11, 4)],
  },
  {
    ...{
      country: 'TR',
      offset: 180,
      weekend: [SAT, SUN],
      source: 'Law 2429 on National Holidays (1981) and its amendments',
    },
    rules: [
      ...[on(1, 1), on(4, 23), on(5, 1), on(5, 19), on(7, 15), on(8, 30), on(10, 29)],
      ...[of('islamic-umalqura', '10', 1, 3), of('islamic-umalqura', '12', 10, 4)],
    ],
  },
  {
    ...{ country: 'US', offset: -300, weekend: [SAT, SUN], source: '5 U.S.C. 6103' },
    rules: [
      ...[on(1, 1), nth(1, MON, 3), nth(2, MON, 3), nth(5, MON, -1), on(6, 19), on(7, 4), nth(9, MON, 1)],
      ...[nth(10, MON, 2), on(11, 11), nth(11, THU, 4), on(12, 25)],
    ],
  },
];

const DAY = 86_400_000;
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** Whether a day (days since 1 January 1970) is off by a calendar. */
export function isDayOff({ weekend, rules }: WorkCalendar, day: number): boolean {
  return weekend.includes(weekdayOf(day)) || rules.some((rule) => falls(rule, day));
}

function falls(rule: DayRule, day: number): boolean {
  const length = ('days' in rule && rule.days) || 1;
  for (let n = 0; n < length; n++) if (begins(rule, day - n)) return true;
  return false;
}

function begins(rule: DayRule, day: number): boolean {
  if ('of' in rule) return inCalendar(rule.of, day) === `${rule.at[0]} ${rule.at[1]}`;
  const date = new Date(day * DAY);
  const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  if ('on' in rule) return month === rule.on[0] && dayOfMonth === rule.on[1];
  if ('easter' in rule) return day - rule.easter === easter(year);
  const [wanted, weekday, n] = rule.nth;
  if (month !== wanted || weekdayOf(day) !== weekday) return false;
  return n > 0 ? Math.ceil(dayOfMonth / 7) === n : new Date((day + 7) * DAY).getUTCMonth() + 1 !== month;
}

/** Easter Sunday in days since 1970: the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, 1991, chapter 8). */
export function easter(year: number): number {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1) / DAY;
}

const formats = new Map<CalendarName, Intl.DateTimeFormat>();
const KEPT = 100_000;
const texts = new Map<string, string>();

/** Month and day in another calendar, such as `1 1` for the Chinese new year. */
function inCalendar(calendar: CalendarName, day: number): string {
  const key = `${calendar} ${day}`;
  const known = texts.get(key);
  if (known !== undefined) return known;
  let format = formats.get(calendar);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
      timeZone: 'UTC',
      month: 'numeric',
      day: 'numeric',
    });
    formats.set(calendar, format);
  }
  const parts = format.formatToParts(day * DAY);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  const text = `${part('month')} ${part('day')}`;
  if (texts.size >= KEPT) texts.clear();
  texts.set(key, text);
  return text;
}
