import { isCommonGram } from './common.ts';

/** Sets up to this size are searched one by one: the engine's own search is faster than any loop over characters. */
const FEW = 4;
/** Characters a text is filed under; shorter ones are filed under all of theirs. */
const GRAM = 4;

/**
 * Finds which of many texts occur in a value. The value is run over once, each window of four characters looked up in a table of
 * bytes that fits the processor's caches, and only where a text is filed under them they are compared. (Aho-Corasick over the
 * same sets needs tables of megabytes, and misses the cache at nearly every character.)
 */
export class LiteralSet {
  /** Texts that are searched one by one. */
  private readonly single: Filed[] = [];
  private readonly scans: Scan[] = [];

  /** `texts` are distinct and not empty; `windows` are their rarest ones where these are known. */
  constructor(texts: readonly string[], windows: readonly number[] = rarestWindows(texts)) {
    for (const [length, group] of byLength(texts).entries()) {
      if (group.length <= FEW) this.single.push(...group);
      else this.scans.push(new Scan(group, length, windows));
    }
  }

  /** Adds the indexes of the texts that `value` contains to `found`; an index may come several times. */
  find(value: string, found: number[]): void {
    for (const { text, index } of this.single) if (value.includes(text)) found.push(index);
    if (this.scans.length === 0) return;
    bytesOf(value);
    for (const scan of this.scans) scan.find(value, found);
  }

  /** Whether `value` contains any of the texts. */
  some(value: string): boolean {
    for (const { text } of this.single) if (value.includes(text)) return true;
    if (this.scans.length === 0) return false;
    bytesOf(value);
    return this.scans.some((scan) => scan.find(value, null));
  }
}

/** Where in each text the window begins that it is filed under: the one that the fewest texts share. 0 for texts not filed. */
export function rarestWindows(texts: readonly string[]): number[] {
  const windows = new Array<number>(texts.length).fill(0);
  for (const [width, group] of byLength(texts).entries()) {
    if (group.length <= FEW) continue;
    const shift = 32 - bitsFor(group.length);
    const shares = countWindows(group, width, shift);
    for (const { text, index } of group) windows[index] = rarest(text, width, shares, shift);
  }
  return windows;
}

interface Filed {
  readonly text: string;
  readonly index: number;
}

/** The texts by the width of their windows. */
function byLength(texts: readonly string[]): Filed[][] {
  const groups: Filed[][] = [[], [], [], [], []];
  for (let index = 0; index < texts.length; index++) {
    const text = texts[index]!;
    groups[Math.min(text.length, GRAM)]!.push({ text, index });
  }
  return groups;
}

/** Few entries of a table marked, and small enough to be made for every long list of a rule. */
function bitsFor(count: number): number {
  return Math.min(16, Math.max(9, Math.ceil(Math.log2(count * 24))));
}

/** A text under a window: `offset` is where the window begins in it. */
interface Under extends Filed {
  readonly offset: number;
}

/** Looks at every window; a text is filed under the rarest of its windows. */
class Scan {
  private readonly width: number;
  private readonly mask: number;
  private readonly shift: number;
  private readonly table: Uint8Array;
  private readonly byGram = new Map<number, Under[]>();

  constructor(texts: readonly Filed[], width: number, windows: readonly number[]) {
    this.width = width;
    this.mask = width === GRAM ? -1 : (1 << (width * 8)) - 1;
    const bits = bitsFor(texts.length);
    this.shift = 32 - bits;
    this.table = new Uint8Array(1 << bits);
    for (const { text, index } of texts) {
      const offset = windows[index]!;
      const gram = gramAt(text, offset, width);
      this.table[hash(gram, this.shift)] = 1;
      const under = { text, index, offset };
      const same = this.byGram.get(gram);
      if (same) same.push(under);
      else this.byGram.set(gram, [under]);
    }
  }

  /** Whether anything was found; stops at the first when `found` is null. `scratch` holds the bytes of the value. */
  find(value: string, found: number[] | null): boolean {
    const { width, mask, shift, table } = this;
    const bytes = scratch;
    const { length } = value;
    let any = false;
    let gram = 0;
    for (let i = 0; i < length; i++) {
      gram = ((gram << 8) | bytes[i]!) & mask;
      if (table[Math.imul(gram, 0x9e3779b1) >>> shift] === 0 || i < width - 1) continue;
      const list = this.byGram.get(gram);
      if (list === undefined || !confirm(list, value, i - width + 1, found)) continue;
      if (found === null) return true;
      any = true;
    }
    return any;
  }
}

function confirm(list: readonly Under[], value: string, window: number, found: number[] | null): boolean {
  let any = false;
  for (let i = 0; i < list.length; i++) {
    const { text, index, offset } = list[i]!;
    const at = window - offset;
    if (at < 0 || !value.startsWith(text, at)) continue;
    if (found === null) return true;
    found.push(index);
    any = true;
  }
  return any;
}

/** The low bytes of the value that is searched. Characters that share them are told apart when texts are compared. */
let scratch: Uint8Array = new Uint8Array(0);
let scratchBuffer: Buffer = Buffer.alloc(0);
/** Below this, writing bytes one by one is faster than a call out of JavaScript. */
const SHORT = 40;

function bytesOf(value: string): void {
  const { length } = value;
  if (length > scratch.length) {
    scratchBuffer = Buffer.alloc(Math.max(65_536, length * 2));
    scratch = new Uint8Array(scratchBuffer.buffer, scratchBuffer.byteOffset, scratchBuffer.length);
  }
  if (length < SHORT) for (let i = 0; i < length; i++) scratch[i] = value.charCodeAt(i);
  else scratchBuffer.write(value, 0, 'latin1');
}

function hash(gram: number, shift: number): number {
  return Math.imul(gram, 0x9e3779b1) >>> shift;
}

function gramAt(text: string, offset: number, width: number): number {
  let gram = 0;
  for (let i = offset; i < offset + width; i++) gram = (gram << 8) | (text.charCodeAt(i) & 0xff);
  return gram;
}

/** How many windows of other texts an everyday window counts for. */
const EVERYDAY = 1000;

/** How often each window (by its hash) stands in the texts. */
function countWindows(texts: readonly Filed[], width: number, shift: number): Uint16Array {
  const shares = new Uint16Array(1 << (32 - shift));
  for (const { text } of texts)
    for (let offset = 0; offset + width <= text.length; offset++) {
      const slot = hash(gramAt(text, offset, width), shift);
      if (shares[slot]! < 0xffff) shares[slot]!++;
    }
  return shares;
}

/** Where the window begins that the fewest texts share and everyday texts do not hold. */
function rarest(text: string, width: number, shares: Uint16Array, shift: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let offset = 0; offset + width <= text.length; offset++) {
    const common = width === GRAM && isCommonGram(text, offset) ? EVERYDAY : 0;
    const share = shares[hash(gramAt(text, offset, width), shift)]! + common;
    if (share >= least) continue;
    least = share;
    best = offset;
  }
  return best;
}
