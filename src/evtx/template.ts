import type { Names } from './names.ts';
import type { Node } from './node.ts';
import type { Parsed } from './parse-binxml.ts';
import { type Context, Plan } from './plan.ts';

/**
 * A template definition, read once. The same definition looks different in every chunk, as names are written in full at their
 * first use and referred to by offset afterwards; `matches` compares everything else, and the names themselves.
 */
export class Template {
  readonly roots: readonly Node[];
  /** The definition without its holes, one after the other. */
  readonly fixed: Uint8Array;
  /** Bytes between the holes; one more than there are holes. */
  readonly runs: Int32Array;
  /** Name number of each hole, -1 for a size. */
  readonly holes: Int32Array;
  private readonly plans: (Plan | undefined)[] = [];

  constructor(bytes: Buffer, names: Names, start: number, end: number, parsed: Parsed) {
    this.roots = parsed.roots;
    const { holes } = parsed;
    this.runs = new Int32Array(holes.length + 1);
    const fixed = new Uint8Array(end - start);
    let f = 0;
    let at = start;
    for (let i = 0; i <= holes.length; i++) {
      const hole = holes[i];
      const stop = hole === undefined ? end : hole.at;
      this.runs[i] = stop - at;
      while (at < stop) fixed[f++] = bytes[at++]!;
      if (hole === undefined) break;
      at += 4;
      if (hole.name >= 0 && bytes.readUInt32LE(hole.at) === at) at += names.size(at);
    }
    this.fixed = fixed.slice(0, f);
    this.holes = Int32Array.from(parsed.holes, (hole) => hole.name);
  }

  /** Whether the definition from `start` up to `end` of an open chunk is this one. */
  matches(bytes: Buffer, names: Names, start: number, end: number): boolean {
    const { fixed, runs, holes } = this;
    let at = start;
    let f = 0;
    for (let i = 0; i < holes.length; i++) {
      const stop = at + runs[i]!;
      if (stop + 4 > end) return false;
      while (at < stop) if (bytes[at++] !== fixed[f++]) return false;
      const wanted = holes[i]!;
      if (wanted >= 0) {
        const offset = (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;
        if (names.find(offset) !== wanted) return false;
        if (offset === at + 4) at += names.size(offset);
      }
      at += 4;
    }
    if (at + runs[holes.length]! !== end) return false;
    while (at < end) if (bytes[at++] !== fixed[f++]) return false;
    return true;
  }

  /** What it holds when its roots stand in the given part of an event. */
  plan(context: Context): Plan {
    let plan = this.plans[context];
    if (plan === undefined) {
      plan = new Plan(this.roots, context);
      this.plans[context] = plan;
    }
    return plan;
  }
}
