import { type RawBuilder, sql } from 'kysely';
import type { StatementFilter } from '../../model/view.ts';
import { nameKey } from '../words.ts';
import { CORRECTED_COLUMNS, SHOWN_COLUMNS } from './row.ts';

/** Readings by this extractor are shown where a document has one; others only where it has none, or when asked for. */
export const PREFERRED = 'rules';

/**
 * The tables every list starts from, as common table expressions: `standing` (the latest review of a statement that was not
 * undone), `chosen` (the reading shown of each document), `home` (the current origin of each document) and `shown` (statements
 * with their claim as it stands; a corrected one has the corrected claim, so that filters and counts see what the page shows).
 */
export function shownTables(filter: Pick<StatementFilter, 'as_of' | 'extractor'>): RawBuilder<unknown> {
  return sql`
    ${standingTable(filter.as_of)},
    ${chosenTable(filter.extractor)},
    ${HOME_TABLE},
    shown as (
      select ${SHOWN_COLUMNS}, v.verdict, 0 as review
      from statements s left join standing v on v.statement = s.id where v.verdict is distinct from 'correct'
      union all
      select ${CORRECTED_COLUMNS}, v.verdict, v.seq as review
      from standing v join corrections c on c.review = v.seq join statements s on s.id = v.statement where v.verdict = 'correct'
    )`;
}

export function standingTable(asOf: string | undefined): RawBuilder<unknown> {
  const until = asOf ? sql`and r.recorded < (${asOf}::date + 1)::timestamp at time zone 'utc'` : sql``;
  const undone = asOf ? sql`and u.recorded < (${asOf}::date + 1)::timestamp at time zone 'utc'` : sql``;
  return sql`standing as materialized (
      select distinct on (r.statement) r.statement, r.seq, r.verdict
      from reviews r
      where r.verdict <> 'undo' ${until} and not exists (select 1 from reviews u where u.undoes = r.seq ${undone})
      order by r.statement, r.seq desc
    )`;
}

/** `extractor` is a name or name@version; without it the latest reading by the preferred one, else the latest. */
export function chosenTable(extractor: string | undefined): RawBuilder<unknown> {
  const at = extractor?.lastIndexOf('@') ?? -1;
  const name = at > 0 ? extractor!.slice(0, at) : extractor;
  const wanted = name
    ? sql`where r.extractor = ${name} ${at > 0 ? sql`and r.version = ${extractor!.slice(at + 1)}` : sql``}`
    : sql``;
  return sql`chosen as materialized (
      select distinct on (r.document) r.seq as reading, r.document, r.read, r.statements, r.indicators, r.problems
      from readings r ${wanted}
      order by r.document, (coalesce(r.extractor, ${PREFERRED}) = ${PREFERRED}) desc, r.seq desc
    )`;
}

export const HOME_TABLE = sql`home as materialized (
      select distinct on (o.document) o.document, o.origin from origins o order by o.document, o.seq desc
    )`;

/** Conditions of a filter on `shown s`, `documents d` and `home h`, all to hold. */
export function conditions(filter: StatementFilter): RawBuilder<unknown> {
  const all = [sql`true`];
  const oneOf = (column: RawBuilder<unknown>, values: readonly string[] | undefined) => {
    if (values?.length) all.push(sql`${column} in (${sql.join(values)})`);
  };
  const holds = (column: RawBuilder<unknown>, part: string | undefined) => {
    const key = nameKey(part ?? null);
    if (key) all.push(sql`position(${key} in ${column}) > 0`);
  };
  if (filter.q?.trim()) all.push(sql`s.english @@ websearch_to_tsquery('english', ${filter.q})`);
  oneOf(sql`s.kind`, filter.kind);
  oneOf(sql`s.stance`, filter.stance);
  oneOf(sql`s.certainty`, filter.certainty);
  if (filter.review?.length) all.push(sql`${REVIEW_STATE} in (${sql.join(filter.review)})`);
  holds(sql`s.speaker_key`, filter.speaker);
  holds(sql`s.actor_key`, filter.actor);
  holds(sql`s.target_key`, filter.target);
  if (filter.country) all.push(sql`(s.actor_country = ${filter.country} or s.target_country = ${filter.country})`);
  if (filter.actor_country) all.push(sql`s.actor_country = ${filter.actor_country}`);
  if (filter.target_country) all.push(sql`s.target_country = ${filter.target_country}`);
  if (filter.document) all.push(sql`d.id = ${filter.document}`);
  if (filter.origin) all.push(sql`h.origin = ${filter.origin}`);
  if (filter.after) all.push(sql`s.time_last >= ${filter.after}::date`);
  if (filter.before) all.push(sql`s.time_first <= ${filter.before}::date`);
  if (filter.as_of) all.push(sql`d.said <= ${filter.as_of}::date`);
  return sql.join(all, sql` and `);
}

/** The word for a standing verdict. */
export const REVIEW_STATE = sql`(case s.verdict when 'accept' then 'accepted' when 'reject' then 'rejected' when 'correct' then 'corrected' else 'unreviewed' end)`;

/** Statements with their document, reading and origin; goes after `with ${shownTables()} select …`. */
export const FROM_SHOWN = sql`from shown s
    join chosen k on k.reading = s.reading
    join documents d on d.seq = s.document
    join home h on h.document = s.document`;
