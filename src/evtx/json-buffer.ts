/** Bytes of JSON that grow at the end. Its methods write without looking back, so that a whole chunk is one piece of output. */
export class JsonBuffer {
  length = 0;
  /** Replaced when it grows: take it anew after `reserve`. */
  data: Buffer;
  /** The same bytes: four at a time through it is much faster than one by one. */
  private words: DataView;

  constructor(capacity = 1 << 18) {
    this.data = Buffer.allocUnsafeSlow(Math.max(capacity, 64));
    this.words = new DataView(this.data.buffer);
  }

  /** What was written; good until the next byte is. */
  view(): Buffer {
    return this.data.subarray(0, this.length);
  }

  /** Makes room for so many more bytes. */
  reserve(count: number): void {
    if (this.length + count > this.data.length) this.grow(count);
  }

  byte(byte: number): void {
    if (this.length >= this.data.length) this.grow(1);
    this.data[this.length++] = byte;
  }

  /** Puts a byte over the last one: a brace over a comma. */
  over(byte: number): void {
    this.data[this.length - 1] = byte;
  }

  /** Ends an object that began at `start`. */
  close(start: number): void {
    if (this.length > start + 1) this.over(CLOSE);
    else this.byte(CLOSE);
  }

  bytes(bytes: Uint8Array): void {
    const count = bytes.length;
    if (this.length + count > this.data.length) this.grow(count);
    const { data } = this;
    let at = this.length;
    for (let i = 0; i < count; i++) data[at++] = bytes[i]!;
    this.length = at;
  }

  /**
   * Bytes `start` up to `end` of words in memory order; `start` is divisible by four. What the last word holds behind `end` is
   * overwritten by whatever follows.
   */
  part(words: Int32Array, start: number, end: number): void {
    if (this.length + end - start + 4 > this.data.length) this.grow(end - start + 4);
    const to = this.words;
    let at = this.length;
    this.length = at + end - start;
    for (let i = start >> 2; i << 2 < end; i++, at += 4) to.setInt32(at, words[i]!, LITTLE);
  }

  /** Text known to be ASCII without anything to escape. */
  ascii(text: string): void {
    const count = text.length;
    if (this.length + count > this.data.length) this.grow(count);
    const { data } = this;
    let at = this.length;
    for (let i = 0; i < count; i++) data[at++] = text.charCodeAt(i);
    this.length = at;
  }

  /** Any text. */
  text(text: string): void {
    const count = 6 * text.length + 2;
    if (this.length + count > this.data.length) this.grow(count);
    const { data } = this;
    let at = this.length;
    data[at++] = QUOTE;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit < 0x80 && ESCAPES[unit] === 0) data[at++] = unit;
      else {
        const pair = isHigh(unit) && i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
        if (isLow(pair)) i++;
        at = this.other(at, unit, pair);
      }
    }
    data[at++] = QUOTE;
    this.length = at;
  }

  /** UTF-16LE bytes up to the first NUL, as text in quotes. Halves of pairs that stand alone become U+FFFD. */
  utf16(bytes: DataView, start: number, end: number): void {
    const count = 3 * (end - start) + 2;
    if (this.length + count > this.data.length) this.grow(count);
    const { data } = this;
    let at = this.length;
    data[at++] = QUOTE;
    const last = end - 1;
    let i = start;
    while (i < last) {
      // Two units at once, as long as both are written as they are.
      for (; i < last - 2; i += 4) {
        const two = bytes.getInt32(i, true);
        if ((two & 0xff80ff80) !== 0 || (ESCAPES[two & 0xffff]! | ESCAPES[two >> 16]!) !== 0) break;
        data[at] = two;
        data[at + 1] = two >> 16;
        at += 2;
      }
      if (i >= last) break;
      const unit = bytes.getUint16(i, true);
      i += 2;
      if (unit < 0x80 && ESCAPES[unit] === 0) data[at++] = unit;
      else {
        if (unit === 0) break;
        const pair = isHigh(unit) && i < last ? bytes.getUint16(i, true) : 0;
        if (isLow(pair)) i += 2;
        at = this.other(at, unit, pair);
      }
    }
    data[at++] = QUOTE;
    this.length = at;
  }

  /** A UTF-16 unit that is not written as it is; `pair` is the one behind it if that may belong to it. Gives the next offset. */
  private other(start: number, unit: number, pair: number): number {
    const { data } = this;
    let at = start;
    if (unit < 0x80) {
      const letter = ESCAPES[unit]!;
      data[at++] = BACKSLASH;
      data[at++] = letter;
      if (letter === LETTER_U) {
        data[at++] = DIGIT_0;
        data[at++] = DIGIT_0;
        data[at++] = HEX.charCodeAt(unit >> 4);
        data[at++] = HEX.charCodeAt(unit & 15);
      }
    } else if (unit < 0x800) {
      data[at++] = 0xc0 | (unit >> 6);
      data[at++] = 0x80 | (unit & 0x3f);
    } else if (isHigh(unit) && isLow(pair)) {
      const point = 0x10000 + ((unit & 0x3ff) << 10) + (pair & 0x3ff);
      data[at++] = 0xf0 | (point >> 18);
      data[at++] = 0x80 | ((point >> 12) & 0x3f);
      data[at++] = 0x80 | ((point >> 6) & 0x3f);
      data[at++] = 0x80 | (point & 0x3f);
    } else {
      const whole = (unit & 0xf800) === 0xd800 ? 0xfffd : unit;
      data[at++] = 0xe0 | (whole >> 12);
      data[at++] = 0x80 | ((whole >> 6) & 0x3f);
      data[at++] = 0x80 | (whole & 0x3f);
    }
    return at;
  }

  private grow(count: number): void {
    const data = Buffer.allocUnsafeSlow(Math.max(2 * this.data.length, this.length + count));
    this.data.copy(data, 0, 0, this.length);
    this.data = data;
    this.words = new DataView(data.buffer);
  }
}

/** The byte order of this machine, which is that of the words of programs. */
const LITTLE = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const CLOSE = 0x7d;
const DIGIT_0 = 0x30;
const LETTER_U = 0x75;
const HEX = '0123456789abcdef';

/** What follows the backslash, by byte; 0 where a byte is written as it is, 1 for bytes that are no ASCII. */
const ESCAPES = new Uint8Array(256).fill(LETTER_U, 0, 0x20).fill(1, 0x80);
for (const [byte, letter] of [
  [0x08, 'b'],
  [0x09, 't'],
  [0x0a, 'n'],
  [0x0c, 'f'],
  [0x0d, 'r'],
  [QUOTE, '"'],
  [BACKSLASH, '\\'],
] as const)
  ESCAPES[byte] = letter.charCodeAt(0);

function isHigh(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800;
}

function isLow(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00;
}
