import type { FieldTable } from '../../base/fields.ts';
import type { Node } from '../rule/tree.ts';
import { type Need, needOf } from './anchors.ts';
import { simpleShape } from './pattern.ts';

/** What is known of a tree whatever the record. */
export interface Facts {
  /** What it needs, see `needOf`. */
  readonly need: Need | null;
  /** Whether it asks for the event id. */
  readonly asksEventId: boolean;
  /** The event ids, as text, of the records that can fulfil it; null for any. */
  readonly eventIds: ReadonlySet<string> | null;
}

/** Facts about trees, worked out once for all kinds of records. */
export class Needs {
  private readonly facts = new Map<Node, Facts>();
  private readonly fields: FieldTable;
  private readonly eventId: number;

  constructor(fields: FieldTable) {
    this.fields = fields;
    this.eventId = fields.id('EventID');
  }

  of(where: Node): Facts {
    let facts = this.facts.get(where);
    if (!facts) {
      const asksEventId = this.asks(where);
      facts = {
        need: needOf(where, this.fields, () => null),
        asksEventId,
        eventIds: asksEventId ? this.idsOf(where) : null,
      };
      this.facts.set(where, facts);
    }
    return facts;
  }

  private asks(node: Node): boolean {
    if (node.op === 'and' || node.op === 'or') return node.of.some((child) => this.asks(child));
    if (node.op === 'not') return this.asks(node.of);
    return node.op !== 'const' && node.op !== 'keyword' && this.fields.id(node.field) === this.eventId;
  }

  private idsOf(node: Node): ReadonlySet<string> | null {
    if (node.op === 'and') {
      const wanted = node.of.map((child) => this.idsOf(child)).filter((ids) => ids !== null);
      if (wanted.length === 0) return null;
      return new Set([...wanted[0]!].filter((id) => wanted.every((ids) => ids.has(id))));
    }
    if (node.op === 'or') {
      const ids = new Set<string>();
      for (const child of node.of) {
        const wanted = this.idsOf(child);
        if (!wanted) return null;
        for (const id of wanted) ids.add(id);
      }
      return ids;
    }
    if (node.op !== 'string' || this.fields.id(node.field) !== this.eventId) return null;
    const shape = simpleShape(node.pattern);
    return shape?.kind === 'equals' && /^\d+$/.test(shape.text) ? new Set([shape.text]) : null;
  }
}
