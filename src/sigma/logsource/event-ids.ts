import { fieldKey } from '../../base/fields.ts';
import type { Node } from '../rule/tree.ts';

/** The event ids a record must have one of for a tree to hold, null when it holds for others too. */
export function requiredEventIds(node: Node): ReadonlySet<number> | null {
  if (node.op === 'and') {
    let narrowest: ReadonlySet<number> | null = null;
    for (const child of node.of) narrowest = intersection(narrowest, requiredEventIds(child));
    return narrowest;
  }
  if (node.op === 'or') {
    const union = new Set<number>();
    for (const child of node.of) {
      const ids = requiredEventIds(child);
      if (!ids) return null;
      for (const id of ids) union.add(id);
    }
    return union;
  }
  if (node.op !== 'string' || fieldKey(node.field) !== 'eventid') return null;
  const [id, ...rest] = node.pattern;
  return typeof id === 'string' && rest.length === 0 && /^(?:0|[1-9]\d{0,9})$/.test(id) ? new Set([Number(id)]) : null;
}

function intersection(a: ReadonlySet<number> | null, b: ReadonlySet<number> | null): ReadonlySet<number> | null {
  return a && b ? new Set([...a].filter((id) => b.has(id))) : (a ?? b);
}
