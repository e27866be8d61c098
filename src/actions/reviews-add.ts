import * as z from 'zod';
import { UsageError } from '../base/errors.ts';
import { VERDICTS } from '../model/review.ts';
import type { Action } from './action.ts';
import { claimFields, id } from './input.ts';

export const reviewsAdd: Action<'reviews.add'> = {
  name: 'reviews.add',
  summary: "An analyst's word on a statement: accept, reject, correct, or undo the last one.",
  input: z.strictObject({
    statement_id: id,
    verdict: z.enum(VERDICTS),
    corrected: claimFields.exactOptional(),
    note: z.string().max(10_000).exactOptional(),
  }),
  writes: true,
  run: ({ ledger, analyst }, { statement_id, verdict, corrected, note }) => {
    const changes = corrected && Object.keys(corrected).length > 0;
    if (verdict === 'correct' && !changes) throw new UsageError('a correction needs at least one corrected field');
    if (verdict !== 'correct' && changes) throw new UsageError(`corrected fields do not go with "${verdict}"`);
    return ledger.review({
      statement_id,
      analyst,
      verdict,
      corrected: changes ? corrected : null,
      note: note?.trim() || null,
    });
  },
};
