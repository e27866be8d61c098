import type { FieldTable } from '../../base/fields.ts';
import type { Node } from '../rule/tree.ts';
import { type Need, needOf } from './anchors.ts';
import { simpleShape } from './pattern.ts';
import type { Entry } from './program.ts';

/** What is known of a tree whatever the record. */
export interface Facts {
  /** What it needs, see `needOf`. */
  readonly need: Need | null;
  /** Whether it asks for the event id. */
  readonly asksEventId: boolean;
  /** The event ids, as text, of the records that can fulfil it; null for any. */
  readonly eventIds: ReadonlySet<string> | null;
}

/** A field is usual when at least one rule in so many needs something of it. */
const FEW = 50;
/** Better a field more than rules that come up more often than this. */
const TOO_OFTEN = 0.5;

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

  /**
   * Gives rules that need something of a field few others need, if they can, a need in fields that are asked for anyway: every
   * field that is looked at has to be decoded first.
   */
  concentrated(entries: readonly Entry[]): readonly Entry[] {
    const rules = new Map<number, number>();
    for (const { need } of entries)
      for (const field of new Set(need?.anchors.map((anchor) => anchor.field)))
        rules.set(field, (rules.get(field) ?? 0) + 1);
    const usual = new Set([...rules].filter(([, count]) => count * FEW >= entries.length).map(([field]) => field));
    if (usual.size === rules.size) return entries;
    return entries.map((entry) => {
      if (!entry.need || entry.need.anchors.every(({ field }) => usual.has(field))) return entry;
      const need = needOf(entry.where, this.fields, () => null, usual);
      return need && need.cost < TOO_OFTEN ? { ...entry, need } : entry;
    });
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
