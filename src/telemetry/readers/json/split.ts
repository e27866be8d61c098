import { problem } from '../../../base/problem.ts';
import type { LogInput, LogSink } from '../../reader.ts';
import { blocks } from '../bytes/blocks.ts';
import { type Encoding, hasMark, toUtf8 } from '../bytes/encoding.ts';
import { MAX_VALUE, Scanner } from './scanner.ts';

/**
 * Calls `value` with the text of every object among values that follow each other, stand in an array, or in the list of a
 * wrapper, and with the line it begins on. Text between values (commas, `Record 1`) is passed over; other text is a problem.
 */
export async function eachValue(
  input: LogInput,
  sink: LogSink,
  { encoding = 'utf-8', limit = MAX_VALUE }: { readonly encoding?: Encoding; readonly limit?: number },
  value: (text: string, line: number) => void,
): Promise<void> {
  const scanner = new Scanner(
    {
      value,
      broken: (line, reason) => sink.problem(problem('record-broken', { source: input.name, line }, { reason })),
    },
    limit,
  );
  let first = true;
  for await (const block of toUtf8(blocks(input), encoding)) {
    scanner.push(first && hasMark(block) ? block.subarray(3) : block);
    first = false;
    if (sink.done(block.length)) return;
  }
  scanner.end();
}

/** The texts of the objects that a text consists of; null if there is anything but blanks and commas beside them. */
export function valuesIn(text: string): readonly string[] | null {
  const found: string[] = [];
  let clean = true;
  const broken = (): void => {
    clean = false;
  };
  const scanner = new Scanner({ value: (value) => found.push(value), broken });
  scanner.push(Buffer.from(text));
  scanner.end();
  return clean && found.length > 0 ? found : null;
}
