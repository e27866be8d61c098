import { sql } from 'kysely';
import type { Precision } from '../../base/time.ts';
import type { Claim, Quantity } from '../../model/statement.ts';

/** A row of the table `statements` as the readers select it. */
export interface StatementRow extends Omit<Claim, 'via' | 'quantities'> {
  readonly seq: number;
  readonly id: string;
  readonly document: number;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly score: number;
  readonly extractor: string;
  readonly version: string;
  readonly via: readonly string[];
  readonly quantities: readonly Quantity[];
  readonly time_first: string | null;
  readonly time_last: string | null;
  readonly time_precision: Precision | null;
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
const KEYS = [
  'time_first',
  'time_last',
  'time_precision',
  'speaker_key',
  'actor_key',
  'target_key',
  'fingerprint',
  'english',
];

const from = (alias: string, columns: readonly string[]) => columns.map((column) => `${alias}.${column}`).join(', ');

/** Columns of a statement as it was read (`s`), without search keys. */
export const STATEMENT_COLUMNS = sql.raw(from('s', [...PLACE, ...CLAIM, 'time_first', 'time_last', 'time_precision']));

/** All columns of `s` that lists use; and the same with the claim taken from a correction `c`. */
export const SHOWN_COLUMNS = sql.raw(from('s', [...PLACE, ...CLAIM, ...KEYS]));
export const CORRECTED_COLUMNS = sql.raw(`${from('s', PLACE)}, ${from('c', [...CLAIM, ...KEYS])}`);

/** The claim alone, as the model has it. */
export function claimOf(row: StatementRow): Claim {
  return Object.fromEntries(CLAIM.map((field) => [field, row[field]])) as unknown as Claim;
}
