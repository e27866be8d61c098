import { type RawBuilder, sql } from 'kysely';
import type { AttackQuery, AttackSeries, Sides } from '../../model/incident.ts';
import { type Db, one } from '../database.ts';
import { chosenTable, homeTable, standingTable } from './shown.ts';

/** Ids that an answer lists at most. */
const MOST_IDS = 2_000;

type Sql = RawBuilder<unknown>;

/**
 * Dated claims of attacks, counted by day where they are kept: those of a pair over the whole record, and all around the days
 * asked about, told apart by control. Claims of one origin, time and pair count once. The same answer as counting the claims of
 * `measured` one by one, without bringing them here.
 */
export async function attackSeries(db: Db, query: AttackQuery): Promise<AttackSeries> {
  const { pair, controls, from, to, as_of, beside } = query;
  const standing = sql`a.reading in (select reading from wanted) and not a.counted and a.statement not in (select seq from gone)`;
  const near = (first: Sql, last: Sql) =>
    // What begins further back than the windows are long is too vague to lie in them.
    sql`${first} < ${to}::date and ${last} >= ${from}::date and ${first} >= ${from}::date - (${to}::date - ${from}::date)`;
  const mask = sql.join(
    [
      sql`0`,
      ...controls.map(
        (control, i) => sql`case when ${fits(control, sql`actor`, sql`target`)} then ${sql.lit(2 ** i)} else 0 end`,
      ),
    ],
    sql` + `,
  );
  const found = await one<{ series: Stored }>(
    db,
    sql`with ${standingTable(as_of)}, ${chosenTable(undefined)}, ${homeTable()},
      wanted as materialized (
        select k.reading, h.origin, d.said - date '1970-01-01' as said
        from chosen k join home h on h.document = k.document join documents d on d.seq = k.document
        where ${as_of ? sql`d.said <= ${as_of}::date` : sql`true`}
      ),
      gone as materialized (
        select s.seq from standing v join statements s on s.id = v.statement where v.verdict in ('reject', 'correct')
      ),
      beside as materialized (
        select * from jsonb_to_recordset(${JSON.stringify(beside)}::jsonb)
          as b(id text, origin text, first date, last date, actor text, target text, said date)
      ),
      paired as materialized (
        select origin, first, last, min(seq) as seq, min(id) as id from (
          select w.origin, a.first, a.last, a.actor, a.target, a.statement as seq, null as id
          from attacks a join wanted w on w.reading = a.reading
          where ${fits(pair, sql`a.actor`, sql`a.target`)} and not a.counted and a.statement not in (select seq from gone)
          union all
          select origin, first, last, actor, target, null, id from beside where ${fits(pair, sql`actor`, sql`target`)}
        ) p group by origin, first, last, actor, target
      ),
      around as materialized (
        select first, last, actor, target, (min(ord) % 100000)::int as said from (
          select w.origin, a.first, a.last, a.actor, a.target, a.statement::int8 * 100000 + w.said as ord
          from attacks a join wanted w on w.reading = a.reading
          where ${near(sql`a.first`, sql`a.last`)} and not a.counted and a.statement not in (select seq from gone)
          union all
          select origin, first, last, actor, target, (said - date '1970-01-01')::int8
          from beside where ${near(sql`first`, sql`last`)}
        ) n group by origin, first, last, actor, target
      )
      select json_build_object(
        'first', least((select a.first from attacks a where ${standing} order by a.first limit 1), (select min(first) from beside)),
        'last', greatest((select a.last from attacks a where ${standing} order by a.last desc limit 1), (select max(last) from beside)),
        'pair', (select coalesce(json_agg(json_build_array(first, last, n)), '[]') from (
          select first, last, count(*)::int as n from paired group by first, last order by first, last) x),
        'around', (select coalesce(json_agg(json_build_array(first, last, mask, n)), '[]') from (
          select first, last, ${mask} as mask, count(*)::int as n from around group by 1, 2, 3 order by 1, 2, 3) x),
        'lags', (select coalesce(json_agg(json_build_array(lag, n)), '[]') from (
          select said - (first - date '1970-01-01') as lag, count(*)::int as n from around
          where first = last and first >= ${from}::date and said >= first - date '1970-01-01' group by 1 order by 1) x),
        'ids', (select coalesce(json_agg(coalesce(s.id, x.id) order by x.first, x.seq), '[]') from (
          select seq, id, first from paired order by first, seq limit ${MOST_IDS}) x left join statements s on s.seq = x.seq)
      ) as series`,
  );
  const { first, last, pair: own, around, lags, ids } = found.series;
  return {
    covered: first && last ? { first, last } : null,
    pair: own.map(([a, b, n]) => ({ first: a, last: b, n })),
    around: around.map(([a, b, control, n]) => ({ first: a, last: b, controls: control, n })),
    lags: lags.map(([days, n]) => ({ days, n })),
    ids,
  };
}

interface Stored {
  readonly first: string | null;
  readonly last: string | null;
  readonly pair: readonly (readonly [string, string, number])[];
  readonly around: readonly (readonly [string, string, number, number])[];
  readonly lags: readonly (readonly [number, number])[];
  readonly ids: readonly string[];
}

/** `CN`, `!CN` (somebody else, and known), or anybody, on both sides. */
function fits({ initiator, target }: Sides, actor: Sql, hit: Sql): Sql {
  const side = (wanted: string | null, column: Sql): Sql => {
    if (wanted === null) return sql`true`;
    return wanted.startsWith('!') ? sql`${column} <> ${wanted.slice(1)}` : sql`${column} = ${wanted}`;
  };
  return sql`(${side(initiator, actor)} and ${side(target, hit)})`;
}
