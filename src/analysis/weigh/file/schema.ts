import * as z from 'zod';
import { parseTime } from '../../../base/time.ts';
import { FORGEABILITIES, parseGrade } from '../../../model/weighing/grade.ts';
import { RATINGS } from '../../../model/weighing/rating.ts';
import { CONFIDENCES } from '../../../model/weighing/weighing.ts';

/** Parts of the input file, each checked by itself, so that one bad item leaves the others. docs/guides/weigh.md describes it. */

const LONGEST = 4000;
const text = z.string().trim().min(1).max(LONGEST);
const name = z.string().trim().min(1).max(500);
/** A number is a fine id (`1`), and YAML reads it as one. */
export const itemId = z
  .union([z.string(), z.number().transform(String)])
  .pipe(z.string().regex(/^[\p{L}\p{N}_.-]{1,60}$/u, 'letters, digits, "_", "." and "-", 60 at most'));
const share = z.number().min(0).max(1);
export const dayText = z.string().refine((day) => parseTime(day)?.precision === 'day', 'a day as YYYY-MM-DD');
const dateText = z.string().refine((date) => parseTime(date) !== null, 'YYYY, YYYY-MM, YYYY-MM-DD or a range of these');
export const rating = z.union([z.string(), z.null()]).transform((value, context) => {
  const word = (value ?? '').trim().toUpperCase().replace('N/A', 'NA');
  const found = RATINGS.find((one) => one === word);
  if (found) return found;
  if (word !== '' && word !== '?')
    context.addIssue({ code: 'custom', message: `expected ${RATINGS.join(', ')} or nothing` });
  return null;
});
/** By hypothesis, or a list in the order of the hypotheses. */
export const row = z.union([z.array(rating), z.record(z.string(), rating)]);
/** YAML reads `3` where `C3` is torn apart into two keys. */
const letter = (pattern: RegExp, wanted: string) =>
  z.union([z.string(), z.number().transform(String)]).pipe(z.string().toUpperCase().regex(pattern, wanted));

export const hypothesis = z.object({
  id: itemId.optional(),
  text,
  role: name.nullish(),
  prior: share.nullish(),
  false_flag: z.boolean().nullish(),
});

export const evidence = z.object({
  id: itemId.optional(),
  text,
  type: name.nullish(),
  source: name.nullish(),
  via: z.union([name.transform((one) => [one]), z.array(name).max(20)]).nullish(),
  origin: name.nullish(),
  grade: z
    .string()
    .refine((grade) => parseGrade(grade) !== null, 'a letter A to F and a digit 1 to 6, such as C3')
    .nullish(),
  reliability: letter(/^[A-F]$/, 'a letter A to F').nullish(),
  credibility: letter(/^[1-6]$/, 'a digit 1 to 6').nullish(),
  weight: share.nullish(),
  forgeability: z.enum(FORGEABILITIES).nullish(),
  absence: z.boolean().nullish(),
  looked: text.nullish(),
  date: dateText.nullish(),
  since: dayText.nullish(),
  note: text.nullish(),
  statements: z.array(name).max(100).nullish(),
  passages: z.array(text).max(100).nullish(),
  records: z
    .array(z.object({ file: name, record: z.union([z.string(), z.number().transform(String)]) }))
    .max(100)
    .nullish(),
  ratings: row.nullish(),
});

export const judgement = z.union([
  text.transform((words) => ({ text: words, confidence: null, because: null })),
  z.object({ text, confidence: z.enum(CONFIDENCES).nullish(), because: text.nullish() }),
]);

export const stated = z.record(z.string(), share);

export const analyst = z.object({
  analyst: name,
  date: dayText.nullish(),
  ratings: z.record(z.string(), row).nullish(),
  stated: stated.nullish(),
  judgement: judgement.nullish(),
});

export const lookFor = z.object({ id: itemId.optional(), text, expects: row });

export const head = {
  question: text,
  template: name,
  case: name,
  note: text,
  analyst: name,
  date: dayText,
  outcome: itemId,
} as const;

/** Keys of the file. */
export const KEYS = [...Object.keys(head), 'hypotheses', 'evidence', 'analysts', 'look_for', 'stated', 'judgement'];
