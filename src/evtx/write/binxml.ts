import { createHash } from 'node:crypto';
import type { ByteWriter } from './bytes.ts';
import type { NewElement, NewNode } from './record.ts';
import { type Encoded, encodeValue, type NewValue } from './value.ts';

/** Where names and template definitions of a chunk are, so that each is written in full only once. */
export interface Known {
  /** The offset of a name in the chunk; undefined where it is not written yet. */
  name(text: string): number | undefined;
  addName(text: string, offset: number): { readonly next: number; readonly hash: number };
  template(guid: string): number | undefined;
  addTemplate(guid: string, offset: number): { readonly next: number };
}

/** A value of a template instance: encoded, or BinXML that is written where it stands. */
type Slot = Encoded | { readonly element: NewElement };

const FRAGMENT = [0x0f, 0x01, 0x01, 0x00];
const BINXML = 0x21;

/**
 * Writes a fragment that uses a template: the definition if the chunk does not hold it yet, then the values. `inner` stands under
 * the root as nested BinXML with a template of its own, as Windows writes EventData. `base` is the chunk offset of `to`.
 */
export function writeFragment(
  to: ByteWriter,
  base: number,
  root: NewElement,
  inner: NewElement | null,
  known: Known,
): void {
  const slots: Slot[] = [];
  for (const byte of FRAGMENT) to.u8(byte);
  const signature = JSON.stringify([root, inner !== null], (_, node) => (isValue(node) ? 0 : node));
  const guid = createHash('md5').update(signature).digest();
  const key = guid.toString('hex');
  to.u8(0x0c);
  to.u8(0x01);
  to.raw(guid.subarray(0, 4));
  const offset = known.template(key);
  const here = base + to.length + 4;
  to.u32(offset ?? here);
  if (offset === undefined) {
    to.u32(known.addTemplate(key, here).next);
    to.raw(guid);
    const size = to.length;
    to.u32(0);
    for (const byte of FRAGMENT) to.u8(byte);
    element(to, base, root, inner, slots, known);
    to.u8(0x00);
    to.patch(size, to.length - size - 4);
  } else values(root, inner, slots);
  instance(to, base, slots, known);
}

/** Count, sizes and types, then the values themselves. Sizes of nested BinXML are known only afterwards. */
function instance(to: ByteWriter, base: number, slots: readonly Slot[], known: Known): void {
  to.u32(slots.length);
  const sizes: number[] = [];
  for (const slot of slots) {
    sizes.push(to.length);
    // A larger value makes the record larger than a chunk, which is refused.
    to.u16('bytes' in slot ? Math.min(slot.bytes.length, 0xffff) : 0);
    to.u8('bytes' in slot ? slot.type : BINXML);
    to.u8(0);
  }
  for (const [i, slot] of slots.entries()) {
    if ('bytes' in slot) to.raw(slot.bytes);
    else {
      const start = to.length;
      writeFragment(to, base, slot.element, null, known);
      to.u8(0x00);
      to.patch(sizes[i]!, Math.min(to.length - start, 0xffff) | (BINXML << 16));
    }
  }
}

function element(
  to: ByteWriter,
  base: number,
  node: NewElement,
  inner: NewElement | null,
  slots: Slot[],
  known: Known,
): void {
  const attributes = Object.entries(node.attributes ?? {});
  const children = node.children ?? [];
  to.u8(attributes.length > 0 ? 0x41 : 0x01);
  to.u16(0xffff);
  const size = to.length;
  to.u32(0);
  writeName(to, base, node.name, known);
  if (attributes.length > 0) {
    const list = to.length;
    to.u32(0);
    for (const [i, [name, value]] of attributes.entries()) {
      to.u8(i < attributes.length - 1 ? 0x46 : 0x06);
      writeName(to, base, name, known);
      if (typeof value === 'string') text(to, value);
      else substitution(to, true, encodeValue(value.value), slots);
    }
    to.patch(list, to.length - list - 4);
  }
  if (children.length === 0 && inner === null) to.u8(0x03);
  else {
    to.u8(0x02);
    for (const child of children) writeNode(to, base, child, slots, known);
    if (inner !== null) substitution(to, true, { element: inner }, slots);
    to.u8(0x04);
  }
  to.patch(size, to.length - size - 4);
}

function writeNode(to: ByteWriter, base: number, node: NewNode, slots: Slot[], known: Known): void {
  if (typeof node === 'string') text(to, node);
  else if ('name' in node) element(to, base, node, null, slots, known);
  else substitution(to, false, encodeValue(node.value), slots);
}

/** The values alone, in the order in which `element` comes upon them. */
function values(node: NewElement, inner: NewElement | null, slots: Slot[]): void {
  for (const value of Object.values(node.attributes ?? {}))
    if (typeof value !== 'string') slots.push(encodeValue(value.value));
  for (const child of node.children ?? []) {
    if (typeof child === 'string') continue;
    if ('name' in child) values(child, null, slots);
    else slots.push(encodeValue(child.value));
  }
  if (inner !== null) slots.push({ element: inner });
}

function substitution(to: ByteWriter, optional: boolean, slot: Slot, slots: Slot[]): void {
  to.u8(optional ? 0x0e : 0x0d);
  to.u16(slots.length);
  to.u8('bytes' in slot ? slot.type : BINXML);
  slots.push(slot);
}

function text(to: ByteWriter, value: string): void {
  to.u8(0x05);
  to.u8(0x01);
  to.u16(value.length);
  to.text(value);
}

function writeName(to: ByteWriter, base: number, name: string, known: Known): void {
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

function isValue(node: unknown): node is { readonly value: NewValue } {
  return typeof node === 'object' && node !== null && 'value' in node && !('name' in node) && !('type' in node);
}
