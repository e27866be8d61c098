import { type FileHandle, open } from 'node:fs/promises';
import { FieldTable } from '../base/fields.ts';
import type { Problem } from '../base/problem.ts';
import { JsonLines } from '../evtx/json-lines.ts';
import { CHUNK_SIZE, FILE_HEADER_SIZE } from '../evtx/limits.ts';
import { openFailure } from '../telemetry/inputs/list.ts';

/** Bytes that are read from a file at once. */
const BLOCK = 32 * CHUNK_SIZE;

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
  const lines = new JsonLines(new FieldTable());
  return async function* (file, report) {
    let handle: FileHandle | undefined;
    try {
      handle = await open(file);
      yield* pieces(handle, lines, report);
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error)) throw error;
      report({ ...openFailure(file, error), place: {} });
    } finally {
      await handle?.close();
    }
  };
}

async function* pieces(
  handle: FileHandle,
  lines: JsonLines,
  report: (problem: Problem) => void,
): AsyncGenerator<Piece> {
  const { size } = await handle.stat();
  const header = Buffer.alloc(FILE_HEADER_SIZE);
  const problems = lines.begin(header.subarray(0, await fill(handle, header, 0)));
  for (const found of problems) report(found);
  if (problems.some(({ severity }) => severity === 'error')) return;

  // While one block is decoded the next is read.
  let [block, other] = [Buffer.allocUnsafeSlow(BLOCK), Buffer.allocUnsafeSlow(BLOCK)];
  let next = settled(fill(handle, block, FILE_HEADER_SIZE));
  try {
    for (let offset = FILE_HEADER_SIZE; ; offset += BLOCK) {
      const length = (await next)();
      const more = length === BLOCK;
      if (more) next = settled(fill(handle, other, offset + BLOCK));
      for (let at = 0; at < length; at += CHUNK_SIZE) {
        const chunk = block.subarray(at, Math.min(at + CHUNK_SIZE, length));
        for (const bytes of lines.chunk(chunk, offset + at, report))
          yield { bytes, done: Math.min(1, (offset + at) / size) };
      }
      if (!more) break;
      [block, other] = [other, block];
    }
    yield { bytes: lines.rest(), done: 1 };
  } finally {
    // Who stops early leaves nothing for the next file, and no read that outlives the handle.
    await next;
    lines.rest();
  }
}

/** A promise that cannot be rejected while nobody waits for it: it gives a function that gives the result or throws. */
async function settled<T>(promise: Promise<T>): Promise<() => T> {
  try {
    const value = await promise;
    return () => value;
  } catch (error) {
    return () => {
      throw error;
    };
  }
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
