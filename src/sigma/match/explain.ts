import type { FieldSource, FieldTable, Value } from '../../base/fields.ts';
import type { Node, Predicate } from '../rule/tree.ts';
import { compileFieldref, textsOf } from './fieldref.ts';
import { fold } from './fold.ts';
import { type Leaf, leafOf } from './leaf.ts';

/** Values by the rule's names for their fields. */
export type MatchedFields = Record<string, Exclude<Value, undefined>>;

/**
 * The fields on account of which a record fulfils a tree: those of every test that holds, outside of negations and of
 * branches that do not hold. Keywords give the texts they were found in, under `keyword`.
 */
export function explain(node: Node, event: FieldSource, fields: FieldTable): MatchedFields {
  const found: MatchedFields = {};
  holds(node, event, fields, found);
  return found;
}

function holds(node: Node, event: FieldSource, fields: FieldTable, found: MatchedFields): boolean {
  const field = fieldOf(node);
  if (field !== null) {
    const value = event.value(fields.id(field));
    if (!fulfils(leafOf(node), value)) return false;
    found[field] = value ?? null;
    return true;
  }
  if (node.op === 'and') {
    const inner: MatchedFields = {};
    if (!node.of.every((child) => holds(child, event, fields, inner))) return false;
    merge(found, inner);
    return true;
  }
  if (node.op === 'or') {
    let any = false;
    for (const child of node.of) any = holds(child, event, fields, found) || any;
    return any;
  }
  if (node.op === 'not') return !holds(node.of, event, fields, {});
  if (node.op === 'const') return node.is;
  if (node.op === 'keyword') return keyword(node, event, found);
  if (node.op === 'fieldref') return fieldref(node, event, fields, found);
  throw new Error(`${node.op} asks for a single field`);
}

const fieldsOf = new WeakMap<Node, { readonly field: string | null }>();

/** The one field that a tree without negations asks for, under one name: then it holds, or does not, on account of that alone. */
function fieldOf(node: Node): string | null {
  if (node.op !== 'and' && node.op !== 'or') return isTest(node) ? node.field : null;
  let known = fieldsOf.get(node);
  if (!known) {
    const names = new Set(node.of.map(fieldOf));
    known = { field: names.size === 1 ? [...names][0]! : null };
    fieldsOf.set(node, known);
  }
  return known.field;
}

function isTest(node: Node): node is Exclude<Predicate, { readonly op: 'keyword' | 'const' | 'fieldref' }> {
  return 'field' in node && node.op !== 'fieldref';
}

function merge(found: MatchedFields, more: MatchedFields): void {
  for (const [name, value] of Object.entries(more)) {
    found[name] = name === 'keyword' && found.keyword ? texts([...textsOf(found.keyword), ...textsOf(value)]) : value;
  }
}

function keyword(node: Predicate, event: FieldSource, found: MatchedFields): boolean {
  const leaf = leafOf(node);
  const hits = event.texts().filter((text) => leaf.one(text, folded(text)));
  if (hits.length > 0) merge(found, { keyword: texts(hits) });
  return hits.length > 0;
}

function texts(list: readonly string[]): string | readonly string[] {
  const distinct = [...new Set(list)];
  return distinct.length === 1 ? distinct[0]! : distinct;
}

function fieldref(
  node: Extract<Predicate, { op: 'fieldref' }>,
  event: FieldSource,
  fields: FieldTable,
  found: MatchedFields,
): boolean {
  const value = event.value(fields.id(node.field));
  const other = event.value(fields.id(node.other));
  if (!compileFieldref(node)(value, other)) return false;
  found[node.field] = value ?? null;
  found[node.other] = other ?? null;
  return true;
}

function fulfils(leaf: Leaf, value: Value): boolean {
  if (typeof value === 'string') return leaf.one(value, folded(value));
  if (value === undefined) return leaf.missing;
  return value === null ? leaf.empty : leaf.many(value, value.map(folded));
}

let lastText = '';
let lastFolded = '';

/** A rule asks for the same value many times in a row. */
function folded(text: string): string {
  if (text !== lastText) {
    lastFolded = fold(text);
    lastText = text;
  }
  return lastFolded;
}
