import type { LogInput } from '../../reader.ts';

/** Bytes by which a file is recognised. */
export const HEAD = 64 << 10;

export interface Opened {
  readonly head: Uint8Array;
  readonly rest: LogInput;
  /** Ends the stream if nobody has read it to its end. */
  close(): Promise<void>;
}

/**
 * The first bytes of an input, and the input to be read from its beginning: a stream can be opened only once, so what was
 * looked at is put back in front of it.
 */
export async function headOf(input: LogInput): Promise<Opened> {
  if (input.readAt) {
    const head = await input.readAt(0, Math.min(HEAD, input.size));
    return { head, rest: input, close: async () => {} };
  }
  const iterator = input.stream()[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let bytes = 0;
  let after: After = iterator;
  while (bytes < HEAD && after === iterator)
    try {
      const next = await iterator.next();
      if (next.done) after = null;
      else {
        seen.push(next.value);
        bytes += next.value.length;
      }
    } catch (error) {
      // What came before the damage is read first.
      if (bytes === 0) throw error;
      after = { error };
    }
  const all = seen.length === 1 ? seen[0]! : new Uint8Array(Buffer.concat(seen));
  return {
    head: all.subarray(0, HEAD),
    rest: { ...input, stream: () => resumed(all, after) },
    close: async () => void (await iterator.return?.()),
  };
}

/** What follows the bytes that were looked at: more of them, nothing, or an error. */
type After = AsyncIterator<Uint8Array> | { readonly error: unknown } | null;

async function* resumed(first: Uint8Array, after: After): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first;
  if (after === null) return;
  if ('error' in after) throw after.error;
  try {
    for (let next = await after.next(); !next.done; next = await after.next()) yield next.value;
  } finally {
    await after.return?.();
  }
}
