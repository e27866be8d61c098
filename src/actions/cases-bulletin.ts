import * as z from 'zod';
import { bulletinText, composeBulletin, ENGLISH, lintBulletin, TLP } from '../report/bulletin/index.ts';
import type { Action } from './action.ts';
import { bulletinRecord } from './bulletin-record.ts';
import { techniqueName } from './case-bulletin.ts';
import { id, toDay, words } from './input.ts';

const text = words.nullable();

export const casesBulletin: Action<'cases.bulletin'> = {
  name: 'cases.bulletin',
  summary: 'A bulletin from a case, with what its lint finds.',
  input: z.strictObject({
    name: id,
    as_of: toDay.exactOptional(),
    /** Which intrusion of its logs, from 1. */
    n: z.coerce.number().int().min(1).exactOptional(),
    id: id.exactOptional(),
    date: toDay.exactOptional(),
    tlp: z.enum(TLP).exactOptional(),
    issuer: text.exactOptional(),
    sector: text.exactOptional(),
    country: text.exactOptional(),
    size: text.exactOptional(),
    detected: text.exactOptional(),
    reported: text.exactOptional(),
    product: text.exactOptional(),
    weakness: text.exactOptional(),
    zero_day: z.boolean().nullable().exactOptional(),
  }),
  writes: false,
  run: async ({ ledger, now }, { name, as_of: asOf, n = 1, tlp = 'AMBER', ...given }) => {
    const { record, left } = await bulletinRecord(ledger, name, asOf, n, {
      ...(given.id === undefined ? {} : { id: given.id }),
      ...{ date: given.date ?? now().toISOString().slice(0, 10), tlp, issuer: given.issuer ?? null },
      victim: { sector: given.sector ?? null, country: given.country ?? null, size: given.size ?? null },
      ...{ detected: given.detected ?? null, reported: given.reported ?? null },
      ...{ product: given.product ?? null, weakness: given.weakness ?? null, zero_day: given.zero_day ?? null },
    });
    const bulletin = composeBulletin(record, ENGLISH, techniqueName);
    return {
      bulletin,
      markdown: bulletinText('markdown', bulletin, record),
      html: bulletinText('html', bulletin, record),
      stix: bulletinText('stix', bulletin, record),
      faults: lintBulletin(bulletin, record),
      left_out: left,
    };
  },
};
