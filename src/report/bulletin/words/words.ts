import type { BulletinClaim } from '../record.ts';

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
      | 'attribution'
      | 'response'
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
  readonly product: (facts: { product: string; weakness: string | null }) => string;
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
  readonly files: (count: number) => string;
  readonly cleared: (facts: { channel: string; host: string; day: string }) => string;
  readonly missing: (facts: { channel: string; host: string }) => string;
  readonly noTampering: string;
  readonly claim: (claim: BulletinClaim) => string;
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
      | 'mailboxes'
      | 'tools'
      | 'attribution'
      | 'response'
      | 'related'
      | 'relays',
      string
    >
  >;
  readonly advice: Readonly<Record<string, string>>;
  readonly adviceOther: string;
  readonly country: (code: string | null) => string;
}
