import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/**
 * Large event logs out of small ones: the used chunks of many files one after another behind one file header, with record numbers
 * that go on from chunk to chunk, and every checksum made anew. The records' own content stays as it is.
 * Layout: [MS-EVEN6] 2.2.17 and the published descriptions of the file format.
 */

const HEADER = 4_096;
const CHUNK = 65_536;
const LIVE = Buffer.from('ElfChnk\0', 'latin1');

/** Writes chunks of `files` to `out`, from the first again after the last, until it has at least `bytes` bytes. Returns what it wrote. */
export function concatenate(
  files: readonly string[],
  out: string,
  bytes: number,
): { chunks: number; records: number; bytes: number } {
  const chunks = files.flatMap(chunksOf);
  if (chunks.length === 0) throw new Error('no chunk with records in these files');
  const target = openSync(out, 'w');
  let [written, record] = [0, 1n];
  try {
    while (HEADER + written * CHUNK < bytes) {
      const chunk = Buffer.from(chunks[written % chunks.length]!);
      record = renumber(chunk, record);
      writeSync(target, chunk, 0, CHUNK, HEADER + written * CHUNK);
      written++;
    }
    writeSync(target, header(written, record), 0, HEADER, 0);
    ftruncateSync(target, HEADER + written * CHUNK);
  } finally {
    closeSync(target);
  }
  return { chunks: written, records: Number(record - 1n), bytes: HEADER + written * CHUNK };
}

/** Records in event logs. */
export function countRecords(files: readonly string[]): number {
  return files.flatMap(chunksOf).reduce((sum, chunk) => sum + recordsOf(chunk).length, 0);
}

/** The chunks of a file that hold records. */
function chunksOf(file: string): Buffer[] {
  const bytes = readFileSync(file);
  const found: Buffer[] = [];
  for (let at = HEADER; at + CHUNK <= bytes.length; at += CHUNK) {
    const chunk = bytes.subarray(at, at + CHUNK);
    if (chunk.subarray(0, 8).equals(LIVE) && recordsOf(chunk).length > 0) found.push(chunk);
  }
  return found;
}

/** Where the records of a chunk begin. */
function recordsOf(chunk: Buffer): number[] {
  const free = chunk.readUInt32LE(48);
  const starts: number[] = [];
  for (let at = 512; at + 24 <= free && chunk.readUInt32LE(at) === 0x2a2a; ) {
    const size = chunk.readUInt32LE(at + 4);
    if (size < 24 || at + size > free) break;
    starts.push(at);
    at += size;
  }
  return starts;
}

/** Numbers the records of a chunk from `first` on and puts its ranges and checksums right; returns the next number. */
function renumber(chunk: Buffer, first: bigint): bigint {
  const starts = recordsOf(chunk);
  starts.forEach((at, i) => {
    chunk.writeBigUInt64LE(first + BigInt(i), at + 8);
  });
  const last = first + BigInt(starts.length) - 1n;
  chunk.writeBigUInt64LE(first, 8);
  chunk.writeBigUInt64LE(last, 16);
  chunk.writeBigUInt64LE(first, 24);
  chunk.writeBigUInt64LE(last, 32);
  chunk.writeUInt32LE(crc32(chunk.subarray(512, chunk.readUInt32LE(48))), 52);
  chunk.writeUInt32LE(crc32(Buffer.concat([chunk.subarray(0, 120), chunk.subarray(128, 512)])), 124);
  return last + 1n;
}

function header(chunks: number, next: bigint): Buffer {
  const bytes = Buffer.alloc(HEADER);
  bytes.write('ElfFile\0', 0, 'latin1');
  bytes.writeBigUInt64LE(0n, 8);
  bytes.writeBigUInt64LE(BigInt(chunks - 1), 16);
  bytes.writeBigUInt64LE(next, 24);
  bytes.writeUInt32LE(128, 32);
  bytes.writeUInt16LE(1, 36);
  bytes.writeUInt16LE(3, 38);
  bytes.writeUInt16LE(HEADER, 40);
  // Sixteen bits only: readers of longer files count the chunks themselves.
  bytes.writeUInt16LE(Math.min(chunks, 0xffff), 42);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, 120)), 124);
  return bytes;
}
