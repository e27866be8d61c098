import type { LogInput } from '../../reader.ts';

/** Bytes read in one go: large enough that calls cost nothing, small enough that many readers fit in memory. */
export const BLOCK = 1 << 20;

/**
 * The bytes of an input from `start` up to `end`, block by block. Plain files are read by position, one block ahead of the
 * caller; everything else from its stream, which begins at 0.
 */
export async function* blocks(input: LogInput, start = 0, end = Number.POSITIVE_INFINITY): AsyncGenerator<Buffer> {
  if (input.readAt) yield* positioned(input.readAt, start, Math.min(end, input.size));
  else yield* streamed(input.stream(), start, end);
}

async function* positioned(readAt: NonNullable<LogInput['readAt']>, start: number, end: number) {
  const read = (at: number) => readAt(at, Math.min(BLOCK, end - at));
  let next = start < end ? read(start) : null;
  for (let at = start; next; ) {
    const bytes: Uint8Array = await next;
    if (bytes.length === 0) return;
    at += bytes.length;
    next = at < end ? read(at) : null;
    // A caller that stops leaves this read behind: its failure concerns nobody.
    next?.catch(() => {});
    yield asBuffer(bytes);
  }
}

async function* streamed(stream: AsyncIterable<Uint8Array>, start: number, end: number) {
  let at = 0;
  for await (const bytes of stream) {
    const from = Math.max(0, start - at);
    const to = Math.min(bytes.length, end - at);
    at += bytes.length;
    if (from < to) yield asBuffer(bytes).subarray(from, to);
    if (at >= end) return;
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
