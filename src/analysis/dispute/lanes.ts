import type { StatementView } from '../../model/view.ts';

/** The lanes of a dispute, in the order they are drawn; the trigger stands above them. */
export const LANES = ['cyber', 'economic', 'diplomatic', 'military', 'legal', 'response', 'outcome'] as const;
export type LaneName = (typeof LANES)[number];

/** Words that tell what a measure outside of cyberspace is. The first lane that fits decides. */
const MEASURES: readonly (readonly [LaneName, RegExp])[] = [
  [
    'legal',
    /\b(?:indict|charg(?:e|es|ed)\b|court|lawsuit|prosecut|arrest|extradit|warrant|law\b|legislat|bill\b|regulation)/i,
  ],
  [
    'military',
    /\b(?:missile|troops?|military|deploy|exercise|drill|navy|naval|warship|radar|THAAD|air force|defen[cs]e system|weapon)/i,
  ],
  [
    'economic',
    /\b(?:sanction|tariff|trade|import|export|boycott|store|shop|touris|travel|retail|econom|compan|business|market|entertainment|ban(?:s|ned)?\b|clos(?:e|ed|ure)|inspect|supermarket|park)/i,
  ],
  [
    'diplomatic',
    /\b(?:ambassador|embassy|diplomat|summon|protest|expel|talks|visit|summit|minister|negotiat|relations|pressure)/i,
  ],
];

/** Which lane a statement belongs to, by its kind; measures by their words. Names and tools belong to none. */
export function laneOf(statement: Pick<StatementView, 'kind' | 'quote' | 'object'>): LaneName | null {
  const { kind, quote, object } = statement;
  if (kind === 'response') return 'response';
  if (kind === 'effect') return 'outcome';
  if (kind === 'measure')
    return MEASURES.find(([, words]) => words.test(`${object ?? ''} ${quote}`))?.[0] ?? 'diplomatic';
  if (kind === 'alias' || kind === 'uses') return null;
  return 'cyber';
}

/** Two statements of different origin that date the same rise differently. */
export interface TimeConflict {
  readonly a: string;
  readonly b: string;
  /** The first days the two name. */
  readonly a_since: string;
  readonly b_since: string;
}

const APART_DAYS = 31;
const DAY_MS = 86_400_000;

/** Sources that disagree on when the activity began or rose: statements of a trend between the same parties whose times do not meet. */
export function timeConflicts(statements: readonly StatementView[]): TimeConflict[] {
  const trends = statements.filter(
    (s) => s.kind === 'trend' && s.stance === 'asserts' && s.when && s.review !== 'rejected',
  );
  const found: TimeConflict[] = [];
  for (const [i, a] of trends.entries())
    for (const b of trends.slice(i + 1)) {
      if (
        a.origin === b.origin ||
        !sameParty(a.actor_country, b.actor_country) ||
        !sameParty(a.target_country, b.target_country)
      )
        continue;
      const apart = Math.abs(Date.parse(a.when!.first) - Date.parse(b.when!.first)) / DAY_MS;
      if (apart > APART_DAYS) found.push({ a: a.id, b: b.id, a_since: a.when!.first, b_since: b.when!.first });
    }
  return found;
}

const sameParty = (a: string | null, b: string | null) => a === null || b === null || a === b;
