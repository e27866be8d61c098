import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { UnavailableError } from '../base/errors.ts';
import { print } from './output.ts';

/** Somewhere to write text in pieces: a file, or standard output for `-`. */
export interface TextSink {
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens a file for writing, or standard output for `-`. Throws UnavailableError when it cannot be made. */
export async function openText(path: string): Promise<TextSink> {
  if (path === '-') return gathered(print, async () => {});
  const stream = createWriteStream(path, 'utf8');
  try {
    await once(stream, 'open');
  } catch (error) {
    throw new UnavailableError(`${path} cannot be written: ${(error as NodeJS.ErrnoException).code}`, { cause: error });
  }
  let failed: Error | null = null;
  let wake: () => void = () => {};
  stream.on('error', (error) => {
    failed = error;
  });
  stream.on('drain', () => wake());
  stream.on('close', () => wake());
  const check = () => {
    if (failed) throw new UnavailableError(`${path} could not be written to its end: ${failed.message}`);
  };
  return gathered(
    async (text) => {
      check();
      if (!stream.write(text)) await new Promise<void>((resolve) => (wake = resolve));
    },
    async () => {
      await end(stream);
      check();
    },
  );
}

/** Pieces are gathered, so that a million short lines are not a million writes. */
function gathered(write: (text: string) => Promise<void>, close: () => Promise<void>): TextSink {
  let held = '';
  const flush = async () => {
    const text = held;
    held = '';
    if (text) await write(text);
  };
  return {
    async write(text) {
      held += text;
      if (held.length > BLOCK) await flush();
    },
    async close() {
      await flush();
      await close();
    },
  };
}

const BLOCK = 1 << 16;

function end(stream: WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.once('close', () => resolve());
    stream.end();
  });
}
