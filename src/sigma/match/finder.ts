import type { TextFinder } from '../../base/fields.ts';
import { fold } from './fold.ts';

const GRAM = 4;
const BITS = 13;
/** From this length on, most characters are skipped. */
const LEAST = 8;
const LONGEST = 200;
/** Characters that texts of numbers, times, GUIDs, SIDs, addresses and bytes are made of. */
const UNWORDY = /^[0-9a-fxtzs{}()\-+:.,\s]*$/;

/**
 * A finder of folded texts of ASCII characters, null where some are too short or others to be skipped over: it looks at a window
 * of four characters, and skips as far as no text can have that window (Wu and Manber, 1994).
 */
export function textFinder(texts: readonly string[]): TextFinder | null {
  if (
    texts.length === 0 ||
    !texts.every((text) => text.length >= LEAST && text.length <= LONGEST && /^[\0-\x7f]*$/.test(text))
  )
    return null;
  return new SkippingFinder(texts);
}

class SkippingFinder implements TextFinder {
  readonly wordy: boolean;
  /** Length of the shortest text, and so of what is looked at. */
  private readonly least: number;
  /** How far no text can begin earlier, by the window at the end of what is looked at; 0 where one may be found. */
  private readonly skips: Uint8Array;
  /** By the window at the end of what is looked at. */
  private readonly byWindow = new Map<string, string[]>();

  constructor(texts: readonly string[]) {
    this.wordy = texts.every((text) => !UNWORDY.test(text));
    this.least = Math.min(64, ...texts.map((text) => text.length));
    const last = this.least - GRAM;
    this.skips = new Uint8Array(1 << BITS).fill(last + 1);
    for (const text of texts) {
      for (let offset = 0; offset <= last; offset++) {
        const slot = hash(
          text.charCodeAt(offset) | 0x20,
          text.charCodeAt(offset + 1) | 0x20,
          text.charCodeAt(offset + 2) | 0x20,
          text.charCodeAt(offset + 3) | 0x20,
        );
        this.skips[slot] = Math.min(this.skips[slot]!, last - offset);
      }
      const window = text.slice(last, last + GRAM);
      this.byWindow.set(window, [...(this.byWindow.get(window) ?? []), text]);
    }
  }

  inText(text: string): boolean {
    const { skips } = this;
    const { length } = text;
    for (let at = this.least - GRAM; at + GRAM <= length; ) {
      const a = text.charCodeAt(at);
      const b = text.charCodeAt(at + 1);
      const c = text.charCodeAt(at + 2);
      const d = text.charCodeAt(at + 3);
      const skip = skips[(a | b | c | d) < 256 ? hash(a | 0x20, b | 0x20, c | 0x20, d | 0x20) : oddHash(a, b, c, d)]!;
      if (skip > 0) at += skip;
      else if (this.isAt(text, at++)) return true;
    }
    return false;
  }

  inUtf16(bytes: Uint8Array, start: number, end: number): boolean {
    const { skips } = this;
    for (let at = start + 2 * (this.least - GRAM); at + 2 * GRAM <= end; ) {
      const a = bytes[at]! | (bytes[at + 1]! << 8);
      const b = bytes[at + 2]! | (bytes[at + 3]! << 8);
      const c = bytes[at + 4]! | (bytes[at + 5]! << 8);
      const d = bytes[at + 6]! | (bytes[at + 7]! << 8);
      const skip = skips[(a | b | c | d) < 256 ? hash(a | 0x20, b | 0x20, c | 0x20, d | 0x20) : oddHash(a, b, c, d)]!;
      if (skip > 0) at += 2 * skip;
      else if (this.isAt(slice(bytes, at - 2 * (this.least - GRAM), end), this.least - GRAM)) return true;
      else at += 2;
    }
    return false;
  }

  /** Whether a text that is sought has its window at a place. */
  private isAt(text: string, at: number): boolean {
    const texts = this.byWindow.get(fold(text.slice(at, at + GRAM)));
    if (texts === undefined) return false;
    const start = at - (this.least - GRAM);
    return texts.some((sought) => fold(text.slice(start, start + sought.length)) === sought);
  }
}

/** As much of a text as any text sought has. */
function slice(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at + 1 < end && at < start + 2 * LONGEST; at += 2)
    text += String.fromCharCode(bytes[at]! | (bytes[at + 1]! << 8));
  return text;
}

/** Of four characters with the bit that tells ASCII letters' case set: other characters that fall together do no harm. */
function hash(a: number, b: number, c: number, d: number): number {
  return Math.imul((a << 24) ^ (b << 16) ^ (c << 8) ^ d, 0x9e3779b1) >>> (32 - BITS);
}

function oddHash(a: number, b: number, c: number, d: number): number {
  return hash(ascii(a), ascii(b), ascii(c), ascii(d));
}

/** İ and the Kelvin sign fold to letters of ASCII, no other characters beyond Latin-1 do. */
function ascii(code: number): number {
  return (code === 0x130 ? 0x69 : code === 0x212a ? 0x6b : code) | 0x20;
}
