import { type Problem, problem } from '../base/problem.ts';

export interface Decoded {
  readonly text: string;
  /** The encoding that was used, as its WHATWG label. */
  readonly charset: string;
  readonly problems: readonly Problem[];
}

/**
 * Bytes to text: a byte order mark decides, then what was declared if the bytes agree with it, then UTF-8 if they are
 * valid UTF-8, else windows-1252, which is what mislabelled western pages nearly always are. Never throws. A byte order
 * mark is removed; everything else stays.
 */
export function decode(bytes: Uint8Array, declared: string | null, source: string): Decoded {
  const mark = byteOrderMark(bytes);
  if (mark) return { text: read(bytes.subarray(mark.length), mark.charset), charset: mark.charset, problems: [] };
  const label = canonicalLabel(declared);
  const wide = label?.startsWith('utf-16') ? null : unmarkedWide(bytes);
  if (wide) return { text: read(bytes, wide), charset: wide, problems: [] };
  const utf8 = tryUtf8(bytes);
  if (label === null) {
    if (utf8 !== null) return { text: utf8, charset: 'utf-8', problems: unknownLabel(declared, 'utf-8', source) };
    const problems = declared
      ? unknownLabel(declared, FALLBACK, source)
      : [problem('guessed-charset', { source }, { charset: FALLBACK }, 'note')];
    return { text: read(bytes, FALLBACK), charset: FALLBACK, problems };
  }
  if (label === 'utf-8') {
    if (utf8 !== null) return { text: utf8, charset: label, problems: [] };
    return { text: read(bytes, FALLBACK), charset: FALLBACK, problems: wrong(label, FALLBACK, source) };
  }
  if (utf8 !== null && !label.startsWith('utf-16') && SINGLE_BYTE.test(label) && bytes.some((byte) => byte > 127))
    return { text: utf8, charset: 'utf-8', problems: wrong(label, 'utf-8', source) };
  return { text: read(bytes, label), charset: label, problems: [] };
}

/** The charset parameter of a content type, null when there is none. */
export function charsetOf(contentType: string | undefined): string | null {
  return /charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType ?? '')?.[1] ?? null;
}

/** Cuts bytes at a limit, not within a UTF-8 sequence. */
export function cutBytes(bytes: Uint8Array, limit: number): Uint8Array {
  if (bytes.length <= limit) return bytes;
  let end = limit;
  while (end > 0 && limit - end < 4 && (bytes[end]! & 0xc0) === 0x80) end--;
  return bytes.subarray(0, end);
}

const FALLBACK = 'windows-1252';
/** Encodings in which any bytes are valid, so that valid UTF-8 with non-ASCII letters is better evidence than the label. */
const SINGLE_BYTE = /^(windows-125\d|iso-8859-\d+|macintosh|koi8-[ru]|ibm866)$/;

function byteOrderMark(b: Uint8Array): { charset: string; length: number } | null {
  if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) return { charset: 'utf-8', length: 3 };
  if (b[0] === 0xff && b[1] === 0xfe) return { charset: 'utf-16le', length: 2 };
  if (b[0] === 0xfe && b[1] === 0xff) return { charset: 'utf-16be', length: 2 };
  return null;
}

/** UTF-16 without a mark shows as ASCII letters with a zero in every second place. */
function unmarkedWide(bytes: Uint8Array): string | null {
  const n = Math.min(bytes.length, 512) & ~1;
  if (n < 8) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < n; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  if (odd > n * 0.4 && even === 0) return 'utf-16le';
  if (even > n * 0.4 && odd === 0) return 'utf-16be';
  return null;
}

function canonicalLabel(label: string | null): string | null {
  if (!label) return null;
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}

function tryUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function read(bytes: Uint8Array, charset: string): string {
  const text = new TextDecoder(charset, { ignoreBOM: true }).decode(bytes);
  // Some versions of Node read windows-1252 as Latin-1, which has control characters where the quotes and dashes are.
  return charset === FALLBACK ? text.replace(C1, (c) => C1_LETTERS[c.charCodeAt(0) - 0x80] ?? c) : text;
}

const C1 = /[\u0080-\u009f]/g;
const C1_LETTERS = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'];

function wrong(declared: string, used: string, source: string): Problem[] {
  return [problem('wrong-charset', { source }, { declared, used }, 'note')];
}

function unknownLabel(declared: string | null, used: string, source: string): Problem[] {
  return declared ? [problem('unknown-charset', { source }, { declared, used }, 'note')] : [];
}
