import { type FileHandle, open } from 'node:fs/promises';
import type { Problem } from '../../base/problem.ts';
import type { LogInput, LogsourceHint } from '../reader.ts';
import { Allowance } from './allowance.ts';
import { type ExploreContext, explore, type Use } from './explore.ts';
import { type LogFile, openFailure } from './list.ts';

export interface OpenOptions {
  readonly hint?: LogsourceHint;
  /** Where `-` reads from; standard input unless a test says otherwise. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** What goes wrong with archives; parts that cannot be unpacked do not stop the others. */
  readonly problem?: (problem: Problem) => void;
  /** Bytes that may come out of one compressed file; see `Allowance`. */
  readonly unpackedLimit?: number;
}

/**
 * Opens a file and calls `use` with each log in it, one after the other: itself, what it unpacks to (gzip, zstd), or the files in
 * an archive (zip, tar), named `a.zip/inner.evtx`; forms are told by content. Inputs are good only until their call is over.
 * Damaged archives and files that cannot be opened are problems; what `use` throws is thrown. When `use` gives true, no more follow.
 */
export async function eachInput(
  file: LogFile,
  { hint, stdin = process.stdin, problem: report = () => {}, unpackedLimit }: OpenOptions,
  use: Use,
): Promise<void> {
  let read = 0;
  const context: ExploreContext = {
    use,
    report,
    allowance: new Allowance(file.size, unpackedLimit),
    common: {
      ...(hint ? { hint } : {}),
      ...(Number.isNaN(file.modified) ? {} : { modified: file.modified }),
      packed: { size: file.size, done: () => read },
    },
  };
  const counted = (bytes: number): void => {
    read += bytes;
  };
  if (file.path === '-') {
    await explore({ name: '-', size: -1, readAt: null, stream: () => counting(stdin, counted) }, context);
    return;
  }
  let handle: FileHandle;
  try {
    handle = await open(file.path, 'r');
  } catch (error) {
    report(openFailure(file.path, error));
    return;
  }
  try {
    await explore(plainInput(file, handle, counted), context);
  } finally {
    await handle.close();
  }
}

/** A file on disk: by position if it has a size, else (pipes) as a stream. */
function plainInput(file: LogFile, handle: FileHandle, counted: (bytes: number) => void): LogInput {
  const name = file.path;
  if (file.size < 0)
    return {
      name,
      size: -1,
      readAt: null,
      stream: () => counting(handle.createReadStream({ autoClose: false }), counted),
    };
  const readAt = async (offset: number, length: number): Promise<Uint8Array> => {
    const buffer = Buffer.allocUnsafeSlow(Math.max(0, Math.min(length, file.size - offset)));
    let filled = 0;
    while (filled < buffer.length) {
      const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, offset + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    counted(filled);
    return buffer.subarray(0, filled);
  };
  return { name, size: file.size, readAt, stream: () => positions(readAt, file.size) };
}

async function* positions(readAt: NonNullable<LogInput['readAt']>, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < size; ) {
    const bytes = await readAt(at, PIECE);
    if (bytes.length === 0) return;
    yield bytes;
    at += bytes.length;
  }
}

async function* counting(
  stream: AsyncIterable<Uint8Array>,
  counted: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const bytes of stream) {
    counted(bytes.length);
    yield bytes;
  }
}

const PIECE = 256 << 10;
