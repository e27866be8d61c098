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

/** By the number of a statement, those that deny or doubt it. */
export type Disputes = ReadonlyMap<number, readonly string[]>;

/** Statements that another one denies or doubts, as both stand. */
export async function disputesOf(db: Db, filter: Scope): Promise<Disputes> {
  const found = await rows<{ claim: number; by_whom: readonly string[] }>(
    db,
    sql`with ${shownTables(filter)}
        select a.seq as claim, array_agg(b.id order by b.seq) as by_whom
        from contradictions p
          join statements a on a.seq = p.claim left join standing v on v.statement = a.id
          join statements b on b.seq = p.denial left join standing u on u.statement = b.id
        where ${isWanted(sql`a`)} and ${isWanted(sql`b`)}
          and ${inForce(sql`v`, sql`p.claim_review`)} and ${inForce(sql`u`, sql`p.denial_review`)}
        group by a.seq`,
  );
  return new Map(found.map(({ claim, by_whom }) => [claim, by_whom]));
}

/** Written so that the readings are hashed once: as a join, each pair would be compared with every reading. */
const isWanted = (statement: RawBuilder<unknown>) =>
  sql`(${statement}.reading in (select reading from wanted)) is true`;

/** Whether a pair was found with the claim as it stands: read so, or so corrected; and not rejected since. */
const inForce = (standing: RawBuilder<unknown>, review: RawBuilder<unknown>) =>
  sql`${review} = case when ${standing}.verdict = 'correct' then ${standing}.seq else 0 end and ${standing}.verdict is distinct from 'reject'`;

/** What is counted: asserted, not called unlikely, not rejected. */
const stands = (kinds: RawBuilder<unknown>) =>
  sql`s.stance = 'asserts' and s.certainty <> 'unlikely' and s.kind in (${kinds}) and ${countable({})}`;

/** Claims of attacks, dated or not, grouped by what the split asks for: as many rows as there are different claims. */
export async function attackClaims(
  db: Db,
  by: YearSplit,
  filter: Scope,
  disputes: Disputes,
): Promise<readonly AttackClaims[]> {
  const needs = NEEDS[by];
  const columns = (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).map((name) => ({
    name,
    value: needs.includes(name) ? COLUMNS[name] : null,
  }));
  const shown = columns.map(({ name, value }) => sql`${value ?? sql`null::text`} as ${sql.ref(name)}`);
  const grouped = columns.flatMap(({ value }) => (value ? [value] : []));
  const kinds = by === 'entry' ? sql`'intrusion', 'uses'` : sql`'intrusion'`;
  const publishers = needs.includes('publisher') ? sql`join documents d on d.seq = w.document` : sql``;
  const quotes = needs.includes('quote') ? sql`join statements h on h.seq = s.seq` : sql``;
  const found = await rows<Omit<AttackClaims, 'disputed'>>(
    db,
    sql`with ${shownTables(filter)}
        select s.kind, w.origin, s.time_first, s.time_last, s.actor_country, s.target_country,
          ${WHO} as who, ${sql.join(shown)},
          array_agg(s.seq order by s.seq) as statements
        ${FROM_SHOWN} ${publishers} ${quotes}
        where ${stands(kinds)}
        group by ${sql.join([sql`s.kind`, sql`w.origin`, sql`s.time_first`, sql`s.time_last`, sql`s.actor_country`, sql`s.target_country`, WHO, ...grouped])}
        order by min(s.seq)`,
  );
  return found.map((claims) => ({
    ...claims,
    disputed: disputes.size === 0 ? 0 : claims.statements.filter((seq) => disputes.has(seq)).length,
  }));
}

/** Where no country is known, who and whom tell the attacks of a report apart. */
const WHO = sql`(case when s.actor_country is null and s.target_country is null then s.actor_key || '|' || s.target_key end)`;

/** Statements that carry numbers, dated or not, of the kinds that counts of attacks are read from. */
export async function countedClaims(db: Db, filter: Scope, disputes: Disputes): Promise<readonly CountedClaim[]> {
  const found = await rows<Omit<CountedClaim, 'disputed_by'> & { readonly seq: number }>(
    db,
    sql`with ${shownTables(filter)}
        select h.id, s.speaker, s.speaker_org, d.publisher, s.stance, s.certainty, s.actor_country, s.target_country,
          s.time_first, s.time_last, s.time_precision, s.quantities, w.origin, s.seq
        ${FROM_SHOWN} join statements h on h.seq = s.seq join documents d on d.seq = w.document
        where s.kind in ('intrusion', 'trend', 'targeting') and s.stance in ('asserts', 'denies', 'doubts')
          and s.quantities <> '[]'::jsonb and ${countable({})}
        order by s.seq`,
  );
  return found.map(({ seq, ...claim }) => ({ ...claim, disputed_by: disputes.get(seq) ?? [] }));
}

/** Statements by their numbers, as they stand. */
export function statementsBySeq(db: Db, seqs: readonly number[], filter: Scope): Promise<readonly StatementView[]> {
  return viewsOf(db, filter, seqs);
}
