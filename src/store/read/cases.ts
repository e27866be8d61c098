import { sql } from 'kysely';
import { NotFoundError } from '../../base/errors.ts';
import type { LogRecord } from '../../model/case-evidence.ts';
import type { CaseEntry } from '../../model/case-record.ts';
import { type Db, rows, textArray } from '../database.ts';
import type { CaseRecord } from '../ledger.ts';
import { recordedBy } from './shown.ts';

/** Cases with their entries in the order in which they came, as they stood on a day. Of what logs showed only the last is read. */
export async function caseRecords(db: Db, asOf?: string, name?: string): Promise<readonly CaseRecord[]> {
  const found = await rows<CaseEntry & { readonly name: string }>(
    db,
    sql`with c as (select * from cases c where ${name === undefined ? sql`true` : sql`c.name = ${name}`}
          and ${asOf ? recordedBy(sql`c`, asOf) : sql`true`})
        select c.name, c.seq, c.part, c.body, c.analyst, c.recorded from c
        where c.part <> 'logs' or c.seq = (select max(o.seq) from c o where o.name = c.name and o.part = 'logs')
        order by c.seq`,
  );
  const cases = new Map<string, CaseEntry[]>();
  for (const { name: of, ...entry } of found) {
    const entries = cases.get(of);
    if (entries) entries.push(entry);
    else cases.set(of, [entry]);
  }
  return [...cases].map(([of, entries]) => ({ name: of, entries }));
}

/** One of them; NotFoundError for an unknown name, or one that did not exist yet. */
export async function caseByName(db: Db, name: string, asOf?: string): Promise<CaseRecord> {
  const [found] = await caseRecords(db, asOf, name);
  if (!found) throw new NotFoundError(asOf ? `no case ${name} on ${asOf}` : `no case ${name}`);
  return found;
}

/** Records that came with an entry of what logs showed, by their places; several may share one. */
export async function keptRecords(db: Db, entry: number, refs: readonly string[]): Promise<readonly LogRecord[]> {
  const found = await rows<{ readonly record: LogRecord }>(
    db,
    sql`select r.record from case_records r where r.entry = ${entry} and r.ref = any(${textArray(refs)})
        order by r.record->>'time', r.ref`,
  );
  return found.map(({ record }) => record);
}
