import { sql } from 'kysely';
import type { IndicatorRow, Page } from '../../model/view.ts';
import { type Db, one } from '../database.ts';
import type { IndicatorQuery } from '../ledger.ts';
import { chosenTable, homeTable } from './shown.ts';
import { MOST, PAGE } from './statements.ts';

/** Documents named with each indicator; the count says how many there are. */
const NAMED = 5;

/** Indicators that documents name in a role, by type and value, each with the documents that name it, the first recorded first. */
export async function indicatorPage(db: Db, query: IndicatorQuery): Promise<Page<IndicatorRow>> {
  const { role = 'indicator', type, as_of, offset = 0, limit = PAGE } = query;
  const types = type?.length ? sql`and i.type in (${sql.join(type)})` : sql``;
  const known = as_of ? sql`and d.said <= ${as_of}::date` : sql``;
  const { total, origins, rows } = await one<{ total: number; origins: number; rows: readonly IndicatorRow[] | null }>(
    db,
    sql`with ${chosenTable(undefined)}, ${homeTable()},
      named as materialized (
        select i.type, i.value, d.seq, d.id, d.title, d.publisher, d.published, h.origin
        from indicators i join chosen k on k.reading = i.reading join documents d on d.seq = k.document join home h on h.document = d.seq
        where i.role = ${role} ${types} ${known} group by 1, 2, 3, 4, 5, 6, 7, 8
      ),
      numbered as materialized (
        select *, row_number() over (partition by type, value order by seq) as n from named
      ),
      counted as materialized (
        select type, value, count(*)::int as documents, count(distinct origin)::int as origins from named group by type, value
      ),
      page as materialized (
        select * from counted order by type, value collate "C"
        limit ${Math.min(Math.max(0, limit), MOST)} offset ${Math.max(0, offset)}
      ),
      shown as (
        select p.type, p.value, p.documents, p.origins,
          json_agg(json_build_object('id', n.id, 'title', n.title, 'publisher', n.publisher, 'published', n.published) order by n.n) as named_in
        from page p join numbered n on n.type = p.type and n.value = p.value and n.n <= ${NAMED} group by 1, 2, 3, 4
      )
      select (select count(*) from counted) as total, (select count(distinct origin) from named) as origins,
        (select json_agg(row_to_json(s) order by s.type, s.value collate "C") from shown s) as rows`,
  );
  return { rows: rows ?? [], total, origins };
}
