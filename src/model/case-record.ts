import type { CaseFile } from './case.ts';
import type { LogRecord, PathEdge } from './case-evidence.ts';
import type { Quantity } from './statement.ts';
import type { StatementView } from './view.ts';

/** What logs showed, as `case build` found it, and how much was read. */
export interface CaseLogs extends CaseFile {
  readonly read: { readonly events: number; readonly files: number };
}

/** The same on its way into a case, with the records that carry its facts. They are kept beside it. */
export interface CaseLogsGiven extends CaseLogs {
  readonly records?: readonly LogRecord[];
}

/** Facts of a case that a statement of a report can be held against, by counting. */
export const CASE_FACTS = [
  'hosts-controlled',
  'hosts-touched',
  'accounts',
  'mailboxes',
  'visits',
  'relays',
  'relay-countries',
  'dwell-days',
] as const;
export type CaseFact = (typeof CASE_FACTS)[number];

/** Something that is put into a case; nothing in one is ever changed. */
export type CasePart =
  | { readonly part: 'logs'; readonly body: CaseLogsGiven }
  | { readonly part: 'document'; readonly body: { readonly document: string } }
  | { readonly part: 'link'; readonly body: { readonly statement: string; readonly fact: CaseFact } }
  | { readonly part: 'statement'; readonly body: { readonly statement: string } }
  | { readonly part: 'note'; readonly body: { readonly text: string } };

export type CaseEntry = CasePart & { readonly seq: number; readonly analyst: string; readonly recorded: string };

export interface CaseFigure {
  readonly fact: CaseFact;
  readonly value: number;
}

/** A sentence of a report beside what the logs show: both stand. */
export interface CaseLinkView {
  readonly statement: StatementView;
  readonly fact: CaseFact;
  /** What the statement says, null where it gives no number. */
  readonly claimed: Quantity | null;
  /** Null without logs. */
  readonly counted: number | null;
  /** Whether the count bears the statement out; null where either is missing. */
  readonly agrees: boolean | null;
  readonly analyst: string;
}

/** The values of one trait in two cases, and those in both. */
export interface TraitView {
  readonly name: string;
  readonly own: readonly string[];
  readonly other: readonly string[];
  readonly both: readonly string[];
}

export interface RelatedCase {
  readonly name: string;
  /** 0 to 1: the weighted mean over the traits that both cases show. */
  readonly likeness: number;
  /** Alike enough, in how it began and how machines were reached among others, to be of one family. */
  readonly family: boolean;
  /** What they share, in words; and which traits could be compared. */
  readonly shared: readonly string[];
  readonly compared: number;
  /** Every trait side by side, also those that only one of the two shows. */
  readonly traits: readonly TraitView[];
}

export interface CaseRow {
  readonly name: string;
  readonly intrusions: number;
  readonly hosts: number;
  readonly documents: number;
  readonly first_access: string | null;
  readonly last_seen: string | null;
  readonly recorded: string;
}

export interface CaseView {
  readonly name: string;
  readonly logs: CaseLogs | null;
  readonly figures: readonly CaseFigure[];
  readonly documents: readonly { readonly id: string; readonly title: string }[];
  readonly links: readonly CaseLinkView[];
  readonly notes: readonly { readonly text: string; readonly analyst: string; readonly recorded: string }[];
  readonly related: readonly RelatedCase[];
  /** How each machine was reached, for each intrusion. */
  readonly paths: readonly (readonly PathEdge[])[];
  /** Names of the techniques of its steps. */
  readonly techniques: Readonly<Record<string, string>>;
}

/**
 * Why a statement of a case's document is not among what its bulletin says: its time lies outside the case, its passage tells another
 * case, or the document tells several and which one it is about cannot be said.
 */
export type LeftWhy = 'other-time' | 'other-case' | 'several-cases';

export interface LeftStatement {
  readonly statement: StatementView;
  readonly why: LeftWhy;
  /** The words that open its passage, or its time. */
  readonly passage: string | null;
}
