import type { Instances } from './instances.ts';
import type { JsonBuffer } from './json-buffer.ts';
import { type ElementOp, jsonProgram, type Op } from './json-program.ts';
import { MAX_JSON, MAX_NODES, MAX_OPEN_ELEMENTS } from './limits.ts';
import { arrayTexts, TYPE, valueText } from './values.ts';

/**
 * Writes records as JSON in the shape that the `evtx_dump` of the Rust crate evtx established: elements as members, `Data` by
 * their `Name`, attributes under `#attributes` and text beside them under `#text`, numbers and truth values as such.
 */
export class JsonRecords {
  private readonly instances: Instances;
  private readonly programs = new WeakMap<object, readonly Op[]>();
  private bytes: Buffer = Buffer.alloc(0);
  private out!: JsonBuffer;
  private nodes = 0;
  private limit = 0;

  constructor(instances: Instances) {
    this.instances = instances;
  }

  /** Appends the record that the instances have loaded from a chunk; false, with nothing appended, if it is too large. */
  write(bytes: Buffer, out: JsonBuffer): boolean {
    this.bytes = bytes;
    this.out = out;
    this.nodes = 0;
    const start = out.length;
    this.limit = start + MAX_JSON;
    out.byte(OPEN);
    const whole = this.program(0, 0);
    if (whole) out.close(start);
    else out.length = start;
    return whole;
  }

  private program(instance: number, depth: number): boolean {
    const { roots } = this.instances;
    let program = this.programs.get(roots[instance]!);
    if (program === undefined) {
      program = jsonProgram(roots[instance]!);
      this.programs.set(roots[instance]!, program);
    }
    return this.run(program, instance, depth);
  }

  private run(ops: readonly Op[], instance: number, depth: number): boolean {
    if (depth > MAX_OPEN_ELEMENTS) return false;
    this.nodes += ops.length;
    if (this.nodes > MAX_NODES || this.out.length > this.limit) return false;
    for (let i = 0; i < ops.length; i++) if (!this.step(ops[i]!, instance, depth)) return false;
    return true;
  }

  private step(op: Op, instance: number, depth: number): boolean {
    switch (op.kind) {
      case 'bytes':
        this.out.bytes(op.bytes);
        return true;
      case 'value':
        return this.value(instance, op.index, op.absent, depth);
      case 'members':
        return this.members(instance, op.index, depth);
      case 'text':
        this.text(instance, op.parts);
        return true;
      case 'element':
        return this.element(op, instance, depth);
    }
  }

  /** A value that the template asks for and the record does not hold is null too. */
  private value(instance: number, index: number, absent: Uint8Array, depth: number): boolean {
    const { instances, out, bytes } = this;
    if (this.isNull(instance, index)) {
      out.bytes(absent);
      return true;
    }
    const slot = instances.bases[instance]! + index;
    const type = instances.types[slot]!;
    const at = instances.offsets[slot]!;
    const size = instances.sizes[slot]!;
    if (type === TYPE.string) out.utf16(bytes, at, at + size);
    else if (type === TYPE.binXml) return this.object(instances.inner[slot]!, depth);
    else if (type < TYPE.array) this.scalar(type, valueText(bytes, type, at, size));
    else this.list(type, at, size);
    return this.out.length <= this.limit;
  }

  private scalar(type: number, text: string | null): void {
    const { out } = this;
    if (text === null) out.bytes(NULL);
    else if (BARE[type] === 1) {
      if (Number.isNaN(Number(text)) && type !== TYPE.bool) out.text('NaN');
      else out.ascii(text);
    } else if (type === TYPE.ansi || type === TYPE.xml) out.text(text);
    else out.quoted(text);
  }

  /** One item stands for itself. */
  private list(type: number, at: number, size: number): void {
    const { out } = this;
    const items = arrayTexts(this.bytes, type, at, size);
    if (items.length === 0) out.bytes(EMPTY_TEXT);
    else if (items.length === 1) this.item(type & 0x7f, items[0]!);
    else {
      out.byte(OPEN_LIST);
      for (const item of items) {
        this.item(type & 0x7f, item);
        out.byte(COMMA);
      }
      out.over(CLOSE_LIST);
    }
  }

  private item(type: number, text: string | null): void {
    if (type === TYPE.string && text !== null) this.out.text(text);
    else this.scalar(type, text);
  }

  private object(inner: number, depth: number): boolean {
    if (inner < 0) {
      this.out.bytes(NULL);
      return true;
    }
    const start = this.out.length;
    this.out.byte(OPEN);
    if (!this.program(inner, depth + 1)) return false;
    this.closeOrNull(start);
    return true;
  }

  private members(instance: number, index: number, depth: number): boolean {
    const { instances, out } = this;
    if (index >= instances.counts[instance]!) return true;
    const slot = instances.bases[instance]! + index;
    const type = instances.types[slot]!;
    if (type === TYPE.null || (type !== TYPE.binXml && instances.sizes[slot] === 0)) return true;
    if (type === TYPE.binXml) return instances.inner[slot]! < 0 || this.program(instances.inner[slot]!, depth + 1);
    out.bytes(TEXT_KEY);
    if (!this.value(instance, index, NULL, depth)) return false;
    out.byte(COMMA);
    return true;
  }

  private text(instance: number, parts: Extract<Op, { kind: 'text' }>['parts']): void {
    let text = '';
    for (const part of parts) text += part.kind === 'text' ? part.text : this.plain(instance, part.index);
    this.out.text(text);
  }

  private plain(instance: number, index: number): string {
    const { instances } = this;
    if (index >= instances.counts[instance]!) return '';
    const slot = instances.bases[instance]! + index;
    const type = instances.types[slot]!;
    const at = instances.offsets[slot]!;
    const size = instances.sizes[slot]!;
    return type < TYPE.array
      ? (valueText(this.bytes, type, at, size) ?? '')
      : arrayTexts(this.bytes, type, at, size).join(',');
  }

  private element(op: ElementOp, instance: number, depth: number): boolean {
    const { out } = this;
    out.bytes(op.key);
    const start = out.length;
    out.bytes(ATTRIBUTES);
    const bare = out.length;
    for (const { key, op: value } of op.attributes) {
      if (value.kind === 'value' && this.isNull(instance, value.index)) continue;
      out.bytes(key);
      if (!this.step(value, instance, depth)) return false;
      out.byte(COMMA);
    }
    const attributed = out.length > bare;
    if (attributed) {
      out.over(CLOSE);
      out.byte(COMMA);
    } else out.length = start;

    if (op.members !== null) {
      if (!attributed) out.byte(OPEN);
      if (!this.run(op.members, instance, depth + 1)) return false;
      this.closeOrNull(start);
    } else if (op.text === null) {
      if (attributed) out.over(CLOSE);
      else out.bytes(NULL);
    } else if (!attributed) {
      if (!this.step(op.text, instance, depth)) return false;
    } else if (op.text.kind === 'value' && this.isNull(instance, op.text.index)) out.over(CLOSE);
    else {
      out.bytes(TEXT_KEY);
      if (!this.step(op.text, instance, depth)) return false;
      out.byte(CLOSE);
    }
    if (op.key.length > 0) out.byte(COMMA);
    return true;
  }

  private isNull(instance: number, index: number): boolean {
    const { instances } = this;
    return index >= instances.counts[instance]! || instances.types[instances.bases[instance]! + index] === TYPE.null;
  }

  /** Closes the object that began at `start`; one without members becomes null. */
  private closeOrNull(start: number): void {
    const { out } = this;
    if (out.length > start + 1) out.over(CLOSE);
    else {
      out.length = start;
      out.bytes(NULL);
    }
  }
}

const [OPEN, CLOSE, OPEN_LIST, CLOSE_LIST, COMMA] = [0x7b, 0x7d, 0x5b, 0x5d, 0x2c];
const NULL = Buffer.from('null');
const EMPTY_TEXT = Buffer.from('""');
const ATTRIBUTES = Buffer.from('{"#attributes":{');
const TEXT_KEY = Buffer.from('"#text":');

/** The types that JSON writes without quotes. */
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
  TYPE.real32,
  TYPE.real64,
  TYPE.bool,
])
  BARE[type] = 1;
