import type { CaseFact, LeftOutReason } from '../../src/http/contract/index.ts';

export const CASE_TABS = ['overview', 'path', 'relays', 'left-out', 'bulletin'] as const;
export type CaseTab = (typeof CASE_TABS)[number];

export const TAB_WORDS: Readonly<Record<CaseTab, string>> = {
  overview: 'Overview',
  path: 'Path',
  relays: 'Relays and hours',
  'left-out': 'Left out',
  bulletin: 'Bulletin',
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

export const REASON_WORDS: Readonly<Record<LeftOutReason, string>> = {
  routine: 'the same was there before anything serious happened',
  alone: 'nothing ties it to an intrusion',
  harmless: 'of no weight by itself',
};
