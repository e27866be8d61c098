import { type FieldTable, fieldKey } from '../../base/fields.ts';
import type { Node, Pattern } from '../rule/tree.ts';
import { isCommon } from './common.ts';
import { fold } from './fold.ts';
import { type SimpleShape, simpleShape } from './pattern.ts';
import { factsOf } from './regex.ts';

/** A folded text that a field must equal, begin with, end with or contain. */
export interface Anchor {
  /** Its number in the table, KEYWORDS for the texts of the record. */
  readonly field: number;
  readonly kind: SimpleShape['kind'];
  readonly text: string;
}

/** What a tree cannot do without: at least one of the anchors holds wherever the tree does. No anchors: it never holds. */
export interface Need {
  readonly anchors: readonly Anchor[];
  /** Roughly the share of records on which some anchor holds, for choosing among several needs. */
  readonly cost: number;
}

/** Stands for the texts of a record where a field is asked for. */
export const KEYWORDS = -1;

/**
 * The cheapest need of a tree, null when it has none (it may hold on records that contain none of its texts). An `and` needs
 * the best of what its parts need, an `or` everything any part needs; nothing is needed by what is negated. With `within`,
 * only anchors in these fields count. The event id is needed where nothing else is: rules are sorted by it anyway.
 */
export function needOf(node: Node, fields: FieldTable, within?: ReadonlySet<number>): Need | null {
  if (node.op === 'and') {
    let best: Need | null = null;
    for (const child of node.of) {
      const need = needOf(child, fields, within);
      if (need && (!best || need.cost < best.cost)) best = need;
    }
    return best;
  }
  if (node.op === 'or') {
    const anchors: Anchor[] = [];
    let cost = 0;
    for (const child of node.of) {
      const need = needOf(child, fields, within);
      if (!need) return null;
      for (const anchor of need.anchors) anchors.push(anchor);
      cost += need.cost;
    }
    return { anchors, cost };
  }
  if (node.op === 'not') return isAlways(node.of) ? NEVER : null;
  if (node.op === 'const') return node.is ? null : NEVER;
  const field = node.op === 'keyword' ? KEYWORDS : fields.id(node.field);
  if (within && !within.has(field)) return null;
  const need =
    node.op === 'string' || node.op === 'keyword'
      ? needOfPattern(field, node.pattern)
      : node.op === 'regex'
        ? needOfRegex(field, node.source, node.flags)
        : null;
  return need && field !== KEYWORDS && isEventId(fields.names[field]!) ? { ...need, cost: 1 } : need;
}

/** Whether a field is the event id. */
export function isEventId(name: string): boolean {
  return fieldKey(name) === 'eventid';
}

const NEVER: Need = { anchors: [], cost: 0 };

function isAlways(node: Node): boolean {
  if (node.op === 'and') return node.of.every(isAlways);
  if (node.op === 'or') return node.of.some(isAlways);
  return node.op === 'const' && node.is;
}

function needOfPattern(field: number, pattern: Pattern): Need | null {
  const shape = simpleShape(pattern);
  if (shape)
    return (shape.kind !== 'equals' || field === KEYWORDS) && shape.text === ''
      ? null
      : needOfText(field, shape.kind, shape.text);
  let best: Need | null = null;
  for (const [i, part] of pattern.entries()) {
    if (typeof part !== 'string') continue;
    const kind = i === 0 ? 'startswith' : i === pattern.length - 1 ? 'endswith' : 'contains';
    const need = needOfText(field, kind, part);
    if (!best || need.cost < best.cost) best = need;
  }
  return best;
}

function needOfRegex(field: number, source: string, flags: string): Need | null {
  let best: Need | null = null;
  for (const literal of factsOf(source, flags).literals) {
    const need = needOfText(field, 'contains', literal);
    if (!best || need.cost < best.cost) best = need;
  }
  return best;
}

function needOfText(field: number, kind: SimpleShape['kind'], text: string): Need {
  const folded = fold(text);
  // The texts of a record are searched as one.
  const found = field === KEYWORDS ? 'contains' : kind;
  return { anchors: [{ field, kind: found, text: folded }], cost: costOf(field, found, folded) };
}

/** Guesses, checked by counting candidates on sample logs: short and everyday texts are found often. */
function costOf(field: number, kind: SimpleShape['kind'], text: string): number {
  const rarity = text.length < 3 ? 0.4 : text.length < 5 ? 0.05 : text.length < 8 ? 0.006 : 0.002;
  const whole = kind === 'contains' ? 1 : kind === 'equals' && text.length > 3 ? 0.3 : 0.6;
  return rarity * whole * (isCommon(text) ? 20 : 1) * (field === KEYWORDS ? 50 : 1);
}
