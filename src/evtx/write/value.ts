import { UsageError } from '../../base/errors.ts';
import { TYPE } from '../values.ts';
import type { ByteWriter } from './bytes.ts';

/** Types by name, as in `TYPE`. */
export type TypeName = Exclude<keyof typeof TYPE, 'array' | 'binXml' | 'null'>;

/** A value with the type it is to have: numbers and GUIDs as text or number, binary as hexadecimal digits, times in milliseconds. */
export interface Typed {
  readonly type: TypeName;
  readonly value: string | number | bigint | boolean;
}

/** An array value: an event has its element once per item. */
export interface TypedList {
  readonly type: TypeName;
  readonly values: readonly (string | number | bigint | boolean)[];
}

/** Plain values get the type Windows would most likely use: text, unsigned or signed numbers, real64, bool, binary, FILETIME. */
export type NewValue = string | number | bigint | boolean | null | Uint8Array | Date | Typed | TypedList;

/** Writes a value and gives its type. Throws UsageError for text that is no GUID or SID where one is wanted. */
export function writeValue(to: ByteWriter, value: NewValue): number {
  if (value === null) return TYPE.null;
  if (typeof value === 'string') {
    to.text(value);
    return TYPE.string;
  }
  if (typeof value === 'object') {
    if (value instanceof Uint8Array) {
      to.raw(value);
      return TYPE.binary;
    }
    if (value instanceof Date) {
      writeFileTime(to, value.getTime());
      return TYPE.fileTime;
    }
    const type = TYPE[value.type];
    if ('value' in value) {
      write(to, value.type, value.value);
      return type;
    }
    for (const item of value.values) listItem(to, value.type, item);
    return type | TYPE.array;
  }
  const type = typeOf(value);
  write(to, type, value);
  return TYPE[type];
}

const EPOCH = 11_644_473_600_000;

/** FILETIME of milliseconds since 1970, to the 100 ns that a number can hold: its low and its high 32 bits. */
export function fileTime(ms: number): readonly [low: number, high: number] {
  const whole = Math.floor(ms);
  const since = whole + EPOCH;
  if (since < 0 || since >= 2 ** 43) {
    const wide = BigInt.asUintN(64, BigInt(since) * 10_000n + BigInt(Math.round((ms - whole) * 10_000)));
    return [Number(wide & 0xffff_ffffn), Number(wide >> 32n)];
  }
  // In two parts of at most 2^50, since the product is larger than a number holds exactly.
  const upper = Math.floor(since / 2 ** 16) * 10_000;
  const lower = (since % 2 ** 16) * 10_000 + Math.round((ms - whole) * 10_000) + (upper % 2 ** 16) * 2 ** 16;
  return [lower % 2 ** 32, Math.floor(upper / 2 ** 16) + Math.floor(lower / 2 ** 32)];
}

function writeFileTime(to: ByteWriter, ms: number): void {
  const [low, high] = fileTime(ms);
  to.u32(low);
  to.u32(high);
}

/** The items of text arrays end with NUL. */
function listItem(to: ByteWriter, type: TypeName, item: Typed['value']): void {
  write(to, type, item);
  if (type === 'string') to.u16(0);
  else if (type === 'ansi') to.u8(0);
}

function typeOf(value: string | number | bigint | boolean): TypeName {
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'bigint') return value < 0n ? 'int64' : 'uint64';
  if (!Number.isInteger(value)) return 'real64';
  if (value < 0) return value >= -0x8000_0000 ? 'int32' : 'int64';
  return value <= 0xffff_ffff ? 'uint32' : 'uint64';
}

/** Bytes of integers, by type. */
const INTEGERS = {
  int8: 1,
  uint8: 1,
  int16: 2,
  uint16: 2,
  int32: 4,
  uint32: 4,
  int64: 8,
  uint64: 8,
  size: 8,
  hex32: 4,
  hex64: 8,
  handle: 8,
} as const satisfies Partial<Record<TypeName, number>>;

function isInteger(type: TypeName): type is keyof typeof INTEGERS {
  return type in INTEGERS;
}

/** A whole number in so many bytes, two's complement. */
function integer(to: ByteWriter, width: number, value: Typed['value']): void {
  if (width === 8) {
    if (typeof value === 'number' && value >= 0 && Number.isSafeInteger(value)) {
      to.u32(value % 2 ** 32);
      to.u32(Math.floor(value / 2 ** 32));
    } else to.u64(BigInt(value));
    return;
  }
  const low = typeof value === 'number' ? value : Number(BigInt.asUintN(32, BigInt(value)));
  if (width === 4) to.u32(low);
  else if (width === 2) to.u16(low);
  else to.u8(low);
}

function write(to: ByteWriter, type: TypeName, value: Typed['value']): void {
  if (isInteger(type)) {
    integer(to, INTEGERS[type], value);
    return;
  }
  switch (type) {
    case 'string':
    case 'xml':
      to.text(String(value));
      break;
    case 'ansi':
      to.raw(Buffer.from(String(value), 'latin1'));
      break;
    case 'real32':
      to.f32(Number(value));
      break;
    case 'real64':
      to.f64(Number(value));
      break;
    case 'bool':
      to.u32(Number(value));
      break;
    case 'binary':
      to.raw(Buffer.from(String(value), 'hex'));
      break;
    case 'guid':
      guid(to, String(value));
      break;
    case 'fileTime':
      writeFileTime(to, Number(value));
      break;
    case 'systemTime':
      to.raw(systemTime(new Date(Number(value))));
      break;
    case 'sid':
      to.raw(sidBytes(String(value)));
  }
}

/** In which order the bytes of a GUID's text stand in a file. */
const GUID_ORDER = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15] as const;
const digits = new Uint8Array(32);

function guid(to: ByteWriter, text: string): void {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = HEX[text.charCodeAt(i)] ?? NO_DIGIT;
    if (digit === PUNCTUATION) continue;
    if (digit === NO_DIGIT || count === 32) throw new UsageError(`"${text}" is no GUID`);
    digits[count++] = digit;
  }
  if (count !== 32) throw new UsageError(`"${text}" is no GUID`);
  for (const byte of GUID_ORDER) to.u8((digits[2 * byte]! << 4) | digits[2 * byte + 1]!);
}

const NO_DIGIT = 255;
const PUNCTUATION = 254;
/** What each character is worth in a GUID. */
const HEX = new Uint8Array(128).fill(NO_DIGIT);
for (const char of '-{}') HEX[char.charCodeAt(0)] = PUNCTUATION;
for (const [n, char] of [...'0123456789abcdef'].entries()) {
  HEX[char.charCodeAt(0)] = n;
  HEX[char.toUpperCase().charCodeAt(0)] = n;
}

function sidBytes(text: string): Buffer {
  const [letter, revision, authority, ...rest] = text.split('-');
  if (letter !== 'S' || authority === undefined) throw new UsageError(`"${text}" is no SID`);
  const bytes = Buffer.alloc(8 + 4 * rest.length);
  bytes[0] = Number(revision);
  bytes[1] = rest.length;
  bytes.writeUIntBE(Number(authority), 2, 6);
  for (const [i, part] of rest.entries()) bytes.writeUInt32LE(Number(part), 8 + 4 * i);
  return bytes;
}

function systemTime(date: Date): Buffer {
  const bytes = Buffer.alloc(16);
  const parts = [
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDay(),
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
    date.getUTCMilliseconds(),
  ];
  for (const [i, part] of parts.entries()) bytes.writeUInt16LE(part, 2 * i);
  return bytes;
}
