import type { FieldSource } from '../../base/fields.ts';
import type { Check, Checks } from './checks.ts';
import type { KeywordIndex } from './keyword-index.ts';
import type { Slot } from './slot.ts';

/** What the programs of a matcher have in common. */
export interface Common {
  readonly checks: Checks;
  /** The check of a rule's own tree. */
  check(rule: number): Check;
  /** Rule number → number of the record on which it came up last. */
  readonly stamps: Float64Array;
}

/** The rules for the records of one kind, under one view. */
export interface ProgramParts {
  /** Rule number → 0: not for these records; 1: its tree decides; 2: what its route wants must hold as well. */
  readonly roles: Uint8Array;
  /** How many rules can match some record. */
  readonly size: number;
  /** Rules that may match any record. */
  readonly always: readonly number[];
  /** What routes want, by rule. */
  readonly besides: ReadonlyMap<number, Check>;
  /** The fields whose anchors bring up the other rules. */
  readonly slots: readonly Slot[];
  readonly keywords: KeywordIndex | null;
}

const IS_ROUTED = 2;

/** Runs the rules for one kind of record: the anchors of each field bring up the few that can match, and these are evaluated. */
export class Program {
  readonly size: number;
  private readonly parts: ProgramParts;
  private readonly common: Common;

  constructor(parts: ProgramParts, common: Common) {
    this.parts = parts;
    this.common = common;
    this.size = parts.size;
  }

  /** Adds the numbers of the rules that match to `matched`; gives how many were evaluated. */
  run(source: FieldSource, matched: number[]): number {
    const { always, keywords, slots, roles } = this.parts;
    const { stamps } = this.common;
    const generation = this.common.checks.next(source);
    let evaluated = always.length;
    for (let i = 0; i < always.length; i++) {
      stamps[always[i]!] = generation;
      this.evaluate(always[i]!, matched);
    }
    for (let s = keywords === null ? 0 : -1; s < slots.length; s++) {
      const candidates = s < 0 ? keywords!.candidates(source) : slots[s]!.candidates(source, generation);
      for (let i = 0; i < candidates.length; i++) {
        const rule = candidates[i]!;
        if (roles[rule] === 0 || stamps[rule] === generation) continue;
        stamps[rule] = generation;
        evaluated++;
        this.evaluate(rule, matched);
      }
    }
    return evaluated;
  }

  private evaluate(rule: number, matched: number[]): void {
    const { roles, besides } = this.parts;
    if (roles[rule] === IS_ROUTED && !besides.get(rule)!()) return;
    if (this.common.check(rule)()) matched.push(rule);
  }
}
