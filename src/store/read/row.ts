import { sql } from 'kysely';
import type { Precision } from '../../base/time.ts';
import type { Claim } from '../../model/statement.ts';

/** The claim and the days of its time. */
export interface ClaimRow extends Claim {
  readonly time_first: string | null;
  readonly time_last: string | null;
  readonly time_precision: Precision | null;
}

/** A row of the table `statements` as the readers select it. */
export interface StatementRow extends ClaimRow {
  readonly seq: number;
  readonly id: string;
  readonly document: number;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly score: number;
  readonly extractor: string;
  readonly version: string;
}

const PLACE = ['seq', 'id', 'reading', 'document', 'start', '"end"', 'quote', 'score', 'extractor', 'version'];
const CLAIM = [
  'kind',
  'speaker',
  'speaker_org',
  'via',
  'stance',
  'certainty',
  'actor',
  'actor_country',
  'target',
  'target_country',
  'object',
  'time',
  'quantities',
] as const;
const DAYS = ['time_first', 'time_last', 'time_precision'] as const;
const KEYS = ['speaker_key', 'actor_key', 'target_key', 'fingerprint', 'english'];

const from = (alias: string, columns: readonly string[]) => columns.map((column) => `${alias}.${column}`).join(', ');

/** Columns of a statement as it was read (`s`), without search keys. */
export const STATEMENT_COLUMNS = sql.raw(from('s', [...PLACE, ...CLAIM, ...DAYS]));

/** The claim of a correction `c` as one JSON value, null where there is none. */
export const CORRECTION_JSON = sql.raw(
  `case when c.review is not null then json_build_object(${[...CLAIM, ...DAYS].map((column) => `'${column}', c.${column}`).join(', ')}) end`,
);

/** All columns of `s` that lists filter and group by; and the same with the claim taken from a correction `c`. */
const LISTED = [...CLAIM, ...DAYS, ...KEYS];
const LIST_PLACE = ['seq', 'id', 'reading', 'document', 'start', '"end"', 'score'];
export const SHOWN_COLUMNS = sql.raw(from('s', [...LIST_PLACE, ...LISTED]));
export const CORRECTED_COLUMNS = sql.raw(`${from('s', LIST_PLACE)}, ${from('c', LISTED)}`);

/** The claim alone, as the model has it. */
export function claimOf(row: ClaimRow): Claim {
  return Object.fromEntries(CLAIM.map((field) => [field, row[field]])) as unknown as Claim;
}
