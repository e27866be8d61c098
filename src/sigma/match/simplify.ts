import type { Node } from '../rule/tree.ts';
import type { Known } from './anchors.ts';

const YES: Node = { op: 'const', is: true };
const NO: Node = { op: 'const', is: false };

/** The tree with predicates that are known beforehand decided, and nested `and` and `or` made flat. */
export function simplify(node: Node, known: Known): Node {
  if (node.op === 'and' || node.op === 'or') return joined(node.op, node.of, known);
  if (node.op === 'not') {
    const inner = simplify(node.of, known);
    if (inner.op === 'const') return inner.is ? NO : YES;
    return inner.op === 'not' ? inner.of : { op: 'not', of: inner };
  }
  const is = node.op === 'const' ? node.is : known(node);
  return is === null ? node : is ? YES : NO;
}

function joined(op: 'and' | 'or', parts: readonly Node[], known: Known): Node {
  const of: Node[] = [];
  for (const part of parts) {
    const simple = simplify(part, known);
    if (simple.op === op) of.push(...simple.of);
    else if (simple.op !== 'const') of.push(simple);
    else if (simple.is === (op === 'or')) return simple;
  }
  if (of.length === 0) return op === 'and' ? YES : NO;
  return of.length === 1 ? of[0]! : { op, of };
}
