import { ByteWriter } from './bytes.ts';
import type { NewElement, NewNode } from './record.ts';
import type { Shape } from './shape.ts';
import { type NewValue, writeValue } from './value.ts';

/** Where names and template definitions of a chunk are, so that each is written in full only once. */
export interface Known {
  /** The offset of a name in the chunk; undefined where it is not written yet. */
  name(text: string): number | undefined;
  addName(text: string, offset: number): { readonly next: number; readonly hash: number };
  template(shape: Shape): number | undefined;
  addTemplate(shape: Shape, offset: number): { readonly next: number };
}

const FRAGMENT = [0x0f, 0x01, 0x01, 0x00];
export const BINXML = 0x21;

/**
 * Writes a fragment that uses a template: the definition if the chunk does not hold it yet, then the values. `model` is an element of the
 * template's shape; `nested` says that BinXML with a template of its own follows as the root's last child, as Windows writes EventData.
 * `base` is the chunk offset of `to`.
 */
export function writeFragment(
  to: ByteWriter,
  base: number,
  { shape, nested, model }: { shape: Shape; nested: boolean; model: () => NewElement },
  known: Known,
  values: (instance: Instance) => void,
): void {
  fragmentHead(to);
  to.u8(0x0c);
  to.u8(0x01);
  to.raw(shape.start);
  const offset = known.template(shape);
  const here = base + to.length + 4;
  to.u32(offset ?? here);
  if (offset === undefined) {
    to.u32(known.addTemplate(shape, here).next);
    to.raw(shape.guid);
    const size = to.length;
    to.u32(0);
    fragmentHead(to);
    element({ to, base, known, slots: 0 }, model(), nested);
    to.u8(0x00);
    to.patch(size, to.length - size - 4);
  }
  values(new Instance(to, shape.slots));
}

function fragmentHead(to: ByteWriter): void {
  for (const byte of FRAGMENT) to.u8(byte);
}

/** The values of a template: their count, sizes and types, then the values themselves. Sizes are filled in as values come. */
export class Instance {
  private readonly to: ByteWriter;
  private next: number;

  constructor(to: ByteWriter, slots: number) {
    this.to = to;
    to.u32(slots);
    this.next = to.length;
    for (let n = 0; n < slots; n++) to.u32(0);
  }

  add(value: NewValue): void {
    const start = this.to.length;
    this.end(start, writeValue(this.to, value));
  }

  /** A value that a writer writes. */
  write(type: number, writer: () => void): void {
    const start = this.to.length;
    writer();
    this.end(start, type);
  }

  /** All values of an element, in the order in which its definition comes upon them. */
  addAll(node: NewElement): void {
    for (const name in node.attributes) {
      const value = node.attributes[name]!;
      if (typeof value !== 'string') this.add(value.value);
    }
    for (const child of node.children ?? []) {
      if (typeof child === 'string') continue;
      if ('name' in child) this.addAll(child);
      else this.add(child.value);
    }
  }

  private end(start: number, type: number): void {
    // A larger value makes the record larger than a chunk, which is refused.
    this.to.patch(this.next, Math.min(this.to.length - start, 0xffff) | (type << 16));
    this.next += 4;
  }
}

/** A definition on its way. */
interface Definition {
  readonly to: ByteWriter;
  readonly base: number;
  readonly known: Known;
  slots: number;
}

function element(definition: Definition, node: NewElement, nested: boolean): void {
  const { to } = definition;
  const attributes = Object.entries(node.attributes ?? {});
  const children = node.children ?? [];
  to.u8(attributes.length > 0 ? 0x41 : 0x01);
  to.u16(0xffff);
  const size = to.length;
  to.u32(0);
  writeName(definition, node.name);
  if (attributes.length > 0) {
    const list = to.length;
    to.u32(0);
    for (const [i, [name, value]] of attributes.entries()) {
      to.u8(i < attributes.length - 1 ? 0x46 : 0x06);
      writeName(definition, name);
      if (typeof value === 'string') text(to, value);
      else substitution(definition, true, typeOfValue(value.value));
    }
    to.patch(list, to.length - list - 4);
  }
  if (children.length === 0 && !nested) to.u8(0x03);
  else {
    to.u8(0x02);
    for (const child of children) writeNode(definition, child);
    if (nested) substitution(definition, true, BINXML);
    to.u8(0x04);
  }
  to.patch(size, to.length - size - 4);
}

function writeNode(definition: Definition, node: NewNode): void {
  if (typeof node === 'string') text(definition.to, node);
  else if ('name' in node) element(definition, node, false);
  else substitution(definition, false, typeOfValue(node.value));
}

const scratch = new ByteWriter();

function typeOfValue(value: NewValue): number {
  scratch.reset();
  return writeValue(scratch, value);
}

function substitution(definition: Definition, optional: boolean, type: number): void {
  const { to } = definition;
  to.u8(optional ? 0x0e : 0x0d);
  to.u16(definition.slots++);
  to.u8(type);
}

function text(to: ByteWriter, value: string): void {
  to.u8(0x05);
  to.u8(0x01);
  to.u16(value.length);
  to.text(value);
}

function writeName({ to, base, known }: Definition, name: string): void {
  const offset = known.name(name);
  const here = base + to.length + 4;
  to.u32(offset ?? here);
  if (offset !== undefined) return;
  const { next, hash } = known.addName(name, here);
  to.u32(next);
  to.u16(hash);
  to.u16(name.length);
  to.text(name);
  to.u16(0);
}
