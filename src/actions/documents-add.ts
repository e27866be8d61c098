import * as z from 'zod';
import { UsageError } from '../base/errors.ts';
import type { Problem } from '../base/problem.ts';
import type { DocumentFacts, Source } from '../model/document.ts';
import type { DocumentSummary, DocumentView } from '../model/view.ts';
import type { Action, Context } from './action.ts';
import type { ActionOutput, AddedDocument, AddFrom } from './action-map.ts';
import { givenFacts } from './input.ts';
import { withMessage } from './problem-message.ts';
import { readSource } from './read-source.ts';

const LONGEST_TEXT = 20_000_000;
const PASTED = 'pasted text';

export const documentsAdd: Action<'documents.add'> = {
  name: 'documents.add',
  summary: 'Reads a text, a file or a URL into statements and records them.',
  input: z.strictObject({
    from: z.union([
      z.strictObject({ text: z.string().min(1).max(LONGEST_TEXT), name: z.string().max(1000).exactOptional() }),
      z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(4000) }),
      z.strictObject({
        bytes: z.base64(),
        name: z.string().min(1).max(1000),
        contentType: z.string().max(200).exactOptional(),
        url: z.string().max(4000).exactOptional(),
      }),
    ]),
    given: givenFacts.exactOptional(),
  }),
  writes: true,
  run: async (context, { from, given }) => {
    const { source, problems } = await sourceOf(context, from, given);
    if (!source) return { documents: [], problems: problems.map(withMessage) };
    const added = await addSource(context, source);
    return { documents: added.documents, problems: [...problems.map(withMessage), ...added.problems] };
  },
};

/** Reads one source and records all its documents in one transaction. */
export async function addSource(context: Context, source: Source): Promise<ActionOutput<'documents.add'>> {
  const read = await readSource(await context.tools(), source, context.progress);
  context.progress?.({ stage: 'store', done: 0, of: read.length });
  const entries = read.map((one) => ({ ...one, name: source.name, bytes: source.bytes }));
  const ids = await context.ledger.add(entries, context.analyst);
  const documents: AddedDocument[] = [];
  for (const { id, added } of ids) documents.push({ document: summary(await context.ledger.document(id)), added });
  context.progress?.({ stage: 'store', done: read.length, of: read.length });
  return { documents, problems: read.flatMap((one) => [...one.problems, ...one.reading.problems]).map(withMessage) };
}

async function sourceOf(
  context: Context,
  from: AddFrom,
  given: Partial<DocumentFacts> | undefined,
): Promise<{ source: Source | null; problems: readonly Problem[] }> {
  const facts = given ? { given } : {};
  if ('url' in from) {
    const { fetchSource } = await import('../collect/fetch-source.ts');
    return fetchSource(from.url, { ...context.fetch, ...facts });
  }
  if ('text' in from) {
    if (from.text.trim() === '') throw new UsageError('the text is empty');
    const bytes = new TextEncoder().encode(from.text);
    return { source: { bytes, name: from.name ?? PASTED, ...facts }, problems: [] };
  }
  const { bytes, ...rest } = from;
  return { source: { bytes: Buffer.from(bytes, 'base64'), ...rest, ...facts }, problems: [] };
}

function summary(view: DocumentView): DocumentSummary {
  const { text, blocks, all_statements, all_indicators, techniques, all_problems, same_origin, ...rest } = view;
  return rest;
}
