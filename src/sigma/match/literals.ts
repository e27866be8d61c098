import { isCommon } from './common.ts';

/** Sets up to this size are searched one by one: the engine's own search is faster than any loop over characters. */
const FEW = 6;
const GRAM = 4;
const BITS = 16;

/**
 * Finds which of many texts occur in a value. Each text of four characters and more is filed under the rarest four of them; a
 * value is run over once, its four-character windows looked up in a bit map that fits the processor's first cache, and only a
 * hit is compared. (Aho-Corasick over the same sets needs tables of megabytes, and misses the cache at every character.)
 */
export class LiteralSet {
  private readonly texts: readonly string[];
  /** Indexes of the texts that are searched one by one. */
  private readonly short: readonly number[];
  private readonly bits: Uint32Array;
  private readonly heads: Map<number, readonly number[]>;
  private readonly offsets: Uint16Array;
  private readonly grams: boolean;

  /** `texts` are distinct and not empty. */
  constructor(texts: readonly string[]) {
    this.texts = texts;
    this.grams = texts.length > FEW;
    this.offsets = new Uint16Array(texts.length);
    this.bits = new Uint32Array(this.grams ? 1 << (BITS - 5) : 0);
    const heads = new Map<number, number[]>();
    const short: number[] = [];
    for (const [i, text] of texts.entries()) {
      if (!this.grams || text.length < GRAM) {
        short.push(i);
        continue;
      }
      const offset = rarest(text);
      this.offsets[i] = offset;
      const gram = gramAt(text, offset);
      const slot = hash(gram);
      this.bits[slot >>> 5]! |= 1 << (slot & 31);
      const list = heads.get(gram);
      if (list) list.push(i);
      else heads.set(gram, [i]);
    }
    this.heads = heads;
    this.short = short;
  }

  /** Adds the indexes of the texts that `value` contains to `found`; an index may come several times. */
  find(value: string, found: number[]): void {
    for (const i of this.short) if (value.includes(this.texts[i]!)) found.push(i);
    if (this.grams) this.scan(value, found);
  }

  /** Whether `value` contains any of the texts. */
  some(value: string): boolean {
    for (const i of this.short) if (value.includes(this.texts[i]!)) return true;
    return this.grams && this.scan(value, null);
  }

  private scan(value: string, found: number[] | null): boolean {
    const { bits } = this;
    const { length } = value;
    let gram = 0;
    for (let i = 0; i < length; i++) {
      gram = (gram << 8) | byteOf(value.charCodeAt(i));
      const slot = hash(gram);
      if ((bits[slot >>> 5]! & (1 << (slot & 31))) === 0 || i < GRAM - 1) continue;
      const list = this.heads.get(gram);
      if (list === undefined) continue;
      for (const index of list) {
        const at = i - (GRAM - 1) - this.offsets[index]!;
        if (at < 0 || !value.startsWith(this.texts[index]!, at)) continue;
        if (found === null) return true;
        found.push(index);
      }
    }
    return false;
  }
}

/** Characters beyond Latin-1 are mixed into a byte; what is found is compared, so that collisions do no harm. */
function byteOf(code: number): number {
  return code < 256 ? code : (code ^ (code >>> 8)) & 0xff;
}

function hash(gram: number): number {
  return Math.imul(gram, 0x9e3779b1) >>> (32 - BITS);
}

function gramAt(text: string, offset: number): number {
  let gram = 0;
  for (let i = offset; i < offset + GRAM; i++) gram = (gram << 8) | byteOf(text.charCodeAt(i));
  return gram;
}

function rarest(text: string): number {
  const limit = Math.min(text.length - GRAM, 0xffff);
  for (let offset = 0; offset <= limit; offset++) {
    if (!isCommon(text.slice(offset, offset + GRAM))) return offset;
  }
  return 0;
}
