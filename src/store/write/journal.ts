import { sql } from 'kysely';
import { type Db, one } from '../database.ts';
import type { Writer } from './add.ts';
import { insertRows } from './insert.ts';

export interface Entry {
  readonly action: string;
  readonly subject: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Appends lines to the journal. Called once by every transaction that writes, under the writer's lock. */
export async function writeJournal(tx: Db, entries: readonly Entry[], { analyst, recorded }: Writer): Promise<void> {
  if (entries.length === 0) return;
  const { last } = await one<{ last: number }>(tx, sql`select coalesce(max(seq), 0) as last from journal`);
  await insertRows(
    tx,
    'journal',
    entries.map((entry, index) => ({ ...entry, seq: last + 1 + index, analyst, recorded })),
  );
}
