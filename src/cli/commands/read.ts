import { hintEngine } from '../../actions/engine-hints.ts';
import { type Input, listInputs, type OpenOptions } from '../../actions/inputs.ts';
import type { ReaderName } from '../../actions/load-tools.ts';
import { readInputs } from '../../actions/read-inputs.ts';
import { UsageError } from '../../base/errors.ts';
import type { Problem } from '../../base/problem.ts';
import { parseTime } from '../../base/time.ts';
import { documentWords } from '../document-words.ts';
import { EXIT } from '../exit.ts';
import { someInput } from '../input-file.ts';
import { untilInterrupted } from '../interrupt.ts';
import { outFiles } from '../out-files.ts';
import { clearProgress, print, say, showProgress } from '../output.ts';
import { problemLine } from '../problem-line.ts';
import type { ShownResult } from '../read-and-add.ts';
import { shapeOfRead } from '../shape.ts';
import { count } from '../statement-words.ts';

interface Options {
  readonly json?: boolean;
  readonly out?: string;
  readonly add?: boolean;
  readonly published?: string;
  readonly publisher?: string;
  readonly allowPrivate?: boolean;
  readonly reader: ReaderName;
  readonly jobs?: number;
}

/** Data to standard output or into a folder, progress and problems to standard error; no database unless `--add`. */
export async function readCommand(args: readonly string[], options: Options): Promise<number> {
  checkDate(options.published);
  someInput(args);
  const { json = false, out, publisher, published } = options;
  const write = out === undefined ? null : outFiles(out);
  const given = { ...(publisher ? { publisher } : {}), ...(published ? { published } : {}) };
  hintEngine();
  const interrupt = untilInterrupted();
  const { inputs, problems } = await listInputs(args);
  const tally = { inputs: 0, documents: 0, unread: 0, statements: 0, troubled: report(problems, '') };
  const open = { allowPrivate: options.allowPrivate ?? false, given };

  for await (const result of resultsOf(inputs, { ...options, ...open, stopped: interrupt.stopped })) {
    tally.inputs++;
    showProgress(`${tally.inputs} of ${inputs.length}: ${result.input.name}`);
    tally.troubled = report(result.problems, result.input.name) || tally.troubled;
    for (const shape of result.shapes) {
      if (shape.document.read) tally.documents++;
      else tally.unread++;
      tally.statements += shape.statements.length;
      write?.(result.input, shape);
      if (json) await print(`${JSON.stringify(shape)}\n`);
      else if (!write) await print(documentWords(shape));
      tally.troubled = report(shape.problems, result.input.name) || tally.troubled;
    }
  }
  interrupt.release();
  clearProgress();
  const unread = tally.unread > 0 ? `, ${tally.unread} not read for statements` : '';
  if (!json) say(`Read ${count(tally.documents, 'document')}${unread}: ${count(tally.statements, 'statement')}.`);
  if (interrupt.stopped()) say(`Stopped after ${tally.inputs} of ${inputs.length} inputs; what was finished is kept.`);
  return interrupt.stopped() ? EXIT.interrupted : tally.troubled ? EXIT.problems : EXIT.done;
}

type How = Options & OpenOptions & { readonly stopped: () => boolean };

async function* resultsOf(inputs: readonly Input[], how: How): AsyncGenerator<ShownResult> {
  if (how.add) yield* added(inputs, how);
  else
    for await (const { input, documents, problems } of readInputs(inputs, how))
      yield { input, shapes: documents.map((one) => shapeOfRead(one, input.name)), problems };
}

async function* added(inputs: readonly Input[], how: How): AsyncGenerator<ShownResult> {
  const [{ connectToLedger }, { readAndAdd }] = await Promise.all([
    import('../connection.ts'),
    import('../read-and-add.ts'),
  ]);
  const connection = await connectToLedger(how);
  try {
    for (const input of inputs) {
      if (how.stopped()) return;
      yield await readAndAdd(connection, input, how);
    }
  } finally {
    await connection.close();
  }
}

/** Prints the problems; true when one of them means that something is missing (a note does not). */
function report(problems: readonly Problem[], source: string): boolean {
  for (const one of problems) say(problemLine(one, source));
  return problems.some(({ severity }) => severity !== 'note');
}

function checkDate(text: string | undefined): void {
  if (text === undefined) return;
  const time = parseTime(text);
  if (!time || time.precision === 'range') throw new UsageError('--published takes YYYY, YYYY-MM or YYYY-MM-DD');
}
