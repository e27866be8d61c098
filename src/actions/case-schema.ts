import * as z from 'zod';
import type { CaseLogsGiven } from '../model/case-record.ts';

const evidence = z.array(z.string().max(2000)).max(100);
const named = z.looseObject({ name: z.string().max(1000), evidence });
const spanned = named.extend({ first: z.string(), last: z.string() });

/** One intrusion as `case build --json` writes it; fields that it adds are kept. */
export const intrusionSchema = z.looseObject({
  hosts: z.array(spanned.extend({ state: z.enum(['controlled', 'touched']) })),
  accounts: z.array(named),
  mailboxes: z.array(named.extend({ time: z.string() })),
  relays: z.array(
    z.looseObject({
      address: z.string(),
      country: z.string().nullable(),
      network: z.string().nullable(),
      first: z.string(),
      last: z.string(),
      evidence,
    }),
  ),
  steps: z.array(
    z.looseObject({
      technique: z.string(),
      tactics: z.array(z.string()),
      time: z.string(),
      host: z.string(),
      count: z.number(),
      evidence,
    }),
  ),
  visits: z.array(z.looseObject({ relay: z.string(), host: z.string(), start: z.string(), end: z.string() })),
  files: z.array(spanned),
  sent_out: z.array(z.looseObject({ host: z.string(), to: z.string(), bytes: z.number() })),
  first_access: z.string(),
  last_seen: z.string(),
  dwell_days: z.number(),
  gaps: z.array(z.looseObject({ host: z.string(), channel: z.string(), kind: z.string() })),
  hours: z.looseObject({ offsets: z.array(z.object({ offset: z.number(), share: z.number() })), n: z.number() }),
});

const text = z.string().max(4000);

/** A record that carries a fact. */
const record = z.strictObject({
  ref: text,
  file: text,
  record: z.number(),
  time: text.nullable(),
  channel: text,
  event_id: z.number().nullable(),
  computer: text,
  rules: z.array(z.strictObject({ id: text, title: text, level: text, techniques: z.array(text) })).max(1000),
  matched: z.array(text).max(1000),
  fields: z.record(text, text),
});

/** What logs showed. The fields above are checked; their types are those of the model. */
export const logsSchema = z.looseObject({
  intrusions: z.array(intrusionSchema),
  left_out: z.array(z.looseObject({ rule: z.string(), reason: z.string(), count: z.number() })),
  findings: z.number(),
  read: z.looseObject({ events: z.number(), files: z.number() }),
  records: z.array(record).max(20_000).optional(),
}) as unknown as z.ZodType<CaseLogsGiven>;
