import { once } from 'node:events';
import { type FileHandle, open } from 'node:fs/promises';
import { type Problem, problem } from '../../base/problem.ts';
import { CHUNK_SIZE, EvtxDecoder, FILE_HEADER_SIZE, FieldTable, JsonBuffer } from '../../evtx/index.ts';
import { EXIT } from '../exit.ts';
import { untilInterrupted } from '../interrupt.ts';
import { clearProgress, say, showProgress } from '../output.ts';
import { problemLine } from '../problem-line.ts';

/** Chunks that are read from a file at once. */
const BLOCK = 32;
/** Bytes of output that are collected before they are written. */
const FULL = 1 << 20;

/** Writes the records of event logs as lines of JSON. A file, chunk or record that cannot be read is reported and left out. */
export async function evtxDumpCommand(files: readonly string[]): Promise<number> {
  const decoder = new EvtxDecoder(new FieldTable());
  const interrupt = untilInterrupted();
  let troubled = false;
  for (const file of files) {
    if (interrupt.stopped()) break;
    const report = (found: Problem): void => {
      if (found.severity !== 'note') troubled = true;
      say(problemLine(found, file));
    };
    try {
      await dump(file, decoder, report, interrupt.stopped);
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error)) throw error;
      report(problem('file-unreadable', {}, { reason: error.message }, 'error'));
    }
  }
  interrupt.release();
  clearProgress();
  return interrupt.stopped() ? EXIT.interrupted : troubled ? EXIT.problems : EXIT.done;
}

async function dump(
  file: string,
  decoder: EvtxDecoder,
  report: (problem: Problem) => void,
  stopped: () => boolean,
): Promise<void> {
  const handle = await open(file);
  try {
    await dumpOpen(handle, file, decoder, report, stopped);
  } finally {
    await handle.close();
  }
}

async function dumpOpen(
  handle: FileHandle,
  file: string,
  decoder: EvtxDecoder,
  report: (problem: Problem) => void,
  stopped: () => boolean,
): Promise<void> {
  const { size } = await handle.stat();
  const header = Buffer.alloc(FILE_HEADER_SIZE);
  const problems = decoder.begin(header.subarray(0, await fill(handle, header, 0)));
  for (const found of problems) report(found);
  if (problems.some(({ severity }) => severity === 'error')) return;

  const out = new JsonBuffer(2 * FULL);
  const block = Buffer.alloc(BLOCK * CHUNK_SIZE);
  for (let offset = FILE_HEADER_SIZE; offset < size && !stopped(); offset += block.length) {
    const length = await fill(handle, block, offset);
    for (let at = 0; at < length; at += CHUNK_SIZE) {
      const chunk = block.subarray(at, Math.min(at + CHUNK_SIZE, length));
      decoder.chunk(
        chunk,
        offset + at,
        (record) => {
          if (record.writeJson(out)) out.byte(NEWLINE);
          else report(problem('evtx-record-too-big', { offset: record.offset }, { record: record.record }));
        },
        report,
      );
      if (out.length >= FULL) await flush(out);
    }
    showProgress(`${file}: ${Math.round((100 * Math.min(offset + length, size)) / size)}%`);
  }
  await flush(out);
}

const NEWLINE = 0x0a;

/** Reads until the buffer is full or the file ends. */
async function fill(handle: FileHandle, buffer: Buffer, offset: number): Promise<number> {
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, offset + length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return length;
}

async function flush(out: JsonBuffer): Promise<void> {
  if (out.length === 0) return;
  // A copy: the buffer is written again before a slow reader has taken these bytes.
  const bytes = Buffer.from(out.view());
  out.length = 0;
  if (!process.stdout.write(bytes)) await Promise.race([once(process.stdout, 'drain'), once(process.stdout, 'close')]);
}
