import { type FileHandle, open } from 'node:fs/promises';
import { type Problem, problem } from '../base/problem.ts';
import { CHUNK_SIZE, EvtxDecoder, FILE_HEADER_SIZE, FieldTable, JsonBuffer } from '../evtx/index.ts';

/** Chunks that are read from a file at once. */
const BLOCK = 32;
/** Bytes of output that are collected before they are handed on. */
const FULL = 1 << 20;
const NEWLINE = 0x0a;

export interface Piece {
  /** Whole lines of JSON; good until the next piece is asked for. */
  readonly bytes: Uint8Array;
  /** How much of the file is done, from 0 to 1. */
  readonly done: number;
}

/**
 * The records of event logs as lines of JSON, file after file, with one decoder so that templates are compiled once. What cannot
 * be read is told to `report` with its file. Throws nothing for bad files.
 */
export function evtxLines(): (file: string, report: (problem: Problem) => void) => AsyncGenerator<Piece> {
  const decoder = new EvtxDecoder(new FieldTable());
  return async function* (file, report) {
    let handle: FileHandle | undefined;
    try {
      handle = await open(file);
      yield* pieces(handle, decoder, report);
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error)) throw error;
      report(problem('file-unreadable', {}, { reason: error.message }, 'error'));
    } finally {
      await handle?.close();
    }
  };
}

async function* pieces(
  handle: FileHandle,
  decoder: EvtxDecoder,
  report: (problem: Problem) => void,
): AsyncGenerator<Piece> {
  const { size } = await handle.stat();
  const header = Buffer.alloc(FILE_HEADER_SIZE);
  const problems = decoder.begin(header.subarray(0, await fill(handle, header, 0)));
  for (const found of problems) report(found);
  if (problems.some(({ severity }) => severity === 'error')) return;

  const out = new JsonBuffer(2 * FULL);
  const block = Buffer.alloc(BLOCK * CHUNK_SIZE);
  for (let offset = FILE_HEADER_SIZE; ; offset += block.length) {
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
      if (out.length >= FULL) {
        yield { bytes: out.view(), done: Math.min(1, (offset + at) / size) };
        out.length = 0;
      }
    }
    if (length < block.length) break;
  }
  yield { bytes: out.view(), done: 1 };
}

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
