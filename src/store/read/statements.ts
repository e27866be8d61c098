import { type RawBuilder, sql } from 'kysely';
import { NotFoundError } from '../../base/errors.ts';
import type { Page, StatementFilter, StatementQuery, StatementView } from '../../model/view.ts';
import { type Db, intArray, rows } from '../database.ts';
import type { Cache } from './cache.ts';
import { type Counts, countsOf, DOCUMENT_ORDERS, type DocumentOrder } from './counts.ts';
import { chosenTable, FROM_SHOWN, matching, shownTables } from './shown.ts';
import { viewsOf } from './views.ts';

export const PAGE = 50;
export const MOST = 1_000;

/** Orders that go by statement. Those without the value come last, whichever way the list runs. */
const STATEMENT_ORDERS = { time: 's.time_first', score: 's.score' } as const;

/** One page of statements. Deep pages of lists ordered by document cost no more than the first. */
export async function statementPage(db: Db, cache: Cache, query: StatementQuery): Promise<Page<StatementView>> {
  const {
    sort = 'said',
    descending = sort === 'said' || sort === 'recorded' || sort === 'score',
    offset = 0,
    limit = PAGE,
    ...filter
  } = query;
  const take = Math.min(Math.max(0, limit), MOST);
  const skip = Math.max(0, offset);
  const byDocument = sort in DOCUMENT_ORDERS;
  const counts = await countsOf(
    db,
    cache,
    filter,
    byDocument ? (sort as DocumentOrder) : 'said',
    byDocument && descending,
  );
  const { total, origins } = counts;
  if (take === 0 || skip >= total) return { rows: [], total, origins };
  const found = byDocument
    ? await bySlice(db, filter, counts, skip, take)
    : await select(
        db,
        filter,
        sql`where ${matching(filter)}
          order by ${sql.raw(STATEMENT_ORDERS[sort as keyof typeof STATEMENT_ORDERS])} ${sql.raw(descending ? 'desc' : 'asc')} nulls last, s.seq
          limit ${take} offset ${skip}`,
      );
  return { rows: found, total, origins };
}

/** The statements `skip` to `skip + take` of the documents in order: only the few documents they stand in are read. */
async function bySlice(
  db: Db,
  filter: StatementFilter,
  counts: Counts,
  skip: number,
  take: number,
): Promise<readonly StatementView[]> {
  const first = lastAtMost(counts.before, skip);
  let end = first;
  while (end < counts.documents.length && counts.before[end]! < skip + take) end++;
  const documents = intArray([...counts.documents.subarray(first, end)]);
  return select(
    db,
    filter,
    sql`where s.document = any(${documents}) and ${matching(filter)}
      order by array_position(${documents}, s.document), s.start, s."end", s.seq
      limit ${take} offset ${skip - counts.before[first]!}`,
    documents,
  );
}

/** The statements that a query over the shown ones gives, in its order. */
export async function select(
  db: Db,
  filter: StatementFilter,
  tail: RawBuilder<unknown>,
  documents?: RawBuilder<unknown>,
): Promise<readonly StatementView[]> {
  const found = await rows<{ seq: number }>(
    db,
    sql`with ${shownTables(filter, documents)} select s.seq ${FROM_SHOWN} ${tail}`,
  );
  return viewsOf(
    db,
    filter,
    found.map((row) => row.seq),
  );
}

/** Index of the last entry that is not above `value`, in an ascending array that starts with 0; the last of equal ones but the end. */
function lastAtMost(ascending: Int32Array, value: number): number {
  let low = 0;
  let high = ascending.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (ascending[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The statement as it shows; one that only an older reading has is shown from there. NotFoundError for an unknown id. */
export async function statementById(db: Db, id: string, asOf?: string): Promise<StatementView> {
  const scope = asOf ? { as_of: asOf } : {};
  const known = asOf ? sql`d.said <= ${asOf}::date` : sql`true`;
  const [found] = await rows<{ seq: number }>(
    db,
    sql`with held as materialized (select * from statements where id = ${id}),
        ${chosenTable(undefined, sql`r.document in (select document from held)`)}
        select s.seq from held s join documents d on d.seq = s.document left join chosen k on k.reading = s.reading
        where ${known} order by k.reading is null, s.seq desc limit 1`,
  );
  if (!found) throw new NotFoundError(asOf ? `no statement ${id} on ${asOf}` : `no statement ${id}`);
  const [view] = await viewsOf(db, scope, [found.seq]);
  return view!;
}
