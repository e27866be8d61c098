import { secondsText } from './time.ts';

/**
 * Values of fixed width straight from the log's bytes into JSON's, without a string between: each function writes at an offset
 * that has room for `MAX_FIXED` bytes and gives the offset behind.
 */
export const MAX_FIXED = 48;

/** A whole number below 2^48. */
export function putUint(data: Buffer, at: number, value: number): number {
  if (value < 10) {
    data[at] = 48 + value;
    return at + 1;
  }
  let digits = 2;
  for (let limit = 100; value >= limit; limit *= 10) digits++;
  let rest = value;
  for (let i = at + digits - 1; i >= at; i--) {
    const next = Math.floor(rest / 10);
    data[i] = 48 + rest - 10 * next;
    rest = next;
  }
  return at + digits;
}

export function putInt(data: Buffer, at: number, value: number): number {
  if (value >= 0) return putUint(data, at, value);
  data[at] = MINUS;
  return putUint(data, at + 1, -value);
}

/** `"0x…"` */
export function putHex(data: Buffer, start: number, low: number, high: number): number {
  let at = start;
  data[at++] = QUOTE;
  data[at++] = 48;
  data[at++] = LETTER_X;
  let shift = high === 0 ? 28 - (Math.clz32(low | 1) & ~3) : 60 - (Math.clz32(high) & ~3);
  for (; shift >= 32; shift -= 4) data[at++] = LOWER[(high >>> (shift - 32)) & 15]!;
  for (; shift >= 0; shift -= 4) data[at++] = LOWER[(low >>> shift) & 15]!;
  data[at++] = QUOTE;
  return at;
}

/** `"5770385F-C22A-43E0-BF4C-06F5698FFBD9"` */
export function putGuid(data: Buffer, start: number, bytes: Buffer, from: number): number {
  let at = start;
  data[at++] = QUOTE;
  for (let i = 0; i < 16; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) data[at++] = MINUS;
    const byte = bytes[from + GUID_ORDER[i]!]!;
    data[at++] = UPPER[byte >> 4]!;
    data[at++] = UPPER[byte & 15]!;
  }
  data[at++] = QUOTE;
  return at;
}

/** `"2024-01-01T00:00:00.123456Z"` */
export function putFileTime(data: Buffer, start: number, low: number, high: number): number {
  const ticks = high * 4_967_296 + low;
  const carried = Math.floor(ticks / 10_000_000);
  const seconds = secondsText(high * 429 + carried - 11_644_473_600);
  let at = start;
  data[at++] = QUOTE;
  for (let i = 0; i < seconds.length; i++) data[at++] = seconds.charCodeAt(i);
  data[at++] = DOT;
  let micros = Math.floor((ticks - carried * 10_000_000) / 10);
  for (let i = at + 5; i >= at; i--) {
    const next = (micros / 10) | 0;
    data[i] = 48 + micros - 10 * next;
    micros = next;
  }
  at += 6;
  data[at++] = LETTER_Z;
  data[at++] = QUOTE;
  return at;
}

const [QUOTE, MINUS, DOT, LETTER_X, LETTER_Z] = [0x22, 0x2d, 0x2e, 0x78, 0x5a];
const LOWER = Uint8Array.from(Buffer.from('0123456789abcdef'));
const UPPER = Uint8Array.from(Buffer.from('0123456789ABCDEF'));
/** The first three parts of a GUID are numbers, low byte first. */
const GUID_ORDER = Uint8Array.from([3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15]);
