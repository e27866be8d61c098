import { sha256 } from '../../base/hash.ts';
import type { Node } from './tree.ts';

/**
 * Builders of trees that keep them small: nested `and` and `or` become flat, doubles go, constants decide, `not not` goes.
 * Equal trees come out structurally equal.
 */
export function and(of: readonly Node[]): Node {
  return join('and', of);
}

export function or(of: readonly Node[]): Node {
  return join('or', of);
}

export function not(of: Node): Node {
  if (of.op === 'not') return of.of;
  if (of.op === 'const') return constant(!of.is);
  if (of.op === 'exists') return Object.freeze({ op: 'exists', field: of.field, is: !of.is });
  return Object.freeze({ op: 'not', of });
}

export function constant(is: boolean): Node {
  return is ? ALWAYS : NEVER;
}

const ALWAYS: Node = Object.freeze({ op: 'const', is: true });
const NEVER: Node = Object.freeze({ op: 'const', is: false });

function join(op: 'and' | 'or', of: readonly Node[]): Node {
  const flat: Node[] = [];
  const seen = new Set<string>();
  /** The constant that decides the whole; the other one changes nothing. */
  const decides = op === 'or';
  const add = (node: Node): boolean => {
    if (node.op === op) return node.of.every(add);
    if (node.op === 'const') return node.is !== decides;
    const key = keyOf(node);
    if (!seen.has(key)) {
      seen.add(key);
      flat.push(node);
    }
    return true;
  };
  if (!of.every(add)) return constant(decides);
  if (flat.length === 0) return constant(!decides);
  return flat.length === 1 ? flat[0]! : Object.freeze({ op, of: Object.freeze(flat) });
}

/**
 * A text that is the same for equal trees and different for others. Trees are shared between conditions, so it is worked out
 * once each; long ones are hashed, or trees of trees would have texts of texts.
 */
export function keyOf(node: Node): string {
  let key = keys.get(node);
  if (key === undefined) {
    key =
      node.op === 'and' || node.op === 'or'
        ? `${node.op}(${node.of.map(keyOf).join()})`
        : node.op === 'not'
          ? `not(${keyOf(node.of)})`
          : JSON.stringify(node);
    if (key.length > LONGEST_KEY) key = sha256(key);
    keys.set(node, key);
  }
  return key;
}

const LONGEST_KEY = 200;
const keys = new WeakMap<Node, string>();

/** How many predicates a tree holds, counting shared parts each time they are used: its size as JSON. */
export function size(node: Node): number {
  if (node.op === 'and' || node.op === 'or') return node.of.reduce((sum, child) => sum + size(child), 0);
  return node.op === 'not' ? size(node.of) : 1;
}
