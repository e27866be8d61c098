import type { FieldTable } from '../../base/fields.ts';
import { type Problem, problem } from '../../base/problem.ts';
import type { LogInput, LogReader, LogSink, Part } from '../reader.ts';
import { headOf } from './bytes/head.ts';
import { csvReader } from './csv/reader.ts';
import { evtxReader } from './evtx.ts';
import { jsonReader } from './json/reader.ts';
import { looksLike, TEXT } from './looks-like.ts';
import { textReader } from './text/reader.ts';
import { accessReader } from './web/access.ts';
import { w3cReader } from './web/w3c.ts';
import { zeekReader } from './zeek/reader.ts';

/** All readers. Where two are equally sure, the first counts. */
export const READERS: readonly LogReader[] = [
  evtxReader,
  jsonReader,
  zeekReader,
  w3cReader,
  accessReader,
  textReader,
  csvReader,
];

const CERTAIN = 2;

/** Problems of one input that are reported one by one; of the others only the number is. */
export const MAX_PROBLEMS = 1000;

/** The reader that knows a file by its first bytes (up to 64 KiB), null if none does. */
export function readerFor(head: Uint8Array, name: string): LogReader | null {
  let best: LogReader | null = null;
  let most = 0;
  for (const reader of READERS) {
    const sure = reader.recognises(head, name);
    if (sure > most) {
      best = reader;
      most = sure;
    }
    // None can be surer, and looking is not free: text readers decode the head.
    if (most === CERTAIN) break;
  }
  return best;
}

/**
 * Reads an input, or a part of it, with the reader that knows it. What is no log (`not-a-log`), an empty file and a file that
 * cannot be read further are problems; nothing is thrown for them. Gives the name of the reader, '' if there was none.
 */
export async function readLog(input: LogInput, fields: FieldTable, sink: LogSink, part?: Part): Promise<string> {
  const limited = limitProblems(sink, input.name);
  let name = '';
  try {
    const { head, rest, close } = await headOf(input);
    if (head.length === 0) {
      sink.problem(problem('empty-file', { source: input.name }, {}, 'note'));
      return '';
    }
    const known = readerFor(head, input.name);
    const looks = known ? '' : looksLike(head);
    const reader = known ?? (input.hint && looks === TEXT ? textReader : null);
    if (!reader) {
      sink.problem(problem('not-a-log', { source: input.name }, { looks }));
      await close();
      return '';
    }
    name = reader.name;
    await reader.read(rest, fields, limited, part);
  } catch (error) {
    sink.problem(failure(input, error));
  }
  limited.finish();
  return name;
}

/**
 * A sink that passes on the first problems only, and notes how many records tell nothing of their kind: whoever wonders why no
 * rule matched them should know.
 */
function limitProblems(sink: LogSink, source: string): LogSink & { finish(): void } {
  let count = 0;
  let unknown = 0;
  return {
    event(event) {
      if (event.product === '' && event.category === '' && event.service === '') unknown++;
      sink.event(event);
    },
    done: (bytes) => sink.done(bytes),
    problem(found: Problem) {
      if (++count <= MAX_PROBLEMS) sink.problem(found);
    },
    finish() {
      const left = count - MAX_PROBLEMS;
      if (left > 0) sink.problem(problem('problems-left-out', { source }, { count: left, shown: MAX_PROBLEMS }));
      if (unknown > 0) sink.problem(problem('kind-unknown', { source }, { count: unknown }, 'note'));
    },
  };
}

function failure(input: LogInput, error: unknown): Problem {
  const { message, code = '' } = error as NodeJS.ErrnoException;
  // Errors of the unpackers carry a code of zlib's; everything else comes from the file system.
  if (/^Z_|^ERR_/.test(code)) return problem('log-cut-off', { source: input.name }, { reason: message }, 'error');
  return problem('file-unreadable', { source: input.name }, { reason: message }, 'error');
}
