import type { Precision } from '../base/time.ts';
import type { Bound, Certainty, Quantity, Stance } from './statement.ts';

/** What yearly figures are split by; `year` alone splits them no further. */
export const YEAR_SPLITS = ['year', 'sector', 'entry', 'actor', 'accuser', 'accused', 'target'] as const;
export type YearSplit = (typeof YEAR_SPLITS)[number];

/**
 * Asserted claims of attacks (`intrusion`) and of what was used in them (`uses`) that have everything below in common: the ledger
 * groups them. What the split does not need is null.
 */
export interface AttackClaims {
  readonly kind: 'intrusion' | 'uses';
  readonly origin: string;
  readonly time_first: string | null;
  readonly time_last: string | null;
  readonly actor_country: string | null;
  readonly target_country: string | null;
  /** Keys of actor and target where neither country is known: what else tells attacks of one report apart. */
  readonly who: string | null;
  readonly actor: string | null;
  readonly target: string | null;
  readonly speaker: string | null;
  readonly speaker_org: string | null;
  readonly publisher: string | null;
  readonly quote: string | null;
  readonly techniques: readonly string[] | null;
  /** Numbers of the statements, and how many of them another statement denies or doubts. */
  readonly statements: readonly number[];
  readonly disputed: number;
}

/** A statement that carries numbers, with what a figure needs of it. */
export interface CountedClaim {
  readonly id: string;
  readonly speaker: string;
  readonly speaker_org: string | null;
  readonly publisher: string | null;
  readonly stance: Stance;
  readonly certainty: Certainty;
  readonly actor_country: string | null;
  readonly target_country: string | null;
  readonly time_first: string | null;
  readonly time_last: string | null;
  readonly time_precision: Precision | null;
  readonly quantities: readonly Quantity[];
  readonly origin: string;
  /** Statements that deny or doubt it. */
  readonly disputed_by: readonly string[];
}

/** Another figure for the same time that has another number. */
export interface Difference {
  readonly id: string;
  /** What else is not the same; without either, one counter gives two numbers. */
  readonly unit: boolean;
  readonly counter: boolean;
  /** Whether both cannot be right: same unit and scope, and the numbers with their bounds do not meet. */
  readonly excludes: boolean;
}

/** A number of attacks that somebody gave, with its unit and counter. Never added to another. */
export interface StatedFigure {
  readonly id: string;
  /** Null where the time lies in no one year, or is not said. */
  readonly year: number | null;
  /** A whole year, a part of one, several, or not said. */
  readonly covers: 'year' | 'part' | 'several' | 'none';
  readonly first: string | null;
  readonly last: string | null;
  readonly value: number;
  readonly bound: Bound;
  readonly unit: string;
  readonly counter: string;
  readonly counter_country: string | null;
  readonly initiator: string | null;
  readonly target: string | null;
  /** The whole it is part of and the share in per cent as they are given; whether the three agree. */
  readonly of: number | null;
  readonly share: number | null;
  readonly share_fits: boolean | null;
  readonly stance: Stance;
  readonly certainty: Certainty | null;
  /** How many independent origins give it, and the statements that do; a data set instead where it was imported. */
  readonly origins: number;
  readonly statements: readonly string[];
  readonly dataset: string | null;
  readonly disputed_by: readonly string[];
  readonly differs: readonly Difference[];
}

/** Statements whose numbers cannot be told apart, and so give no figure. */
export interface UncountedClaims {
  readonly reason: 'several-counts';
  readonly statements: readonly string[];
}

/** One row of a series: what has one value of the split. */
export interface YearRow {
  /** ISO code, technique id, or key of a name; null where the records do not say. */
  readonly key: string | null;
  readonly label: string | null;
  readonly total: number;
  /** By year, in the order of the report's `years`. */
  readonly counts: readonly number[];
  /** Without a date, or with one that lies in no one year. */
  readonly no_year: number;
  /** How many of them are denied or doubted by somebody. */
  readonly disputed: number;
}

/** What one counter counted in one unit. */
export interface YearSeries {
  /** `statements`, `cases`, or a data set. */
  readonly source: string;
  readonly counter: string;
  readonly unit: string;
  /** Whether its records tell what the split asks for. */
  readonly told: boolean;
  /** All of it once, whatever the split. */
  readonly all: YearRow;
  readonly rows: readonly YearRow[];
  /** Rows that are not shown, together. */
  readonly more: { readonly rows: number; readonly total: number };
  /** What stands in several rows: the sum of all rows is `all.total` and this. */
  readonly repeated: number;
}

export interface YearReport {
  readonly by: YearSplit;
  readonly years: readonly number[];
  readonly series: readonly YearSeries[];
  readonly stated: readonly StatedFigure[];
  readonly uncounted: readonly UncountedClaims[];
  /** Every counter and unit on record, before anything is narrowed. */
  readonly counters: readonly string[];
  readonly units: readonly string[];
}
