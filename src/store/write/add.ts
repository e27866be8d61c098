import { sql } from 'kysely';
import { sha256 } from '../../base/hash.ts';
import { parseTime } from '../../base/time.ts';
import { type Db, one, rows, takeWriterLock, textArray } from '../database.ts';
import type { LedgerEntry } from '../ledger.ts';
import { noteAttacks } from './attacks.ts';
import { claimRow } from './claim-row.ts';
import { findContradictions } from './contradictions.ts';
import { insertRows, storable } from './insert.ts';
import { type Entry, writeJournal } from './journal.ts';
import { assignOrigins } from './origins.ts';

/** What a writing verb needs to know besides its input. */
export interface Writer {
  readonly analyst: string;
  /** ISO 8601 instant. */
  readonly recorded: string;
}

/**
 * Adds documents and their readings in one transaction. A document already there gets a new reading only when it differs from
 * the latest one by the same extractor.
 */
export async function addEntries(
  db: Db,
  entries: readonly LedgerEntry[],
  writer: Writer,
): Promise<readonly { id: string; added: boolean }[]> {
  if (entries.length === 0) return [];
  return db.transaction().execute(async (tx) => {
    await takeWriterLock(tx);
    const next = await one<{ document: number; reading: number; statement: number }>(
      tx,
      sql`select (select coalesce(max(seq), 0) + 1 from documents) as document,
                 (select coalesce(max(seq), 0) + 1 from readings) as reading,
                 (select coalesce(max(seq), 0) + 1 from statements) as statement`,
    );
    const known = await knownDocuments(tx, entries);
    const digests = await latestDigests(tx, [...known.values()]);
    const journal: Entry[] = [];
    const fresh: { seq: number; entry: LedgerEntry }[] = [];
    const readings: PlannedReading[] = [];
    const result: { id: string; added: boolean }[] = [];
    for (const entry of entries) {
      const { id } = entry.document;
      let seq = known.get(id);
      const added = seq === undefined;
      if (seq === undefined) {
        seq = next.document++;
        known.set(id, seq);
        fresh.push({ seq, entry });
        journal.push({ action: 'documents.add', subject: id, details: { name: entry.name } });
      }
      result.push({ id, added });
      const reading = plan(entry, seq, next);
      const key = `${seq} ${reading.extractor}`;
      if (digests.get(key) === reading.digest) continue;
      digests.set(key, reading.digest);
      readings.push(reading);
      next.reading++;
      next.statement += entry.reading.statements.length;
      const extractor = reading.extractor && `${reading.extractor}@${reading.version}`;
      journal.push({
        action: 'readings.add',
        subject: id,
        details: { extractor, statements: entry.reading.statements.length },
      });
    }
    await insertRows(
      tx,
      'documents',
      map(fresh, ({ seq, entry }) => documentRow(seq, entry, writer.recorded)),
    );
    await insertRows(
      tx,
      'contents',
      map(fresh, ({ seq, entry }) => ({ document: seq, bytes: Buffer.from(entry.bytes).toString('base64') })),
    );
    await insertReadings(tx, readings, writer.recorded);
    await assignOrigins(tx, fresh, writer.recorded, journal);
    await findContradictions(tx, { readings: readings.map((reading) => reading.seq) });
    await writeJournal(tx, journal, writer);
    return result;
  });
}

interface PlannedReading {
  readonly seq: number;
  readonly firstStatement: number;
  readonly document: number;
  readonly extractor: string | null;
  readonly version: string | null;
  readonly digest: string;
  readonly entry: LedgerEntry;
}

function plan(entry: LedgerEntry, document: number, next: { reading: number; statement: number }): PlannedReading {
  const { name = null, version = null } = entry.reading.statements[0]?.extractor ?? {};
  const digest = sha256(storable([entry.read, entry.problems, entry.reading]));
  return { seq: next.reading, firstStatement: next.statement, document, extractor: name, version, digest, entry };
}

async function knownDocuments(tx: Db, entries: readonly LedgerEntry[]): Promise<Map<string, number>> {
  const ids = entries.map((entry) => entry.document.id);
  const found = await rows<{ id: string; seq: number }>(
    tx,
    sql`select id, seq from documents where id = any(${textArray(ids)})`,
  );
  return new Map(found.map((row) => [row.id, row.seq]));
}

/** Digest of the latest reading by document and extractor. */
async function latestDigests(tx: Db, documents: readonly number[]): Promise<Map<string, string>> {
  if (documents.length === 0) return new Map();
  const found = await rows<{ document: number; extractor: string | null; digest: string }>(
    tx,
    sql`select distinct on (document, extractor) document, extractor, digest from readings
        where document = any(${`{${documents.join(',')}}`}::int[]) order by document, extractor, seq desc`,
  );
  return new Map(found.map((row) => [`${row.document} ${row.extractor}`, row.digest]));
}

function documentRow(seq: number, entry: LedgerEntry, recorded: string): Readonly<Record<string, unknown>> {
  const { document, name } = entry;
  const published = document.published ? parseTime(document.published) : null;
  return {
    ...document,
    seq,
    name,
    recorded,
    published_first: published?.first ?? null,
    published_last: published?.last ?? null,
    said: published?.last ?? recorded.slice(0, 10),
    characters: document.text.length,
  };
}

async function insertReadings(tx: Db, readings: readonly PlannedReading[], recorded: string): Promise<void> {
  const problems = (entry: LedgerEntry) => [...entry.problems, ...entry.reading.problems];
  await insertRows(
    tx,
    'readings',
    map(readings, ({ entry, ...reading }) => ({
      ...reading,
      recorded,
      read: entry.read,
      statements: entry.reading.statements.length,
      indicators: entry.reading.indicators.length,
      problems: problems(entry).length,
    })),
  );
  await insertRows(tx, 'statements', statementRows(readings));
  await noteAttacks(
    tx,
    readings.map((reading) => reading.seq),
  );
  const parts = (name: 'indicators' | 'techniques') =>
    readings.flatMap(({ seq, entry }) => entry.reading[name].map((part, ord) => ({ ...part, reading: seq, ord })));
  await insertRows(tx, 'indicators', parts('indicators'));
  await insertRows(tx, 'techniques', parts('techniques'));
  await insertRows(
    tx,
    'problems',
    readings.flatMap(({ seq, entry }) => problems(entry).map((problem, ord) => ({ ...problem, reading: seq, ord }))),
  );
}

function* statementRows(readings: readonly PlannedReading[]): Iterable<Readonly<Record<string, unknown>>> {
  for (const { seq, firstStatement, document, entry } of readings) {
    for (const [index, statement] of entry.reading.statements.entries()) {
      yield {
        seq: firstStatement + index,
        id: statement.id,
        reading: seq,
        document,
        start: statement.start,
        end: statement.end,
        quote: statement.quote,
        score: statement.score,
        extractor: statement.extractor.name,
        version: statement.extractor.version,
        ...claimRow(statement, statement.quote),
      };
    }
  }
}

function* map<A, B>(items: Iterable<A>, change: (item: A) => B): Iterable<B> {
  for (const item of items) yield change(item);
}
