import type { FieldSource, Value } from '../../base/fields.ts';
import type { AnchorIndex } from './anchor-index.ts';
import { KEYWORDS } from './anchors.ts';
import { fold } from './fold.ts';
import type { Leaf } from './leaf.ts';
import type { Shared } from './shared.ts';

/** Values longer than this are seldom seen twice. */
const LONGEST_KEPT = 512;
/** Values kept for a field, at most twice this number. */
const KEPT = 4096;
/** Values kept by all fields of a matcher together. */
const KEPT_IN_ALL = 150_000;
/** A field whose values hardly repeat stops keeping them: after so many values, fewer than a quarter seen before. */
const TRIAL = 4096;

const NONE: readonly number[] = [];

/** What is known of a value: which rules its anchors bring up, and which leaves hold (0 not asked, 1 no, 2 yes). */
class Known {
  readonly raw: string;
  readonly folded: string;
  readonly candidates: readonly number[];
  leaves: Uint8Array | null = null;
  /** Whether it was seen on an earlier record: only then are results of leaves kept. */
  again = false;

  constructor(raw: string, folded: string, candidates: readonly number[]) {
    this.raw = raw;
    this.folded = folded;
    this.candidates = candidates;
  }
}

/**
 * One field: its value for the present record, asked for once, and what was found out about that value. The same few values come
 * thousands of times (images, users, hashes), so findings are kept by value in two generations. A record under a view is a record
 * of its own here.
 */
export class Slot {
  private readonly field: number;
  private readonly index: AnchorIndex | null;
  private readonly shared: Shared;
  private readonly leaves: Leaf[] = [];
  private young = new Map<string, Known>();
  private old = new Map<string, Known>();
  private keeps = true;
  private seen = 0;
  private repeated = 0;

  private generation = -1;
  private value: Value = undefined;
  private known: Known | null = null;
  private folds: readonly string[] | null = null;
  /** generation * 2 + result, for values that are not kept. */
  private stamps = new Float64Array(16);

  constructor(field: number, index: AnchorIndex | null, shared: Shared) {
    this.field = field;
    this.index = index;
    this.shared = shared;
  }

  /** Adds a leaf and gives its number. */
  add(leaf: Leaf): number {
    this.leaves.push(leaf);
    if (this.leaves.length > this.stamps.length) {
      const grown = new Float64Array(this.stamps.length * 2);
      grown.set(this.stamps);
      this.stamps = grown;
    }
    return this.leaves.length - 1;
  }

  /** Rules that the value's anchors bring up; a rule may come several times. */
  candidates(source: FieldSource, generation: number): readonly number[] {
    this.load(source, generation);
    if (this.known !== null) return this.known.candidates;
    if (typeof this.value !== 'object' || this.value === null) return NONE;
    const out: number[] = [];
    for (const text of this.folded()) this.index!.candidates(text, out);
    return out;
  }

  /** Whether a leaf holds for the value. */
  holds(leaf: number, source: FieldSource, generation: number): boolean {
    if (this.generation !== generation) this.load(source, generation);
    const { known } = this;
    if (known?.again) return this.kept(known, leaf);
    const stamp = this.stamps[leaf]!;
    if (stamp >= generation * 2) return stamp > generation * 2;
    const result = this.test(this.leaves[leaf]!);
    this.stamps[leaf] = generation * 2 + (result ? 1 : 0);
    return result;
  }

  private kept(known: Known, leaf: number): boolean {
    let { leaves } = known;
    if (leaves === null || leaf >= leaves.length) {
      // Not for all leaves: most values are asked for few, and thousands of values are kept.
      const grown = new Uint8Array(Math.min(this.stamps.length, Math.max(16, (leaf + 1) * 2)));
      if (leaves !== null) grown.set(leaves);
      known.leaves = leaves = grown;
    }
    const is = leaves[leaf]!;
    if (is !== 0) return is === 2;
    const result = this.leaves[leaf]!.one(known.raw, known.folded);
    leaves[leaf] = result ? 2 : 1;
    return result;
  }

  private test(leaf: Leaf): boolean {
    if (this.known !== null) return leaf.one(this.known.raw, this.known.folded);
    if (this.value === undefined) return leaf.missing;
    if (this.value === null) return leaf.empty;
    return leaf.many(this.value as readonly string[], this.folded());
  }

  private load(source: FieldSource, generation: number): void {
    if (this.generation === generation) return;
    this.generation = generation;
    const value = this.field === KEYWORDS ? source.texts() : source.value(this.field);
    this.value = value;
    this.folds = null;
    this.known = typeof value === 'string' ? this.find(value) : null;
  }

  private folded(): readonly string[] {
    this.folds ??= (this.value as readonly string[]).map(fold);
    return this.folds;
  }

  private find(value: string): Known {
    if (!this.keeps || value.length > LONGEST_KEPT) return this.look(value);
    this.seen++;
    let known = this.young.get(value);
    if (known === undefined) {
      known = this.old.get(value);
      if (known === undefined) {
        known = this.look(value);
        if (this.seen > TRIAL && this.repeated * 4 < this.seen) {
          this.keeps = false;
          this.shared.kept -= this.young.size + this.old.size;
          this.young.clear();
          this.old.clear();
          return known;
        }
        this.keep(value, known);
        return known;
      }
      this.keep(value, known);
    }
    known.again = true;
    this.repeated++;
    return known;
  }

  private keep(value: string, known: Known): void {
    const { shared } = this;
    if (this.young.size >= KEPT || shared.kept >= KEPT_IN_ALL) {
      shared.kept -= this.old.size;
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(value, known);
    shared.kept++;
  }

  private look(value: string): Known {
    const folded = fold(value);
    return new Known(value, folded, this.index === null ? NONE : this.search(folded));
  }

  private search(folded: string): readonly number[] {
    const out: number[] = [];
    this.index!.candidates(folded, out);
    return out.length === 0 ? NONE : out.length === 1 ? out : [...new Set(out)];
  }
}
