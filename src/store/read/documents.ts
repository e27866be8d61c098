import { type RawBuilder, sql } from 'kysely';
import { NotFoundError } from '../../base/errors.ts';
import type { Problem } from '../../base/problem.ts';
import type { Block } from '../../model/document.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { TechniqueMention } from '../../model/reading.ts';
import type { DocumentSummary, DocumentView, Page } from '../../model/view.ts';
import { type Db, one, rows } from '../database.ts';
import type { DocumentQuery } from '../ledger.ts';
import { nameKey, VARIED_MARKS } from '../words.ts';
import { chosenTable, homeTable, standingTable } from './shown.ts';
import { MOST, PAGE } from './statements.ts';
import { viewsOf } from './views.ts';

const ORDERS = {
  recorded: 'd.recorded',
  published: 'd.published_first',
  title: 'lower(coalesce(d.title, d.name)) collate "C"',
  statements: 'k.statements',
} as const;

/** Columns of a DocumentSummary over `documents d join home h join chosen k`; `members` holds the size of each origin. */
const SUMMARY = sql`d.id, d.title, d.publisher, d.author, d.published, d.url, d.language, d.medium, d.name, d.recorded, h.origin,
    d.characters, k.statements, k.indicators, k.problems, k.read,
    (select count(*) from standing v join statements s on s.id = v.statement where s.reading = k.reading) as reviewed,
    (select m.n - 1 from members m where m.origin = h.origin) as echoes`;

function tables(asOf: string | undefined): RawBuilder<unknown> {
  const known = asOf ? sql`join documents d on d.seq = home.document where d.said <= ${asOf}::date` : sql``;
  return sql`${standingTable(asOf)}, ${chosenTable(undefined)}, ${homeTable()},
    members as materialized (select origin, count(*)::int as n from home ${known} group by origin)`;
}

const FROM = sql`from documents d join home h on h.document = d.seq join chosen k on k.document = d.seq`;

/** One page of documents. */
export async function documentPage(db: Db, query: DocumentQuery): Promise<Page<DocumentSummary>> {
  const { sort = 'recorded', descending = sort !== 'title', offset = 0, limit = PAGE } = query;
  const where = documentConditions(query);
  const { total, origins } = await one<{ total: number; origins: number }>(
    db,
    sql`with ${homeTable()} select count(*) as total, count(distinct h.origin) as origins
        from documents d join home h on h.document = d.seq where ${where}`,
  );
  const direction = sql.raw(descending ? 'desc' : 'asc');
  const found = await rows<DocumentSummary>(
    db,
    sql`with ${tables(query.as_of)} select ${SUMMARY} ${FROM} where ${where}
        order by ${sql.raw(ORDERS[sort])} ${direction} nulls last, d.seq ${direction}
        limit ${Math.min(Math.max(0, limit), MOST)} offset ${Math.max(0, offset)}`,
  );
  return { rows: found, total, origins };
}

function documentConditions(query: DocumentQuery): RawBuilder<unknown> {
  const all = [sql`true`];
  if (query.q?.trim()) {
    const part = `%${nameKey(query.q).replace(/[\\%_]/g, '\\$&')}%`;
    all.push(
      sql`(d.english @@ websearch_to_tsquery('english', ${query.q}) or ${folded(sql`d.title`)} like ${part} or ${folded(sql`d.name`)} like ${part})`,
    );
  }
  if (query.publisher) all.push(sql`position(${nameKey(query.publisher)} in ${folded(sql`d.publisher`)}) > 0`);
  if (query.language) all.push(sql`d.language = ${query.language}`);
  if (query.after) all.push(sql`coalesce(d.published_last, d.said) >= ${query.after}::date`);
  if (query.before) all.push(sql`coalesce(d.published_first, d.said) <= ${query.before}::date`);
  if (query.as_of) all.push(sql`d.said <= ${query.as_of}::date`);
  return sql.join(all, sql` and `);
}

/** A column as `nameKey` has it, near enough to search in. */
function folded(column: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`translate(lower(coalesce(${column}, '')), ${VARIED_MARKS.typeset}, ${VARIED_MARKS.plain})`;
}

/** Everything about one document. NotFoundError when it is not there, or was not on the day asked for. */
export async function documentById(db: Db, id: string, asOf?: string): Promise<DocumentView> {
  const known = asOf ? sql`and d.said <= ${asOf}::date` : sql``;
  const [found] = await rows<
    DocumentSummary & { seq: number; reading: number; text: string; blocks: readonly Block[] }
  >(
    db,
    sql`with ${tables(asOf)} select d.seq, k.reading, d.text, d.blocks, ${SUMMARY} ${FROM} where d.id = ${id} ${known}`,
  );
  if (!found) throw new NotFoundError(asOf ? `no document ${id} on ${asOf}` : `no document ${id}`);
  const { seq, reading, ...document } = found;
  const scope = asOf ? { as_of: asOf } : {};
  const statements = await rows<{ seq: number }>(
    db,
    sql`select seq from statements where reading = ${reading} order by start, "end", seq`,
  );
  return {
    ...document,
    all_statements: await viewsOf(
      db,
      scope,
      statements.map((row) => row.seq),
    ),
    all_indicators: await rows<Indicator>(
      db,
      sql`select type, value, role, reason, start, "end" from indicators where reading = ${reading} order by start, ord`,
    ),
    techniques: await rows<TechniqueMention>(
      db,
      sql`select id, score, start, "end" from techniques where reading = ${reading} order by start, ord`,
    ),
    all_problems: await rows<Problem>(
      db,
      sql`select code, severity, place, details from problems where reading = ${reading} order by ord`,
    ),
    same_origin: await rows<DocumentSummary>(
      db,
      sql`with ${tables(asOf)} select ${SUMMARY} ${FROM}
          where h.origin = ${document.origin} and d.seq <> ${seq} ${known} order by d.published_last is null, d.said, d.seq limit 100`,
    ),
  };
}

/** The original bytes and the name they came under. */
export async function documentBytes(db: Db, id: string): Promise<{ name: string; bytes: Uint8Array }> {
  const [found] = await rows<{ name: string; bytes: Uint8Array }>(
    db,
    sql`select d.name, c.bytes from documents d join contents c on c.document = d.seq where d.id = ${id}`,
  );
  if (!found) throw new NotFoundError(`no document ${id}`);
  return found;
}
