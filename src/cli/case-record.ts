import * as z from 'zod';
import { intrusionSchema } from '../actions/case-schema.ts';
import { UsageError } from '../base/errors.ts';
import type { Intrusion } from '../model/case.ts';
import type { BulletinRecord } from '../report/bulletin/index.ts';
import type { CaseBulletinOptions } from './commands/case-bulletin.ts';

/** What a bulletin needs of `case build --json`: its intrusion, or none. */
const CASE = z.union([intrusionSchema, z.looseObject({ first_access: z.null() })]);

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
    ...{ attributions: [], answers: [], tools: [], effects: [], comparisons: [], unmatched: [], related: [] },
    told: { victim: [], product: [], zero_day: [] },
  };
}
