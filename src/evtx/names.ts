import { MAX_NAMES } from './limits.ts';

/**
 * Element and attribute names, each stored once and known by a number. A chunk writes a name in full where it first uses it and
 * refers to that place afterwards, so numbers are remembered by place for as long as the chunk is read.
 */
export class Names {
  private readonly texts: string[] = [];
  private readonly raws: Buffer[] = [];
  private readonly hashes: number[] = [];
  private readonly byKey = new Map<number, number[]>();
  /** Name number by chunk offset, valid where `epochs` holds the epoch of the chunk. */
  private readonly at = new Int32Array(65_536);
  private readonly epochs = new Int32Array(65_536);
  private epoch = 0;
  private bytes: Buffer = EMPTY;

  open(bytes: Buffer): void {
    this.bytes = bytes;
    this.epoch = (this.epoch + 1) | 0;
    if (this.epoch === 0) this.epochs.fill(-1);
  }

  /** Whether so many names were seen that it is time to begin anew, with everything that refers to their numbers. */
  get full(): boolean {
    return this.texts.length >= MAX_NAMES;
  }

  clear(): void {
    this.texts.length = 0;
    this.raws.length = 0;
    this.hashes.length = 0;
    this.byKey.clear();
    this.epochs.fill(this.epoch - 1);
  }

  text(id: number): string {
    return this.texts[id]!;
  }

  /** Its UTF-16 bytes. */
  raw(id: number): Buffer {
    return this.raws[id]!;
  }

  /** The hash that stands beside it. */
  hash(id: number): number {
    return this.hashes[id]!;
  }

  /** Bytes the name at an offset takes: next, hash, count, UTF-16 text, terminator. Only for offsets that `find` accepted. */
  size(offset: number): number {
    return 10 + 2 * (this.bytes[offset + 6]! | (this.bytes[offset + 7]! << 8));
  }

  /** The number of the name at a chunk offset, -1 when none can be there. */
  find(offset: number): number {
    if (offset < 0 || offset > 65_526) return -1;
    if (this.epochs[offset] === this.epoch) return this.at[offset]!;
    const bytes = this.bytes;
    const count = bytes[offset + 6]! | (bytes[offset + 7]! << 8);
    const start = offset + 8;
    const end = start + 2 * count;
    if (end > bytes.length) return -1;
    const id = this.intern(start, end, (bytes[offset + 4]! | (bytes[offset + 5]! << 8)) + count * 65_536);
    this.epochs[offset] = this.epoch;
    this.at[offset] = id;
    return id;
  }

  private intern(start: number, end: number, key: number): number {
    let ids = this.byKey.get(key);
    if (ids === undefined) {
      ids = [];
      this.byKey.set(key, ids);
    }
    for (const id of ids) {
      const raw = this.raws[id]!;
      if (raw.length === end - start && raw.compare(this.bytes, start, end) === 0) return id;
    }
    const id = this.texts.length;
    const raw = Buffer.from(this.bytes.subarray(start, end));
    this.texts.push(raw.toString('utf16le'));
    this.raws.push(raw);
    this.hashes.push(key & 0xffff);
    ids.push(id);
    return id;
  }
}

const EMPTY = Buffer.alloc(0);
