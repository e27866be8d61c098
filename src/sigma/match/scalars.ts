import type { Predicate } from '../rule/tree.ts';

type Part = Extract<Predicate, { op: 'timepart' }>['part'];
type How = Extract<Predicate, { op: 'compare' }>['how'];

/** A value as a number: decimal digits with an optional sign, fraction and exponent. NaN for anything else. */
export function readNumber(text: string): number {
  return NUMBER.test(text) ? Number(text) : Number.NaN;
}

/** Compares; false when either side is not a number. */
export function compare(how: How, value: number, than: number): boolean {
  switch (how) {
    case 'lt':
      return value < than;
    case 'lte':
      return value <= than;
    case 'gt':
      return value > than;
    case 'gte':
      return value >= than;
  }
}

/**
 * A part of a time stamp in UTC. Reads ISO 8601 with `T` or a space, with or without a zone (none is UTC); NaN for anything
 * else. Weeks are those of ISO 8601: week 1 holds the year's first Thursday.
 */
export function timePart(text: string, part: Part): number {
  const match = TIME.exec(text);
  if (!match) return Number.NaN;
  const [year, month, day, hour, minute] = match.slice(1, 6).map((digits) => Number(digits ?? 0));
  const zone = match[6] ? (match[6][0] === '-' ? -1 : 1) * (Number(match[7]) * 60 + Number(match[8])) : 0;
  const date = new Date(Date.UTC(year!, month! - 1, day, hour, minute! - zone));
  if (month! < 1 || month! > 12 || day! < 1 || day! > 31 || hour! > 24 || minute! > 59) return Number.NaN;
  return PARTS[part](date);
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const TIME = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d(?:[.,]\d+)?)?)? ?(?:Z|UTC|([+-](\d\d):?(\d\d)))?$/;

const PARTS: Record<Part, (date: Date) => number> = {
  minute: (date) => date.getUTCMinutes(),
  hour: (date) => date.getUTCHours(),
  day: (date) => date.getUTCDate(),
  week: isoWeek,
  month: (date) => date.getUTCMonth() + 1,
  year: (date) => date.getUTCFullYear(),
};

const DAY = 86_400_000;

function isoWeek(date: Date): number {
  const thursday = date.getTime() + (4 - (date.getUTCDay() || 7)) * DAY;
  return Math.floor((thursday - Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1)) / DAY / 7) + 1;
}
