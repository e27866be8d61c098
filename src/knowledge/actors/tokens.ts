import type { Span } from '../../base/span.ts';

/** A run of letters or a run of digits; a word such as "APT28" is two. */
export interface Token extends Span {
  /** Lower case. */
  readonly key: string;
  /** Begins its word. */
  readonly opens: boolean;
  /** Ends its word. */
  readonly closes: boolean;
}

/** The next token at or after an offset, undefined at the end. */
export function nextToken(text: string, from: number): Token | undefined {
  const start = tokenStart(text, from);
  return start < 0 ? undefined : tokenAt(text, start, tokenEnd(text, start));
}

/** Where the next token begins, -1 when none does. */
export function tokenStart(text: string, from: number): number {
  for (let i = from; i < text.length; i++) if (kind(text.charCodeAt(i)) !== 0) return i;
  return -1;
}

/** Where the token that begins at `start` ends. */
export function tokenEnd(text: string, start: number): number {
  const own = kind(text.charCodeAt(start));
  let end = start + 1;
  while (end < text.length && kind(text.charCodeAt(end)) === own) end++;
  return end;
}

/** The token of a span. */
export function tokenAt(text: string, start: number, end: number): Token {
  return {
    start,
    end,
    key: text.slice(start, end).toLowerCase(),
    opens: start === 0 || kind(text.charCodeAt(start - 1)) === 0,
    closes: end === text.length || kind(text.charCodeAt(end)) === 0,
  };
}

/** How many different outlines there are. */
export const OUTLINES = 1 << 16;

/**
 * A number mixed from the characters of a token, however cased: tokens of one key have one outline, and few others have the
 * same. -1 where it cannot be told from the characters alone (outside ASCII).
 */
export function outlineOf(text: string, start: number, end: number): number {
  let mixed = end - start;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) return -1;
    mixed = Math.imul(mixed, 31) + (code | 32);
  }
  return (mixed ^ (mixed >>> 15)) & (OUTLINES - 1);
}

/** 0 nothing, 1 letter, 2 digit. */
function kind(c: number): 0 | 1 | 2 {
  if (c < 0x80) {
    if ((c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a)) return 1;
    return c >= 0x30 && c <= 0x39 ? 2 : 0;
  }
  return (c >= 0xc0 && c < 0x2000 && c !== 0xd7 && c !== 0xf7) || (c >= 0x3040 && c < 0xd800) ? 1 : 0;
}
