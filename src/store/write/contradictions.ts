import { type RawBuilder, sql } from 'kysely';
import { type Comparable, compatibleKinds, sameThing, sideOf } from '../contradiction.ts';
import { type Db, intArray, rows } from '../database.ts';
import { insertRows } from './insert.ts';

/** A statement is paired with so many of the other side at most, from one search: the best ones, of equal ones the nearest. */
const BEST = 6;
/** The same for a denial that does not say what it denies. */
const BEST_GENERAL = 3;
/** So many statements of other documents that share a topic are looked at for one statement. */
const CANDIDATES = 60;
/** Statements a query. */
const BATCH = 400;

interface Version extends Comparable {
  readonly seq: number;
  readonly review: number;
  readonly document: number;
  readonly start: number;
  readonly topics: readonly number[];
}

interface Pair {
  readonly claim: number;
  readonly claim_review: number;
  readonly denial: number;
  readonly denial_review: number;
  readonly score: number;
  readonly reason: string;
}

/**
 * Finds the contradictions of new readings, or of one correction, with everything on record, and keeps the pairs. Only
 * statements that can be a denial start a search among the claims, and new claims one among the denials; both go by document
 * and by shared topics through indexes, so the work grows with the denials and not with the square of the ledger.
 */
export async function findContradictions(
  tx: Db,
  of: { readings: readonly number[] } | { correction: number },
): Promise<void> {
  const fresh = await rows<Version>(
    tx,
    'readings' in of
      ? versionsOf(sql`s.reading = any(${intArray(of.readings)})`, sql`false`)
      : versionsOf(sql`false`, sql`c.review = ${of.correction}`),
  );
  const pairs = new Map<string, Pair>();
  for (let i = 0; i < fresh.length; i += BATCH) {
    const batch = fresh.slice(i, i + BATCH);
    for (const side of ['denial', 'claim'] as const) {
      const mine = batch.filter((version) => sideOf(version) === side);
      for (const pair of await searchFrom(tx, mine, side, side === 'denial' || 'correction' in of))
        pairs.set(keyOf(pair), pair);
    }
  }
  await insertNew(tx, [...pairs.values()]);
}

async function searchFrom(
  tx: Db,
  mine: readonly Version[],
  side: 'claim' | 'denial',
  athome: boolean,
): Promise<readonly Pair[]> {
  if (mine.length === 0) return [];
  const found = await rows<Omit<Version, 'topics'> & { mine: number }>(tx, candidatesFor(mine, side, athome));
  const by = new Map<number, Version>(mine.map((version) => [version.seq, version]));
  const best = new Map<number, Found[]>();
  for (const other of found) {
    const self = by.get(other.mine)!;
    if (sideOf(other) === side || sideOf(other) === null) continue;
    const [claim, denial] = side === 'claim' ? [self, other] : [other, self];
    const same = sameThing(claim, denial);
    if (!same) continue;
    const { score, reason, general } = same;
    const pair = {
      ...{ claim: claim.seq, claim_review: claim.review, denial: denial.seq, denial_review: denial.review },
      ...{ score, reason, general },
      distance: claim.document === denial.document ? Math.abs(claim.start - denial.start) : Number.MAX_SAFE_INTEGER,
    };
    const list = best.get(self.seq);
    if (list) list.push(pair);
    else best.set(self.seq, [pair]);
  }
  return [...best.values()].flatMap(bestOf);
}

interface Found extends Pair {
  readonly general: boolean;
  /** Characters between the two in one document. */
  readonly distance: number;
}

function bestOf(found: readonly Found[]): Pair[] {
  const ranked = [...found].sort(
    (a, b) => b.score - a.score || a.distance - b.distance || a.claim - b.claim || a.denial - b.denial,
  );
  const taken = { false: 0, true: 0 };
  return ranked
    .filter(({ general }) => ++taken[`${general}`] <= (general ? BEST_GENERAL : BEST))
    .map(({ general: _, distance: __, ...pair }) => pair);
}

/** Statements on the other side, by document and by topic. `mine` says for which of ours each row was found. */
function candidatesFor(mine: readonly Version[], side: 'claim' | 'denial', athome: boolean): RawBuilder<unknown> {
  const stances = side === 'denial' ? sql`('asserts')` : sql`('denies', 'doubts', 'declines')`;
  const keys = JSON.stringify(
    mine.map(({ seq, document, kind, topics }) => ({
      mine: seq,
      home: document,
      topics,
      kinds: compatibleKinds(kind, side),
    })),
  );
  const fields = (of: 's' | 'c') =>
    sql.raw(
      ['kind', 'stance', 'speaker', 'actor', 'actor_country', 'target', 'target_country', 'object', 'time', 'quote']
        .map((column) => `${of}.${column}`)
        .join(', '),
    );
  return sql`
    with mine as materialized (select * from jsonb_to_recordset(${keys}::jsonb) as r(mine int, home int, topics int[], kinds text[]))
    select m.mine, s.seq, 0 as review, s.document, s.start, ${fields('s')}
    from mine m join statements s on ${athome} and s.document = m.home and s.stance in ${stances} and s.seq <> m.mine and s.kind = any(m.kinds)
    union all
    select m.mine, f.* from mine m cross join lateral (
      select s.seq, 0 as review, s.document, s.start, ${fields('s')} from statements s
      where s.topics && m.topics and s.document <> m.home and s.stance in ${stances} and s.kind = any(m.kinds)
      limit ${CANDIDATES}
    ) f
    union all
    select m.mine, s.seq, c.review, s.document, s.start, ${fields('c')}
    from mine m
      join corrections c on c.topics && m.topics and c.stance in ${stances} and c.kind = any(m.kinds)
      join statements s on s.id = c.statement and s.seq <> m.mine`;
}

function versionsOf(statements: RawBuilder<unknown>, corrections: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select s.seq, 0 as review, s.document, s.start, s.kind, s.stance, s.speaker, s.actor, s.actor_country, s.target, s.target_country, s.object, s.time, s.quote, s.topics
    from statements s where ${statements}
    union all
    select s.seq, c.review, s.document, s.start, c.kind, c.stance, c.speaker, c.actor, c.actor_country, c.target, c.target_country, c.object, c.time, c.quote, c.topics
    from corrections c join statements s on s.id = c.statement where ${corrections}
    order by 1`;
}

async function insertNew(tx: Db, pairs: readonly Pair[]): Promise<void> {
  if (pairs.length === 0) return;
  const claims = [...new Set(pairs.map((pair) => pair.claim))];
  const known = await rows<Pair>(
    tx,
    sql`select claim, claim_review, denial, denial_review from contradictions where claim = any(${intArray(claims)})`,
  );
  const there = new Set(known.map(keyOf));
  await insertRows(
    tx,
    'contradictions',
    pairs.filter((pair) => !there.has(keyOf(pair))).map((pair) => ({ ...pair })),
  );
}

function keyOf(pair: Pick<Pair, 'claim' | 'claim_review' | 'denial' | 'denial_review'>): string {
  return `${pair.claim} ${pair.claim_review} ${pair.denial} ${pair.denial_review}`;
}
