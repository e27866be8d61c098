import type { LogInput } from '../../reader.ts';

/** Bytes by which a file is recognised. */
export const HEAD = 64 << 10;

/**
 * The first bytes of an input, and the input to be read from its beginning: a stream can be opened only once, so what was
 * looked at is put back in front of it.
 */
export async function headOf(input: LogInput): Promise<{ readonly head: Uint8Array; readonly rest: LogInput }> {
  if (input.readAt) return { head: await input.readAt(0, Math.min(HEAD, input.size)), rest: input };
  const iterator = input.stream()[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let bytes = 0;
  let ended = false;
  while (bytes < HEAD) {
    const next = await iterator.next();
    ended = next.done === true;
    if (next.done) break;
    seen.push(next.value);
    bytes += next.value.length;
  }
  const all = seen.length === 1 ? seen[0]! : new Uint8Array(Buffer.concat(seen));
  return { head: all.subarray(0, HEAD), rest: { ...input, stream: () => resumed(all, ended ? null : iterator) } };
}

async function* resumed(first: Uint8Array, iterator: AsyncIterator<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  try {
    if (first.length > 0) yield first;
    for (let next = await iterator?.next(); next && !next.done; next = await iterator?.next()) yield next.value;
  } finally {
    await iterator?.return?.();
  }
}
