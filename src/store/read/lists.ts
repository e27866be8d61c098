import { sql } from 'kysely';
import type {
  Contradiction,
  Facets,
  JournalEntry,
  Page,
  StatementFilter,
  StatementView,
  SystemStatus,
} from '../../model/view.ts';
import { type Db, one, rows } from '../database.ts';
import { countable, FROM_SHOWN, matching, REVIEW_STATE, shownTables } from './shown.ts';
import { MOST, PAGE } from './statements.ts';
import { viewsOf } from './views.ts';

/**
 * How many statements have each value, under the filter. A statement counts once for a country that stands in both fields; a
 * rejected one only among the review states, unless the filter asks for those.
 */
export async function facetCounts(db: Db, filter: StatementFilter): Promise<Facets> {
  const groups = await rows<
    { readonly [facet in Counted]: string | null } & { a: string | null; t: string | null; n: number; all: number }
  >(
    db,
    sql`with ${shownTables(filter)}
        select s.kind, s.stance, s.certainty, ${REVIEW_STATE} as review, s.actor_country as a, s.target_country as t,
          count(*) filter (where ${countable(filter)}) as n, count(*) as all
        ${FROM_SHOWN} where ${matching(filter)} group by grouping sets ((1), (2), (3), (4), (5, 6))`,
  );
  const facets: Record<keyof Facets, Record<string, number>> = {
    kind: {},
    stance: {},
    certainty: {},
    review: {},
    country: {},
  };
  const add = (facet: keyof Facets, value: string | null, n: number) => {
    if (value !== null && n > 0) facets[facet][value] = (facets[facet][value] ?? 0) + n;
  };
  for (const group of groups) {
    for (const facet of ['kind', 'stance', 'certainty'] as const) add(facet, group[facet], group.n);
    add('review', group.review, group.all);
    for (const country of new Set([group.a, group.t])) add('country', country, group.n);
  }
  return facets;
}

type Counted = 'kind' | 'stance' | 'certainty' | 'review';

/** Statements of each sort, dated and undated, that one timeline holds at most. */
const MOST_ON_A_LINE = 20_000;

/** Statements by the first day of their event; those without a time are listed apart, in the order they were recorded; `limit` of each. */
export async function timelineOf(
  db: Db,
  filter: StatementFilter,
  limit = 500,
): Promise<{
  dated: readonly StatementView[];
  undated: readonly StatementView[];
  dated_total: number;
  undated_total: number;
}> {
  const take = Math.min(Math.max(0, limit), MOST_ON_A_LINE);
  const found = await one<{ dated_total: number; undated_total: number; dated: number[]; undated: number[] }>(
    db,
    sql`with ${shownTables(filter)},
        matching as materialized (
          select s.seq, s.time_first, s.time_last ${FROM_SHOWN} where ${matching(filter)} and ${countable(filter)}
        )
        select count(time_first) as dated_total, count(*) - count(time_first) as undated_total,
          array(select seq from matching where time_first is not null order by time_first, time_last, seq limit ${take}) as dated,
          array(select seq from matching where time_first is null order by seq limit ${take}) as undated
        from matching`,
  );
  const { dated, undated, ...totals } = found;
  const views = await viewsOf(db, filter, [...dated, ...undated]);
  return { dated: views.slice(0, dated.length), undated: views.slice(dated.length), ...totals };
}

/** Pairs of which at least one statement passes the filter, the strongest first; `a` claims, `b` denies. */
export async function contradictionPairs(
  db: Db,
  filter: StatementFilter,
  limit = PAGE,
): Promise<{ pairs: readonly Contradiction[]; total: number }> {
  const scope = {
    ...(filter.as_of && { as_of: filter.as_of }),
    ...(filter.extractor && { extractor: filter.extractor }),
  };
  const { document, origin, ...rest } = filter;
  const here = sql`${matching(rest)} and ${document ? sql`w.document = (select seq from documents where id = ${document})` : sql`true`}
    and ${origin ? sql`w.origin = ${origin}` : sql`true`}`;
  const found = await rows<{ claim: number; denial: number; reason: string; total: number }>(
    db,
    sql`with ${shownTables(scope)},
      involved as materialized (select claim as seq from contradictions union select denial from contradictions),
      meant as materialized (select s.seq, s.review, ${here} as meant ${FROM_SHOWN} join involved i on i.seq = s.seq)
      select p.claim, p.denial, p.reason, count(*) over () as total
      from contradictions p
        join meant a on a.seq = p.claim and a.review = p.claim_review
        join meant b on b.seq = p.denial and b.review = p.denial_review
      where a.meant or b.meant
      order by p.score desc, p.denial desc, p.claim limit ${Math.min(Math.max(1, limit), MOST)}`,
  );
  const seqs = [...new Set(found.flatMap((pair) => [pair.claim, pair.denial]))];
  const views = await viewsOf(db, scope, seqs);
  const bySeq = new Map(seqs.map((seq, i) => [seq, views[i]!]));
  return {
    pairs: found.map(({ claim, denial, reason }) => ({ a: bySeq.get(claim)!, b: bySeq.get(denial)!, reason })),
    total: found[0]?.total ?? 0,
  };
}

/** The journal, newest line first. */
export async function journalPage(db: Db, offset = 0, limit = PAGE): Promise<Page<JournalEntry>> {
  const { total } = await one<{ total: number }>(db, sql`select count(*) as total from journal`);
  const found = await rows<JournalEntry>(
    db,
    sql`select seq, recorded, analyst, action, subject, details from journal order by seq desc
        limit ${Math.min(Math.max(0, limit), MOST)} offset ${Math.max(0, offset)}`,
  );
  return { rows: found, total, origins: 0 };
}

/** How much the ledger holds; statements of the readings that are shown. */
export async function ledgerStatus(
  db: Db,
  engine: SystemStatus['engine'],
): Promise<Omit<SystemStatus, 'version' | 'home'>> {
  const counts = await one<{ documents: number; statements: number; reviews: number; origins: number }>(
    db,
    sql`with ${shownTables({})} select
      (select count(*) from documents) as documents,
      (select coalesce(sum(statements), 0)::int from chosen) as statements,
      (select count(*) from reviews) as reviews,
      (select count(distinct origin) from home) as origins`,
  );
  return { engine, ...counts };
}
