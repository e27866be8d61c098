import * as z from 'zod';
import { parseTime } from '../base/time.ts';
import { REVIEW_STATES } from '../model/review.ts';
import { BOUNDS, CERTAINTIES, KINDS, STANCES } from '../model/statement.ts';

/** Schemas that several verbs share. Empty strings and lists mean "not given", as forms and query strings send them. */

const LONGEST_WORDS = 500;
const MOST_ROWS = 1000;

export const words = z.string().max(LONGEST_WORDS);
export const id = z.string().min(1).max(200);
export const offset = z.int().min(0);
export const limit = z.int().min(0).max(MOST_ROWS);

/** First possible day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const fromDay = day('first');
/** Last possible day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const toDay = day('last');

export const page = { offset: offset.exactOptional(), limit: limit.exactOptional() };

export const statementFilter = {
  q: words.exactOptional(),
  kind: z.array(z.enum(KINDS)).exactOptional(),
  stance: z.array(z.enum(STANCES)).exactOptional(),
  certainty: z.array(z.enum(CERTAINTIES)).exactOptional(),
  review: z.array(z.enum(REVIEW_STATES)).exactOptional(),
  speaker: words.exactOptional(),
  actor: words.exactOptional(),
  target: words.exactOptional(),
  country: words.exactOptional(),
  actor_country: words.exactOptional(),
  target_country: words.exactOptional(),
  document: words.exactOptional(),
  origin: words.exactOptional(),
  extractor: words.exactOptional(),
  after: fromDay.exactOptional(),
  before: toDay.exactOptional(),
  as_of: toDay.exactOptional(),
};

const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'two capital letters (ISO 3166-1) or null')
  .nullable();
const name = z.string().trim().min(1).max(LONGEST_WORDS);

/** The fields of a claim that an analyst may put right; all of them may be left out. */
export const claimFields = z.strictObject({
  kind: z.enum(KINDS).exactOptional(),
  speaker: name.exactOptional(),
  speaker_org: name.nullable().exactOptional(),
  via: z.array(name).max(20).exactOptional(),
  stance: z.enum(STANCES).exactOptional(),
  certainty: z.enum(CERTAINTIES).exactOptional(),
  actor: name.nullable().exactOptional(),
  actor_country: country.exactOptional(),
  target: name.nullable().exactOptional(),
  target_country: country.exactOptional(),
  object: name.nullable().exactOptional(),
  time: z
    .string()
    .refine((text) => parseTime(text) !== null, 'YYYY, YYYY-MM, YYYY-MM-DD or a range A/B of these')
    .nullable()
    .exactOptional(),
  quantities: z
    .array(z.strictObject({ value: z.number(), unit: name, bound: z.enum(BOUNDS) }))
    .max(50)
    .exactOptional(),
});

/** What a user may say of a document; goes before what the document says. */
export const givenFacts = z.strictObject({
  title: name.nullable().exactOptional(),
  publisher: name.nullable().exactOptional(),
  author: name.nullable().exactOptional(),
  published: z
    .string()
    .refine((text) => parseTime(text) !== null && !text.includes('/'), 'YYYY, YYYY-MM or YYYY-MM-DD')
    .nullable()
    .exactOptional(),
  url: z.string().max(4000).nullable().exactOptional(),
  language: z
    .string()
    .regex(/^[a-z]{3}$/, 'an ISO 639-3 code such as eng')
    .nullable()
    .exactOptional(),
});

function day(end: 'first' | 'last') {
  return z.string().transform((text, context) => {
    const time = parseTime(text);
    if (time && time.precision !== 'range') return time[end];
    context.addIssue({ code: 'custom', message: 'expected a day as YYYY-MM-DD (or YYYY-MM, YYYY)' });
    return z.NEVER;
  });
}
