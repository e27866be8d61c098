import type { Route } from '../logsource/route.ts';

/**
 * A rule after reading: conditions, quantifiers, modifiers, filters and placeholders are resolved into one tree of plain
 * predicates, so that every engine (compiled matcher, SQL) starts from the same meaning. Trees are JSON: a pack of rules is
 * cached as text.
 */
export type Node =
  | { readonly op: 'and'; readonly of: readonly Node[] }
  | { readonly op: 'or'; readonly of: readonly Node[] }
  | { readonly op: 'not'; readonly of: Node }
  | Predicate;

/** A test of one field. A missing field makes every test false except `null` and `exists: false`. Over several values, one is enough. */
export type Predicate =
  /** The whole value matches the pattern. Without `cased`, letters match in either case (Unicode simple lower case). */
  | { readonly op: 'string'; readonly field: string; readonly pattern: Pattern; readonly cased: boolean }
  /** Some text of the record matches the pattern (keywords; patterns come with wildcards at both ends). */
  | { readonly op: 'keyword'; readonly pattern: Pattern; readonly cased: boolean }
  /** The expression is found somewhere in the value. `flags` holds any of `i`, `m`, `s`. */
  | { readonly op: 'regex'; readonly field: string; readonly source: string; readonly flags: string }
  /** The value is an address of the network, `192.0.2.0/24` or IPv6. */
  | { readonly op: 'cidr'; readonly field: string; readonly network: string }
  /** The value read as a number. Texts that are no number do not match. */
  | { readonly op: 'compare'; readonly field: string; readonly how: 'lt' | 'lte' | 'gt' | 'gte'; readonly than: number }
  | { readonly op: 'exists'; readonly field: string; readonly is: boolean }
  /** The field is missing or has no value. */
  | { readonly op: 'null'; readonly field: string }
  /** Compares with another field of the same record. */
  | {
      readonly op: 'fieldref';
      readonly field: string;
      readonly other: string;
      readonly how: 'equals' | 'contains' | 'startswith' | 'endswith';
      readonly cased: boolean;
    }
  /** A part of a time stamp, in UTC as the log prints it. `week` is the ISO week. */
  | {
      readonly op: 'timepart';
      readonly field: string;
      readonly part: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';
      readonly is: number;
    }
  /** Always or never, where a part of a rule can be decided without a record. */
  | { readonly op: 'const'; readonly is: boolean };

/**
 * A string with wildcards, in order: text as the rule spells it; `many` any number of characters, `one` exactly one, `dash`
 * one of - / – — ― (`windash`). `['many', …]` never stands twice in a row.
 */
export type Pattern = readonly PatternPart[];
export type PatternPart = string | { readonly wild: 'many' | 'one' | 'dash' };

export const LEVELS = ['informational', 'low', 'medium', 'high', 'critical'] as const;
export type Level = (typeof LEVELS)[number];
export const STATUSES = ['stable', 'test', 'experimental', 'deprecated', 'unsupported'] as const;
export type Status = (typeof STATUSES)[number];

/** What rules and correlations share. `file` is the path as given, `line` (from 1) where the document starts in it. */
interface Head {
  readonly id: string;
  readonly name: string | null;
  readonly title: string;
  readonly level: Level;
  readonly status: Status;
  readonly tags: readonly string[];
  readonly description: string;
  readonly author: string;
  /** ISO days, empty when not given. */
  readonly date: string;
  readonly modified: string;
  readonly references: readonly string[];
  readonly falsepositives: readonly string[];
  readonly file: string;
  readonly line: number;
}

/** A detection rule, ready for any engine. */
export interface Rule extends Head {
  readonly kind: 'rule';
  readonly logsource: Logsource;
  /** Where its records are found; a rule without one never reaches a pack (it is reported as having no source). */
  readonly routes: readonly Route[];
  readonly where: Node;
  /** False when only correlations use its hits. */
  readonly reported: boolean;
  /** Fields whose values correlations need with every hit. */
  readonly carries: readonly string[];
}

/** What a rule says about where its records come from. */
export interface Logsource {
  readonly product: string | null;
  readonly category: string | null;
  readonly service: string | null;
}

export const CORRELATION_TYPES = [
  'event_count',
  'value_count',
  'temporal',
  'temporal_ordered',
  'value_sum',
  'value_avg',
  'value_percentile',
  'value_median',
] as const;

/** A correlation over hits of other rules (Sigma correlation rules specification 2.1). */
export interface Correlation extends Head {
  readonly kind: 'correlation';
  readonly type: (typeof CORRELATION_TYPES)[number];
  /** Ids of the rules or correlations it stands on, in order. */
  readonly rules: readonly string[];
  readonly groupBy: readonly string[];
  /** Seconds. */
  readonly timespan: number;
  /** Alias → rule id → field. */
  readonly aliases: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly condition: CorrelationCondition;
  readonly reported: boolean;
}

export interface CorrelationCondition {
  readonly field: readonly string[];
  /** All of them must hold. */
  readonly bounds: readonly { readonly how: 'lt' | 'lte' | 'gt' | 'gte' | 'eq' | 'neq'; readonly than: number }[];
  readonly percentile: number | null;
  /** `a and not b` over rule ids, for temporal types; null when all rules are wanted. */
  readonly expression: RuleExpression | null;
}

export type RuleExpression =
  | { readonly op: 'and' | 'or'; readonly of: readonly RuleExpression[] }
  | { readonly op: 'not'; readonly of: RuleExpression }
  | { readonly op: 'rule'; readonly id: string };

/** Rules that were loaded together, in the order of their ids. */
export interface RulePack {
  readonly rules: readonly Rule[];
  readonly correlations: readonly Correlation[];
}
