import { fileName } from '../../base/file-name.ts';
import type { DocumentSummary } from '../../model/view.ts';
import { withLedger } from '../connection.ts';
import { EXIT } from '../exit.ts';
import { styled } from '../output.ts';
import { given, type ListOptions, printRows } from '../rows.ts';
import { count } from '../statement-words.ts';

interface Options extends ListOptions {
  readonly publisher?: string;
  readonly language?: string;
  readonly after?: string;
  readonly before?: string;
  readonly asOf?: string;
  readonly sort?: 'recorded' | 'published' | 'title' | 'statements';
  readonly descending?: boolean;
}

export async function documentsCommand(words: readonly string[], options: Options): Promise<number> {
  const { publisher, language, after, before, asOf, sort, descending } = options;
  const filter = given({ q: words.join(' '), publisher, language, after, before, as_of: asOf, sort, descending });
  await withLedger(({ call }) =>
    printRows((page) => call('documents.list', { ...filter, ...page }), documentLine, options),
  );
  return EXIT.done;
}

function documentLine(row: DocumentSummary): string {
  const facts = [row.publisher, row.published, row.read ? count(row.statements, 'statement') : 'not read', row.id];
  return `${styled('bold', row.title ?? fileName(row.name))}\n  ${facts.filter(Boolean).join(' · ')}`;
}
