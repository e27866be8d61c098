import { type RawBuilder, sql } from 'kysely';
import type { Review, ReviewState } from '../../model/review.ts';
import type { Claim } from '../../model/statement.ts';
import type { StatementFilter, StatementView } from '../../model/view.ts';
import { type Db, intArray, rows, textArray } from '../database.ts';
import { claimOf, STATEMENT_COLUMNS, type StatementRow } from './row.ts';
import { FROM_SHOWN, REVIEW_STATE, shownTables } from './shown.ts';

type Scope = Pick<StatementFilter, 'as_of' | 'extractor'>;

/** A shown statement with what it needs of its document. */
export interface ShownRow extends StatementRow {
  readonly state: ReviewState;
  readonly correction: number;
  readonly document_id: string;
  readonly document_title: string | null;
  readonly publisher: string | null;
  readonly document_url: string | null;
  readonly said: string;
  readonly recorded: string;
  readonly origin: string;
  readonly echoes: number;
}

/** Columns of a ShownRow over `FROM_SHOWN`. `echoes` counts other documents of the origin that carry the same words as the same claim. */
export const SHOWN_ROW = sql`${STATEMENT_COLUMNS}, ${REVIEW_STATE} as state, s.review as correction,
    d.id as document_id, d.title as document_title, d.publisher, d.url as document_url,
    coalesce(d.published, to_char(d.recorded at time zone 'utc', 'YYYY-MM-DD')) as said, d.recorded, h.origin,
    (select count(distinct e.document) from statements e join home eh on eh.document = e.document join chosen ek on ek.reading = e.reading
      where e.fingerprint = s.fingerprint and e.document <> s.document and eh.origin = h.origin) as echoes`;

/** Rows of shown statements in the order the query gives them, as views with their reviews and contradictions. */
export async function selectViews(db: Db, scope: Scope, tail: RawBuilder<unknown>): Promise<readonly StatementView[]> {
  const found = await rows<ShownRow>(db, sql`with ${shownTables(scope)} select ${SHOWN_ROW} ${FROM_SHOWN} ${tail}`);
  if (found.length === 0) return [];
  const reviews = await reviewsOf(
    db,
    found.map((row) => row.id),
    scope.as_of,
  );
  const rivals = await rivalsOf(
    db,
    found.map((row) => row.seq),
    scope,
  );
  const sources = await sourcesOf(
    db,
    found.filter((row) => row.correction > 0).map((row) => row.seq),
  );
  return found.map((row) => view(row, reviews.get(row.id) ?? [], rivals.get(row.seq) ?? [], sources.get(row.seq)));
}

function view(
  row: ShownRow,
  reviews: readonly Review[],
  rivals: readonly string[],
  source: Claim | undefined,
): StatementView {
  const claim = claimOf(row);
  return {
    id: row.id,
    start: row.start,
    end: row.end,
    quote: row.quote,
    score: row.score,
    extractor: { name: row.extractor, version: row.version },
    ...claim,
    document_id: row.document_id,
    document_title: row.document_title,
    publisher: row.publisher,
    document_url: row.document_url,
    said: row.said,
    recorded: row.recorded,
    origin: row.origin,
    when:
      row.time_first && row.time_last && row.time_precision
        ? { first: row.time_first, last: row.time_last, precision: row.time_precision }
        : null,
    review: row.state,
    before: source ? changedFields(source, claim) : null,
    reviews,
    contradicted_by: rivals,
    echoes: row.echoes,
  };
}

/** The fields of the source's claim that the correction changed. */
function changedFields(source: Claim, shown: Claim): Partial<Claim> {
  const fields = Object.entries(source).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(shown[field as keyof Claim]),
  );
  return Object.fromEntries(fields) as Partial<Claim>;
}

async function reviewsOf(db: Db, ids: readonly string[], asOf: string | undefined): Promise<Map<string, Review[]>> {
  const until = asOf ? sql`and recorded < (${asOf}::date + 1)::timestamp at time zone 'utc'` : sql``;
  const found = await rows<Review & { statement: string }>(
    db,
    sql`select id, statement as statement_id, analyst, verdict, corrected, note, recorded from reviews
        where statement = any(${textArray(ids)}) ${until} order by seq`,
  );
  return grouped(
    found,
    (row) => row.statement_id,
    (row) => row,
  );
}

async function sourcesOf(db: Db, seqs: readonly number[]): Promise<Map<number, Claim>> {
  if (seqs.length === 0) return new Map();
  const found = await rows<StatementRow>(
    db,
    sql`select ${STATEMENT_COLUMNS} from statements s where s.seq = any(${intArray(seqs)})`,
  );
  return new Map(found.map((row) => [row.seq, claimOf(row)]));
}

/** Ids of the statements that contradict each of these, as far as both are shown in the version that does. */
async function rivalsOf(db: Db, seqs: readonly number[], scope: Scope): Promise<Map<number, string[]>> {
  const list = intArray(seqs);
  const found = await rows<{ mine: number; id: string }>(
    db,
    sql`with ${shownTables(scope)},
      pairs as (
        select claim as mine, claim_review as mine_review, denial as other, denial_review as other_review, score from contradictions where claim = any(${list})
        union all
        select denial, denial_review, claim, claim_review, score from contradictions where denial = any(${list})
      )
      select p.mine, o.id from pairs p
        join shown m on m.seq = p.mine and m.review = p.mine_review and m.seq = any(${list})
        join shown o on o.seq = p.other and o.review = p.other_review
        join chosen k on k.reading = o.reading
        join documents d on d.seq = o.document
      where ${scope.as_of ? sql`d.said <= ${scope.as_of}::date` : sql`true`}
      order by p.mine, p.score desc, o.seq`,
  );
  return grouped(
    found,
    (row) => row.mine,
    (row) => row.id,
  );
}

export function grouped<Row, Key, Value>(
  items: readonly Row[],
  key: (row: Row) => Key,
  value: (row: Row) => Value,
): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const item of items) {
    const list = groups.get(key(item));
    if (list) list.push(value(item));
    else groups.set(key(item), [value(item)]);
  }
  return groups;
}
