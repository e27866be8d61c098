import type { FieldSource, FieldTable } from '../../base/fields.ts';
import type { Node, Predicate } from '../rule/tree.ts';
import { AnchorIndex } from './anchor-index.ts';
import type { Anchor, Need } from './anchors.ts';
import { compileFieldref } from './fieldref.ts';
import { compileLeaf, onlyField } from './leaf.ts';
import type { Shared } from './shared.ts';
import { simplify } from './simplify.ts';
import { Slot } from './slot.ts';

/** A rule for a program: its number in the pack and what must hold. */
export interface Entry {
  readonly rule: number;
  readonly where: Node;
  readonly need: Need | null;
}

const NOTHING_KNOWN = (): null => null;

type Check = () => boolean;

/**
 * Rules over records of one kind, compiled: the anchors of each field bring up the few rules that can match at all, and only
 * these are evaluated. Trees are compiled when their rule first comes up; equal parts of trees are compiled and evaluated once.
 */
export class Program {
  private readonly entries: readonly Entry[];
  private readonly fields: FieldTable;
  private readonly shared: Shared;
  private readonly checks: (Check | undefined)[];
  private readonly always: number[] = [];
  private readonly slots = new Map<number, Slot>();
  private readonly anchored: Slot[] = [];
  private readonly compiled = new Map<string, Check>();
  private readonly stamps: Float64Array;
  private source!: FieldSource;
  private generation = 0;

  constructor(entries: readonly Entry[], fields: FieldTable, shared: Shared) {
    this.shared = shared;
    this.fields = fields;
    this.entries = entries;
    const byField = new Map<number, [Anchor, number][]>();
    for (const [number, { need }] of entries.entries()) {
      if (!need) this.always.push(number);
      for (const anchor of need?.anchors ?? []) {
        const list = byField.get(anchor.field);
        if (list) list.push([anchor, number]);
        else byField.set(anchor.field, [[anchor, number]]);
      }
    }
    this.checks = new Array<Check | undefined>(entries.length);
    this.stamps = new Float64Array(entries.length);
    for (const [field, anchors] of byField) this.anchored.push(this.slot(field, new AnchorIndex(anchors)));
  }

  /** Rules that can match some record. */
  get size(): number {
    return this.entries.length;
  }

  /** Adds the numbers of the rules that match to `matched`; gives how many were evaluated. */
  run(source: FieldSource, matched: number[]): number {
    this.source = source;
    const generation = ++this.generation;
    let evaluated = this.always.length;
    for (const number of this.always) if (this.check(number)) matched.push(this.entries[number]!.rule);
    for (const slot of this.anchored) {
      const candidates = slot.candidates(source, generation);
      for (let i = 0; i < candidates.length; i++) {
        const number = candidates[i]!;
        if (this.stamps[number] === generation) continue;
        this.stamps[number] = generation;
        evaluated++;
        if (this.check(number)) matched.push(this.entries[number]!.rule);
      }
    }
    return evaluated;
  }

  private check(number: number): boolean {
    let check = this.checks[number];
    if (check === undefined) {
      check = this.compile(simplify(this.entries[number]!.where, NOTHING_KNOWN));
      this.checks[number] = check;
    }
    return check();
  }

  /** Equal trees are one check. */
  private compile(node: Node): Check {
    const key = JSON.stringify(node);
    let check = this.compiled.get(key);
    if (!check) {
      check = this.build(node);
      this.compiled.set(key, check);
    }
    return check;
  }

  private build(node: Node): Check {
    if (node.op === 'const') return () => node.is;
    if (node.op === 'fieldref') return this.fieldref(node);
    const field = onlyField(node, this.fields);
    if (field !== null) {
      const slot = this.slot(field, null);
      const leaf = slot.add(compileLeaf(node));
      return () => slot.holds(leaf, this.source, this.generation);
    }
    if (node.op === 'not') {
      const inner = this.compile(node.of);
      return () => !inner();
    }
    if (node.op === 'and') return this.once(allOf(this.parts(node.of)));
    if (node.op === 'or') return this.once(anyOf(this.parts(node.of)));
    throw new Error(`${node.op} asks for a single field`);
  }

  /** The parts of an `and` or `or`: those over one field together, what is negated last. */
  private parts(nodes: readonly Node[]): Check[] {
    return [...nodes].sort((a, b) => this.effort(a) - this.effort(b)).map((node) => this.compile(node));
  }

  private effort(node: Node): number {
    return node.op === 'not' ? 2 : onlyField(node, this.fields) === null ? 1 : 0;
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

  private slot(field: number, index: AnchorIndex | null): Slot {
    let slot = this.slots.get(field);
    if (!slot) {
      slot = new Slot(field, index, this.shared);
      this.slots.set(field, slot);
    }
    return slot;
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
