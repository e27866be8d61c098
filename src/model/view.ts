import type { Problem } from '../base/problem.ts';
import type { TimeRange } from '../base/time.ts';
import type { DocumentFacts, DocumentText, Medium } from './document.ts';
import type { Indicator, IndicatorType } from './indicator.ts';
import type { TechniqueMention } from './reading.ts';
import type { Review, ReviewState } from './review.ts';
import type { Claim, Kind, Stance, Statement } from './statement.ts';

/** A statement as the ledger shows it: what the source said, what analysts made of it, and where it stands. */
export interface StatementView extends Statement {
  readonly document_id: string;
  readonly document_title: string | null;
  readonly publisher: string | null;
  readonly document_url: string | null;
  /** When it was said: the document's publication date, else the day it was recorded. */
  readonly said: string;
  /** When the ledger recorded it, ISO 8601 instant. */
  readonly recorded: string;
  /** Echo group of its document: statements of one origin count once. */
  readonly origin: string;
  /** The claim's time as days, null when not said. */
  readonly when: TimeRange | null;
  readonly review: ReviewState;
  /** For `corrected`: what the source's reading had before. The view's own fields are the corrected ones. */
  readonly before: Partial<Claim> | null;
  readonly reviews: readonly Review[];
  /** Ids of statements with another stance on the same thing. */
  readonly contradicted_by: readonly string[];
  /** How many other documents of the same origin carry the same claim. */
  readonly echoes: number;
}

export interface DocumentSummary extends DocumentFacts {
  readonly id: string;
  readonly medium: Medium;
  readonly name: string;
  readonly recorded: string;
  readonly origin: string;
  readonly characters: number;
  readonly statements: number;
  readonly reviewed: number;
  readonly indicators: number;
  readonly problems: number;
  /** Other documents of the same origin. */
  readonly echoes: number;
  /** Whether the text was read for statements (false: another language, no text). */
  readonly read: boolean;
}

/** Everything the reader page needs about one document. */
export interface DocumentView extends DocumentSummary {
  readonly text: string;
  readonly blocks: DocumentText['blocks'];
  readonly all_statements: readonly StatementView[];
  readonly all_indicators: readonly Indicator[];
  readonly techniques: readonly TechniqueMention[];
  readonly all_problems: readonly Problem[];
  readonly same_origin: readonly DocumentSummary[];
}

/** A page of rows. `origins` counts echo groups among all matching rows, so that "3 sources, 1 origin" can be said. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly origins: number;
}

/** What narrows a list of statements; all given conditions hold together, values within one list are alternatives. */
export interface StatementFilter {
  /** Full-text search over quote, speaker, actor, target, object (web-search syntax: words, "phrases", -not, or). */
  readonly q?: string;
  readonly kind?: readonly Kind[];
  readonly stance?: readonly Stance[];
  readonly certainty?: readonly string[];
  readonly review?: readonly ReviewState[];
  /** Case-insensitive substring of speaker or speaker_org. */
  readonly speaker?: string;
  readonly actor?: string;
  readonly target?: string;
  /** Either country field. */
  readonly country?: string;
  readonly actor_country?: string;
  readonly target_country?: string;
  readonly document?: string;
  readonly origin?: string;
  readonly extractor?: string;
  /** Time of the event, ISO days, inclusive: statements whose range meets it. */
  readonly after?: string;
  readonly before?: string;
  /** "What was known on that day": documents said on or before it, reviews recorded on or before it. */
  readonly as_of?: string;
}

export const STATEMENT_SORTS = ['said', 'time', 'recorded', 'document', 'score'] as const;
export type StatementSort = (typeof STATEMENT_SORTS)[number];

export interface StatementQuery extends StatementFilter {
  readonly sort?: StatementSort;
  readonly descending?: boolean;
  readonly offset?: number;
  readonly limit?: number;
}

/** How many statements have each value of a field, under a filter. */
export type Facets = Readonly<
  Record<'kind' | 'stance' | 'certainty' | 'review' | 'country', Readonly<Record<string, number>>>
>;

export const NAME_ROLES = ['speaker', 'actor', 'target'] as const;
export type NameRole = (typeof NAME_ROLES)[number];

/** A name in a role, with how often and by how many independent origins. */
export interface NameRow {
  readonly name: string;
  readonly role: NameRole;
  readonly country: string | null;
  readonly statements: number;
  readonly documents: number;
  readonly origins: number;
  readonly stances: Readonly<Partial<Record<Stance, number>>>;
  readonly kinds: Readonly<Partial<Record<Kind, number>>>;
  readonly first: string | null;
  readonly last: string | null;
}

/** An indicator with the documents that name it. */
export interface IndicatorRow {
  readonly type: IndicatorType;
  readonly value: string;
  readonly documents: number;
  readonly origins: number;
  /** The first of these documents. */
  readonly named_in: readonly {
    readonly id: string;
    readonly title: string | null;
    readonly publisher: string | null;
    readonly published: string | null;
  }[];
}

/** Two statements of different stance on the same thing. `reason` says what they share. */
export interface Contradiction {
  readonly a: StatementView;
  readonly b: StatementView;
  readonly reason: string;
}

/** One line of the journal: what was done to the ledger, by whom, when. */
export interface JournalEntry {
  readonly seq: number;
  readonly recorded: string;
  readonly analyst: string;
  readonly action: string;
  readonly subject: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface SystemStatus {
  readonly version: string;
  readonly engine: 'pglite' | 'postgres';
  readonly home: string;
  readonly documents: number;
  readonly statements: number;
  readonly reviews: number;
  readonly origins: number;
}
