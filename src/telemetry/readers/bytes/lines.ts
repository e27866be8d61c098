import { problem } from '../../../base/problem.ts';
import type { LogInput, LogSink, Part } from '../../reader.ts';
import { blocks } from './blocks.ts';
import { type Encoding, hasMark, toUtf8 } from './encoding.ts';

/** Longer lines are no log lines; they are passed over without being held in memory. Bytes. */
export const MAX_LINE = 16 << 20;

const NEWLINE = 10;
const NOTHING: Buffer = Buffer.alloc(0);

export interface LineOptions {
  readonly encoding?: Encoding;
  /** Only lines that begin in this part. A file in UTF-16 has one part only: the first stands for all of it. */
  readonly part?: Part | undefined;
  readonly limit?: number;
}

/**
 * Calls `line` with the text of every line (without its line feed; a carriage return stays) and its number in the file, from 1.
 * Bytes that are no UTF-8 become U+FFFD. Lines above the limit are problems. Stops when the sink says so.
 */
export async function eachLine(
  input: LogInput,
  sink: LogSink,
  { encoding = 'utf-8', part, limit = MAX_LINE }: LineOptions,
  line: (text: string, number: number) => void,
): Promise<void> {
  const whole = encoding !== 'utf-8';
  const start = part?.start ?? 0;
  const end = whole || !part ? Number.POSITIVE_INFINITY : part.end;
  if (start >= end || (start > 0 && whole)) return;
  let number = part?.line ?? (start > 0 ? await lineAt(input, start) : 1);
  // Whether a line begins at `start` is told by the byte before: what ends there or later belongs to the part before.
  let at = start > 0 ? start - 1 : 0;
  let skipping = start > 0;
  let kept: Buffer[] = [];
  let keptBytes = 0;

  /** Ends a line of which earlier bytes were kept, or one that is not this part's. */
  const finish = (tail: Buffer): void => {
    const bytes = keptBytes + tail.length;
    if (skipping) number -= bytes === 0 ? 1 : 0;
    else if (bytes <= limit) line(kept.length ? Buffer.concat([...kept, tail]).toString() : tail.toString(), number);
    else sink.problem(problem('line-too-long', { source: input.name, line: number }, { bytes, limit }));
    skipping = false;
    kept = [];
    keptBytes = 0;
    number++;
  };

  for await (const block of toUtf8(blocks(input, at), encoding)) {
    let from = at === 0 && hasMark(block) ? 3 : 0;
    for (;;) {
      const to = block.indexOf(NEWLINE, from);
      if (to < 0) break;
      if (keptBytes === 0 && !skipping && to - from <= limit) {
        // The usual case: the whole line lies in this block.
        line(block.toString('utf8', from, to), number);
        number++;
      } else finish(block.subarray(from, to));
      from = to + 1;
      if (at + from >= end) {
        if (part) remember(input, at + from, number);
        sink.done(from);
        return;
      }
    }
    if (from < block.length) {
      keptBytes += block.length - from;
      // Of a line that nobody will get only the length is kept.
      if (skipping || keptBytes > limit) kept = [];
      else kept.push(Buffer.from(block.subarray(from)));
    }
    at += block.length;
    if (sink.done(block.length)) return;
  }
  if (keptBytes > 0 && !skipping) finish(NOTHING);
}

/**
 * Where a line is known to begin in files that are read in parts: the last place of each. A thread that reads every other part
 * counts the lines of the parts between, and no line twice.
 */
const MARKS = new Map<string, { readonly at: number; readonly line: number }>();
const MAX_MARKS = 64;

function remember(input: LogInput, at: number, line: number): void {
  if (input.modified === undefined) return;
  if (MARKS.size >= MAX_MARKS) MARKS.clear();
  MARKS.set(keyOf(input), { at, line });
}

/** One more than the line feeds before byte `end`. */
async function lineAt(input: LogInput, end: number): Promise<number> {
  const mark = input.modified === undefined ? undefined : MARKS.get(keyOf(input));
  const known = mark && mark.at <= end ? mark : { at: 0, line: 1 };
  let { line } = known;
  for await (const block of blocks(input, known.at, end))
    for (let at = block.indexOf(NEWLINE); at >= 0; at = block.indexOf(NEWLINE, at + 1)) line++;
  remember(input, end, line);
  return line;
}

function keyOf({ name, size, modified }: LogInput): string {
  return `${name}|${size}|${modified}`;
}
