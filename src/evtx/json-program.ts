import type { Attribute, Element, Leaf, Node } from './node.ts';

/**
 * How a template is written as JSON: bytes that never change, and values between them. Members end with a comma; whoever closes
 * an object puts the brace over the last one.
 */
export type Op =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** One value, as a member or item: text, number, truth value, or an object if it holds BinXML; `absent` where it is null. */
  | { readonly kind: 'value'; readonly index: number; readonly absent: Uint8Array }
  /** A value that stands between elements: the members of its BinXML, else `#text`. */
  | { readonly kind: 'members'; readonly index: number }
  /** Text put together from literals and values. */
  | { readonly kind: 'text'; readonly parts: readonly Leaf[] }
  | ElementOp;

/** An element with attributes or elements that depend on values: what is null is left out, and an object without members is null. */
export interface ElementOp {
  readonly kind: 'element';
  /** `"Name":` */
  readonly key: Uint8Array;
  readonly attributes: readonly { readonly key: Uint8Array; readonly op: Op }[];
  readonly text: Op | null;
  readonly members: readonly Op[] | null;
}

/** The members that the roots of a fragment give. */
export function jsonProgram(roots: readonly Node[]): readonly Op[] {
  const builder = new Builder();
  members(roots, builder);
  return builder.done();
}

/** Joins bytes that follow each other. */
class Builder {
  private readonly ops: Op[] = [];
  private pending: Buffer[] = [];

  bytes(bytes: Buffer): void {
    this.pending.push(bytes);
  }

  op(op: Op): void {
    this.flush();
    this.ops.push(op);
  }

  done(): readonly Op[] {
    this.flush();
    return this.ops;
  }

  private flush(): void {
    if (this.pending.length > 0) this.ops.push({ kind: 'bytes', bytes: Uint8Array.from(Buffer.concat(this.pending)) });
    this.pending = [];
  }
}

const COMMA = Buffer.from(',');

/** Elements of one name: `Data` that follow each other become a list, all others are numbered from the second on. */
function members(nodes: readonly Node[], to: Builder): void {
  const seen = new Map<string, number>();
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    if (node.kind === 'substitution') to.op({ kind: 'members', index: node.index });
    if (node.kind === 'text') text(node.text, to);
    if (node.kind !== 'element') continue;
    const { name, unnamed } = labelOf(node);
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    const key = keyBytes(count === 0 ? name : `${name}_${count}`);
    const same = [node];
    if (isData(node))
      for (
        let next = nodes[i + 1];
        next?.kind === 'element' && isData(next) && labelOf(next).name === name;
        next = nodes[i + 1]
      ) {
        same.push(next);
        i++;
      }
    if (same.length === 1) member(node, key, unnamed, to);
    else list(same, key, unnamed, to);
  }
}

/** Indentation between elements is no text. */
function text(content: string, to: Builder): void {
  if (content.trim() !== '') to.bytes(Buffer.from(`"#text":${JSON.stringify(content)},`));
}

function list(nodes: readonly Element[], key: Buffer, unnamed: boolean, to: Builder): void {
  to.bytes(key);
  to.bytes(Buffer.from(unnamed ? '{"#text":[' : '['));
  for (const [index, node] of nodes.entries()) {
    if (index > 0) to.bytes(COMMA);
    content(node, to);
  }
  to.bytes(Buffer.from(unnamed ? ']},' : '],'));
}

function member(node: Element, key: Buffer, unnamed: boolean, to: Builder): void {
  const attributes = isData(node) ? [] : node.attributes;
  const inner = node.children.some(({ kind }) => kind === 'element');
  if (unnamed && !inner && node.children.length > 0) {
    to.bytes(key);
    to.bytes(Buffer.from('{"#text":'));
    content(node, to);
    to.bytes(Buffer.from('},'));
  } else if (attributes.length === 0 && !inner) {
    to.bytes(key);
    content(node, to);
    to.bytes(COMMA);
  } else if (isLiteral(node)) {
    to.bytes(key);
    to.bytes(Buffer.from(JSON.stringify(literal(node))));
    to.bytes(COMMA);
  } else to.op(elementOp(node, key, attributes, inner));
}

function elementOp(node: Element, key: Buffer, attributes: readonly Attribute[], inner: boolean): ElementOp {
  return {
    kind: 'element',
    key,
    attributes: attributes.map(({ name, parts }) => ({ key: keyBytes(name), op: leaf(parts, NULL) })),
    text: inner || node.children.length === 0 ? null : leaf(node.children as Leaf[], NULL),
    members: inner ? jsonProgram(node.children) : null,
  };
}

/** What stands in an element without elements. */
function content(node: Element, to: Builder): void {
  const { children } = node;
  if (children.some(({ kind }) => kind === 'element')) {
    to.op({ kind: 'element', key: NOTHING, attributes: [], text: null, members: jsonProgram(children) });
    return;
  }
  const op = leaf(children as readonly Leaf[], isData(node) ? EMPTY : NULL);
  if (op.kind === 'bytes') to.bytes(Buffer.from(op.bytes));
  else to.op(op);
}

const NOTHING = Buffer.alloc(0);
const NULL = Buffer.from('null');
/** `Data` without a value is an empty text, as it always has a name. */
const EMPTY = Buffer.from('""');

function leaf(parts: readonly Leaf[], absent: Uint8Array): Op {
  const [only] = parts;
  if (only === undefined) return { kind: 'bytes', bytes: absent };
  if (parts.length === 1 && only.kind === 'substitution') return { kind: 'value', index: only.index, absent };
  if (parts.some(({ kind }) => kind === 'substitution')) return { kind: 'text', parts };
  return { kind: 'bytes', bytes: Buffer.from(JSON.stringify(joined(parts))) };
}

function joined(parts: readonly Leaf[]): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');
}

function isData({ name }: Element): boolean {
  return name === 'Data' || name === 'ComplexData';
}

/** `Data` is called by its `Name`; one whose name is a value cannot be told before and is called `Data` here. */
function labelOf(node: Element): { readonly name: string; readonly unnamed: boolean } {
  if (!isData(node)) return { name: node.name, unnamed: false };
  const label = node.attributes.find(({ name }) => name === 'Name');
  if (label?.parts.every(({ kind }) => kind === 'text')) return { name: joined(label.parts), unnamed: false };
  return { name: node.name, unnamed: true };
}

function isLiteral(node: Element): boolean {
  return (
    node.children.every(({ kind }) => kind === 'text') &&
    node.attributes.every(({ parts }) => parts.every(({ kind }) => kind === 'text'))
  );
}

/** The value of an element without values: attributes and text. */
function literal(node: Element): unknown {
  const attributes = Object.fromEntries(node.attributes.map(({ name, parts }) => [name, joined(parts)]));
  const body = node.children.length > 0 ? { '#text': joined(node.children as Leaf[]) } : {};
  return { '#attributes': attributes, ...body };
}

function keyBytes(name: string): Buffer {
  return Buffer.from(`${JSON.stringify(name)}:`);
}
