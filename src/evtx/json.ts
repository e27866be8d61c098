import type { Instances } from './instances.ts';
import { JsonBuffer } from './json-buffer.ts';
import { ABSENT, type JsonProgram, jsonProgram, OP, TAIL } from './json-program.ts';
import { MAX_FIXED, putFileTime, putGuid, putHex, putInt, putUint } from './json-values.ts';
import { MAX_JSON, MAX_NODES, MAX_OPEN_ELEMENTS } from './limits.ts';
import type { Leaf } from './node.ts';
import { arrayTexts, TYPE, valueText, WIDTHS } from './values.ts';

/**
 * Writes records as JSON in the shape that the `evtx_dump` of the Rust crate evtx established: elements as members, `Data` by
 * their `Name`, attributes under `#attributes` and text beside them under `#text`, numbers and truth values as such.
 */
export class JsonRecords {
  private readonly instances: Instances;
  private readonly programs = new WeakMap<object, JsonProgram>();
  private bytes: Buffer = Buffer.alloc(0);
  /** The same bytes. */
  private view: DataView = new DataView(new ArrayBuffer(0));
  private out = new JsonBuffer(0);
  /** Where the objects that are open begin. */
  private readonly starts: number[] = [];
  private nodes = 0;
  private limit = 0;

  constructor(instances: Instances) {
    this.instances = instances;
  }

  /** Appends the record that the instances have loaded from a chunk; false, with nothing appended, if it is too large. */
  write(bytes: Buffer, out: JsonBuffer): boolean {
    if (this.bytes !== bytes) {
      this.bytes = bytes;
      this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    }
    this.out = out;
    this.nodes = 0;
    this.starts.length = 0;
    const start = out.length;
    this.limit = start + MAX_JSON;
    out.byte(OPEN);
    const whole = this.members(0, 0);
    if (whole) out.close(start);
    else out.length = start;
    return whole;
  }

  private members(instance: number, depth: number): boolean {
    const roots = this.instances.roots[instance]!;
    let program = this.programs.get(roots);
    if (program === undefined) {
      program = jsonProgram(roots);
      this.programs.set(roots, program);
    }
    if (!this.run(program, instance, depth)) return false;
    const sibling = this.instances.siblings[instance]!;
    return sibling < 0 || this.members(sibling, depth + 1);
  }

  private run(program: JsonProgram, instance: number, depth: number): boolean {
    const { out, view } = this;
    const { code, pool } = program;
    const { types, offsets, sizes } = this.instances;
    const base = this.instances.bases[instance]!;
    const count = this.instances.counts[instance]!;
    const { starts } = this;
    this.nodes += code.length;
    if (depth > MAX_OPEN_ELEMENTS || this.nodes > MAX_NODES) return false;
    for (let i = 0; i < code.length; ) {
      switch (code[i]!) {
        case OP.bytes:
          out.part(pool, code[i + 1]!, code[i + 2]!);
          i += 3;
          break;
        case OP.value: {
          const index = code[i + 1]!;
          const slot = base + index;
          // Texts are most of a log, so they take the short way.
          if (index < count && types[slot] === TYPE.string) {
            out.utf16(view, offsets[slot]!, offsets[slot]! + sizes[slot]!);
            if (out.length > this.limit) return false;
          } else if (!this.value(instance, index, code[i + 2]!, depth)) return false;
          i += 3;
          break;
        }
        case OP.members:
          if (!this.between(instance, code[i + 1]!, depth)) return false;
          i += 2;
          break;
        case OP.text:
          if (!this.text(instance, program.texts[code[i + 1]!]!, depth)) return false;
          i += 2;
          break;
        case OP.open:
          starts.push(out.length);
          out.byte(OPEN);
          i++;
          break;
        case OP.close:
          this.close(starts.pop()!);
          i++;
          break;
        default:
          if (!this.element(program, i, instance, depth)) return false;
          i += 6 + 3 * code[i + 3]!;
      }
    }
    return out.length <= this.limit;
  }

  /** One value; a value that the template asks for and the record does not hold is null. */
  private value(instance: number, index: number, absent: number, depth: number): boolean {
    const { instances, out, bytes } = this;
    const slot = instances.bases[instance]! + index;
    if (index >= instances.counts[instance]! || instances.types[slot] === TYPE.null) {
      out.bytes(absent === ABSENT.null ? NULL : EMPTY_TEXT);
      return true;
    }
    const type = instances.types[slot]!;
    const at = instances.offsets[slot]!;
    const size = instances.sizes[slot]!;
    if (type === TYPE.string) out.utf16(this.view, at, at + size);
    else if (type < TYPE.binXml) this.scalar(type, at, size);
    else if (type === TYPE.binXml) return this.object(instances.inner[slot]!, depth);
    else if (type < TYPE.array) this.other(type, valueText(bytes, type, at, size));
    else this.list(type, at, size, absent === ABSENT.item);
    return out.length <= this.limit;
  }

  private scalar(type: number, at: number, size: number): void {
    const { out, bytes } = this;
    if (size < WIDTHS[type]!) {
      out.bytes(NULL);
      return;
    }
    out.reserve(MAX_FIXED);
    const { data, length } = out;
    switch (type) {
      case TYPE.uint8:
        out.length = putUint(data, length, bytes[at]!);
        return;
      case TYPE.uint16:
        out.length = putUint(data, length, bytes[at]! | (bytes[at + 1]! << 8));
        return;
      case TYPE.int32:
        out.length = putInt(data, length, i32(bytes, at));
        return;
      case TYPE.uint32:
        out.length = putUint(data, length, i32(bytes, at) >>> 0);
        return;
      case TYPE.uint64:
        // Below 2^48, where divisions by ten are exact enough.
        if ((bytes[at + 6]! | bytes[at + 7]!) !== 0) break;
        out.length = putUint(data, length, (i32(bytes, at + 4) >>> 0) * 4_294_967_296 + (i32(bytes, at) >>> 0));
        return;
      case TYPE.hex32:
        out.length = putHex(data, length, i32(bytes, at), 0);
        return;
      case TYPE.hex64:
        out.length = putHex(data, length, i32(bytes, at), i32(bytes, at + 4));
        return;
      case TYPE.guid:
        out.length = putGuid(data, length, bytes, at);
        return;
      case TYPE.fileTime:
        out.length = putFileTime(data, length, i32(bytes, at) >>> 0, i32(bytes, at + 4) >>> 0);
        return;
      case TYPE.sid:
        if (size < 8 || bytes[at + 1]! > 15 || size < 8 + 4 * bytes[at + 1]!) break;
        this.sid(at);
        return;
    }
    this.other(type, valueText(bytes, type, at, size));
  }

  private sid(start: number): void {
    const { out, bytes } = this;
    const count = bytes[start + 1]!;
    out.reserve(32 + 11 * count);
    const { data } = out;
    let at = out.length;
    data[at++] = QUOTE;
    data[at++] = LETTER_S;
    data[at++] = MINUS;
    at = putUint(data, at, bytes[start]!);
    data[at++] = MINUS;
    at = putUint(data, at, bytes.readUIntBE(start + 2, 6));
    for (let i = 0, from = start + 8; i < count; i++, from += 4) {
      data[at++] = MINUS;
      at = putUint(data, at, i32(bytes, from) >>> 0);
    }
    data[at++] = QUOTE;
    out.length = at;
  }

  private other(type: number, text: string | null): void {
    const { out } = this;
    if (text === null) out.bytes(NULL);
    else if (BARE[type] === 0) out.text(text);
    else out.ascii(text);
  }

  /** One item stands for itself, and so do several inside a list. */
  private list(type: number, at: number, size: number, inside: boolean): void {
    const { out } = this;
    const items = arrayTexts(this.bytes, type, at, size);
    if (items.length === 0) out.bytes(EMPTY_TEXT);
    else if (items.length === 1) this.other(type & 0x7f, items[0]!);
    else {
      if (!inside) out.byte(OPEN_LIST);
      for (const item of items) {
        this.other(type & 0x7f, item);
        out.byte(COMMA);
      }
      if (inside) out.length--;
      else out.over(CLOSE_LIST);
    }
  }

  private object(inner: number, depth: number): boolean {
    const { out } = this;
    if (inner < 0) {
      out.bytes(NULL);
      return true;
    }
    const start = out.length;
    out.byte(OPEN);
    if (!this.members(inner, depth + 1)) return false;
    this.close(start);
    return true;
  }

  private between(instance: number, index: number, depth: number): boolean {
    const { instances, out } = this;
    if (this.isNull(instance, index)) return true;
    const slot = instances.bases[instance]! + index;
    if (instances.types[slot] === TYPE.binXml)
      return instances.inner[slot]! < 0 || this.members(instances.inner[slot]!, depth + 1);
    if (instances.sizes[slot] === 0) return true;
    out.bytes(TEXT_KEY);
    if (!this.value(instance, index, ABSENT.null, depth)) return false;
    out.byte(COMMA);
    return true;
  }

  /** Text put together, or an object if a part of it is BinXML. */
  private text(instance: number, parts: readonly Leaf[], depth: number): boolean {
    const { instances, bytes, out } = this;
    let text = '';
    for (const part of parts) {
      if (part.kind === 'text') text += part.text;
      else if (!this.isNull(instance, part.index)) {
        const slot = instances.bases[instance]! + part.index;
        const type = instances.types[slot]!;
        const at = instances.offsets[slot]!;
        const size = instances.sizes[slot]!;
        if (type === TYPE.binXml) return this.mixed(instance, parts, depth);
        if (type < TYPE.array) text += valueText(bytes, type, at, size) ?? '';
        else text += arrayTexts(bytes, type, at, size).join(',');
      }
      if (text.length > MAX_JSON) return false;
    }
    out.text(text);
    return out.length <= this.limit;
  }

  private mixed(instance: number, parts: readonly Leaf[], depth: number): boolean {
    const start = this.out.length;
    this.out.byte(OPEN);
    for (const part of parts)
      if (part.kind === 'substitution' && !this.between(instance, part.index, depth)) return false;
    this.close(start);
    return true;
  }

  /** An element with attributes: those that are null are left out, and without any its text stands for itself. */
  private element(program: JsonProgram, i: number, instance: number, depth: number): boolean {
    const { out } = this;
    const { code, pool } = program;
    out.part(pool, code[i + 1]!, code[i + 2]!);
    const start = out.length;
    out.bytes(ATTRIBUTES);
    const bare = out.length;
    for (let n = code[i + 3]!, a = i + 6; n > 0; n--, a += 3) {
      const index = code[a + 2]!;
      if (index >= 0 && this.isNull(instance, index)) continue;
      out.part(pool, code[a]!, code[a + 1]!);
      if (index < -1) {
        if (!this.text(instance, program.texts[-2 - index]!, depth)) return false;
      } else if (index >= 0 && !this.value(instance, index, ABSENT.null, depth)) return false;
      out.byte(COMMA);
    }
    const attributed = out.length > bare;
    if (attributed) {
      out.over(CLOSE);
      out.byte(COMMA);
    } else {
      out.length = start;
      out.byte(OPEN);
    }
    const whole = this.tail(program, code[i + 4]!, code[i + 5]!, attributed, start, instance, depth);
    out.byte(COMMA);
    return whole;
  }

  private tail(
    program: JsonProgram,
    tail: number,
    argument: number,
    attributed: boolean,
    start: number,
    instance: number,
    depth: number,
  ): boolean {
    const { out } = this;
    if (tail === TAIL.program) {
      if (!this.run(program.programs[argument]!, instance, depth + 1)) return false;
    } else if (tail === TAIL.text || (tail === TAIL.value && !this.isNull(instance, argument))) {
      if (attributed) out.bytes(TEXT_KEY);
      else out.length = start;
      if (tail === TAIL.text) {
        if (!this.text(instance, program.texts[argument]!, depth)) return false;
      } else if (!this.value(instance, argument, ABSENT.null, depth)) return false;
      if (attributed) out.byte(CLOSE);
      return true;
    }
    this.close(start);
    return true;
  }

  private isNull(instance: number, index: number): boolean {
    const { instances } = this;
    return index >= instances.counts[instance]! || instances.types[instances.bases[instance]! + index] === TYPE.null;
  }

  /** Closes the object that began at `start`, over its last comma; one without members becomes null. */
  private close(start: number): void {
    const { out } = this;
    if (out.length > start + 1) out.over(CLOSE);
    else {
      out.length = start;
      out.bytes(NULL);
    }
  }
}

function i32(bytes: Buffer, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
}

const [OPEN, CLOSE, OPEN_LIST, CLOSE_LIST, COMMA, QUOTE, MINUS] = [0x7b, 0x7d, 0x5b, 0x5d, 0x2c, 0x22, 0x2d];
const LETTER_S = 0x53;
const NULL = Buffer.from('null');
const EMPTY_TEXT = Buffer.from('""');
const ATTRIBUTES = Buffer.from('{"#attributes":{');
const TEXT_KEY = Buffer.from('"#text":');

/** The types that JSON writes without quotes. Real numbers are text, as not all of them are numbers to JSON. */
const BARE = new Uint8Array(256);
for (const type of [
  TYPE.int8,
  TYPE.uint8,
  TYPE.int16,
  TYPE.uint16,
  TYPE.int32,
  TYPE.uint32,
  TYPE.int64,
  TYPE.uint64,
  TYPE.bool,
])
  BARE[type] = 1;
