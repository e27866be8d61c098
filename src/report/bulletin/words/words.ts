import type { Certainty } from '../../../model/statement.ts';
import type { AttributionLevel, BulletinClaim, BulletinComparison } from '../record.ts';

/** All wording of bulletins in one language: a file a language, each of this form. Numbers come in as they are in the record. */
export interface BulletinWords {
  readonly language: string;
  readonly title: string;
  readonly head: Readonly<Record<'id' | 'version' | 'date' | 'tlp' | 'issuer' | 'language' | 'status', string>>;
  readonly notStated: string;
  readonly automatic: string;
  readonly headings: Readonly<
    Record<
      | 'summary'
      | 'victim'
      | 'time'
      | 'entry'
      | 'path'
      | 'reach'
      | 'loss'
      | 'relays'
      | 'tools'
      | 'traces'
      | 'comparisons'
      | 'attribution'
      | 'response'
      | 'unmatched'
      | 'related'
      | 'indicators'
      | 'advice'
      | 'unknown'
      | 'sources',
      string
    >
  >;
  readonly columns: Readonly<
    Record<
      | 'time'
      | 'technique'
      | 'tactic'
      | 'host'
      | 'findings'
      | 'address'
      | 'country'
      | 'network'
      | 'first'
      | 'last'
      | 'type'
      | 'value',
      string
    >
  >;
  readonly victim: (facts: { sector: string | null; country: string | null; size: string | null }) => string;
  readonly firstAccess: (facts: { day: string; clock: string; technique: string; host: string }) => string;
  readonly lastSeen: (facts: { day: string; clock: string; days: number }) => string;
  readonly detected: (day: string) => string;
  readonly reported: (day: string) => string;
  readonly entry: (facts: { technique: string; id: string; host: string }) => string;
  readonly product: (facts: { product: string | null; weakness: string | null }) => string;
  /** What the claims are that reports make and that nobody can match to this case. */
  readonly unmatched: string;
  readonly zeroDay: (yes: boolean) => string;
  readonly steps: (facts: { steps: number; techniques: number; hosts: number }) => string;
  readonly controlled: (count: number) => string;
  readonly touched: (count: number) => string;
  readonly accounts: (facts: { count: number; names: readonly string[] }) => string;
  readonly mailboxes: (count: number) => string;
  readonly sentOut: (facts: { megabytes: number; connections: number }) => string;
  readonly visits: (facts: {
    visits: number;
    relays: number;
    countries: readonly (readonly [country: string, relays: number])[];
  }) => string;
  readonly relayIsNotOrigin: string;
  readonly hours: (facts: { visits: number; offset: string; share: number }) => string;
  readonly hoursCaution: string;
  /** Countries whose holiday calendars fit; none where the days prefer no calendar. */
  readonly calendars: (facts: { days: number; countries: readonly string[] }) => string;
  readonly files: (count: number) => string;
  readonly cleared: (facts: { channel: string; host: string; day: string }) => string;
  readonly missing: (facts: { channel: string; host: string }) => string;
  readonly noTampering: string;
  /** A quotation between marks, so that those within it do not end it. */
  readonly quoted: (words: string) => string;
  readonly claim: (claim: BulletinClaim) => string;
  readonly comparison: (facts: Pick<BulletinComparison, 'fact' | 'claimed'> & { counted: number }) => string;
  readonly borneOut: (yes: boolean) => string;
  readonly notCounted: string;
  /** The level of a claim, how sure its own words are, and, in sentences of their own, the confidence in it and why. */
  readonly level: (facts: { party: string; level: AttributionLevel }) => string;
  readonly certainty: (certainty: Certainty) => string;
  readonly confidence: (moderate: boolean) => string;
  readonly confidenceReason: (facts: { origins: number; denials: number }) => string;
  readonly alternatives: (others: readonly string[]) => string;
  readonly wouldChange: string;
  readonly domainController: (host: string) => string;
  readonly noAttribution: string;
  readonly related: (facts: { id: string; traits: readonly string[] }) => string;
  readonly indicators: (count: number) => string;
  readonly noIndicators: string;
  /** Said where the record holds nothing on a point of the list. */
  readonly unknown: Readonly<
    Record<
      | 'victim'
      | 'detected'
      | 'reported'
      | 'product'
      | 'zeroDay'
      | 'loss'
      | 'lossKinds'
      | 'domainController'
      | 'mailboxes'
      | 'tools'
      | 'attribution'
      | 'response'
      | 'related'
      | 'alternatives'
      | 'relays',
      string
    >
  >;
  readonly advice: Readonly<Record<string, string>>;
  readonly adviceOther: string;
  readonly country: (code: string | null) => string;
}
