import { sql } from 'kysely';
import type { Review, ReviewState } from '../../model/review.ts';
import type { Claim } from '../../model/statement.ts';
import type { StatementFilter, StatementView } from '../../model/view.ts';
import { type Db, intArray, rows, textArray } from '../database.ts';
import { type ClaimRow, CORRECTION_JSON, claimOf, STATEMENT_COLUMNS, type StatementRow } from './row.ts';
import { chosenTable, homeTable, recordedBy, standingTable } from './shown.ts';

type Scope = Pick<StatementFilter, 'as_of' | 'extractor'>;

interface ViewRow extends StatementRow {
  readonly verdict: keyof typeof STATES | null;
  readonly review: number | null;
  readonly correction: ClaimRow | null;
  readonly document_id: string;
  readonly document_title: string | null;
  readonly publisher: string | null;
  readonly document_url: string | null;
  readonly said: string;
  readonly recorded: string;
  readonly origin: string;
}

const STATES = { accept: 'accepted', reject: 'rejected', correct: 'corrected' } as const satisfies Record<
  string,
  ReviewState
>;

/**
 * Statements by their numbers, in that order, as they stand in a scope: with reviews, contradictions and echoes. What is asked
 * of the database depends on the number of statements, not on the size of the ledger.
 */
export async function viewsOf(db: Db, scope: Scope, seqs: readonly number[]): Promise<readonly StatementView[]> {
  if (seqs.length === 0) return [];
  const list = intArray(seqs);
  const found = await rows<ViewRow>(
    db,
    sql`with ${standingTable(scope.as_of, sql`r.statement in (select id from statements where seq = any(${list}))`)},
      ${homeTable(sql`o.document in (select document from statements where seq = any(${list}))`)}
      select ${STATEMENT_COLUMNS}, v.verdict, v.seq as review, ${CORRECTION_JSON} as correction,
        d.id as document_id, d.title as document_title, d.publisher, d.url as document_url,
        coalesce(d.published, to_char(d.recorded at time zone 'utc', 'YYYY-MM-DD')) as said, d.recorded, h.origin
      from statements s join documents d on d.seq = s.document join home h on h.document = s.document
        left join standing v on v.statement = s.id left join corrections c on c.review = v.seq
      where s.seq = any(${list})`,
  );
  const ids = found.map((row) => row.id);
  const [reviews, rivals, echoes] = [
    await reviewsOf(db, ids, scope.as_of),
    await rivalsOf(db, found, scope),
    await echoesOf(db, seqs, scope),
  ];
  const views = new Map<number, StatementView>();
  for (const row of found)
    views.set(row.seq, view(row, reviews.get(row.id) ?? [], rivals.get(row.seq) ?? [], echoes.get(row.seq) ?? 0));
  return seqs.map((seq) => views.get(seq)!);
}

function view(row: ViewRow, reviews: readonly Review[], rivals: readonly string[], echoes: number): StatementView {
  const shown = row.correction ?? row;
  const { time_first: first, time_last: last, time_precision: precision } = shown;
  return {
    id: row.id,
    start: row.start,
    end: row.end,
    quote: row.quote,
    score: row.score,
    extractor: { name: row.extractor, version: row.version },
    ...claimOf(shown),
    document_id: row.document_id,
    document_title: row.document_title,
    publisher: row.publisher,
    document_url: row.document_url,
    said: row.said,
    recorded: row.recorded,
    origin: row.origin,
    when: first && last && precision ? { first, last, precision } : null,
    review: row.verdict ? STATES[row.verdict] : 'unreviewed',
    before: row.correction ? changedFields(claimOf(row), claimOf(row.correction)) : null,
    reviews,
    contradicted_by: rivals,
    echoes,
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
  const found = await rows<Review>(
    db,
    sql`select id, statement as statement_id, analyst, verdict, corrected, note, recorded from reviews r
        where statement = any(${textArray(ids)}) and ${recordedBy(sql`r`, asOf)} order by seq`,
  );
  return grouped(
    found,
    (row) => row.statement_id,
    (row) => row,
  );
}

/** Ids of the statements that contradict each of these, as far as both are shown in the version that does. */
async function rivalsOf(db: Db, mine: readonly ViewRow[], scope: Scope): Promise<Map<number, string[]>> {
  const list = intArray(mine.map((row) => row.seq));
  const found = await rows<{ mine: number; mine_review: number; id: string }>(
    db,
    sql`with pairs as materialized (
        select claim as mine, claim_review as mine_review, denial as other, denial_review as other_review, score from contradictions where claim = any(${list})
        union all
        select denial, denial_review, claim, claim_review, score from contradictions where denial = any(${list})
      ),
      others as materialized (select seq, id, document, reading from statements where seq in (select other from pairs)),
      ${standingTable(scope.as_of, sql`r.statement in (select id from others)`)},
      ${chosenTable(scope.extractor, sql`r.document in (select document from others)`)}
      select p.mine, p.mine_review, o.id from pairs p
        join others o on o.seq = p.other
        join chosen k on k.reading = o.reading
        left join standing v on v.statement = o.id
        join documents d on d.seq = o.document
      where p.other_review = (case when v.verdict = 'correct' then v.seq else 0 end)
        and ${scope.as_of ? sql`d.said <= ${scope.as_of}::date` : sql`true`}
      order by p.mine, p.score desc, o.seq`,
  );
  const versions = new Map(mine.map((row) => [row.seq, row.correction ? row.review! : 0]));
  const standing = found.filter((row) => versions.get(row.mine) === row.mine_review);
  return grouped(
    standing,
    (row) => row.mine,
    (row) => row.id,
  );
}

/** How many other documents of the same origin carry the same words as the same claim, of those shown. */
async function echoesOf(db: Db, seqs: readonly number[], scope: Scope): Promise<Map<number, number>> {
  const found = await rows<{ seq: number; n: number }>(
    db,
    sql`with same as materialized (
        select m.seq, m.document as home, e.document, e.reading from statements m
          join statements e on e.fingerprint = m.fingerprint and e.document <> m.document where m.seq = any(${intArray(seqs)})
      ),
      ${homeTable(sql`o.document in (select document from same union select home from same)`)},
      ${chosenTable(scope.extractor, sql`r.document in (select document from same)`)}
      select s.seq, count(distinct s.document) as n from same s
        join chosen k on k.reading = s.reading
        join home a on a.document = s.home
        join home b on b.document = s.document and b.origin = a.origin
        join documents d on d.seq = s.document
      where ${scope.as_of ? sql`d.said <= ${scope.as_of}::date` : sql`true`}
      group by s.seq`,
  );
  return new Map(found.map((row) => [row.seq, row.n]));
}

function grouped<Row, Key, Value>(
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
