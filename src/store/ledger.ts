import type { Problem } from '../base/problem.ts';
import type { LogRecord } from '../model/case-evidence.ts';
import type { CaseEntry, CasePart } from '../model/case-record.ts';
import type { DocumentText } from '../model/document.ts';
import type {
  AttackQuery,
  AttackSeries,
  DatasetRow,
  ImportedData,
  Incident,
  MeasuredClaim,
  MeasuredQuery,
  TallyRecord,
} from '../model/incident.ts';
import type { IndicatorRole, IndicatorType } from '../model/indicator.ts';
import type { Reading } from '../model/reading.ts';
import type { Review, ReviewState } from '../model/review.ts';
import type {
  Contradiction,
  DocumentSummary,
  DocumentView,
  Facets,
  IndicatorRow,
  JournalEntry,
  NameRole,
  NameRow,
  Page,
  StatementFilter,
  StatementQuery,
  StatementView,
  SystemStatus,
} from '../model/view.ts';
import type { WeighingEntry, WeighingPart } from '../model/weighing/weighing.ts';
import type { AttackClaims, CountedClaim, YearSplit } from '../model/year.ts';

/** A document with everything that was read out of it, as one unit of work. */
export interface LedgerEntry {
  readonly document: DocumentText;
  /** Name it came under (path, URL) and the original bytes, kept as they were. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly reading: Reading;
  /** Problems of extraction; those of reading stand in `reading`. */
  readonly problems: readonly Problem[];
  /** False when the text was not read for statements (another language, no text). */
  readonly read: boolean;
}

export interface DocumentQuery {
  readonly q?: string;
  readonly publisher?: string;
  readonly language?: string;
  readonly after?: string;
  readonly before?: string;
  readonly as_of?: string;
  readonly sort?: 'recorded' | 'published' | 'title' | 'statements';
  readonly descending?: boolean;
  readonly offset?: number;
  readonly limit?: number;
}

export interface NameQuery {
  readonly role: NameRole;
  readonly q?: string;
  /** Whether the speaker `narrator` (the report itself) is listed too; not unless asked. */
  readonly narrator?: boolean;
  /** Whether phrases that name nobody ("attackers", "400 people") are listed too; not unless asked or searched for. */
  readonly unnamed?: boolean;
  readonly as_of?: string;
  readonly offset?: number;
  readonly limit?: number;
}

export interface IndicatorQuery {
  /** `indicator` unless asked otherwise. */
  readonly role?: IndicatorRole;
  readonly type?: readonly IndicatorType[];
  readonly as_of?: string;
  readonly offset?: number;
  readonly limit?: number;
}

/** An entry to record: by the writer and from now, unless it says otherwise (`made`, an ISO day). */
export type NewWeighingEntry = WeighingPart & { readonly analyst?: string; readonly made?: string };

/** What was said about one question, in order, and how the statements that its evidence cites stand in review. */
export interface WeighingRecord {
  readonly id: string;
  readonly entries: readonly WeighingEntry[];
  readonly statements: Readonly<Record<string, ReviewState>>;
}

/** Where a data set came from, and what was wrong with it. */
export interface DataSource {
  readonly name: string;
  readonly problems: readonly Problem[];
}

/** A case with its entries in order; of what logs showed the latest. */
export interface CaseRecord {
  readonly name: string;
  readonly entries: readonly CaseEntry[];
}

/**
 * The ledger: append-only record of documents, statements and reviews. Every method is one transaction; when its promise
 * resolves, what it wrote survives the death of the process. Nothing a source said is ever changed or deleted.
 */
export interface Ledger {
  readonly engine: SystemStatus['engine'];
  /** Adds documents in one transaction; a document already there (same id) adds nothing, a new reading of it is recorded beside the old. */
  add(entries: readonly LedgerEntry[], analyst: string): Promise<readonly { id: string; added: boolean }[]>;
  documents(query: DocumentQuery): Promise<Page<DocumentSummary>>;
  /** Throws NotFoundError for an unknown id. */
  document(id: string, asOf?: string): Promise<DocumentView>;
  bytes(id: string): Promise<{ name: string; bytes: Uint8Array }>;
  statements(query: StatementQuery): Promise<Page<StatementView>>;
  statement(id: string, asOf?: string): Promise<StatementView>;
  facets(filter: StatementFilter): Promise<Facets>;
  contradictions(filter: StatementFilter, limit?: number): Promise<{ pairs: readonly Contradiction[]; total: number }>;
  timeline(
    filter: StatementFilter,
    limit?: number,
  ): Promise<{
    dated: readonly StatementView[];
    undated: readonly StatementView[];
    dated_total: number;
    undated_total: number;
  }>;
  names(query: NameQuery): Promise<Page<NameRow>>;
  indicators(query: IndicatorQuery): Promise<Page<IndicatorRow>>;
  /** Records a review and returns the statement as it now shows. Throws NotFoundError; UsageError when there is nothing to undo. */
  review(review: Omit<Review, 'id' | 'recorded'>): Promise<StatementView>;
  /** Appends to a weighing, or begins one when `id` is null; gives its id. Throws NotFoundError; UsageError for one without a question. */
  recordWeighing(id: string | null, entries: readonly NewWeighingEntry[], analyst: string): Promise<string>;
  weighings(asOf?: string): Promise<readonly WeighingRecord[]>;
  /** Throws NotFoundError for an unknown id. */
  weighing(id: string, asOf?: string): Promise<WeighingRecord>;
  /** Records a data set in one transaction; the very same rows as the latest import of it add nothing. */
  addData(data: ImportedData, from: DataSource, analyst: string): Promise<{ readonly added: boolean }>;
  /** The latest import of every data set (or of those named), without their rows. */
  datasets(): Promise<readonly DatasetRow[]>;
  /** Rows of the latest import of every data set, or of one. */
  data(
    dataset?: string,
  ): Promise<{ readonly incidents: readonly Incident[]; readonly tallies: readonly TallyRecord[] }>;
  /** Dated or counted claims of attacks that stand (not rejected, not denied), with what a series needs of them. */
  measured(query: MeasuredQuery): Promise<readonly MeasuredClaim[]>;
  /** The same claims counted by day, without those that give numbers. */
  attackSeries(query: AttackQuery): Promise<AttackSeries>;
  /** Asserted claims of attacks that stand, dated or not, grouped by what a split of yearly figures asks for. */
  attackClaims(by: YearSplit, filter: Pick<StatementFilter, 'as_of'>): Promise<readonly AttackClaims[]>;
  /** Statements that carry numbers and stand, dated or not, with who disputes them. */
  countedClaims(filter: Pick<StatementFilter, 'as_of'>): Promise<readonly CountedClaim[]>;
  /** Statements by the numbers that `attackClaims` gives, in that order. */
  statementsBySeq(seqs: readonly number[], filter: Pick<StatementFilter, 'as_of'>): Promise<readonly StatementView[]>;
  /** Appends to a case, or begins one under a name that is new. */
  recordCase(name: string, parts: readonly CasePart[], analyst: string): Promise<void>;
  cases(asOf?: string): Promise<readonly CaseRecord[]>;
  /** Throws NotFoundError for an unknown name. */
  case(name: string, asOf?: string): Promise<CaseRecord>;
  /** Records of logs that came with an entry of a case, by their places (`file#number`), in the order of time. */
  caseRecords(entry: number, refs: readonly string[]): Promise<readonly LogRecord[]>;
  journal(offset?: number, limit?: number): Promise<Page<JournalEntry>>;
  status(): Promise<Omit<SystemStatus, 'version' | 'home'>>;
  /** Whole ledger as lines of JSON, in an order that `restore` can read back into an empty ledger of either engine. */
  dump(): AsyncIterable<string>;
  restore(lines: AsyncIterable<string>): Promise<{ documents: number; statements: number; reviews: number }>;
  close(): Promise<void>;
}
