import type { Precision, TimeRange } from '../base/time.ts';
import type { Certainty, Kind, Quantity } from './statement.ts';

/** A score in the words of the scheme it comes from. Scores of different schemes are never mixed or averaged. */
export interface Score {
  readonly scheme: string;
  readonly value: number;
}

/** Who pinned it on whom, as a data set records it. Countries are ISO 3166-1 alpha-2, null where not said. */
export interface RecordedAttribution {
  readonly by: string | null;
  readonly by_country: string | null;
  readonly to_country: string | null;
  readonly basis: string | null;
  readonly date: TimeRange | null;
}

/** What came of it politically, where a data set says so. */
export interface Outcome {
  readonly concession: boolean;
}

/**
 * One counted event of a data set: not a statement, but somebody's coding of many. `counter` is who counted, `unit` what is counted,
 * `origin` what it comes from (rows of one data set share it).
 */
export interface Incident {
  /** `eurepoc:1275`. */
  readonly id: string;
  readonly dataset: string;
  readonly name: string;
  /** When it began, as exactly as it is known; null when not dated. */
  readonly time: TimeRange | null;
  readonly end: TimeRange | null;
  /** ISO codes, or the source's own words where they name no country. Unknown ones are left out. */
  readonly initiators: readonly string[];
  readonly targets: readonly string[];
  readonly sectors: readonly string[];
  readonly types: readonly string[];
  readonly unit: string;
  readonly counter: string;
  readonly origin: string;
  readonly scores: readonly Score[];
  readonly attributions: readonly RecordedAttribution[];
  readonly outcome: Outcome | null;
  /** What else happened in the dispute, by lane: the measures that a data set puts beside the act. */
  readonly lanes: readonly string[];
  /** Who did it and how they got in, in the words of the source; missing where it has no such column. */
  readonly actors?: readonly string[];
  readonly entries?: readonly string[];
}

/** A number that somebody gave for a period: "25 attempts in the week of 2 March". */
export interface TallyRecord {
  readonly id: string;
  readonly dataset: string;
  readonly period: TimeRange;
  readonly value: number;
  readonly unit: string;
  readonly counter: string;
  /** ISO code of the counter's country, null where the counter belongs to none. */
  readonly counter_country: string | null;
  readonly initiator: string | null;
  readonly target: string | null;
  /** Records of one origin count once. */
  readonly origin: string;
  readonly source: string | null;
  /** The statement it was read from. */
  readonly statement: string | null;
  /** The whole it is part of and the share in per cent that the source gives. */
  readonly of: number | null;
  readonly share: number | null;
}

/** A data set as it was taken over. */
export interface ImportedData {
  readonly dataset: string;
  readonly title: string;
  /** First and last day that the data set can speak of; null when it has no dated row. */
  readonly covered: TimeRange | null;
  readonly incidents: readonly Incident[];
  readonly tallies: readonly TallyRecord[];
}

/** A data set on record. */
export interface DatasetRow {
  readonly dataset: string;
  readonly title: string;
  readonly name: string;
  readonly covered: TimeRange | null;
  readonly incidents: number;
  readonly tallies: number;
  readonly problems: number;
  readonly recorded: string;
}

/** What a series needs of a statement. */
export interface MeasuredClaim {
  readonly id: string;
  readonly kind: Kind;
  readonly speaker: string;
  readonly speaker_org: string | null;
  readonly publisher: string | null;
  readonly certainty: Certainty;
  readonly actor_country: string | null;
  readonly target_country: string | null;
  readonly time_first: string;
  readonly time_last: string;
  readonly time_precision: Precision;
  readonly quantities: readonly Quantity[];
  readonly quote: string;
  readonly said: string;
  readonly origin: string;
}

export interface MeasuredQuery {
  readonly as_of?: string;
  /** Only claims that give numbers, and corrected ones. */
  readonly counted?: boolean;
}

/** Two sides of a question: an ISO code, `!` and a code for anybody else, or null for anybody. */
export interface Sides {
  readonly initiator: string | null;
  readonly target: string | null;
}

/** Dated claims of attacks to be counted: of a pair over the whole record, and of everybody around the days from `from` to before `to`. */
export interface AttackQuery {
  readonly pair: Sides;
  readonly controls: readonly Sides[];
  readonly from: string;
  readonly to: string;
  readonly as_of?: string;
  /** Attacks that were made out elsewhere and count along. */
  readonly beside: readonly {
    readonly id: string;
    readonly origin: string;
    readonly first: string;
    readonly last: string;
    readonly actor: string | null;
    readonly target: string | null;
    readonly said: string;
  }[];
}

export interface DayCount {
  /** First and last possible day. */
  readonly first: string;
  readonly last: string;
  readonly n: number;
}

export interface AttackSeries {
  /** First and last day of any claim; null without one. */
  readonly covered: { readonly first: string; readonly last: string } | null;
  readonly pair: readonly DayCount[];
  /** `controls` has a bit for each control of the query that the attacks belong to. */
  readonly around: readonly (DayCount & { readonly controls: number })[];
  /** Days from an attack to the report of it, of attacks known to the day that began from `from` to before `to`. */
  readonly lags: readonly { readonly days: number; readonly n: number }[];
  /** Statements of the pair, 2,000 at most. */
  readonly ids: readonly string[];
}
