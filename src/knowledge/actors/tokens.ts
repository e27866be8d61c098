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
  const n = text.length;
  let start = from;
  while (start < n && kind(text.charCodeAt(start)) === 0) start++;
  if (start >= n) return undefined;
  const own = kind(text.charCodeAt(start));
  let end = start + 1;
  while (end < n && kind(text.charCodeAt(end)) === own) end++;
  return {
    start,
    end,
    key: text.slice(start, end).toLowerCase(),
    opens: start === 0 || kind(text.charCodeAt(start - 1)) === 0,
    closes: end === n || kind(text.charCodeAt(end)) === 0,
  };
}

/** 0 nothing, 1 letter, 2 digit. */
function kind(c: number): 0 | 1 | 2 {
  if (c < 0x80) {
    if ((c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a)) return 1;
    return c >= 0x30 && c <= 0x39 ? 2 : 0;
  }
  return (c >= 0xc0 && c < 0x2000 && c !== 0xd7 && c !== 0xf7) || (c >= 0x3040 && c < 0xd800) ? 1 : 0;
}
