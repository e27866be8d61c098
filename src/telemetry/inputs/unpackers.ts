import { pipeline, Readable, type Transform } from 'node:stream';
import * as zlib from 'node:zlib';

/** A form of compression of one stream, by its first bytes. */
export interface Unpacker {
  readonly name: string;
  is(head: Uint8Array): boolean;
  unpack(stream: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
}

const CHUNK = 256 << 10;

export const UNPACKERS: readonly Unpacker[] = [
  {
    name: 'gzip',
    is: (head) => head[0] === 0x1f && head[1] === 0x8b && head[2] === 8,
    // Several members that follow each other are one text; zeros after the last are passed over.
    unpack: (stream) => through(stream, zlib.createGunzip({ chunkSize: CHUNK })),
  },
  {
    name: 'zstd',
    is: (head) => head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd,
    unpack: unzstd,
  },
];

/** Bytes through a transforming stream of Node's, with its back-pressure; errors of either come out of the iteration. */
export function through(stream: AsyncIterable<Uint8Array>, transform: Transform): AsyncIterable<Uint8Array> {
  // The callback is there because errors are seen by whoever iterates.
  return pipeline(Readable.from(stream, { objectMode: false, highWaterMark: CHUNK }), transform, () => {});
}

/** Raw DEFLATE, as zip archives hold it. */
export function inflateRaw(stream: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  return through(stream, zlib.createInflateRaw({ chunkSize: CHUNK }));
}

/** One block of a few bytes may stand for 128 KiB, so little is handed over at a time. */
const SLICE = 4 << 10;

/**
 * zstd in JavaScript. Node has a faster one of its own from 22.15 on, but that ends silently after the first frame and where a
 * file is cut off.
 */
export async function* unzstd(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  // Loaded when something is packed so: few logs are.
  const { Decompress } = await import('fzstd');
  const ready: Uint8Array[] = [];
  const decoder = new Decompress((bytes) => ready.push(bytes));
  for await (const bytes of stream)
    for (let at = 0; at < bytes.length; at += SLICE) {
      // The decoder keeps what it is given, and the buffer of the stream is used again.
      guarded(() => decoder.push(bytes.slice(at, at + SLICE)));
      yield* ready.splice(0);
    }
  guarded(() => decoder.push(new Uint8Array(0), true));
  yield* ready;
}

/** Errors with a code like those of zlib, so that they are told from those of the file system. */
function guarded(push: () => void): void {
  try {
    push();
  } catch (error) {
    throw Object.assign(new Error(error instanceof Error ? error.message : String(error)), { code: 'Z_ZSTD' });
  }
}
