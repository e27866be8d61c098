import type { Node, Predicate } from '../rule/tree.ts';

/** Says of a predicate whether it holds on every record in question, or on none; null when that depends on the record. */
export type Known = (predicate: Predicate) => boolean | null;

const YES: Node = { op: 'const', is: true };
const NO: Node = { op: 'const', is: false };

/**
 * The tree with predicates that are known beforehand decided, and nested `and` and `or` made flat. Parts that stay as they are
 * stay the same objects.
 */
export function simplify(node: Node, known: Known): Node {
  if (node.op === 'and' || node.op === 'or') return joined(node, known);
  if (node.op === 'not') {
    const inner = simplify(node.of, known);
    if (inner.op === 'const') return inner.is ? NO : YES;
    if (inner.op === 'not') return inner.of;
    return inner === node.of ? node : { op: 'not', of: inner };
  }
  const is = node.op === 'const' ? node.is : known(node);
  return is === null ? node : is ? YES : NO;
}

function joined(node: Extract<Node, { op: 'and' | 'or' }>, known: Known): Node {
  const { op } = node;
  const of: Node[] = [];
  let same = true;
  for (const part of node.of) {
    const simple = simplify(part, known);
    same &&= simple === part && simple.op !== op && simple.op !== 'const';
    if (simple.op === op) of.push(...simple.of);
    else if (simple.op !== 'const') of.push(simple);
    else if (simple.is === (op === 'or')) return simple;
  }
  if (of.length === 0) return op === 'and' ? YES : NO;
  if (of.length === 1) return of[0]!;
  return same ? node : { op, of };
}
