import * as z from 'zod';
import { CASE_FACTS, type CasePart } from '../model/case-record.ts';
import type { Action } from './action.ts';
import { logsSchema } from './case-schema.ts';
import { caseRowOf } from './case-view.ts';
import { id } from './input.ts';

const part: z.ZodType<CasePart> = z.discriminatedUnion('part', [
  z.strictObject({ part: z.literal('logs'), body: logsSchema }),
  z.strictObject({ part: z.literal('document'), body: z.strictObject({ document: id }) }),
  z.strictObject({ part: z.literal('link'), body: z.strictObject({ statement: id, fact: z.enum(CASE_FACTS) }) }),
  z.strictObject({ part: z.literal('statement'), body: z.strictObject({ statement: id }) }),
  z.strictObject({ part: z.literal('note'), body: z.strictObject({ text: z.string().trim().min(1).max(10_000) }) }),
]);

export const casesRecord: Action<'cases.record'> = {
  name: 'cases.record',
  summary:
    'Puts what logs showed, documents, links of statements to facts, or notes into a case; a new name begins one.',
  input: z.strictObject({ name: id, parts: z.array(part).min(1).max(200) }),
  writes: true,
  run: async ({ ledger, analyst }, { name, parts }) => {
    // What is not there must not be cited: both calls throw for an unknown id.
    for (const one of parts) {
      if (one.part === 'document') await ledger.document(one.body.document);
      if (one.part === 'link' || one.part === 'statement') await ledger.statement(one.body.statement);
    }
    await ledger.recordCase(name, parts, analyst);
    return caseRowOf(await ledger.case(name));
  },
};
