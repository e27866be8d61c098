import * as z from 'zod';
import { UsageError } from '../base/errors.ts';
import type { Intrusion } from '../model/case.ts';
import type { BulletinRecord } from '../report/bulletin/index.ts';
import type { CaseBulletinOptions } from './commands/case-bulletin.ts';

const named = z.looseObject({ name: z.string(), evidence: z.array(z.string()) });

/** What a bulletin needs of `case build --json`. */
const CASE = z.looseObject({
  hosts: z.array(named.extend({ state: z.enum(['controlled', 'touched']), first: z.string(), last: z.string() })),
  accounts: z.array(named),
  mailboxes: z.array(named.extend({ time: z.string() })),
  relays: z.array(
    z.looseObject({
      address: z.string(),
      country: z.string().nullable(),
      network: z.string().nullable(),
      first: z.string(),
      last: z.string(),
      evidence: z.array(z.string()),
    }),
  ),
  steps: z.array(
    z.looseObject({
      technique: z.string(),
      tactics: z.array(z.string()),
      time: z.string(),
      host: z.string(),
      count: z.number(),
      evidence: z.array(z.string()),
    }),
  ),
  visits: z.array(z.looseObject({ relay: z.string(), host: z.string(), start: z.string(), end: z.string() })),
  files: z.array(named.extend({ first: z.string(), last: z.string() })),
  sent_out: z.array(z.looseObject({ host: z.string(), to: z.string(), bytes: z.number() })),
  first_access: z.string().nullable(),
  last_seen: z.string().nullable(),
  dwell_days: z.number().nullable(),
  gaps: z.array(z.looseObject({ host: z.string(), channel: z.string(), kind: z.string() })),
  hours: z
    .looseObject({ offsets: z.array(z.object({ offset: z.number(), share: z.number() })), n: z.number() })
    .nullable(),
});

/** The record of a bulletin from the text of a case and what the user adds. Throws UsageError for what is no case, or one without an intrusion. */
export function recordFromCase(text: string, file: string, options: CaseBulletinOptions): BulletinRecord {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${file} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const checked = CASE.safeParse(value);
  if (!checked.success)
    throw new UsageError(
      `${file} is no case of case build --json: ${checked.error.issues
        .slice(0, 3)
        .map(({ path, message }) => `${path.join('.')}: ${message}`)
        .join('; ')}`,
    );
  if (checked.data.first_access === null)
    throw new UsageError(`${file} holds no intrusion: there is nothing to report`);
  return {
    id: options.id ?? `LW-${checked.data.first_access.slice(0, 10)}`,
    version: 1,
    date: options.date ?? new Date().toISOString().slice(0, 10),
    tlp: options.tlp,
    issuer: options.issuer ?? null,
    victim: { sector: options.sector ?? null, country: options.country ?? null, size: options.size ?? null },
    detected: options.detected ?? null,
    reported: options.reported ?? null,
    product: options.product ?? null,
    weakness: options.weakness ?? null,
    zero_day: options.zeroDay ?? null,
    intrusion: checked.data as unknown as Intrusion,
    attributions: [],
    answers: [],
    related: [],
  };
}
