import { crc32 } from 'node:zlib';
import { CHUNK_HEADER_SIZE, CHUNK_SIZE, RECORD_HEADER_SIZE, RECORD_TRAILER_SIZE } from '../limits.ts';
import { type Known, writeFragment } from './binxml.ts';
import { ByteWriter } from './bytes.ts';
import { type NewRecord, payloadElement, systemElement } from './record.ts';
import { fileTime } from './value.ts';

const EVENT_NAMESPACE = 'http://schemas.microsoft.com/win/2004/08/events/event';

interface Placed {
  readonly bucket: number;
  readonly offset: number;
}

/** One chunk while it is filled. */
export class ChunkWriter {
  private readonly bytes = Buffer.alloc(CHUNK_SIZE);
  private at = CHUNK_HEADER_SIZE;
  private last = 0;
  private firstId = 0;
  private lastId = 0;
  private count = 0;
  private readonly names = new Map<string, Placed>();
  private readonly templates = new Map<string, Placed>();

  get empty(): boolean {
    return this.count === 0;
  }

  /** Whether the record was added: false, with nothing changed, when there is no room for it. */
  add(record: NewRecord, recordId: number): boolean {
    const known = new Additions(this.names, this.templates);
    const body = new ByteWriter();
    const inner = payloadElement(record);
    const event = {
      name: 'Event',
      attributes: { xmlns: EVENT_NAMESPACE },
      children: [systemElement(record, recordId)],
    };
    writeFragment(body, this.at + RECORD_HEADER_SIZE, event, inner, known);
    body.u8(0x00);
    const size = (RECORD_HEADER_SIZE + body.length + RECORD_TRAILER_SIZE + 7) & ~7;
    if (this.at + size > CHUNK_SIZE) return false;
    known.commit();
    const { bytes, at } = this;
    bytes.writeUInt32LE(0x2a2a, at);
    bytes.writeUInt32LE(size, at + 4);
    bytes.writeBigUInt64LE(BigInt(recordId), at + 8);
    bytes.writeBigUInt64LE(fileTime(record.time), at + 16);
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
    for (const { bucket, offset } of this.names.values()) bytes.writeUInt32LE(offset, 128 + 4 * bucket);
    for (const { bucket, offset } of this.templates.values()) bytes.writeUInt32LE(offset, 384 + 4 * bucket);
    bytes.writeUInt32LE(crc32(bytes.subarray(128, 512), crc32(bytes.subarray(0, 120))), 124);
    return bytes;
  }

  get records(): number {
    return this.count;
  }
}

/** What a record adds to a chunk, kept apart until it is sure that the record fits. */
class Additions implements Known {
  private readonly names: Map<string, Placed>;
  private readonly templates: Map<string, Placed>;
  private readonly newNames = new Map<string, Placed>();
  private readonly newTemplates = new Map<string, Placed>();

  constructor(names: Map<string, Placed>, templates: Map<string, Placed>) {
    this.names = names;
    this.templates = templates;
  }

  name(text: string): number | undefined {
    return (this.newNames.get(text) ?? this.names.get(text))?.offset;
  }

  addName(text: string, offset: number): { readonly next: number; readonly hash: number } {
    const hash = nameHash(text);
    const bucket = hash % 64;
    const next = lastIn(bucket, this.newNames, this.names);
    this.newNames.set(text, { bucket, offset });
    return { next, hash };
  }

  template(guid: string): number | undefined {
    return (this.newTemplates.get(guid) ?? this.templates.get(guid))?.offset;
  }

  addTemplate(guid: string, offset: number): { readonly next: number } {
    const bucket = Buffer.from(guid, 'hex').readUInt32LE(0) % 32;
    const next = lastIn(bucket, this.newTemplates, this.templates);
    this.newTemplates.set(guid, { bucket, offset });
    return { next };
  }

  commit(): void {
    for (const [text, placed] of this.newNames) this.names.set(text, placed);
    for (const [guid, placed] of this.newTemplates) this.templates.set(guid, placed);
  }
}

/** The entry a bucket of a table begins with so far: the one written last. */
function lastIn(bucket: number, ...maps: readonly Map<string, Placed>[]): number {
  let last = 0;
  for (const map of maps)
    for (const placed of map.values()) if (placed.bucket === bucket) last = Math.max(last, placed.offset);
  return last;
}

/** The hash of names (libevtx documentation): times 65,599 plus the character, its low 16 bits. */
function nameHash(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 65_599) + text.charCodeAt(i)) >>> 0;
  return hash & 0xffff;
}
