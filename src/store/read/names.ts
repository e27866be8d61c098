import { type RawBuilder, sql } from 'kysely';
import { ACTING, type Kind, type Stance } from '../../model/statement.ts';
import type { NameRow, Page } from '../../model/view.ts';
import { type Db, one } from '../database.ts';
import type { NameQuery } from '../ledger.ts';
import { nameKey } from '../words.ts';
import { shownTables } from './shown.ts';
import { MOST, PAGE } from './statements.ts';

/** Where a role's names stand in `s`. Spellings that differ in case, white space or typeface are one name. */
const ROLES = {
  speaker: { name: 's.speaker', key: 'split_part(s.speaker_key, chr(10), 1)', country: 'null::text' },
  actor: { name: 's.actor', key: 's.actor_key', country: 's.actor_country' },
  target: { name: 's.target', key: 's.target_key', country: 's.target_country' },
} as const;

/**
 * Names in a role with their counts (phrases that name nobody only when asked for), those of most origins first, then of most statements, then by the alphabet. Each name shows its most frequent spelling and country;
 * `first` and `last` are the outermost days of the events it is named in. Most origins are one document alone; only the others,
 * marked `echoed`, take a second round of counting.
 */
export async function namePage(db: Db, query: NameQuery): Promise<Page<NameRow>> {
  const { role, offset = 0, limit = PAGE } = query;
  const { total, origins, groups } = await one<{ total: number; origins: number; groups: readonly Group[] | null }>(
    db,
    sql`with ${shownTables(query.as_of ? { as_of: query.as_of } : {})},
      homes as materialized (
        select reading, dense_rank() over (order by origin) as home, count(*) over (partition by origin) > 1 as echoed from wanted
      ),
      told as materialized (${mentions(query)}),
      per_document as materialized (
        select t.*, o.home, o.echoed from (
          select key, reading, count(*) as n, sum(small) as small, min(time_first) as first, max(time_last) as last from told group by key, reading
        ) t join homes o on o.reading = t.reading
      ),
      echoes as (
        select key, count(*) as origins from (select key, home from per_document where echoed group by key, home) e group by key
      ),
      per_name as (
        select key, sum(n)::int as n, count(*)::int as documents, ${listed(query)} as listed, count(*) filter (where not echoed) as alone, min(first) as first, max(last) as last
        from per_document group by key
      ),
      counted as materialized (
        select key, n, documents, (alone + coalesce(e.origins, 0))::int as origins, first, last
        from per_name left join echoes e using (key) where listed
      ),
      page as materialized (
        select * from counted order by origins desc, n desc, key collate "C"
        limit ${Math.min(Math.max(0, limit), MOST)} offset ${Math.max(0, offset)}
      ),
      words as (
        select key, json_agg(json_build_array(name, country, stance, kind, n)) as words
        from (
          select key, name, country, stance, kind, count(*) as n from told
          where key in (select key from page) and reading in (select reading from homes) group by 1, 2, 3, 4, 5
        ) w group by key
      )
      select (select count(*) from counted) as total, (select count(*) from (select home from per_document group by home) h) as origins,
        (select json_agg(row_to_json(g) order by g.origins desc, g.n desc, g.key collate "C") from (select * from page join words using (key)) g) as groups`,
  );
  return { rows: (groups ?? []).map((group) => nameRow(group, role)), total, origins };
}

/** Who tells a report itself is no name; it is listed among the speakers only when asked for. */
const NARRATOR = 'narrator';

/** Statements that name somebody in the role, as they stand: corrected ones with the corrected claim, rejected ones left out. */
function mentions({ role, q, narrator = false }: NameQuery): RawBuilder<unknown> {
  const { name, key, country } = ROLES[role];
  const part = nameKey(q ?? null);
  const named = role === 'speaker' && !narrator ? sql`s.speaker <> ${NARRATOR}` : sql`${sql.raw(name)} is not null`;
  // Who only answers is not said to act.
  const kinds = role === 'actor' ? sql`s.kind in (${sql.join(ACTING)})` : sql`true`;
  const asked = part ? sql`position(${part} in ${sql.raw(key)}) > 0` : sql`true`;
  const columns = sql`${sql.raw(key)} as key, ${sql.raw(name)} as name, ${small(name, key)} as small, ${sql.raw(country)} as country, s.stance, s.kind, s.time_first, s.time_last`;
  return sql`
    select ${columns}, s.reading from statements s
    where ${named} and ${kinds} and ${asked} and s.id not in (select statement from standing where verdict in ('correct', 'reject'))
    union all
    select ${columns}, r.reading from standing v join corrections s on s.review = v.seq join statements r on r.id = v.statement
    where v.verdict = 'correct' and ${named} and ${kinds} and ${asked}`;
}

/** Whether a spelling is all small: as its key has it, but for apostrophes. */
const small = (name: string, key: string): RawBuilder<unknown> =>
  sql.raw(`case when ${name} = ${key} then 1 when position('’' in ${name}) = 0 then 0
    when translate(${name}, '’', '''') = ${key} then 1 else 0 end`);

/** A letter with a figure ("apt28"), or one of a script without capitals. */
const NAMED = '[a-z][0-9]|[^\\u0001-\\u00bf\\u2000-\\u206f]';

/**
 * Whether a key stands for a name. "attackers" and "400 people" in several documents are several, whom counting together would
 * make one: what is written small at least as often as with a capital is left out unless asked or searched for.
 */
function listed({ q, unnamed = false }: NameQuery): RawBuilder<unknown> {
  return unnamed || nameKey(q ?? null)
    ? sql`true`
    : sql`(2 * sum(small) < sum(n) or key = ${NARRATOR} or key ~ ${NAMED})`;
}

interface Group {
  readonly key: string;
  readonly n: number;
  readonly documents: number;
  readonly origins: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly words: readonly (readonly [string, string | null, Stance, Kind, number])[];
}

function nameRow(group: Group, role: NameRow['role']): NameRow {
  const names: Record<string, number> = {};
  const countries: Record<string, number> = {};
  const stances: Partial<Record<Stance, number>> = {};
  const kinds: Partial<Record<Kind, number>> = {};
  for (const [name, country, stance, kind, n] of group.words) {
    names[name] = (names[name] ?? 0) + n;
    if (country) countries[country] = (countries[country] ?? 0) + n;
    stances[stance] = (stances[stance] ?? 0) + n;
    kinds[kind] = (kinds[kind] ?? 0) + n;
  }
  return {
    name: most(names) ?? group.key,
    role,
    country: most(countries),
    statements: group.n,
    documents: group.documents,
    origins: group.origins,
    stances,
    kinds,
    first: group.first,
    last: group.last,
  };
}

/** The key with the highest count; of equal ones the first in code order. */
function most(counts: Readonly<Record<string, number>>): string | null {
  const ranked = Object.entries(counts).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return ranked[0]?.[0] ?? null;
}
