import type { StatementFilter } from '../src/http/contract/index.ts';
import { clean, isDay, someOf } from './search.ts';
import { CERTAINTIES } from './words/certainties.ts';
import { KINDS } from './words/kinds.ts';
import { countryCode } from './words/names.ts';
import { REVIEWS } from './words/reviews.ts';
import { speakerOf, speakerWords } from './words/speakers.ts';
import { STANCES } from './words/stances.ts';

/** Fields of the search box and the words they take, in the order they are written back. */
export const FIELDS = [
  'speaker',
  'actor',
  'target',
  'stance',
  'kind',
  'certainty',
  'review',
  'country',
  'actor_country',
  'target_country',
  'after',
  'before',
  'document',
  'origin',
  'extractor',
] as const;

type Field = (typeof FIELDS)[number];

const LISTS = { stance: STANCES, kind: KINDS, certainty: CERTAINTIES, review: REVIEWS } as const;
const TOKEN = /(?:([a-z_]+):)?("([^"]*)"?|\S+)/gi;

/**
 * Reads the search box: `speaker:"John Hultquist" stance:denies after:2017-03 spear phishing`. Words that are no field go to
 * the full-text search as they stand, quotes and minus signs included; so does a field whose value makes no sense.
 */
export function parseQuery(input: string): StatementFilter {
  const filter: Record<string, unknown> = {};
  const words: string[] = [];
  for (const [whole, name, raw = '', quoted] of input.matchAll(TOKEN)) {
    const field = FIELDS.find((f) => f === name?.toLowerCase());
    const value = field && fieldValue(field, quoted ?? raw, filter[field]);
    if (field && value !== undefined) filter[field] = value;
    else words.push(whole);
  }
  return clean({ ...filter, q: words.join(' ') }) as StatementFilter;
}

/** A field of the search box whose value makes no sense, with what it takes. */
export interface Senseless {
  readonly field: string;
  readonly value: string;
  readonly takes: string;
}

/** What the search box holds that looks like a field and cannot be read as one; the full-text search gets it as words. */
export function senseless(input: string): Senseless[] {
  return [...input.matchAll(TOKEN)].flatMap(([, name, raw = '', quoted]): Senseless[] => {
    const field = FIELDS.find((f) => f === name?.toLowerCase());
    if (!field) return [];
    const value = quoted ?? raw;
    if (field in LISTS) {
      const allowed: readonly string[] = LISTS[field as keyof typeof LISTS];
      const wrong = value.split(',').filter((one) => !allowed.includes(one.toLowerCase()));
      return wrong.length ? [{ field, value: wrong.join(','), takes: allowed.join(', ') }] : [];
    }
    if (fieldValue(field, value, undefined) !== undefined) return [];
    const takes = field.endsWith('country')
      ? 'a country by name or two letters'
      : DAYS.has(field)
        ? 'a day as YYYY-MM-DD, YYYY-MM or YYYY'
        : 'a name';
    return [{ field, value, takes }];
  });
}

const DAYS: ReadonlySet<string> = new Set(['after', 'before']);

/** Writes a filter as the search box shows it; `parseQuery` reads it back. */
export function formatQuery(filter: StatementFilter): string {
  const parts = FIELDS.flatMap((field) => {
    const value = filter[field];
    if (value === undefined) return [];
    const text = typeof value === 'string' ? spoken(field, value) : value.join(',');
    return text ? [`${field}:${/\s/.test(text) ? `"${text}"` : text}`] : [];
  });
  return [...parts, ...(filter.q ? [filter.q] : [])].join(' ');
}

function fieldValue(field: Field, value: string, before: unknown): unknown {
  if (!value) return undefined;
  if (field in LISTS) {
    const given = [...(Array.isArray(before) ? before : []), ...value.toLowerCase().split(',')];
    return someOf<string>(LISTS[field as keyof typeof LISTS], given);
  }
  if (field === 'speaker') return speakerOf(value);
  if (field.endsWith('country')) return countryCode(value);
  if (field === 'after') return edgeDay(value, 'first');
  if (field === 'before') return edgeDay(value, 'last');
  return value;
}

const spoken = (field: Field, value: string) => (field === 'speaker' ? speakerWords(value) : value);

/** First or last day of a year, month or day; undefined for what is none. */
export function edgeDay(value: string, end: 'first' | 'last'): string | undefined {
  const m = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(value);
  if (!m) return undefined;
  const [, year, month, day] = m;
  if (!isDay(`${year}-${month ?? '01'}-${day ?? '01'}`)) return undefined;
  if (day) return value;
  if (end === 'first') return `${year}-${month ?? '01'}-01`;
  return `${year}-${month ?? '12'}-${new Date(Date.UTC(Number(year), Number(month ?? 12), 0)).getUTCDate()}`;
}
