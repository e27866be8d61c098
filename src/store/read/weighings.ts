import { sql } from 'kysely';
import { NotFoundError } from '../../base/errors.ts';
import type { ReviewState } from '../../model/review.ts';
import type { WeighingEntry } from '../../model/weighing/weighing.ts';
import { type Db, rows, textArray } from '../database.ts';
import type { WeighingRecord } from '../ledger.ts';
import { REVIEW_STATE, recordedBy, standingTable } from './shown.ts';

interface Row {
  readonly weighing: string;
  readonly part: WeighingEntry['part'];
  readonly key: string;
  readonly body: unknown;
  readonly analyst: string;
  readonly made: string | null;
  readonly recorded: string;
}

/**
 * Weighings with their entries, in the order in which they were made: what an entry says it is from goes before when it came in.
 * Those without an entry on or before the day are left out.
 */
export async function weighingRecords(db: Db, asOf?: string, id?: string): Promise<readonly WeighingRecord[]> {
  const found = await rows<Row>(
    db,
    sql`select w.weighing, w.part, w.key, w.body, w.analyst, w.made, w.recorded from weighings w
        where ${id === undefined ? sql`true` : sql`w.weighing = ${id}`}
          and ${asOf ? sql`case when w.made is null then ${recordedBy(sql`w`, asOf)} else w.made <= ${asOf}::date end` : sql`true`}
        order by coalesce(w.made, (w.recorded at time zone 'utc')::date), w.seq`,
  );
  const records = new Map<string, WeighingEntry[]>();
  for (const { weighing, part, key, body, analyst, made, recorded } of found) {
    const entry = { part, key, body, analyst, recorded: made ?? recorded } as WeighingEntry;
    records.set(weighing, [...(records.get(weighing) ?? []), entry]);
  }
  const cited = new Map([...records].map(([weighing, entries]) => [weighing, statementsOf(entries)]));
  const reviews = await reviewStates(db, [...new Set([...cited.values()].flat())], asOf);
  return [...records].map(([weighing, entries]) => ({
    id: weighing,
    entries,
    statements: Object.fromEntries(cited.get(weighing)!.flatMap((s) => (reviews.has(s) ? [[s, reviews.get(s)!]] : []))),
  }));
}

/** One of them; NotFoundError for an unknown id, or one that did not exist yet. */
export async function weighingById(db: Db, id: string, asOf?: string): Promise<WeighingRecord> {
  const [found] = await weighingRecords(db, asOf, id);
  if (!found) throw new NotFoundError(asOf ? `no weighing ${id} on ${asOf}` : `no weighing ${id}`);
  return found;
}

function statementsOf(entries: readonly WeighingEntry[]): string[] {
  return [...new Set(entries.flatMap((entry) => (entry.part === 'evidence' ? (entry.body?.statements ?? []) : [])))];
}

async function reviewStates(db: Db, ids: readonly string[], asOf?: string): Promise<ReadonlyMap<string, ReviewState>> {
  if (ids.length === 0) return new Map();
  const wanted = textArray(ids);
  const found = await rows<{ id: string; review: ReviewState }>(
    db,
    sql`with ${standingTable(asOf, sql`r.statement = any(${wanted})`)},
        s as (select distinct on (t.id) t.id, v.verdict from statements t left join standing v on v.statement = t.id
              where t.id = any(${wanted}))
        select s.id, ${REVIEW_STATE} as review from s`,
  );
  return new Map(found.map(({ id, review }) => [id, review]));
}
