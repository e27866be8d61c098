import { type RawBuilder, sql } from 'kysely';
import type { StatementFilter, StatementView } from '../../model/view.ts';
import type { AttackClaims, CountedClaim, YearSplit } from '../../model/year.ts';
import { type Db, rows } from '../database.ts';
import { countable, FROM_SHOWN, shownTables } from './shown.ts';
import { viewsOf } from './views.ts';

type Scope = Pick<StatementFilter, 'as_of'>;

/** Columns that a split needs beside the countries, and that claims are grouped by; the others are null. */
const NEEDS: Readonly<Record<YearSplit, readonly string[]>> = {
  year: [],
  accused: [],
  target: [],
  actor: ['actor'],
  accuser: ['actor', 'speaker', 'speaker_org', 'publisher'],
  sector: ['target'],
  entry: ['quote', 'techniques'],
};
const COLUMNS = {
  actor: sql`s.actor`,
  target: sql`s.target`,
  speaker: sql`s.speaker`,
  speaker_org: sql`s.speaker_org`,
  publisher: sql`d.publisher`,
  quote: sql`h.quote`,
  // Techniques that the reader found in the passage itself.
  techniques: sql`(select array_agg(distinct t.id order by t.id) from techniques t where t.reading = s.reading and t.start < s."end" and t."end" > s.start)`,
} as const;

/** Statements that another one denies or doubts, as both stand: `seq`, `review`, and who does it. */
const DISPUTED = sql`
  involved as materialized (select claim as seq from contradictions union select denial from contradictions),
  standing_involved as materialized (
    select s.seq, s.review, s.id ${FROM_SHOWN} join involved i on i.seq = s.seq where ${countable({})}
  ),
  disputed as materialized (
    select a.seq, array_agg(b.id order by b.seq) as by_whom
    from contradictions p
      join standing_involved a on a.seq = p.claim and a.review = p.claim_review
      join standing_involved b on b.seq = p.denial and b.review = p.denial_review
    group by a.seq
  )`;

/** What is counted: asserted, not called unlikely, not rejected. */
const stands = (kinds: RawBuilder<unknown>) =>
  sql`s.stance = 'asserts' and s.certainty <> 'unlikely' and s.kind in (${kinds}) and ${countable({})}`;

/** Claims of attacks, dated or not, grouped by what the split asks for: as many rows as there are different claims. */
export async function attackClaims(db: Db, by: YearSplit, filter: Scope): Promise<readonly AttackClaims[]> {
  const needs = NEEDS[by];
  const columns = (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).map((name) => ({
    name,
    value: needs.includes(name) ? COLUMNS[name] : null,
  }));
  const shown = columns.map(({ name, value }) => sql`${value ?? sql`null::text`} as ${sql.ref(name)}`);
  const grouped = columns.flatMap(({ value }) => (value ? [value] : []));
  const kinds = by === 'entry' ? sql`'intrusion', 'uses'` : sql`'intrusion'`;
  const quotes = needs.includes('quote') ? sql`join statements h on h.seq = s.seq` : sql``;
  return rows<AttackClaims>(
    db,
    sql`with ${shownTables(filter)}, ${DISPUTED}
        select s.kind, w.origin, s.time_first, s.time_last, s.actor_country, s.target_country,
          ${WHO} as who, ${sql.join(shown)},
          array_agg(s.seq order by s.seq) as statements, count(x.seq)::int as disputed
        ${FROM_SHOWN} join documents d on d.seq = w.document ${quotes} left join disputed x on x.seq = s.seq
        where ${stands(kinds)}
        group by ${sql.join([sql`s.kind`, sql`w.origin`, sql`s.time_first`, sql`s.time_last`, sql`s.actor_country`, sql`s.target_country`, WHO, ...grouped])}
        order by min(s.seq)`,
  );
}

/** Where no country is known, who and whom tell the attacks of a report apart. */
const WHO = sql`(case when s.actor_country is null and s.target_country is null then s.actor_key || '|' || s.target_key end)`;

/** Statements that carry numbers, dated or not, of the kinds that counts of attacks are read from. */
export async function countedClaims(db: Db, filter: Scope): Promise<readonly CountedClaim[]> {
  return rows<CountedClaim>(
    db,
    sql`with ${shownTables(filter)}, ${DISPUTED}
        select h.id, s.speaker, s.speaker_org, d.publisher, s.stance, s.certainty, s.actor_country, s.target_country,
          s.time_first, s.time_last, s.time_precision, s.quantities, w.origin,
          coalesce(x.by_whom, '{}') as disputed_by
        ${FROM_SHOWN} join statements h on h.seq = s.seq join documents d on d.seq = w.document
          left join disputed x on x.seq = s.seq
        where s.quantities <> '[]'::jsonb and s.kind in ('intrusion', 'trend', 'targeting')
          and s.stance in ('asserts', 'denies', 'doubts') and ${countable({})}
        order by s.seq`,
  );
}

/** Statements by their numbers, as they stand. */
export function statementsBySeq(db: Db, seqs: readonly number[], filter: Scope): Promise<readonly StatementView[]> {
  return viewsOf(db, filter, seqs);
}
