import type { Problem } from '../base/problem.ts';
import type { Sighting } from './sighting.ts';

/** A hunt that the workbench knows: one it ran itself, or the lines of an earlier one that were opened. */
export interface HuntRow {
  readonly id: string;
  /** ISO 8601 instant at which it ran, or was opened. */
  readonly started: string;
  /** True for lines of an earlier hunt: what ran is not known then. */
  readonly opened: boolean;
  /** Paths as they were named. */
  readonly inputs: readonly string[];
  readonly rules: readonly string[];
  readonly hits: number;
}

/** What ran, and what did not. */
export interface HuntRan {
  readonly seconds: number;
  /** It was stopped before its end: everything counts only what was read until then. */
  readonly stopped: boolean;
  readonly files: number;
  readonly bytes: number;
  readonly events: number;
  readonly duplicates: number;
  readonly rules_loaded: number;
  readonly rules_not_loaded: readonly {
    readonly reason: string;
    readonly count: number;
    readonly examples: readonly string[];
  }[];
  readonly problems: readonly Problem[];
  readonly more_problems: number;
}

export interface HuntRuleRow {
  readonly id: string;
  readonly title: string;
  readonly level: string;
  readonly hits: number;
  /** Named machines among them. */
  readonly hosts: number;
  readonly first: string | null;
  readonly last: string | null;
}

export interface HuntHostRow {
  /** The name the machine goes by, as in cases; '' where neither the records nor where they lie tell. */
  readonly name: string;
  readonly hits: number;
  /** Of these, hits whose record names no machine: laid to it by an address, or by the folder that the log lies in. */
  readonly laid: number;
  readonly rules: number;
  readonly first: string | null;
  readonly last: string | null;
}

/** What a list of hits is narrowed by; all that is given holds together. Days are UTC, both inclusive. */
export interface HuntFilter {
  readonly rule?: string;
  /** `-` (NO_HOST) for hits on no machine that is known; as everywhere, an empty text is no filter. */
  readonly host?: string;
  readonly level?: string;
  readonly after?: string;
  readonly before?: string;
}

/** Stands for no machine in a filter. */
export const NO_HOST = '-';

/** In which order hits are listed; levels from critical down, and by time within each. */
export const HIT_SORTS = ['time', 'level'] as const;
export type HitSort = (typeof HIT_SORTS)[number];

export interface HuntView extends HuntRow {
  readonly ran: HuntRan | null;
  /** Lines that are no hits. */
  readonly unread: number;
  /** Counts under the filter. A list is not narrowed by its own field, so that one can choose another. */
  readonly matching: number;
  /** Of the matching hits: how many rules and named machines they are by and on, and how many are on no machine. */
  readonly matching_rules: number;
  readonly matching_hosts: number;
  readonly matching_nowhere: number;
  readonly by_level: Readonly<Record<string, number>>;
  readonly by_rule: readonly HuntRuleRow[];
  readonly by_host: readonly HuntHostRow[];
  /** Hits by day, in order; those without a time apart. */
  readonly by_day: readonly { readonly day: string; readonly hits: number }[];
  readonly untimed: number;
}

/** What a page may ask to hunt: whole paths of the machine that the program runs on. */
export interface HuntInput {
  inputs: string[];
  rules?: string[];
  /** Whether the program's own rules run too; they do unless told otherwise. */
  own_rules?: boolean;
  min_level?: 'informational' | 'low' | 'medium' | 'high' | 'critical';
  /** Name of a case to put what is found into, instead of listing hits. */
  case?: string;
}

export type HuntOutcome =
  | { readonly hunt: string; readonly hits: number }
  | { readonly case: string; readonly intrusions: number };

/** One hit with its number in the hunt; `record` has further fields of the record where the hunt kept them. */
export interface HuntHit extends Sighting {
  readonly n: number;
  /** The machine it is laid to, '' for none, and what says so. */
  readonly host: string;
  readonly host_by: 'record' | 'address' | 'folder' | null;
  readonly record_fields: Readonly<Record<string, string>>;
}
