import { hexSlice } from './slices.ts';
import { ansi, utf16 } from './text.ts';
import { fileTimeText, systemTimeText } from './time.ts';

/** The types of values ([MS-EVEN6] 2.2.12, Winevt.h). 0x80 is added for arrays. */
export const TYPE = {
  null: 0x00,
  string: 0x01,
  ansi: 0x02,
  int8: 0x03,
  uint8: 0x04,
  int16: 0x05,
  uint16: 0x06,
  int32: 0x07,
  uint32: 0x08,
  int64: 0x09,
  uint64: 0x0a,
  real32: 0x0b,
  real64: 0x0c,
  bool: 0x0d,
  binary: 0x0e,
  guid: 0x0f,
  size: 0x10,
  fileTime: 0x11,
  systemTime: 0x12,
  sid: 0x13,
  hex32: 0x14,
  hex64: 0x15,
  handle: 0x20,
  binXml: 0x21,
  xml: 0x23,
  array: 0x80,
} as const;

/** Bytes of one item, by type; 0 where it varies. */
export const WIDTHS: Readonly<Uint8Array> = Uint8Array.from([
  0, 0, 0, 1, 1, 2, 2, 4, 4, 8, 8, 4, 8, 4, 0, 16, 0, 8, 16, 0, 4, 8,
]);

/**
 * A single value as text, as the log would print it: decimal numbers, 0x for hexadecimal types, GUIDs without braces, times in
 * microseconds. null for the null type, for bytes too few for the type and for types nobody knows.
 */
export function valueText(bytes: Buffer, type: number, start: number, size: number): string | null {
  if (type === TYPE.string) return utf16(bytes, start, start + size);
  const width = WIDTHS[type] ?? 0;
  if (width > size) return null;
  switch (type) {
    case TYPE.ansi:
      return ansi(bytes, start, start + size);
    case TYPE.int8:
      return small((bytes[start]! << 24) >> 24);
    case TYPE.uint8:
      return small(bytes[start]!);
    case TYPE.int16:
      return small(((bytes[start]! | (bytes[start + 1]! << 8)) << 16) >> 16);
    case TYPE.uint16:
      return small(bytes[start]! | (bytes[start + 1]! << 8));
    case TYPE.int32:
      return small(i32(bytes, start));
    case TYPE.uint32:
      return small(i32(bytes, start) >>> 0);
    case TYPE.int64:
      return int64(bytes, start);
    case TYPE.uint64:
      return uint64(bytes, start);
    case TYPE.real32:
      return real32(bytes.readFloatLE(start));
    case TYPE.real64:
      return String(bytes.readDoubleLE(start));
    case TYPE.bool:
      return bool(i32(bytes, start));
    case TYPE.binary:
      return hexSlice(bytes, start, start + size).toUpperCase();
    case TYPE.guid:
      return guid(bytes, start);
    case TYPE.size:
      return size === 4 ? hex32(bytes, start) : size === 8 ? hex64(bytes, start) : null;
    case TYPE.fileTime:
      return fileTimeText(i32(bytes, start) >>> 0, i32(bytes, start + 4) >>> 0);
    case TYPE.systemTime:
      return systemTimeText((index) => bytes[start + 2 * index]! | (bytes[start + 2 * index + 1]! << 8));
    case TYPE.sid:
      return sid(bytes, start, size);
    case TYPE.hex32:
      return hex32(bytes, start);
    case TYPE.hex64:
      return hex64(bytes, start);
    case TYPE.handle:
      return size === 4 ? hex32(bytes, start) : size === 8 ? hex64(bytes, start) : null;
    case TYPE.xml:
      return utf16(bytes, start, start + size);
    default:
      return null;
  }
}

/** The items of an array value as text. Strings end with NUL, SIDs say their length, all others have a fixed width. */
export function arrayTexts(bytes: Buffer, type: number, start: number, size: number): (string | null)[] {
  const items: (string | null)[] = [];
  const end = start + size;
  const item = type & 0x7f;
  if (item === TYPE.string) {
    let from = start;
    for (let at = start; at + 1 < end; at += 2)
      if (bytes[at] === 0 && bytes[at + 1] === 0) {
        items.push(utf16(bytes, from, at));
        from = at + 2;
      }
    if (from + 1 < end) items.push(utf16(bytes, from, end));
  } else if (item === TYPE.ansi) {
    let from = start;
    for (let at = start; at < end; at++)
      if (bytes[at] === 0) {
        items.push(ansi(bytes, from, at));
        from = at + 1;
      }
    if (from < end) items.push(ansi(bytes, from, end));
  } else if (item === TYPE.sid) {
    for (let at = start; at + 8 <= end; ) {
      const width = 8 + 4 * bytes[at + 1]!;
      items.push(at + width <= end ? sid(bytes, at, width) : null);
      at += width;
    }
  } else if (item === TYPE.size) {
    // The width of a pointer is that of the machine, which nothing says: 8 unless that does not divide the value.
    const width = size % 8 === 0 ? 8 : 4;
    for (let at = start; at + width <= end; at += width) items.push(valueText(bytes, item, at, width));
  } else {
    const width = WIDTHS[item] ?? 0;
    if (width === 0) items.push(size === 0 ? '' : hexSlice(bytes, start, end).toUpperCase());
    else for (let at = start; at + width <= end; at += width) items.push(valueText(bytes, item, at, width));
  }
  return items;
}

function i32(bytes: Buffer, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
}

/** Numbers below this are written from a table. */
const SMALL = 65_536;
const SMALL_TEXTS: (string | undefined)[] = new Array<string | undefined>(SMALL).fill(undefined);

function small(value: number): string {
  if (value < 0 || value >= SMALL) return String(value);
  let text = SMALL_TEXTS[value];
  if (text === undefined) {
    text = String(value);
    SMALL_TEXTS[value] = text;
  }
  return text;
}

function uint64(bytes: Buffer, at: number): string {
  const high = i32(bytes, at + 4) >>> 0;
  const low = i32(bytes, at) >>> 0;
  if (high === 0) return small(low);
  return high < 0x200000 ? String(high * 4_294_967_296 + low) : bytes.readBigUInt64LE(at).toString();
}

function int64(bytes: Buffer, at: number): string {
  const high = i32(bytes, at + 4);
  return high >= 0 && high < 0x200000 ? uint64(bytes, at) : bytes.readBigInt64LE(at).toString();
}

function hex32(bytes: Buffer, at: number): string {
  return `0x${(i32(bytes, at) >>> 0).toString(16)}`;
}

function hex64(bytes: Buffer, at: number): string {
  const high = i32(bytes, at + 4) >>> 0;
  if (high === 0) return hex32(bytes, at);
  return `0x${high.toString(16)}${(i32(bytes, at) >>> 0).toString(16).padStart(8, '0')}`;
}

/** Irregular truth values are kept as the numbers they are. */
function bool(value: number): string {
  return value === 0 ? 'false' : value === 1 ? 'true' : String(value);
}

/** The shortest decimal that is read back as the same 32-bit number. */
function real32(value: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const text = Number(value.toPrecision(digits));
    if (Math.fround(text) === value) return String(text);
  }
  return String(value);
}

const HEX: readonly string[] = Array.from({ length: 256 }, (_, i) => i.toString(16).toUpperCase().padStart(2, '0'));

function guid(b: Buffer, at: number): string {
  const h = (i: number): string => HEX[b[at + i]!]!;
  return (
    `${h(3)}${h(2)}${h(1)}${h(0)}-${h(5)}${h(4)}-${h(7)}${h(6)}-` +
    `${h(8)}${h(9)}-${h(10)}${h(11)}${h(12)}${h(13)}${h(14)}${h(15)}`
  );
}

function sid(b: Buffer, at: number, size: number): string | null {
  if (size < 8) return null;
  const count = b[at + 1]!;
  if (8 + 4 * count > size) return null;
  let text = `S-${b[at]}-${b.readUIntBE(at + 2, 6)}`;
  for (let i = 0; i < count; i++) text += `-${i32(b, at + 8 + 4 * i) >>> 0}`;
  return text;
}
