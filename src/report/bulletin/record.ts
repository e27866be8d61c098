import type { Intrusion, Records } from '../../model/case.ts';
import type { CaseFact } from '../../model/case-record.ts';
import type { Bound, Certainty } from '../../model/statement.ts';

/** Traffic Light Protocol 2.0 (FIRST, 2022). */
export const TLP = ['RED', 'AMBER+STRICT', 'AMBER', 'GREEN', 'CLEAR'] as const;
export type Tlp = (typeof TLP)[number];

/** What somebody says about the intrusion, with where it stands. Never made up: these come from statements of the ledger or the user. */
export interface BulletinClaim {
  readonly speaker: string;
  readonly words: string;
  readonly stance: 'asserts' | 'denies' | 'declines' | 'doubts' | 'demands';
  readonly date: string | null;
  readonly source: string;
}

/** What an attribution names: activity that was grouped, a group with a name, a state or an organ of it. */
export type AttributionLevel = 'cluster' | 'group' | 'state';

/** Who says that whom did it, and what else the record holds on that. */
export interface BulletinAttribution extends BulletinClaim {
  readonly party: string;
  readonly level: AttributionLevel;
  /** How sure the claimant's own words are. */
  readonly certainty: Certainty;
  /** Independent origins that name the same party; repetitions of one report count once. */
  readonly origins: number;
  /** Other parties of the same level that are named by somebody. */
  readonly others: readonly string[];
  readonly denials: number;
}

/** A sentence of a report beside a count of the logs: both stand. */
export interface BulletinComparison extends BulletinClaim {
  readonly fact: CaseFact;
  readonly claimed: { readonly value: number; readonly bound: Bound; readonly unit: string };
  readonly counted: number | null;
  readonly agrees: boolean | null;
}

/** Everything a bulletin may say. What is null is not known, and the bulletin says so. */
export interface BulletinRecord {
  readonly id: string;
  readonly version: number;
  /** The day it is issued, YYYY-MM-DD. */
  readonly date: string;
  readonly tlp: Tlp;
  readonly issuer: string | null;
  readonly victim: { readonly sector: string | null; readonly country: string | null; readonly size: string | null };
  /** YYYY-MM-DD. */
  readonly detected: string | null;
  readonly reported: string | null;
  /** What was entered and by which weakness, where somebody knows. */
  readonly product: string | null;
  readonly weakness: string | null;
  readonly zero_day: boolean | null;
  readonly intrusion: Intrusion;
  readonly attributions: readonly BulletinAttribution[];
  readonly answers: readonly BulletinClaim[];
  /** Tools and effects that reports name. */
  readonly tools: readonly BulletinClaim[];
  readonly effects: readonly BulletinClaim[];
  readonly comparisons: readonly BulletinComparison[];
  /** Claims of reports that tell several cases, when nobody can say that they are about this one: never facts of it. */
  readonly unmatched: readonly BulletinClaim[];
  /** Where sector and country, product and weakness, and whether it was public were read; empty for what the issuer says. */
  readonly told: { readonly victim: Records; readonly product: Records; readonly zero_day: Records };
  readonly related: readonly { readonly id: string; readonly traits: readonly string[] }[];
}
