import { createHash } from 'node:crypto';
import type { NewElement, NewNode, NewRecord } from './record.ts';
import type { NewValue } from './value.ts';

/** What records that share a template have in common. The same shape has the same GUID in every chunk and file. */
export interface Shape {
  readonly guid: Buffer;
  /** The first four bytes of the GUID, which an instance repeats, and its bucket in the table of a chunk. */
  readonly start: Buffer;
  readonly bucket: number;
  /** How many values an instance has. */
  readonly slots: number;
}

/** Shapes that are kept; a program writes a few dozen. */
const LIMIT = 4_096;

const bySignature = new Map<string, Shape>();

/** The shape of an element; `nested` says that BinXML follows as its last child. */
export function shapeOf(root: NewElement, nested: boolean): Shape {
  const signature = JSON.stringify([root, nested], (_, node) => (isValue(node) ? 0 : node));
  let shape = bySignature.get(signature);
  if (shape === undefined) {
    const guid = createHash('md5').update(signature).digest();
    const bucket = guid.readUInt32LE(0) % 32;
    shape = { guid, start: guid.subarray(0, 4), bucket, slots: slotsOf(root) + (nested ? 1 : 0) };
    if (bySignature.size >= LIMIT) bySignature.clear();
    bySignature.set(signature, shape);
  }
  return shape;
}

interface DataShape {
  readonly names: readonly string[];
  readonly shape: Shape;
}

/** Shapes of EventData by their first name: few share one, and comparing names is faster than making a key of them. */
const byFirstName = new Map<string, DataShape[]>();
let dataShapes = 0;

/** The shape of EventData: its names say it all, so that nothing else has to be looked at once it is known. */
export function shapeOfData(eventData: NewRecord['eventData'] & object, element: () => NewElement): Shape {
  const first = firstName(eventData);
  const known = byFirstName.get(first)?.find(({ names }) => hasNames(eventData, names));
  if (known !== undefined) return known.shape;
  if (dataShapes++ >= LIMIT) {
    byFirstName.clear();
    dataShapes = 1;
  }
  const names = Array.isArray(eventData)
    ? eventData.map(([name]: readonly [string, NewValue]) => name)
    : Object.keys(eventData);
  const shape = shapeOf(element(), false);
  const list = byFirstName.get(first);
  if (list) list.push({ names, shape });
  else byFirstName.set(first, [{ names, shape }]);
  return shape;
}

function firstName(eventData: NewRecord['eventData'] & object): string {
  if (Array.isArray(eventData)) return (eventData as readonly (readonly [string, NewValue])[])[0]?.[0] ?? '';
  for (const name in eventData) return name;
  return '';
}

function hasNames(eventData: NewRecord['eventData'] & object, names: readonly string[]): boolean {
  let at = 0;
  if (Array.isArray(eventData)) {
    for (const [name] of eventData as readonly (readonly [string, NewValue])[]) if (names[at++] !== name) return false;
  } else for (const name in eventData) if (names[at++] !== name) return false;
  return at === names.length;
}

function slotsOf(node: NewNode): number {
  if (typeof node === 'string') return 0;
  if (!('name' in node)) return 1;
  const attributes = Object.values(node.attributes ?? {}).filter((value) => typeof value !== 'string').length;
  return (node.children ?? []).reduce((sum, child) => sum + slotsOf(child), attributes);
}

function isValue(node: unknown): node is { readonly value: NewValue } {
  return typeof node === 'object' && node !== null && 'value' in node && !('name' in node) && !('type' in node);
}
