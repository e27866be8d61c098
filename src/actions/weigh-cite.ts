import * as z from 'zod';
import { evidenceFrom, freeId } from '../analysis/weigh/cite.ts';
import { weighingOf } from '../analysis/weigh/fold.ts';
import { NotFoundError } from '../base/errors.ts';
import type { Action } from './action.ts';
import { id } from './input.ts';
import { viewOf } from './weigh-view.ts';

export const weighCite: Action<'weigh.cite'> = {
  name: 'weigh.cite',
  summary:
    'Adds a statement to a question as evidence; the same words in another document of its origin join the item that is there.',
  input: z.strictObject({ id, statement_id: id }),
  writes: true,
  run: async ({ ledger, analyst }, input) => {
    const weighing = weighingOf((await ledger.weighing(input.id)).entries);
    if (!weighing) throw new NotFoundError(`no weighing ${input.id}`);
    const fresh = evidenceFrom(await ledger.statement(input.statement_id));
    const cited = weighing.evidence.find(({ statements }) => statements.includes(input.statement_id));
    const same = cited ?? weighing.evidence.find(({ origin }) => origin === fresh.origin);
    const evidence =
      same?.id ??
      freeId(
        'E',
        weighing.evidence.map((one) => one.id),
      );
    if (!cited) {
      const { id: _, ...before } = same ?? { id: null, ...fresh };
      const via = [...new Set([...before.via, ...fresh.via])];
      const statements = [...new Set([...before.statements, ...fresh.statements])];
      const body = same ? { ...before, via, statements } : fresh;
      await ledger.recordWeighing(input.id, [{ part: 'evidence', key: evidence, body }], analyst);
    }
    return {
      ...viewOf(await ledger.weighing(input.id), { you: analyst }),
      cited: evidence,
      joined: same !== undefined,
    };
  },
};
