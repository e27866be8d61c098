import type { CaseFact, CaseGap, CaseSubject, LeftOutReason, LeftWhy } from '../../src/http/contract/index.ts';

export const CASE_TABS = [
  'overview',
  'timeline',
  'path',
  'techniques',
  'relays',
  'related',
  'left-out',
  'bulletin',
] as const;
export type CaseTab = (typeof CASE_TABS)[number];

export const TAB_WORDS: Readonly<Record<CaseTab, string>> = {
  overview: 'Overview',
  timeline: 'Timeline',
  path: 'Path',
  techniques: 'Techniques',
  relays: 'Relays and hours',
  related: 'Related cases',
  'left-out': 'Left out',
  bulletin: 'Bulletin',
};

/** Why a statement of a case's report is not among what its bulletin says. */
export const LEFT_WORDS: Readonly<Record<LeftWhy, string>> = {
  'other-time': 'its time lies outside the case',
  'other-case': 'its passage tells another case',
  'several-cases': 'the report tells several cases, and which one it is about cannot be said',
};

export const TLP_MARKINGS = ['RED', 'AMBER+STRICT', 'AMBER', 'GREEN', 'CLEAR'] as const;
export type TlpMarking = (typeof TLP_MARKINGS)[number];

/** What a figure counts, after its number. */
export const FACT_WORDS: Readonly<Record<CaseFact, readonly [one: string, many: string]>> = {
  'hosts-controlled': ['host controlled', 'hosts controlled'],
  'hosts-touched': ['host only touched', 'hosts only touched'],
  accounts: ['account used', 'accounts used'],
  mailboxes: ['mailbox exported', 'mailboxes exported'],
  visits: ['visit', 'visits'],
  relays: ['relay', 'relays'],
  'relay-countries': ['country of relays', 'countries of relays'],
  'dwell-days': ['day from first to last trace', 'days from first to last trace'],
};

/** Figures that a report can be held against. */
export const CASE_FACTS_SHOWN = Object.keys(FACT_WORDS) as readonly CaseFact[];

export const REASON_WORDS: Readonly<Record<LeftOutReason, string>> = {
  routine: 'the same was there before anything serious happened',
  alone: 'nothing ties it to an intrusion',
  harmless: 'of no weight by itself',
};

/** Names of what is asked for its records, where the key alone does not say what it is. */
export const CASE_SUBJECT_WORDS: Readonly<Record<CaseSubject, string>> = {
  figure: 'Figure',
  host: 'Host',
  account: 'Account',
  mailbox: 'Mailbox',
  relay: 'Relay',
  country: 'Relays in',
  file: 'File',
  step: 'Step',
  technique: 'Technique',
  tactic: 'Tactic',
  move: 'Move',
  visit: 'Visit',
  sent: 'Sent out',
  gap: 'Gap',
  'left-out': 'Left out',
  'first-access': 'First access',
  'last-seen': 'Last seen',
  record: 'Record',
};

export const GAP_WORDS: Readonly<Record<CaseGap['kind'], string>> = {
  cleared: 'cleared',
  missing: 'records missing',
  silence: 'silent for a while',
  other: 'a sign that it is not whole',
};
