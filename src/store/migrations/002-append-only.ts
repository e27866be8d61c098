/** Nothing on record is changed or removed, whoever asks: the database itself refuses. */
export const name = '002-append-only';

/** The tables of migration 001. Tables that came later bring their own trigger, by `appendOnly`. */
const TABLES = [
  'documents',
  'contents',
  'readings',
  'statements',
  'indicators',
  'techniques',
  'problems',
  'reviews',
  'corrections',
  'origins',
  'journal',
];

/** What makes a table refuse changes. */
export function appendOnly(table: string): string {
  return `create trigger append_only before update or delete or truncate on ${table} for each statement execute function longwatch_refuse()`;
}

export const statements: readonly string[] = [
  `create function longwatch_refuse() returns trigger language plpgsql as $$
   begin
     raise exception 'the ledger is append-only: % on % is refused', tg_op, tg_table_name using errcode = 'restrict_violation';
   end $$`,
  ...TABLES.map(appendOnly),
];
