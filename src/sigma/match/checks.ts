import type { FieldSource, FieldTable } from '../../base/fields.ts';
import type { Node, Predicate } from '../rule/tree.ts';
import type { AnchorIndex } from './anchor-index.ts';
import { compileFieldref } from './fieldref.ts';
import { leafOf, onlyField } from './leaf.ts';
import type { Shared } from './shared.ts';
import { simplify } from './simplify.ts';
import { Slot } from './slot.ts';

/** Whether something holds for the present record. */
export type Check = () => boolean;

const NOTHING_KNOWN = (): null => null;

/** A part of a tree: its check once it was asked for. Most records stop at the first part. */
interface Part {
  readonly node: Node;
  check: Check | null;
}

/**
 * Trees compiled into checks of the present record, part by part as they are asked for. Equal tests of a field are one, whatever
 * rule or kind of record they are for, and their results are kept with the value.
 */
export class Checks {
  private readonly fields: FieldTable;
  private readonly shared: Shared;
  private readonly indexOf: (field: number) => AnchorIndex | null;
  private readonly slots: (Slot | undefined)[] = [];
  private readonly tests = new Map<string, Check>();
  private source!: FieldSource;
  /** The number of the present record, under its present view. */
  private generation = 0;

  /** `indexOf`: the anchors of a field, asked for once. */
  constructor(fields: FieldTable, shared: Shared, indexOf: (field: number) => AnchorIndex | null) {
    this.fields = fields;
    this.shared = shared;
    this.indexOf = indexOf;
  }

  /** Makes a record, or a view of it, the present one; gives its number. */
  next(source: FieldSource): number {
    this.source = source;
    return ++this.generation;
  }

  compile(tree: Node): Check {
    return this.of(simplify(tree, NOTHING_KNOWN));
  }

  slot(field: number): Slot {
    // KEYWORDS is -1.
    let slot = this.slots[field + 1];
    if (!slot) {
      slot = new Slot(field, this.indexOf(field), this.shared);
      this.slots[field + 1] = slot;
    }
    return slot;
  }

  private of(node: Node): Check {
    const field = onlyField(node, this.fields);
    if (field !== null) return this.test(node, field);
    if (node.op === 'const') return () => node.is;
    if (node.op === 'fieldref') return this.fieldref(node);
    if (node.op === 'and') return this.every(this.parts(node.of), false);
    if (node.op === 'or') return this.every(this.parts(node.of), true);
    if (node.op !== 'not') throw new Error(`${node.op} asks for a single field`);
    const inner = this.of(node.of);
    return () => !inner();
  }

  /** Of `and` until one fails, of `or` until one holds. */
  private every(parts: readonly Part[], until: boolean): Check {
    return () => {
      for (let i = 0; i < parts.length; i++) if (this.holds(parts[i]!) === until) return until;
      return !until;
    };
  }

  private holds(part: Part): boolean {
    part.check ??= this.of(part.node);
    return part.check();
  }

  /** The parts of an `and` or `or`: those over one field first, what is negated last. */
  private parts(nodes: readonly Node[]): Part[] {
    return nodes
      .map((node) => ({ node, effort: this.effort(node) }))
      .sort((a, b) => a.effort - b.effort)
      .map(({ node }) => ({ node, check: null }));
  }

  private effort(node: Node): number {
    return node.op === 'not' ? 2 : onlyField(node, this.fields) === null ? 1 : 0;
  }

  private test(node: Node, field: number): Check {
    const key = isSmall(node) ? JSON.stringify(node) : null;
    const known = key === null ? undefined : this.tests.get(key);
    if (known) return known;
    const slot = this.slot(field);
    const leaf = slot.add(leafOf(node));
    const check = () => slot.holds(leaf, this.source, this.generation);
    if (key !== null) this.tests.set(key, check);
    return check;
  }

  private fieldref(node: Extract<Predicate, { op: 'fieldref' }>): Check {
    const [field, other] = [this.fields.id(node.field), this.fields.id(node.other)];
    const test = compileFieldref(node);
    return () => test(this.source.value(field), this.source.value(other));
  }
}

/** Rules share short lists of values, of programs mostly; long ones are of one rule alone. */
function isSmall(node: Node): boolean {
  return node.op === 'and' || node.op === 'or' ? node.of.length <= FEW : true;
}

const FEW = 4;
