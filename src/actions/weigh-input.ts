import * as z from 'zod';
import { parseTime } from '../base/time.ts';
import { CREDIBILITIES, FORGEABILITIES, RELIABILITIES } from '../model/weighing/grade.ts';
import { RATINGS } from '../model/weighing/rating.ts';
import { CONFIDENCES } from '../model/weighing/weighing.ts';

/** Schemas of what is recorded in a weighing. */

const words = z.string().trim().min(1).max(4000);
const name = z.string().trim().min(1).max(500);
const item = z.string().regex(/^[\p{L}\p{N}_.-]{1,60}$/u, 'letters, digits, "_", "." and "-", 60 at most');
const cell = z.string().regex(/^[\p{L}\p{N}_.-]{1,60}\/[\p{L}\p{N}_.-]{1,60}$/u, 'evidence and hypothesis, as E4/H2');
const share = z.number().min(0).max(1);
const rating = z.enum(RATINGS);
const none = z.literal('');
const day = z.string().refine((text) => parseTime(text)?.precision === 'day', 'a day as YYYY-MM-DD');
const date = z.string().refine((text) => parseTime(text) !== null, 'YYYY, YYYY-MM or YYYY-MM-DD');

const by = { analyst: name.exactOptional(), made: day.exactOptional() };

export const question = z.strictObject({
  question: words,
  template: name.nullable(),
  case: name.nullable(),
  note: words.nullable(),
});

const hypothesis = z.strictObject({
  text: words,
  role: name.nullable(),
  prior: share.nullable(),
  false_flag: z.boolean(),
});

const evidence = z.strictObject({
  text: words,
  type: name.nullable(),
  source: name.nullable(),
  via: z.array(name).max(20),
  origin: name.nullable(),
  grade: z.strictObject({ reliability: z.enum(RELIABILITIES), credibility: z.enum(CREDIBILITIES) }).nullable(),
  weight: share.nullable(),
  forgeability: z.enum(FORGEABILITIES).nullable(),
  absence: z.boolean(),
  looked: words.nullable(),
  date: date.nullable(),
  statements: z.array(name).max(200),
  records: z.array(z.strictObject({ file: name, record: name })).max(200),
  note: words.nullable(),
});

const judgement = z.strictObject({
  text: words,
  confidence: z.enum(CONFIDENCES).nullable(),
  because: words.nullable(),
});

const lookFor = z.strictObject({ text: words, expects: z.record(z.string(), rating) });

/** One entry, told apart by its part. */
export const entry = z.discriminatedUnion('part', [
  z.strictObject({ part: z.literal('question'), key: none, body: question, ...by }),
  z.strictObject({ part: z.literal('hypothesis'), key: item, body: hypothesis.nullable(), ...by }),
  z.strictObject({ part: z.literal('evidence'), key: item, body: evidence.nullable(), ...by }),
  z.strictObject({ part: z.literal('rating'), key: cell, body: rating.nullable(), ...by }),
  z.strictObject({ part: z.literal('stated'), key: none, body: z.record(z.string(), share).nullable(), ...by }),
  z.strictObject({ part: z.literal('judgement'), key: none, body: judgement.nullable(), ...by }),
  z.strictObject({
    part: z.literal('outcome'),
    key: none,
    body: z.strictObject({ hypothesis: item }).nullable(),
    ...by,
  }),
  z.strictObject({ part: z.literal('look-for'), key: item, body: lookFor.nullable(), ...by }),
]);

export const entries = z.array(entry).min(1).max(5000);
