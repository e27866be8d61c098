import type { BaseRate } from '../analysis/dispute/base-rates.ts';
import type { Accusation, Accused, Dyad, SectorCount } from '../analysis/dispute/countries.ts';
import type { LaneName, TimeConflict } from '../analysis/dispute/lanes.ts';
import type { TrendReport } from '../analysis/trend/index.ts';
import type { Problem } from '../base/problem.ts';
import type { ActorRow, ActorView, DisputedName, NameSourceView, PolicyChoice, StateRow } from '../model/actor-view.ts';
import type { CaseEvidence, CaseSubject } from '../model/case-evidence.ts';
import type { CasePart, CaseRow, CaseView, LeftStatement } from '../model/case-record.ts';
import type { DocumentFacts } from '../model/document.ts';
import type { HitSort, HuntFilter, HuntHit, HuntRow, HuntView } from '../model/hunt-view.ts';
import type { DatasetRow, Incident } from '../model/incident.ts';
import type { IndicatorRole, IndicatorType } from '../model/indicator.ts';
import type { NamingPolicy } from '../model/name.ts';
import type { RankView } from '../model/rank-view.ts';
import type { Verdict } from '../model/review.ts';
import type { Claim } from '../model/statement.ts';
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
import type { WeighingRow, WeighingTables, WeighingView } from '../model/weighing/view.ts';
import type { WeighingPart } from '../model/weighing/weighing.ts';
import type { YearReport, YearSplit } from '../model/year.ts';
import type { Bulletin, Fault, Tlp } from '../report/bulletin/index.ts';

/** What a document is added from. `bytes` is base64; over HTTP files go through the upload route instead. */
export type AddFrom =
  | { readonly text: string; readonly name?: string }
  | { readonly url: string }
  | { readonly bytes: string; readonly name: string; readonly contentType?: string; readonly url?: string };

export interface AddedDocument {
  readonly document: DocumentSummary;
  /** False when the very same bytes were in the ledger already. */
  readonly added: boolean;
}

/** What a bulletin says that no log tells. */
export type BulletinGiven = 'issuer' | 'sector' | 'country' | 'size' | 'detected' | 'reported' | 'product' | 'weakness';

/** What narrows yearly figures: years are inclusive; countries as accused and as hit. */
export interface YearFilter {
  by?: YearSplit;
  counter?: string;
  unit?: string;
  from?: number;
  to?: number;
  accused?: string;
  target?: string;
  policy?: string | NamingPolicy;
  as_of?: string;
}

/** Every verb with its input and output. All of them travel over HTTP; the command line makes the same calls. */
export interface ActionMap {
  'documents.add': {
    input: { from: AddFrom; given?: Partial<DocumentFacts> };
    output: { documents: readonly AddedDocument[]; problems: readonly Problem[] };
  };
  'documents.list': {
    input: {
      q?: string;
      publisher?: string;
      language?: string;
      after?: string;
      before?: string;
      as_of?: string;
      sort?: 'recorded' | 'published' | 'title' | 'statements';
      descending?: boolean;
      offset?: number;
      limit?: number;
    };
    output: Page<DocumentSummary>;
  };
  'documents.get': { input: { id: string; as_of?: string }; output: DocumentView };
  'statements.search': { input: StatementQuery; output: Page<StatementView> };
  'statements.get': { input: { id: string; as_of?: string }; output: StatementView };
  'statements.facets': { input: StatementFilter; output: Facets };
  'statements.contradictions': {
    input: StatementFilter & { limit?: number };
    output: { pairs: readonly Contradiction[]; total: number };
  };
  'reviews.add': {
    input: { statement_id: string; verdict: Verdict; corrected?: Partial<Claim>; note?: string };
    output: StatementView;
  };
  'names.list': {
    input: {
      role: NameRole;
      q?: string;
      narrator?: boolean;
      /** Phrases that name nobody ("attackers") too. */
      unnamed?: boolean;
      as_of?: string;
      offset?: number;
      limit?: number;
    };
    output: Page<NameRow>;
  };
  'actors.list': {
    input: {
      /** Id of a policy, or a policy of one's own. */
      policy?: string | NamingPolicy;
      q?: string;
      /** Home that a list states, ISO 3166-1. */
      country?: string;
      sector?: string;
      disputed?: boolean;
      /** Only actors that statements of the ledger name. */
      named?: boolean;
      as_of?: string;
      offset?: number;
      limit?: number;
    };
    output: Page<ActorRow> & {
      readonly policy: NamingPolicy;
      readonly countries: readonly string[];
      readonly sectors: readonly string[];
    };
  };
  'actors.get': { input: { name: string; policy?: string | NamingPolicy; as_of?: string }; output: ActorView };
  'actors.names': {
    input: { policy?: string | NamingPolicy; q?: string; as_of?: string };
    output: { policy: NamingPolicy; names: readonly DisputedName[] };
  };
  'actors.rank': {
    input: {
      /** A case of the ledger, or a document, or neither; lists are added to what it shows. */
      case?: string;
      document?: string;
      techniques?: string[];
      software?: string[];
      vulnerabilities?: string[];
      sectors?: string[];
      countries?: string[];
      infrastructure?: string[];
      /** When it was seen; the date of the case or document unless given. */
      seen?: string;
      /** Facts published before that, or all there are; `then` for documents and `now` else unless given. */
      facts?: 'then' | 'now';
      /** How often the asker expects groups that are not known, 0 to 1. */
      unknown_share?: number;
      policy?: string | NamingPolicy;
      limit?: number;
      as_of?: string;
    };
    output: RankView;
  };
  'actors.source': { input: { id: string; as_of?: string }; output: NameSourceView };
  'states.get': {
    input: { country: string; as_of?: string };
    output: {
      readonly country: string;
      readonly accused_by: readonly StateRow[];
      readonly accuses: readonly StateRow[];
      readonly answers: readonly StateRow[];
    };
  };
  'actors.policies': { input: { as_of?: string }; output: { policies: readonly PolicyChoice[] } };
  'indicators.list': {
    input: { role?: IndicatorRole; type?: IndicatorType[]; as_of?: string; offset?: number; limit?: number };
    output: Page<IndicatorRow>;
  };
  'timeline.get': {
    /** Statements with a time come in `dated`, by first day; the others are counted and the first ones listed. */
    input: StatementFilter & { limit?: number };
    output: {
      dated: readonly StatementView[];
      undated: readonly StatementView[];
      dated_total: number;
      undated_total: number;
    };
  };
  'cases.list': { input: { as_of?: string }; output: Page<CaseRow> };
  'cases.get': { input: { name: string; as_of?: string }; output: CaseView };
  'cases.evidence': {
    /** `intrusion` counts from 0, the one with the most steps. */
    input: { name: string; intrusion?: number; subject: CaseSubject; key: string; as_of?: string };
    output: CaseEvidence;
  };
  'cases.record': { input: { name: string; parts: readonly CasePart[] }; output: CaseRow };
  'cases.bulletin': {
    input: {
      name: string;
      as_of?: string;
      /** Which intrusion of its logs, from 1. */
      n?: number;
      /** Number and day of issue of the bulletin, where they are not the case's name and today. */
      id?: string;
      date?: string;
      tlp?: Tlp;
      zero_day?: boolean | null;
    } & {
      [K in BulletinGiven]?: string | null;
    };
    output: {
      bulletin: Bulletin;
      markdown: string;
      html: string;
      stix: string;
      faults: readonly Fault[];
      /** Statements of its documents that it does not speak of as facts, and why. */
      left_out: readonly LeftStatement[];
    };
  };
  'weigh.list': { input: { q?: string; case?: string; as_of?: string }; output: Page<WeighingRow> };
  'weigh.get': {
    /** `without` names evidence, sources or origins to leave out; `outcome` the hypothesis to score by. */
    input: { id: string; as_of?: string; analyst?: string; without?: string[]; outcome?: string };
    output: WeighingView;
  };
  'weigh.record': {
    /** Without an id a new question; its template's hypotheses come along when none are given. */
    input: { id?: string; entries: readonly (WeighingPart & { analyst?: string; made?: string })[] };
    output: WeighingView;
  };
  'weigh.cite': {
    input: { id: string; statement_id: string };
    /** `joined` when the same words were evidence already. */
    output: WeighingView & { cited: string; joined: boolean };
  };
  'weigh.import': {
    input: { text: string; name?: string };
    output: { id: string | null; problems: readonly Problem[] };
  };
  'weigh.tables': { input: Record<string, never>; output: WeighingTables };
  'data.import': {
    /** Files of one data set, base64; without a kind it is told by columns and contents. */
    input: { kind?: 'eurepoc' | 'dcid' | 'cfr' | 'misp' | 'stix' | 'csv'; files: { name: string; bytes: string }[] };
    output: {
      /** Null when none of the files is a data set that is known. */
      dataset: string | null;
      title: string | null;
      incidents: number;
      tallies: number;
      undated: number;
      added: boolean;
      problems: readonly Problem[];
    };
  };
  'data.list': { input: Record<string, never>; output: { datasets: readonly DatasetRow[] } };
  'trend.ask': {
    input: {
      /** `ledger` (statements and every data set; the default), `statements`, or the name of a data set. */
      from?: string;
      initiator?: string;
      target?: string;
      unit?: string;
      counter?: string;
      triggers: { date: string; label?: string }[];
      /** `18m`, or `24m/3m` for before and after; 12 months unless given. */
      window?: string;
      /** `CN>JP`, `CN>*`, `!CN>KR`. */
      controls?: string[];
      dates?: 'honour' | 'as-coded';
      as_of?: string;
    };
    output: TrendReport;
  };
  'dispute.get': {
    input: { a: string; b: string; as_of?: string };
    output: {
      lanes: readonly { lane: LaneName; dated: readonly StatementView[]; undated: readonly StatementView[] }[];
      conflicts: readonly TimeConflict[];
      base_rates: readonly BaseRate[];
      /** Whether there was more than is shown. */
      cut: boolean;
    };
  };
  'countries.get': {
    /** `country` keeps the rows that it takes part in. */
    input: { country?: string; as_of?: string };
    output: {
      accusations: { rows: readonly Accusation[]; total: number };
      accused: { rows: readonly Accused[]; total: number };
      dyads: { rows: readonly Dyad[]; total: number };
      sectors: { rows: readonly SectorCount[]; total: number };
    };
  };
  'countries.rows': {
    /** A number: its table, the row's first and second column (`a` left out: no state) and the source or counter. */
    input: {
      table: 'accusations' | 'dyads' | 'sectors';
      a?: string;
      b: string;
      source: string;
      as_of?: string;
      offset?: number;
      limit?: number;
    };
    output: { total: number; statements: readonly StatementView[]; incidents: readonly Incident[] };
  };
  'years.get': { input: YearFilter & { rows?: number }; output: YearReport };
  'years.rows': {
    /** A cell: a series, a value of the split (`unsaid`: without one), a year (`none`: without one). What is left out is not narrowed. */
    input: YearFilter & {
      source: string;
      counter: string;
      unit: string;
      key?: string;
      unsaid?: boolean;
      year?: number | 'none';
      offset?: number;
      limit?: number;
    };
    output: {
      /** What is counted, and how many records (statements, incidents, cases) that is. */
      readonly total: number;
      readonly records: number;
      readonly statements: readonly StatementView[];
      readonly incidents: readonly Incident[];
      readonly cases: readonly string[];
    };
  };
  'hunts.list': { input: Record<string, never>; output: Page<HuntRow> };
  'hunts.open': { input: { path: string }; output: { id: string; hits: number } };
  'hunts.get': { input: { id: string } & HuntFilter; output: HuntView };
  'hunts.hits': {
    input: { id: string; offset?: number; limit?: number; sort?: HitSort } & HuntFilter;
    output: Page<HuntHit>;
  };
  'hunts.hit': { input: { id: string; n: number }; output: { hit: HuntHit | null } };
  'journal.list': { input: { offset?: number; limit?: number }; output: Page<JournalEntry> };
  'system.status': { input: Record<string, never>; output: SystemStatus };
}

export type ActionName = keyof ActionMap;
export type ActionInput<N extends ActionName> = ActionMap[N]['input'];
export type ActionOutput<N extends ActionName> = ActionMap[N]['output'];

export type { BaseRate } from '../analysis/dispute/base-rates.ts';
export type { Accusation, Accused, Dyad, SectorCount } from '../analysis/dispute/countries.ts';
export type { LaneName, TimeConflict } from '../analysis/dispute/lanes.ts';
export type { TallyReport, TrendReport, TriggerReport, VerdictReport } from '../analysis/trend/report.ts';
