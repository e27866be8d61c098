import { sql } from 'kysely';
import type { Kind, Stance } from '../../model/statement.ts';
import type { NameRow, Page } from '../../model/view.ts';
import { type Db, rows } from '../database.ts';
import type { NameQuery } from '../ledger.ts';
import { nameKey } from '../words.ts';
import { FROM_SHOWN, shownTables } from './shown.ts';
import { MOST, PAGE } from './statements.ts';

/** Where a role's names stand. Spellings that differ in case or white space are one name. */
const ROLES = {
  speaker: { name: 's.speaker', key: 'split_part(s.speaker_key, chr(10), 1)', country: 'null::text' },
  actor: { name: 's.actor', key: 's.actor_key', country: 's.actor_country' },
  target: { name: 's.target', key: 's.target_key', country: 's.target_country' },
} as const;

interface Tally {
  readonly names: readonly NameRow[];
  readonly origins: number;
}

/**
 * Names in a role with their counts, those of most origins first. Each name shows its most frequent spelling and country;
 * `first` and `last` are the outermost days of the events it is named in.
 */
export async function namePage(db: Db, query: NameQuery): Promise<Page<NameRow>> {
  const { offset = 0, limit = PAGE } = query;
  const { names, origins } = await tally(db, query);
  const start = Math.max(0, offset);
  return { rows: names.slice(start, start + Math.min(Math.max(0, limit), MOST)), total: names.length, origins };
}

async function tally(db: Db, { role, q, as_of }: NameQuery): Promise<Tally> {
  const { name, key, country } = ROLES[role];
  const filter = as_of ? { as_of } : {};
  const part = nameKey(q ?? null);
  const wanted = part ? sql`and position(${part} in ${sql.raw(key)}) > 0` : sql``;
  const groups = await rows<Group>(
    db,
    sql`with ${shownTables(filter)},
      told as (
        select ${sql.raw(key)} as key, ${sql.raw(name)} as name, ${sql.raw(country)} as country, s.stance, s.kind, s.document, w.origin, s.time_first, s.time_last
        ${FROM_SHOWN} where ${sql.raw(name)} is not null ${wanted}
      ),
      per_document as (
        select key, document, min(origin) as origin, count(*)::int as n, min(time_first) as first, max(time_last) as last from told group by key, document
      ),
      counted as (
        select key, sum(n)::int as n, count(*)::int as documents, count(distinct origin)::int as origins, min(first) as first, max(last) as last from per_document group by key
      ),
      words as (
        select key, jsonb_agg(jsonb_build_array(name, country, stance, kind, n)) as words
        from (select key, name, country, stance, kind, count(*)::int as n from told group by 1, 2, 3, 4, 5) w group by key
      )
      select c.*, w.words from counted c join words w using (key)`,
  );
  const names = groups.map((group) => nameRow(group, role));
  names.sort((a, b) => b.origins - a.origins || b.statements - a.statements || (a.name < b.name ? -1 : 1));
  const [all] = await rows<{ origins: number }>(
    db,
    sql`with ${shownTables(filter)} select count(distinct w.origin)::int as origins ${FROM_SHOWN}
        where ${sql.raw(name)} is not null ${wanted}`,
  );
  return { names, origins: all?.origins ?? 0 };
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
