import { sql } from 'kysely';
import type { StatementFilter } from '../../model/view.ts';
import { type Db, rows } from '../database.ts';
import { type Cache, inOrder } from './cache.ts';
import { FROM_SHOWN, shownTables, statementConditions } from './shown.ts';

/** How many statements of each document match, in the order of the documents; what pages and totals are worked out from. */
export interface Counts {
  readonly total: number;
  readonly origins: number;
  /** Parallel: document number, and how many matching statements stand before it. One more entry at the end of `before`. */
  readonly documents: Int32Array;
  readonly before: Int32Array;
}

/**
 * Orders that go by document, `last` putting some behind the others whichever way the list runs: nobody knows when an undated
 * document was said. Within a document, statements stand in the order of the text.
 */
export const DOCUMENT_ORDERS = {
  said: { last: 'd.published_last is null', column: 'd.said' },
  recorded: { last: null, column: 'd.recorded' },
  document: { last: null, column: `lower(coalesce(d.title, d.name)) collate "C"` },
} as const;
export type DocumentOrder = keyof typeof DOCUMENT_ORDERS;

/** The counts under a filter: scrolling through a list asks for the same ones with every page. */
export function countsOf(
  db: Db,
  cache: Cache,
  filter: StatementFilter,
  order: DocumentOrder,
  descending: boolean,
): Promise<Counts> {
  return cache.get(db, ['counts', inOrder(filter), order, descending], () => count(db, filter, order, descending));
}

async function count(db: Db, filter: StatementFilter, order: DocumentOrder, descending: boolean): Promise<Counts> {
  const { last, column } = DOCUMENT_ORDERS[order];
  const direction = descending ? 'desc' : 'asc';
  const conditions = statementConditions(filter);
  // Without a condition on statements the readings know how many they have.
  const counted = conditions
    ? sql`select s.document, count(*) as n ${FROM_SHOWN} where ${conditions} group by s.document`
    : sql`select document, statements as n from wanted where statements > 0`;
  const found = await rows<{ document: number; n: number; origin: string }>(
    db,
    sql`with ${shownTables(filter)}, counted as (${counted})
      select m.document, m.n, w.origin from counted m join documents d on d.seq = m.document join wanted w on w.document = m.document
      order by ${sql.raw(`${last ? `${last}, ` : ''}${column} ${direction}, d.seq ${direction}`)}`,
  );
  const documents = new Int32Array(found.length);
  const before = new Int32Array(found.length + 1);
  const origins = new Set<string>();
  for (const [i, row] of found.entries()) {
    documents[i] = row.document;
    before[i + 1] = before[i]! + row.n;
    origins.add(row.origin);
  }
  return { total: before[found.length]!, origins: origins.size, documents, before };
}
