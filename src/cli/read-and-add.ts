import type { ActionOutput } from '../actions/action-map.ts';
import type { Connection } from '../actions/connect.ts';
import { addSource } from '../actions/documents-add.ts';
import { type Input, type OpenOptions, openInput } from '../actions/inputs.ts';
import { type Problem, problem } from '../base/problem.ts';
import type { Source } from '../model/document.ts';
import { type ReadShape, shapeOfView } from './shape.ts';

/** What one input gave, ready to be shown. */
export interface ShownResult {
  readonly input: Input;
  readonly shapes: readonly ReadShape[];
  /** Problems that belong to no document. */
  readonly problems: readonly Problem[];
}

/** Reads an input into the ledger, this process's or the running workbench's, and gives it back as it stands there. */
export async function readAndAdd(connection: Connection, input: Input, options: OpenOptions): Promise<ShownResult> {
  try {
    const { source, problems } = await openInput(input, options);
    if (!source) return { input, shapes: [], problems };
    const { documents } = await add(connection, source);
    const shapes: ReadShape[] = [];
    for (const { document } of documents)
      shapes.push(shapeOfView(await connection.call('documents.get', { id: document.id })));
    return { input, shapes, problems };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const failed = problem('part-failed', { source: input.name }, { part: 'adding', reason }, 'error');
    return { input, shapes: [], problems: [failed] };
  }
}

function add({ local, call }: Connection, source: Source): Promise<ActionOutput<'documents.add'>> {
  if (local) return addSource(local, source);
  const { bytes, given, ...rest } = source;
  const from = { ...rest, bytes: Buffer.from(bytes).toString('base64') };
  return call('documents.add', { from, ...(given ? { given } : {}) });
}
