import { sql } from 'kysely';
import type { Precision } from '../../base/time.ts';
import type { DatasetRow, Incident, MeasuredClaim, MeasuredQuery, TallyRecord } from '../../model/incident.ts';
import { type Db, rows } from '../database.ts';
import { countable, FROM_SHOWN, shownTables } from './shown.ts';

const LATEST = sql`latest as (select distinct on (dataset) * from datasets order by dataset, seq desc)`;

interface StoredDataset extends Omit<DatasetRow, 'covered'> {
  readonly covered_first: string | null;
  readonly covered_last: string | null;
}

/** The latest import of every data set, the newest first. */
export async function datasetRows(db: Db): Promise<readonly DatasetRow[]> {
  const found = await rows<StoredDataset>(
    db,
    sql`with ${LATEST} select dataset, title, name, covered_first, covered_last, incidents, tallies, problems, recorded
        from latest order by seq desc`,
  );
  return found.map(({ covered_first: first, covered_last: last, ...row }) => ({
    ...row,
    covered: first && last ? { first, last, precision: 'range' as Precision } : null,
  }));
}

/** Rows of the latest import of every data set, or of one, in the order of their tables. */
export async function dataOf(
  db: Db,
  dataset?: string,
): Promise<{ readonly incidents: readonly Incident[]; readonly tallies: readonly TallyRecord[] }> {
  const wanted = dataset ? sql`l.dataset = ${dataset}` : sql`true`;
  const from = async <Record>(table: 'incidents' | 'tallies') => {
    const found = await rows<{ record: Record }>(
      db,
      sql`with ${LATEST} select r.record from ${sql.table(table)} r join latest l on l.seq = r.dataset where ${wanted} order by r.seq`,
    );
    return found.map(({ record }) => record);
  };
  return { incidents: await from<Incident>('incidents'), tallies: await from<TallyRecord>('tallies') };
}

/** Claims of attacks and of their numbers that are asserted and dated. */
export async function measuredClaims(
  db: Db,
  { as_of, counted = false }: MeasuredQuery,
): Promise<readonly MeasuredClaim[]> {
  const filter = as_of ? { as_of } : {};
  // A corrected claim may give numbers where the first reading saw none.
  const only = counted ? sql`and (s.review > 0 or s.seq in (select statement from attacks where counted))` : sql``;
  return rows<MeasuredClaim>(
    db,
    sql`with ${shownTables(filter)} select h.id, s.kind, s.speaker, s.speaker_org, d.publisher, s.certainty,
          s.actor_country, s.target_country, s.time_first, s.time_last, s.time_precision, s.quantities,
          h.quote, d.said, w.origin
        ${FROM_SHOWN} join statements h on h.seq = s.seq join documents d on d.seq = w.document
        where s.stance = 'asserts' and s.time_first is not null and s.certainty <> 'unlikely'
          and s.kind in ('intrusion', 'trend', 'targeting') and ${countable({})} ${only}
        order by s.time_first, s.seq`,
  );
}
