import type { LogInput } from '../reader.ts';
import { inflateRaw, unzstd } from './unpackers.ts';

/** A file in a zip archive. Methods: 0 stored, 8 deflate, 93 zstd. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  readonly size: number;
  /** Of its local header. */
  readonly offset: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const MAX_DIRECTORY = 256 << 20;
/** A comment of 64 KiB may follow the end record. */
const TAIL = 22 + 0xffff;
const PIECE = 256 << 10;

type ReadAt = NonNullable<LogInput['readAt']>;

export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));
}

/**
 * The directory of a zip archive (APPNOTE 6.3, with zip64), in its order, without folders. Null when there is none: the archive
 * is cut off or damaged.
 */
export async function zipEntries(readAt: ReadAt, size: number): Promise<readonly ZipEntry[] | null> {
  const tailAt = Math.max(0, size - TAIL);
  const tail = buffer(await readAt(tailAt, size - tailAt));
  const end = lastEnd(tail);
  if (end < 0) return null;
  let count = tail.readUInt16LE(end + 10);
  let bytes = tail.readUInt32LE(end + 12);
  let at = tail.readUInt32LE(end + 16);
  if (at === 0xffffffff || count === 0xffff || bytes === 0xffffffff) {
    const locator = end - 20;
    if (locator < 0 || tail.readUInt32LE(locator) !== LOCATOR_64) return null;
    const end64 = buffer(await readAt(Number(tail.readBigUInt64LE(locator + 8)), 56));
    if (end64.length < 56 || end64.readUInt32LE(0) !== END_64) return null;
    count = Number(end64.readBigUInt64LE(32));
    bytes = Number(end64.readBigUInt64LE(40));
    at = Number(end64.readBigUInt64LE(48));
  }
  if (bytes > MAX_DIRECTORY || at + bytes > size) return null;
  return parseDirectory(buffer(await readAt(at, bytes)), count);
}

/** The content of an entry as a stream, and by position if it is stored as it is. Throws for what cannot be unpacked. */
export async function openEntry(
  entry: ZipEntry,
  readAt: ReadAt,
): Promise<{ readonly stream: () => AsyncIterable<Uint8Array>; readonly readAt: LogInput['readAt'] }> {
  const local = buffer(await readAt(entry.offset, 30));
  if (local.length < 30 || local.readUInt32LE(0) !== LOCAL)
    throw Object.assign(new Error('its header is missing'), { code: 'ERR_ZIP' });
  const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  const within: ReadAt = (offset, length) =>
    readAt(start + offset, Math.max(0, Math.min(length, entry.packed - offset)));
  const packed = () => pieces(within, entry.packed);
  if (entry.method === 0) return { stream: packed, readAt: within };
  const unpack = UNPACK[entry.method]!;
  return { stream: () => unpack(packed()), readAt: null };
}

/** Whether there is an unpacker for an entry. */
export function canUnpack({ method }: ZipEntry): boolean {
  return method === 0 || method in UNPACK;
}

const UNPACK: Readonly<Record<number, (stream: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>>> = {
  8: inflateRaw,
  93: unzstd,
};

async function* pieces(readAt: ReadAt, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < size; ) {
    const bytes = await readAt(at, PIECE);
    if (bytes.length === 0) return;
    yield bytes;
    at += bytes.length;
  }
}

function parseDirectory(bytes: Buffer, count: number): ZipEntry[] | null {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < count && at + 46 <= bytes.length && bytes.readUInt32LE(at) === CENTRAL) {
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
    const name = bytes.toString('utf8', at + 46, nameEnd);
    const flags = bytes.readUInt16LE(at + 8);
    const method = bytes.readUInt16LE(at + 10);
    const [size, packed, offset] = large(bytes.subarray(nameEnd, extraEnd), [
      bytes.readUInt32LE(at + 24),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 42),
    ]) as [number, number, number];
    entries.push({ name, method, encrypted: (flags & 1) !== 0, packed, size, offset });
    at = extraEnd + bytes.readUInt16LE(at + 32);
  }
  return entries.length === count ? entries.filter(({ name }) => !name.endsWith('/')) : null;
}

/** Numbers that do not fit 32 bits stand in the zip64 extra field, in the order given. */
function large(extra: Buffer, numbers: readonly number[]): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let from = at + 4;
    return numbers.map((number) => {
      if (number !== 0xffffffff || from + 8 > extra.length) return number;
      from += 8;
      return Number(extra.readBigUInt64LE(from - 8));
    });
  }
  return [...numbers];
}

function lastEnd(tail: Buffer): number {
  for (let at = tail.length - 22; at >= 0; at--) if (tail.readUInt32LE(at) === END) return at;
  return -1;
}

function buffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
