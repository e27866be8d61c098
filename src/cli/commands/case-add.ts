import { UsageError } from '../../base/errors.ts';
import type { CaseFact, CasePart } from '../../model/case-record.ts';
import { withLedger } from '../connection.ts';
import { EXIT } from '../exit.ts';
import { say } from '../output.ts';

interface Options {
  readonly document?: readonly string[];
  readonly statement?: string;
  readonly fact?: CaseFact;
  readonly note?: string;
}

/** Puts documents, a statement beside a fact, or a note into a case. */
export async function caseAddCommand(name: string, { document, statement, fact, note }: Options): Promise<number> {
  if (statement === undefined && fact !== undefined) throw new UsageError('--fact needs --statement');
  const parts: CasePart[] = [
    ...(document ?? []).map((id): CasePart => ({ part: 'document', body: { document: id } })),
    ...(statement === undefined
      ? []
      : [
          (fact === undefined
            ? { part: 'statement', body: { statement } }
            : { part: 'link', body: { statement, fact } }) satisfies CasePart,
        ]),
    ...(note === undefined ? [] : [{ part: 'note', body: { text: note } } satisfies CasePart]),
  ];
  if (parts.length === 0)
    throw new UsageError('case add takes --document, --statement (with or without --fact), or --note');
  await withLedger(({ call }) => call('cases.record', { name, parts }));
  say(`Put into the case "${name}".`);
  return EXIT.done;
}
