import { sql } from 'kysely';
import { type Db, intArray, one, rows, textArray } from '../database.ts';
import {
  type EchoKeys,
  type EchoReason,
  type EchoText,
  echoKeys,
  echoText,
  NEAR,
  resemblance,
  sameQuotes,
} from '../echo.ts';
import type { LedgerEntry } from '../ledger.ts';
import { insertRows } from './insert.ts';
import type { Entry } from './journal.ts';

/** So many documents that share most grams are compared word by word; more would only be more of the same. */
const QUOTE_CANDIDATES = 12;
/** A word gram that stands in more documents than this is boilerplate and brings nobody together. */
const COMMON_GRAM = 50;

interface Fresh {
  readonly seq: number;
  readonly entry: LedgerEntry;
}

interface Candidate {
  readonly document: number;
  readonly hash: string;
  readonly signature: readonly number[];
  readonly shared: number;
}

/**
 * Gives each new document its origin: a group of its own, named after it, or that of the documents it repeats. When it joins
 * several groups they become one, the oldest; the documents of the others get a new assignment and their old one stays on record.
 */
export async function assignOrigins(
  tx: Db,
  fresh: readonly Fresh[],
  recorded: string,
  journal: Entry[],
): Promise<void> {
  if (fresh.length === 0) return;
  let { seq } = await one<{ seq: number }>(tx, sql`select coalesce(max(seq), 0) as seq from origins`);
  const groups = new Groups();
  const assignments: Record<string, unknown>[] = [];
  const keys = fresh.map(({ entry }) => echoKeys(entry.document.text));
  await insertRows(
    tx,
    'echoes',
    fresh.map(({ seq: document }, i) => ({ document, ...keys[i]! })),
  );
  const assign = (document: number, origin: string, reason: string) => {
    seq++;
    groups.set(document, origin);
    assignments.push({ seq, document, origin, reason, recorded });
  };
  for (const [index, { seq: document, entry }] of fresh.entries()) {
    const matches = await echoesOf(tx, document, entry, keys[index]!);
    const found = new Map<string, EchoReason>();
    for (const match of matches) {
      const origin = groups.of(match.document) ?? (await originOf(tx, match.document));
      groups.set(match.document, origin.origin);
      if (!found.has(origin.origin)) found.set(origin.origin, match.reason);
    }
    if (found.size === 0) {
      assign(document, entry.document.id, 'first');
      continue;
    }
    const [oldest, ...others] = await byAge(tx, [...found.keys()], fresh);
    assign(document, oldest!, found.get(oldest!)!);
    for (const other of others) {
      for (const member of await membersOf(tx, other, groups)) assign(member, oldest!, 'joined');
      journal.push({
        action: 'origins.join',
        subject: oldest!,
        details: { joined: other, through: entry.document.id },
      });
    }
  }
  await insertRows(tx, 'origins', assignments);
}

/** Assignments made or looked up in this transaction, which the table does not show yet. */
class Groups {
  readonly #origins = new Map<number, string>();

  of(document: number): { origin: string } | undefined {
    const origin = this.#origins.get(document);
    return origin === undefined ? undefined : { origin };
  }

  set(document: number, origin: string): void {
    this.#origins.set(document, origin);
  }

  entries(): Iterable<[number, string]> {
    return this.#origins.entries();
  }
}

async function echoesOf(
  tx: Db,
  document: number,
  entry: LedgerEntry,
  keys: EchoKeys,
): Promise<readonly { document: number; reason: EchoReason }[]> {
  if (keys.hash === '') return [];
  const matches: { document: number; reason: EchoReason }[] = [];
  const seen = new Set<number>();
  const near = await rows<Candidate>(
    tx,
    sql`select document, hash, signature, 0 as shared from echoes
        where document < ${document} and (hash = ${keys.hash} or bands && ${intArray(keys.bands)})`,
  );
  for (const row of near) {
    const reason =
      row.hash === keys.hash
        ? 'same-text'
        : resemblance(row.signature, keys.signature) >= NEAR
          ? 'near-duplicate'
          : null;
    if (!reason) continue;
    seen.add(row.document);
    matches.push({ document: row.document, reason });
  }
  const mine = echoText(
    entry.document.text,
    entry.reading.statements.map((statement) => statement.quote),
  );
  for (const other of await quoteCandidates(tx, document, keys.samples, seen))
    if (sameQuotes(mine, other.text)) matches.push({ document: other.document, reason: 'same-quotes' });
  return matches;
}

async function quoteCandidates(
  tx: Db,
  document: number,
  samples: readonly number[],
  seen: ReadonlySet<number>,
): Promise<readonly { document: number; text: EchoText }[]> {
  if (samples.length === 0) return [];
  const candidates = await rows<{ document: number; text: string; quotes: readonly string[] | null }>(
    tx,
    sql`with holders as (
          select h.document, g.gram from unnest(${intArray(samples)}) as g(gram) cross join lateral (
            select e.document from echoes e where e.samples @> array[g.gram] and e.document < ${document} limit ${COMMON_GRAM + 1}
          ) h
        ),
        rare as (select gram from holders group by gram having count(*) <= ${COMMON_GRAM}),
        best as (select document, count(*) as shared from holders join rare using (gram) where document <> all(${intArray([...seen])}) group by document order by shared desc, document limit ${QUOTE_CANDIDATES})
        select d.seq as document, d.text,
          (select jsonb_agg(s.quote) from statements s where s.reading = (select max(r.seq) from readings r where r.document = d.seq)) as quotes
        from best join documents d on d.seq = best.document`,
  );
  return candidates.map((row) => ({ document: row.document, text: echoText(row.text, row.quotes ?? []) }));
}

async function originOf(tx: Db, document: number): Promise<{ origin: string }> {
  return one(tx, sql`select origin from origins where document = ${document} order by seq desc limit 1`);
}

/** Origins are named after the document that was first in them; the lower its number, the older the group. */
async function byAge(tx: Db, origins: readonly string[], fresh: readonly Fresh[]): Promise<readonly string[]> {
  if (origins.length < 2) return origins;
  const ages = new Map(fresh.map(({ seq, entry }) => [entry.document.id, seq]));
  const found = await rows<{ id: string; seq: number }>(
    tx,
    sql`select id, seq from documents where id = any(${textArray(origins)})`,
  );
  for (const { id, seq } of found) ages.set(id, seq);
  return [...origins].sort((a, b) => (ages.get(a) ?? 0) - (ages.get(b) ?? 0));
}

async function membersOf(tx: Db, origin: string, groups: Groups): Promise<readonly number[]> {
  const stored = await rows<{ document: number }>(
    tx,
    sql`select document from (select distinct on (document) document, origin from origins order by document, seq desc) latest where origin = ${origin}`,
  );
  const members = new Set<number>();
  for (const { document } of stored) if ((groups.of(document)?.origin ?? origin) === origin) members.add(document);
  for (const [document, group] of groups.entries()) if (group === origin) members.add(document);
  return [...members].sort((a, b) => a - b);
}
