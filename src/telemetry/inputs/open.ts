import { type FileHandle, open } from 'node:fs/promises';
import type { LogInput, LogsourceHint } from '../reader.ts';
import type { LogFile } from './list.ts';

export interface OpenOptions {
  readonly hint?: LogsourceHint;
  /** Where `-` reads from; standard input unless a test says otherwise. */
  readonly stdin?: AsyncIterable<Uint8Array>;
}

/**
 * Opens a file and calls `use` with each log in it. The file is closed afterwards, and each input is good only until its call is
 * over. Throws what the file system throws.
 */
export async function eachInput(
  file: LogFile,
  { hint, stdin = process.stdin }: OpenOptions,
  use: (input: LogInput) => Promise<void>,
): Promise<void> {
  const common = { ...(hint ? { hint } : {}), ...(Number.isNaN(file.modified) ? {} : { modified: file.modified }) };
  if (file.path === '-') {
    await use({ name: '-', size: -1, readAt: null, stream: () => stdin, ...common });
    return;
  }
  const handle = await open(file.path, 'r');
  try {
    await use(plainInput(file, handle, common));
  } finally {
    await handle.close();
  }
}

function plainInput(file: LogFile, handle: FileHandle, common: Partial<LogInput>): LogInput {
  const readAt = async (offset: number, length: number): Promise<Uint8Array> => {
    const buffer = Buffer.allocUnsafeSlow(Math.max(0, Math.min(length, file.size - offset)));
    let filled = 0;
    while (filled < buffer.length) {
      const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, offset + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  };
  return {
    name: file.path,
    size: file.size,
    readAt,
    async *stream() {
      for (let at = 0; at < file.size; at += PIECE) yield await readAt(at, PIECE);
    },
    ...common,
  };
}

const PIECE = 1 << 20;
