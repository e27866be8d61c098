import { crc32 } from 'node:zlib';
import { UsageError } from '../../base/errors.ts';
import { FILE_HEADER_SIZE } from '../limits.ts';
import { ChunkWriter } from './chunk.ts';
import type { NewRecord } from './record.ts';

/**
 * Writes an event log chunk by chunk, so that it may be larger than memory: the bytes of a file begin with room for its header,
 * which is known only at the end.
 */
export class EvtxWriter {
  private readonly write: (bytes: Uint8Array) => void;
  private chunk = new ChunkWriter();
  private chunks = 0;
  private records = 0;
  private nextId = 1;

  /** `write` is handed the bytes of the file from its beginning, in pieces. */
  constructor(write: (bytes: Uint8Array) => void) {
    this.write = write;
    write(Buffer.alloc(FILE_HEADER_SIZE));
  }

  /** Adds a record under a number, else its own, else the next. Throws `UsageError` for one that no chunk can hold. */
  add(record: NewRecord, id = record.recordId ?? this.nextId): void {
    if (!this.chunk.add(record, id)) {
      if (!this.chunk.empty) this.flush();
      if (!this.chunk.add(record, id)) throw new UsageError('the record is larger than a chunk of an event log');
    }
    this.nextId = id + 1;
  }

  /** Ends the file. Gives its first 4,096 bytes, to be written over those that were left free. */
  finish(): Buffer {
    if (!this.chunk.empty || this.chunks === 0) this.flush();
    const header = Buffer.alloc(FILE_HEADER_SIZE);
    header.write('ElfFile\0', 'latin1');
    header.writeBigUInt64LE(BigInt(this.chunks - 1), 16);
    header.writeBigUInt64LE(BigInt(this.nextId), 24);
    header.writeUInt32LE(128, 32);
    header.writeUInt16LE(1, 36);
    header.writeUInt16LE(3, 38);
    header.writeUInt16LE(FILE_HEADER_SIZE, 40);
    header.writeUInt16LE(this.chunks & 0xffff, 42);
    header.writeUInt32LE(crc32(header.subarray(0, 120)), 124);
    return header;
  }

  private flush(): void {
    this.write(this.chunk.finish(this.records + 1));
    this.records += this.chunk.records;
    this.chunks++;
    this.chunk = new ChunkWriter();
  }
}

/** A whole log in memory. */
export function writeEvtx(records: Iterable<NewRecord>): Buffer {
  const pieces: Uint8Array[] = [];
  const writer = new EvtxWriter((bytes) => pieces.push(bytes));
  for (const record of records) writer.add(record);
  const header = writer.finish();
  return Buffer.concat([header, ...pieces.slice(1)]);
}
