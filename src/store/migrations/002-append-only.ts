import { RECORD_TABLES } from '../columns.ts';

/** Nothing on record is changed or removed, whoever asks: the database itself refuses. */
export const name = '002-append-only';

export const statements: readonly string[] = [
  `create function longwatch_refuse() returns trigger language plpgsql as $$
   begin
     raise exception 'the ledger is append-only: % on % is refused', tg_op, tg_table_name using errcode = 'restrict_violation';
   end $$`,
  ...RECORD_TABLES.map(
    (table) =>
      `create trigger append_only before update or delete or truncate on ${table} for each statement execute function longwatch_refuse()`,
  ),
];
