import type { Intrusion } from '../../model/case.ts';

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
  readonly attributions: readonly BulletinClaim[];
  readonly answers: readonly BulletinClaim[];
  readonly related: readonly { readonly id: string; readonly traits: readonly string[] }[];
}
