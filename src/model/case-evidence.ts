import type { CaseFact, CaseLinkView } from './case-record.ts';
import type { Certainty } from './statement.ts';

/** A rule that matched a record, as far as a case shows it. */
export interface RecordRule {
  readonly id: string;
  readonly title: string;
  readonly level: string;
  /** ATT&CK ids such as T1059.003. */
  readonly techniques: readonly string[];
}

/** A record of a log that carries a fact of a case, kept with it: logs are rotated, a case stays. */
export interface LogRecord {
  /** `file#number`. Forwarded logs hold records of many machines, so the computer belongs to the place. */
  readonly ref: string;
  readonly file: string;
  readonly record: number;
  /** ISO 8601 in UTC; null where the record does not say. */
  readonly time: string | null;
  readonly channel: string;
  readonly event_id: number | null;
  readonly computer: string;
  readonly rules: readonly RecordRule[];
  /** Names of the fields that made a rule match. */
  readonly matched: readonly string[];
  /** Fields that were kept; long values are cut, with an ellipsis. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What about a case can be asked for its records. */
export const CASE_SUBJECTS = [
  'figure',
  'host',
  'account',
  'mailbox',
  'relay',
  'country',
  'file',
  'step',
  'technique',
  'tactic',
  'move',
  'visit',
  'sent',
  'gap',
  'left-out',
  'first-access',
  'last-seen',
  'record',
] as const;
export type CaseSubject = (typeof CASE_SUBJECTS)[number];

/** A fact of a case: what kind it is, and which. Keys of two parts are separated by a space, as in `T1190 MAIL01`. */
export interface CaseQuestion {
  readonly subject: CaseSubject;
  readonly key: string;
}

/** The records behind a fact, and sentences of reports that give the same figure. */
export interface CaseEvidence {
  /** How many records the case names for it. */
  readonly named: number;
  readonly records: readonly LogRecord[];
  /** Records that the case names and does not hold, as `file#number`. */
  readonly not_kept: readonly string[];
  /** Values by which the fact can be found in the records. */
  readonly values: readonly string[];
  readonly fact: CaseFact | null;
  readonly links: readonly CaseLinkView[];
}

/** A way by which intruders came to a machine. */
export interface PathEdge {
  /** Null for outside the network. */
  readonly from: string | null;
  readonly to: string;
  /**
   * Entry: from outside. Move: a logon, then something new. Delivery: software of a server of the network. Touch: a logon and nothing more.
   * Only: lateral movement when but one machine was held.
   */
  readonly how: 'entry' | 'move' | 'delivery' | 'touch' | 'only';
  readonly time: string;
  readonly certainty: Certainty;
  readonly account: string | null;
  /** Visits or moves that it stands for. */
  readonly count: number;
}
