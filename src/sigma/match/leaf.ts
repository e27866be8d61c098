import { type FieldTable, fieldKey } from '../../base/fields.ts';
import type { Node, Predicate } from '../rule/tree.ts';
import { type Address, inNetwork, readAddress, readNetwork } from './address.ts';
import { KEYWORDS } from './anchors.ts';
import { fold } from './fold.ts';
import { LiteralSet } from './literals.ts';
import { compilePattern, foldPattern, simpleShape } from './pattern.ts';
import { compileRegex } from './regex.ts';
import { compare, readNumber, timePart } from './scalars.ts';

/** A tree over a single field, compiled. It is a function of that field's value alone, so its result can be kept with the value. */
export interface Leaf {
  /** Of a single text, given as it is and folded. */
  one(raw: string, folded: string): boolean;
  /** Of several texts. */
  many(raws: readonly string[], folded: readonly string[]): boolean;
  readonly missing: boolean;
  /** Of a field that is named without a value. */
  readonly empty: boolean;
}

/** The number of the one field that a tree asks for (KEYWORDS for the texts of the record), null when it is not just one. */
export function onlyField(node: Node, fields: FieldTable): number | null {
  const name = onlyName(node);
  return name === null ? null : name === ANYWHERE ? KEYWORDS : fields.id(name);
}

/** Stands for the texts of the record. */
const ANYWHERE = Symbol('texts');

function onlyName(node: Node): string | typeof ANYWHERE | null {
  if (node.op === 'and' || node.op === 'or') {
    let name: string | typeof ANYWHERE | null = null;
    for (const child of node.of) {
      const asked = onlyName(child);
      if (asked === null) return null;
      name ??= asked;
      if (name !== asked && !isSameField(name, asked)) return null;
    }
    return name;
  }
  if (node.op === 'not') return onlyName(node.of);
  if (node.op === 'const' || node.op === 'fieldref') return null;
  return node.op === 'keyword' ? ANYWHERE : node.field;
}

function isSameField(a: string | symbol, b: string | symbol): boolean {
  return typeof a === 'string' && typeof b === 'string' && fieldKey(a) === fieldKey(b);
}

const compiled = new WeakMap<Node, Leaf>();

/** The same, compiled once for a tree: those who match and those who explain ask for the same ones. */
export function leafOf(node: Node): Leaf {
  let leaf = compiled.get(node);
  if (!leaf) {
    leaf = compileLeaf(node);
    compiled.set(node, leaf);
  }
  return leaf;
}

/** Compiles a tree that asks for a single field. */
export function compileLeaf(node: Node): Leaf {
  if (node.op === 'and') return allOf(node.of.map(compileLeaf));
  if (node.op === 'or') return anyOf(grouped(node.of));
  if (node.op === 'not') return negated(compileLeaf(node.of));
  if (node.op === 'const') return { one: () => node.is, many: () => node.is, missing: node.is, empty: node.is };
  if (node.op === 'exists') return { one: () => node.is, many: () => node.is, missing: !node.is, empty: node.is };
  if (node.op === 'null') return { one: () => false, many: (raws) => raws.length === 0, missing: true, empty: true };
  return someText(compileText(node), (node.op === 'string' || node.op === 'keyword') && !node.cased);
}

type OneText = (raw: string, folded: string) => boolean;

function compileText(test: Predicate): OneText {
  switch (test.op) {
    case 'string':
    case 'keyword': {
      const matches = compilePattern(test.cased ? test.pattern : foldPattern(test.pattern));
      return test.cased ? (raw) => matches(raw) : (_raw, folded) => matches(folded);
    }
    case 'regex':
      return compileRegex(test.source, test.flags).found;
    case 'cidr': {
      const network = readNetwork(test.network);
      if (!network) return () => false;
      return (raw) => {
        const address = addressOf(raw);
        return address !== null && inNetwork(address, network);
      };
    }
    case 'compare':
      return (raw) => compare(test.how, readNumber(raw), test.than);
    case 'timepart':
      return (raw) => timePart(raw, test.part) === test.is;
    case 'exists':
    case 'null':
    case 'fieldref':
    case 'const':
      throw new Error(`${test.op} is no test of a text`);
  }
}

let lastText = '';
let lastAddress: Address | null = null;

/** Rules hold an address against one network after the other. */
function addressOf(text: string): Address | null {
  if (text !== lastText) {
    lastAddress = readAddress(text);
    lastText = text;
  }
  return lastAddress;
}

/** One text that fulfils the test is enough; none where there is no text. */
function someText(test: OneText, foldedOnly: boolean): Leaf {
  return {
    one: test,
    many: foldedOnly
      ? (_raws, folded) => folded.some((text) => test(text, text))
      : (raws, folded) => raws.some((raw, i) => test(raw, folded[i]!)),
    missing: false,
    empty: false,
  };
}

/** From this many on, texts that are looked for in one field are looked up together. */
const MANY = 16;

/** The parts of an `or`, with plain texts of one kind put into one look-up. */
function grouped(parts: readonly Node[]): Leaf[] {
  const equal: string[] = [];
  const contained: string[] = [];
  const rest: Node[] = [];
  const simple: Node[] = [];
  for (const part of parts) {
    const shape = (part.op === 'string' || part.op === 'keyword') && !part.cased ? simpleShape(part.pattern) : null;
    if (shape?.kind === 'equals') equal.push(fold(shape.text));
    else if (shape?.kind === 'contains' && shape.text !== '') contained.push(fold(shape.text));
    else {
      rest.push(part);
      continue;
    }
    simple.push(part);
  }
  if (simple.length < MANY) return parts.map(compileLeaf);
  const leaves = rest.map(compileLeaf);
  if (equal.length > 0) {
    const set = new Set(equal);
    leaves.unshift(someText((_raw, folded) => set.has(folded), true));
  }
  if (contained.length > 0) {
    leaves.push(someText(containsSome([...new Set(contained)]), true));
  }
  return leaves;
}

/** Texts one by one at first: most rules are asked seldom, and laying the texts out for one look costs a hundred searches. */
function containsSome(texts: readonly string[]): OneText {
  let asked = 0;
  let set: LiteralSet | null = null;
  return (_raw, folded) => {
    if (set === null && ++asked > SELDOM) set = new LiteralSet(texts);
    return set === null ? texts.some((text) => folded.includes(text)) : set.some(folded);
  };
}

const SELDOM = 30;

function allOf(leaves: readonly Leaf[]): Leaf {
  const tests = leaves.map((leaf) => leaf.one);
  return {
    one: (raw, folded) => {
      for (const test of tests) if (!test(raw, folded)) return false;
      return true;
    },
    many: (raws, folded) => leaves.every((leaf) => leaf.many(raws, folded)),
    missing: leaves.every((leaf) => leaf.missing),
    empty: leaves.every((leaf) => leaf.empty),
  };
}

function anyOf(leaves: readonly Leaf[]): Leaf {
  const tests = leaves.map((leaf) => leaf.one);
  return {
    one: (raw, folded) => {
      for (const test of tests) if (test(raw, folded)) return true;
      return false;
    },
    many: (raws, folded) => leaves.some((leaf) => leaf.many(raws, folded)),
    missing: leaves.some((leaf) => leaf.missing),
    empty: leaves.some((leaf) => leaf.empty),
  };
}

function negated(leaf: Leaf): Leaf {
  return {
    one: (raw, folded) => !leaf.one(raw, folded),
    many: (raws, folded) => !leaf.many(raws, folded),
    missing: !leaf.missing,
    empty: !leaf.empty,
  };
}
