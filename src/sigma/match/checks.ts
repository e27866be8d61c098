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

interface Compiled {
  readonly number: number;
  readonly check: Check;
}

const NOTHING_KNOWN = (): null => null;

/**
 * Trees compiled into checks of the present record. Equal trees are one check, whatever rule or kind of record they are for, and
 * are looked at once a record.
 */
export class Checks {
  private readonly fields: FieldTable;
  private readonly shared: Shared;
  private readonly indexOf: (field: number) => AnchorIndex | null;
  private readonly slots: (Slot | undefined)[] = [];
  private readonly byNode = new Map<Node, Compiled>();
  private readonly byText = new Map<string, Compiled>();
  private source!: FieldSource;
  /** The number of the present record, under its present view. */
  generation = 0;

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
    return this.of(simplify(tree, NOTHING_KNOWN)).check;
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

  private of(node: Node): Compiled {
    let known = this.byNode.get(node);
    if (!known) {
      known = this.equal(node);
      this.byNode.set(node, known);
    }
    return known;
  }

  private equal(node: Node): Compiled {
    const field = onlyField(node, this.fields);
    const single = field !== null || node.op === 'const' || node.op === 'fieldref';
    const parts = single ? [] : this.parts(node);
    const text = single ? JSON.stringify(node) : `${node.op} ${parts.map(({ number }) => number).join()}`;
    let known = this.byText.get(text);
    if (!known) {
      const check = field === null ? this.build(node, parts) : this.leaf(node, field);
      known = { number: this.byText.size, check };
      this.byText.set(text, known);
    }
    return known;
  }

  /** The parts of an `and`, `or` or `not`: those over one field first, what is negated last. */
  private parts(node: Node): Compiled[] {
    if (node.op === 'not') return [this.of(node.of)];
    if (node.op !== 'and' && node.op !== 'or') throw new Error(`${node.op} asks for a single field`);
    return [...node.of].sort((a, b) => this.effort(a) - this.effort(b)).map((part) => this.of(part));
  }

  private effort(node: Node): number {
    return node.op === 'not' ? 2 : onlyField(node, this.fields) === null ? 1 : 0;
  }

  private leaf(node: Node, field: number): Check {
    const slot = this.slot(field);
    const leaf = slot.add(leafOf(node));
    return () => slot.holds(leaf, this.source, this.generation);
  }

  private build(node: Node, parts: readonly Compiled[]): Check {
    if (node.op === 'const') return () => node.is;
    if (node.op === 'fieldref') return this.fieldref(node);
    const checks = parts.map(({ check }) => check);
    if (node.op === 'not') {
      const [inner] = checks;
      return () => !inner!();
    }
    return this.once(node.op === 'and' ? allOf(checks) : anyOf(checks));
  }

  /** A check that is made once a record, however many rules hold it. */
  private once(check: Check): Check {
    let generation = -1;
    let result = false;
    return () => {
      if (generation !== this.generation) {
        generation = this.generation;
        result = check();
      }
      return result;
    };
  }

  private fieldref(node: Extract<Predicate, { op: 'fieldref' }>): Check {
    const [field, other] = [this.fields.id(node.field), this.fields.id(node.other)];
    const test = compileFieldref(node);
    return () => test(this.source.value(field), this.source.value(other));
  }
}

function allOf(checks: readonly Check[]): Check {
  const [a, b] = checks;
  if (checks.length === 2) return () => a!() && b!();
  return () => {
    for (const check of checks) if (!check()) return false;
    return true;
  };
}

function anyOf(checks: readonly Check[]): Check {
  const [a, b] = checks;
  if (checks.length === 2) return () => a!() || b!();
  return () => {
    for (const check of checks) if (check()) return true;
    return false;
  };
}
