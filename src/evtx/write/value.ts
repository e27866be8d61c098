import { UsageError } from '../../base/errors.ts';
import { TYPE } from '../values.ts';

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

export interface Encoded {
  readonly type: number;
  readonly bytes: Buffer;
}

export function encodeValue(value: NewValue): Encoded {
  if (value === null) return { type: TYPE.null, bytes: Buffer.alloc(0) };
  if (typeof value === 'object' && 'type' in value) {
    const type = TYPE[value.type];
    if ('value' in value) return { type, bytes: encode(value.type, value.value) };
    return { type: type | TYPE.array, bytes: Buffer.concat(value.values.map((item) => listItem(value.type, item))) };
  }
  if (value instanceof Uint8Array) return { type: TYPE.binary, bytes: Buffer.from(value) };
  if (value instanceof Date) return { type: TYPE.fileTime, bytes: encode('fileTime', value.getTime()) };
  const type = typeOf(value);
  return { type: TYPE[type], bytes: encode(type, value) };
}

/** FILETIME of milliseconds since 1970, to the 100 ns that a number can hold. */
export function fileTime(ms: number): bigint {
  const whole = Math.floor(ms);
  return (BigInt(whole) + 11_644_473_600_000n) * 10_000n + BigInt(Math.round((ms - whole) * 10_000));
}

/** The items of text arrays end with NUL. */
function listItem(type: TypeName, item: Typed['value']): Buffer {
  const bytes = encode(type, item);
  if (type === 'string') return Buffer.concat([bytes, Buffer.alloc(2)]);
  return type === 'ansi' ? Buffer.concat([bytes, Buffer.alloc(1)]) : bytes;
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

function encode(type: TypeName, value: Typed['value']): Buffer {
  const bytes = Buffer.alloc(16);
  if (isInteger(type)) {
    bytes.writeBigUInt64LE(BigInt.asUintN(64, BigInt(value)));
    return bytes.subarray(0, INTEGERS[type]);
  }
  switch (type) {
    case 'string':
    case 'xml':
      return Buffer.from(String(value), 'utf16le');
    case 'ansi':
      return Buffer.from(String(value), 'latin1');
    case 'real32':
      bytes.writeFloatLE(Number(value));
      return bytes.subarray(0, 4);
    case 'real64':
      bytes.writeDoubleLE(Number(value));
      return bytes.subarray(0, 8);
    case 'bool':
      bytes.writeInt32LE(Number(value));
      return bytes.subarray(0, 4);
    case 'binary':
      return Buffer.from(String(value), 'hex');
    case 'guid':
      return guidBytes(String(value));
    case 'fileTime':
      bytes.writeBigUInt64LE(BigInt.asUintN(64, fileTime(Number(value))));
      return bytes.subarray(0, 8);
    case 'systemTime':
      return systemTime(new Date(Number(value)));
    case 'sid':
      return sidBytes(String(value));
  }
}

export function guidBytes(text: string): Buffer {
  const bytes = Buffer.from(text.replace(/[-{}]/g, ''), 'hex');
  if (bytes.length !== 16) throw new UsageError(`"${text}" is no GUID`);
  bytes.subarray(0, 4).reverse();
  bytes.subarray(4, 6).reverse();
  bytes.subarray(6, 8).reverse();
  return bytes;
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
