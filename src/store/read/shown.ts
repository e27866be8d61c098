import { type RawBuilder, sql } from 'kysely';
import type { StatementFilter } from '../../model/view.ts';
import { nameKey } from '../words.ts';
import { CORRECTED_COLUMNS, SHOWN_COLUMNS } from './row.ts';

/** Readings by this extractor are shown where a document has one; others only where it has none, or when asked for. */
export const PREFERRED = 'rules';

type Sql = RawBuilder<unknown>;

/**
 * The tables every list starts from, as common table expressions: `standing` (the latest review of a statement that was not
 * undone), `chosen` (the reading shown of each document), `home` (the current origin of each document), `wanted` (documents that
 * pass the filter) and `shown` (statements with their claim as it stands; a corrected one has the corrected claim, so that filters
 * and counts see what the page shows). `documents` narrows all of it to a few documents that are known already.
 */
export function shownTables(filter: StatementFilter, documents?: Sql): Sql {
  const within = (column: Sql) => (documents ? sql`${column} = any(${documents})` : sql`true`);
  const reviewed = documents
    ? sql`r.statement in (select id from statements where document = any(${documents}))`
    : sql`true`;
  return sql`
    ${standingTable(filter.as_of, reviewed)},
    ${chosenTable(filter.extractor, within(sql`r.document`))},
    ${homeTable(within(sql`o.document`))},
    wanted as materialized (
      select k.document, k.reading, k.statements, h.origin
      from chosen k join home h on h.document = k.document join documents d on d.seq = k.document where ${documentConditions(filter)}
    ),
    shown as (
      select ${SHOWN_COLUMNS}, v.verdict, 0 as review
      from statements s left join standing v on v.statement = s.id
      where s.id not in (select statement from standing where verdict = 'correct')
      union all
      select ${CORRECTED_COLUMNS}, v.verdict, v.seq as review
      from standing v join corrections c on c.review = v.seq join statements s on s.id = v.statement where v.verdict = 'correct'
    )`;
}

/** Statements of the wanted documents; goes after `with ${shownTables()} select …`. */
export const FROM_SHOWN = sql`from shown s join wanted w on w.reading = s.reading`;

/** `only` narrows the reviews `r` that are looked at. */
export function standingTable(asOf: string | undefined, only: Sql = sql`true`): Sql {
  return sql`standing as materialized (
      select distinct on (r.statement) r.statement, r.seq, r.verdict
      from reviews r
      where r.verdict <> 'undo' and ${recordedBy(sql`r`, asOf)} and ${only}
        and not exists (select 1 from reviews u where u.undoes = r.seq and ${recordedBy(sql`u`, asOf)})
      order by r.statement, r.seq desc
    )`;
}

/** Whether a row was on record at the end of the day (UTC); always true without a day. */
export function recordedBy(row: Sql, asOf: string | undefined): Sql {
  return asOf ? sql`${row}.recorded < (${asOf}::date + 1)::timestamp at time zone 'utc'` : sql`true`;
}

/**
 * `extractor` is a name or name@version; without it the latest reading by the preferred one, else the latest. `only` narrows the
 * readings `r` that are looked at.
 */
export function chosenTable(extractor: string | undefined, only: Sql = sql`true`): Sql {
  const at = extractor?.lastIndexOf('@') ?? -1;
  const name = at > 0 ? extractor!.slice(0, at) : extractor;
  const version = at > 0 ? sql`and r.version = ${extractor!.slice(at + 1)}` : sql``;
  return sql`chosen as materialized (
      select distinct on (r.document) r.seq as reading, r.document, r.read, r.statements, r.indicators, r.problems
      from readings r where ${only} ${name ? sql`and r.extractor = ${name} ${version}` : sql``}
      order by r.document, (coalesce(r.extractor, ${PREFERRED}) = ${PREFERRED}) desc, r.seq desc
    )`;
}

/** `only` narrows the origins `o` that are looked at. */
export function homeTable(only: Sql = sql`true`): Sql {
  return sql`home as materialized (
      select distinct on (o.document) o.document, o.origin from origins o where ${only} order by o.document, o.seq desc
    )`;
}

/** Conditions of a filter on documents `d` and their origin `h`. */
function documentConditions(filter: StatementFilter): Sql {
  const all = [sql`true`];
  if (filter.document) all.push(sql`d.id = ${filter.document}`);
  if (filter.origin) all.push(sql`h.origin = ${filter.origin}`);
  if (filter.as_of) all.push(sql`d.said <= ${filter.as_of}::date`);
  return sql.join(all, sql` and `);
}

/** Conditions of a filter on statements `s`, all to hold; null when there are none. */
export function statementConditions(filter: StatementFilter): Sql | null {
  const all: Sql[] = [];
  const oneOf = (column: Sql, values: readonly string[] | undefined) => {
    if (values?.length) all.push(sql`${column} in (${sql.join(values)})`);
  };
  const holds = (column: Sql, part: string | undefined) => {
    const key = nameKey(part ?? null);
    if (key) all.push(sql`position(${key} in ${column}) > 0`);
  };
  if (filter.q?.trim()) all.push(sql`s.english @@ websearch_to_tsquery('english', ${filter.q})`);
  oneOf(sql`s.kind`, filter.kind);
  oneOf(sql`s.stance`, filter.stance);
  oneOf(sql`s.certainty`, filter.certainty);
  oneOf(REVIEW_STATE, filter.review);
  holds(sql`s.speaker_key`, filter.speaker);
  holds(sql`s.actor_key`, filter.actor);
  holds(sql`s.target_key`, filter.target);
  if (filter.country) all.push(sql`(s.actor_country = ${filter.country} or s.target_country = ${filter.country})`);
  if (filter.actor_country) all.push(sql`s.actor_country = ${filter.actor_country}`);
  if (filter.target_country) all.push(sql`s.target_country = ${filter.target_country}`);
  if (filter.after) all.push(sql`s.time_last >= ${filter.after}::date`);
  if (filter.before) all.push(sql`s.time_first <= ${filter.before}::date`);
  return all.length > 0 ? sql.join(all, sql` and `) : null;
}

/** The same as a condition that can always be written. */
export function matching(filter: StatementFilter): Sql {
  return statementConditions(filter) ?? sql`true`;
}

/** The word for a standing verdict of `s`. */
export const REVIEW_STATE = sql`(case s.verdict when 'accept' then 'accepted' when 'reject' then 'rejected' when 'correct' then 'corrected' else 'unreviewed' end)`;

/**
 * Whether `s` counts in sums, names and on the timeline: what was rejected does so only where the filter asks for review states.
 * A condition on `s.verdict` would say the same, but with few reviews the planner takes it to leave no row, and plans for that.
 */
export function countable(filter: Pick<StatementFilter, 'review'>): Sql {
  return filter.review?.length ? sql`true` : sql`s.id not in (select statement from standing where verdict = 'reject')`;
}
