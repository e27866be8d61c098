import { crc32 } from 'node:zlib';
import { CHUNK_HEADER_SIZE, CHUNK_SIZE, RECORD_HEADER_SIZE, RECORD_TRAILER_SIZE } from '../limits.ts';
import type { Known } from './binxml.ts';
import { ByteWriter } from './bytes.ts';
import { writeEvent } from './event.ts';
import type { NewRecord } from './record.ts';
import type { Shape } from './shape.ts';
import { fileTime } from './value.ts';

interface Placed {
  readonly bucket: number;
  readonly offset: number;
}

const NAME_BUCKETS = 64;
const TEMPLATE_BUCKETS = 32;

/** The record that is being written, before it is sure that it fits. One for all chunks: none is written while another is. */
const body = new ByteWriter();

/** One chunk while it is filled. */
export class ChunkWriter {
  private readonly bytes = Buffer.alloc(CHUNK_SIZE);
  private at = CHUNK_HEADER_SIZE;
  private last = 0;
  private firstId = 0;
  private lastId = 0;
  private count = 0;
  private readonly names = new Table<string>(NAME_BUCKETS);
  private readonly templates = new Table<Shape>(TEMPLATE_BUCKETS);
  private readonly known: Additions = new Additions(this.names, this.templates);

  get empty(): boolean {
    return this.count === 0;
  }

  /** Whether the record was added: false, with nothing changed, when there is no room for it. */
  add(record: NewRecord, recordId: number): boolean {
    body.reset();
    this.known.begin();
    writeEvent(body, this.at + RECORD_HEADER_SIZE, record, recordId, this.known);
    body.u8(0x00);
    const size = (RECORD_HEADER_SIZE + body.length + RECORD_TRAILER_SIZE + 7) & ~7;
    if (this.at + size > CHUNK_SIZE) return false;
    this.known.commit();
    const { bytes, at } = this;
    const [low, high] = fileTime(record.time);
    bytes.writeUInt32LE(0x2a2a, at);
    bytes.writeUInt32LE(size, at + 4);
    bytes.writeUInt32LE(recordId % 2 ** 32, at + 8);
    bytes.writeUInt32LE(Math.floor(recordId / 2 ** 32), at + 12);
    bytes.writeUInt32LE(low, at + 16);
    bytes.writeUInt32LE(high, at + 20);
    bytes.set(body.view(), at + RECORD_HEADER_SIZE);
    bytes.writeUInt32LE(size, at + size - 4);
    if (this.count === 0) this.firstId = recordId;
    this.lastId = recordId;
    this.last = at;
    this.at += size;
    this.count++;
    return true;
  }

  /** The finished chunk. `firstNumber` counts records of the file from 1. */
  finish(firstNumber: number): Buffer {
    const { bytes } = this;
    bytes.write('ElfChnk\0', 0, 'latin1');
    bytes.writeBigUInt64LE(BigInt(firstNumber), 8);
    bytes.writeBigUInt64LE(BigInt(firstNumber + this.count - 1), 16);
    bytes.writeBigUInt64LE(BigInt(this.firstId), 24);
    bytes.writeBigUInt64LE(BigInt(this.lastId), 32);
    bytes.writeUInt32LE(128, 40);
    bytes.writeUInt32LE(this.last, 44);
    bytes.writeUInt32LE(this.at, 48);
    bytes.writeUInt32LE(crc32(bytes.subarray(CHUNK_HEADER_SIZE, this.at)), 52);
    for (const [bucket, offset] of this.names.last.entries()) bytes.writeUInt32LE(offset, 128 + 4 * bucket);
    for (const [bucket, offset] of this.templates.last.entries()) bytes.writeUInt32LE(offset, 384 + 4 * bucket);
    bytes.writeUInt32LE(crc32(bytes.subarray(128, 512), crc32(bytes.subarray(0, 120))), 124);
    return bytes;
  }

  get records(): number {
    return this.count;
  }
}

/** What a chunk holds by name or shape, and the entry each bucket begins with: the one written last. */
class Table<K> {
  readonly placed = new Map<K, Placed>();
  readonly last: Uint32Array;

  constructor(buckets: number) {
    this.last = new Uint32Array(buckets);
  }

  add(key: K, placed: Placed): void {
    this.placed.set(key, placed);
    this.last[placed.bucket] = Math.max(this.last[placed.bucket]!, placed.offset);
  }
}

/** What a record adds to a chunk, kept apart until it is sure that the record fits. */
class Additions implements Known {
  private readonly names: Table<string>;
  private readonly templates: Table<Shape>;
  private readonly newNames = new Map<string, Placed>();
  private readonly newTemplates = new Map<Shape, Placed>();

  constructor(names: Table<string>, templates: Table<Shape>) {
    this.names = names;
    this.templates = templates;
  }

  /** Forgets what a record that did not fit would have added. */
  begin(): void {
    if (this.newNames.size > 0) this.newNames.clear();
    if (this.newTemplates.size > 0) this.newTemplates.clear();
  }

  name(text: string): number | undefined {
    return (this.newNames.get(text) ?? this.names.placed.get(text))?.offset;
  }

  addName(text: string, offset: number): { readonly next: number; readonly hash: number } {
    const hash = nameHash(text);
    const bucket = hash % NAME_BUCKETS;
    const next = lastIn(bucket, this.newNames, this.names);
    this.newNames.set(text, { bucket, offset });
    return { next, hash };
  }

  template(shape: Shape): number | undefined {
    return (this.newTemplates.get(shape) ?? this.templates.placed.get(shape))?.offset;
  }

  addTemplate(shape: Shape, offset: number): { readonly next: number } {
    const next = lastIn(shape.bucket, this.newTemplates, this.templates);
    this.newTemplates.set(shape, { bucket: shape.bucket, offset });
    return { next };
  }

  commit(): void {
    for (const [text, placed] of this.newNames) this.names.add(text, placed);
    for (const [shape, placed] of this.newTemplates) this.templates.add(shape, placed);
    this.begin();
  }
}

/** The entry a bucket begins with so far, new ones included. */
function lastIn<K>(bucket: number, added: ReadonlyMap<K, Placed>, table: Table<K>): number {
  let last = table.last[bucket]!;
  for (const placed of added.values()) if (placed.bucket === bucket) last = Math.max(last, placed.offset);
  return last;
}

/** The hash of names (libevtx documentation): times 65,599 plus the character, its low 16 bits. */
function nameHash(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 65_599) + text.charCodeAt(i)) >>> 0;
  return hash & 0xffff;
}
