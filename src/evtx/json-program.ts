import type { Attribute, Element, Leaf, Node } from './node.ts';

/**
 * How a template is written as JSON, as numbers that one loop runs through: bytes that never change, and values between them.
 * Members end with a comma; who closes an object puts the brace over the last one. Every operation is its code and its operands:
 *
 *   bytes    start, end           constant bytes of the pool, from a start that is divisible by four
 *   value    index, absent        one value: text, number, truth value, list or object; `absent` says how null is written
 *   members  index                a value between elements: the members of its BinXML, else `#text`
 *   text     number               text put together from literals and values
 *   open                          begins an object
 *   close                         ends it; without members it becomes null
 *   element  start, end, count, tail, argument, count × (start, end, index)
 *            an element with attributes that depend on values. The key; then per attribute its key and the number of its value,
 *            -1 for a literal that the key contains, -2 - n for text n. `tail` says what stands inside.
 */
export const OP = { bytes: 0, value: 1, members: 2, text: 3, open: 4, close: 5, element: 6 } as const;

/** How null is written: as null, as "" in `Data`, which always has a value, and in a list of `Data`, where lists are spread. */
export const ABSENT = { null: 0, empty: 1, item: 2 } as const;

/** What stands in an element: nothing, value number `argument`, text number `argument`, program number `argument`. */
export const TAIL = { none: 0, value: 1, text: 2, program: 3 } as const;

export interface JsonProgram {
  readonly code: Int32Array;
  readonly pool: Int32Array;
  readonly texts: readonly (readonly Leaf[])[];
  readonly programs: readonly JsonProgram[];
}

/** The members that the roots of a fragment give. */
export function jsonProgram(roots: readonly Node[]): JsonProgram {
  const builder = new Builder();
  members(roots, builder);
  return builder.done();
}

class Builder {
  readonly texts: (readonly Leaf[])[] = [];
  readonly programs: JsonProgram[] = [];
  private readonly code: number[] = [];
  private pool = Buffer.allocUnsafe(1_024);
  private poolSize = 0;
  /** Bytes that follow each other are one piece. */
  private pending = '';

  bytes(text: string): void {
    this.pending += text;
  }

  op(...numbers: number[]): void {
    this.flush();
    this.code.push(...numbers);
  }

  /** Puts text into the pool; gives its start and end. */
  keep(text: string): [number, number] {
    const start = this.poolSize;
    // A unit of UTF-16 takes three bytes at most.
    if (start + 3 * text.length + 4 > this.pool.length) {
      const larger = Buffer.allocUnsafe(2 * (start + 3 * text.length + 4));
      this.pool.copy(larger, 0, 0, start);
      this.pool = larger;
    }
    const end = start + this.pool.write(text, start);
    this.poolSize = (end + 3) & ~3;
    this.pool.fill(0, end, this.poolSize);
    return [start, end];
  }

  done(): JsonProgram {
    this.flush();
    const pool = new Uint8Array(this.poolSize);
    this.pool.copy(pool, 0, 0, this.poolSize);
    return {
      code: Int32Array.from(this.code),
      pool: new Int32Array(pool.buffer),
      texts: this.texts,
      programs: this.programs,
    };
  }

  private flush(): void {
    if (this.pending !== '') this.code.push(OP.bytes, ...this.keep(this.pending));
    this.pending = '';
  }
}

/** Elements of one name: `Data` that follow each other become a list, all others are numbered from the second on. */
function members(nodes: readonly Node[], to: Builder): void {
  const seen = new Map<string, number>();
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    if (node.kind === 'substitution') to.op(OP.members, node.index);
    // Indentation between elements is no text.
    if (node.kind === 'text' && node.text.trim() !== '') to.bytes(`"#text":${JSON.stringify(node.text)},`);
    if (node.kind !== 'element') continue;
    const { name, unnamed } = labelOf(node);
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    const key = `${JSON.stringify(count === 0 ? name : `${name}_${count}`)}:`;
    const same = isData(node) ? run(nodes, i, name) : [node];
    i += same.length - 1;
    if (same.length > 1) list(same, key, unnamed, to);
    else member(node, key, unnamed, to);
  }
}

/** The `Data` from number `first` on that follow each other under one name. */
function run(nodes: readonly Node[], first: number, name: string): Element[] {
  const found: Element[] = [];
  for (let i = first; i < nodes.length; i++) {
    const node = nodes[i]!;
    if (node.kind !== 'element' || !isData(node) || labelOf(node).name !== name) break;
    found.push(node);
  }
  return found;
}

function list(nodes: readonly Element[], key: string, unnamed: boolean, to: Builder): void {
  to.bytes(`${key}${unnamed ? '{"#text":[' : '['}`);
  for (const [index, node] of nodes.entries()) {
    if (index > 0) to.bytes(',');
    content(node, ABSENT.item, to);
  }
  to.bytes(unnamed ? ']},' : '],');
}

function member(node: Element, key: string, unnamed: boolean, to: Builder): void {
  const attributes = isData(node) ? [] : node.attributes;
  const wrapped = unnamed && node.children.length > 0 && !hasElements(node);
  if (isLiteral(node) && attributes.length > 0) to.bytes(`${key}${JSON.stringify(literal(node))},`);
  else if (attributes.length > 0) element(node, key, attributes, to);
  else {
    to.bytes(wrapped ? `${key}{"#text":` : key);
    content(node, isData(node) ? ABSENT.empty : ABSENT.null, to);
    to.bytes(wrapped ? '},' : ',');
  }
}

/** What stands in an element, without regard to its attributes. */
function content(node: Element, absent: number, to: Builder): void {
  if (hasElements(node)) {
    to.op(OP.open);
    members(node.children, to);
    to.op(OP.close);
    return;
  }
  const leaves = node.children as readonly Leaf[];
  const [only] = leaves;
  if (only === undefined) to.bytes(absent === ABSENT.null ? 'null' : '""');
  else if (leaves.length === 1 && only.kind === 'substitution') to.op(OP.value, only.index, absent);
  else if (leaves.some(({ kind }) => kind === 'substitution')) to.op(OP.text, to.texts.push(leaves) - 1);
  else to.bytes(JSON.stringify(joined(leaves)));
}

function element(node: Element, key: string, attributes: readonly Attribute[], to: Builder): void {
  const numbers: number[] = [];
  const keep = (text: string): void => {
    numbers.push(...to.keep(text));
  };
  keep(key);
  numbers.push(attributes.length, ...tail(node, to));
  for (const { name, parts } of attributes) {
    const [only] = parts;
    const quoted = `${JSON.stringify(name)}:`;
    if (parts.length === 1 && only?.kind === 'substitution') {
      keep(quoted);
      numbers.push(only.index);
    } else if (parts.some(({ kind }) => kind === 'substitution')) {
      keep(quoted);
      numbers.push(-1 - to.texts.push(parts));
    } else {
      keep(quoted + JSON.stringify(joined(parts)));
      numbers.push(-1);
    }
  }
  to.op(OP.element, ...numbers);
}

function tail(node: Element, to: Builder): [number, number] {
  const { children } = node;
  const [only] = children;
  if (only === undefined) return [TAIL.none, 0];
  if (hasElements(node)) return [TAIL.program, to.programs.push(jsonProgram(children)) - 1];
  if (children.length === 1 && only.kind === 'substitution') return [TAIL.value, only.index];
  return [TAIL.text, to.texts.push(children as readonly Leaf[]) - 1];
}

function joined(parts: readonly Leaf[]): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');
}

function hasElements(node: Element): boolean {
  return node.children.some(({ kind }) => kind === 'element');
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
  const body = node.children.length > 0 ? { '#text': joined(node.children as readonly Leaf[]) } : {};
  return { '#attributes': attributes, ...body };
}
