import { latin1Slice, ucs2Slice } from './slices.ts';

/** Bytes of one text at most: a value is shorter than its chunk. */
const SCRATCH = Buffer.allocUnsafe(32_768);

const WINDOWS_1252 = new TextDecoder('windows-1252');

/**
 * UTF-16LE bytes as text, up to the first NUL. Nearly all text of event logs is ASCII, and a string of one byte a character is
 * made several times faster than one of two, so the high bytes are looked at first.
 */
export function utf16(bytes: Buffer, start: number, end: number): string {
  const length = (end - start) >> 1;
  let n = 0;
  for (let at = start; n < length; at += 2) {
    const low = bytes[at]!;
    if (bytes[at + 1] !== 0) return wide(bytes, start, start + 2 * length);
    if (low === 0) break;
    SCRATCH[n++] = low;
  }
  if (n === 0) return '';
  return latin1Slice(SCRATCH, 0, n);
}

function wide(bytes: Buffer, start: number, end: number): string {
  const text = ucs2Slice(bytes, start, end);
  const nul = text.indexOf('\0');
  return nul < 0 ? text : text.slice(0, nul);
}

/** Windows-1252 bytes as text, up to the first NUL. */
export function ansi(bytes: Buffer, start: number, end: number): string {
  let stop = start;
  let high = false;
  for (; stop < end; stop++) {
    const byte = bytes[stop]!;
    if (byte === 0) break;
    if (byte >= 0x80) high = true;
  }
  return high ? WINDOWS_1252.decode(bytes.subarray(start, stop)) : latin1Slice(bytes, start, stop);
}
