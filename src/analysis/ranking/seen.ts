import { type Problem, problem } from '../../base/problem.ts';
import type { AttackTable } from '../../knowledge/attack/table.ts';
import { SECTORS, type Sector } from '../../knowledge/sectors.ts';

/** What was seen, as a file may list it; every list may be missing. */
export const SEEN_LISTS = [
  'techniques',
  'software',
  'vulnerabilities',
  'sectors',
  'countries',
  'infrastructure',
] as const;
export type SeenList = (typeof SEEN_LISTS)[number];

export interface Seen {
  /** Terms as profiles have them, without repetition. */
  readonly terms: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Lists of what was seen as terms: technique ids (withdrawn ones become those in use), software by id, name or alias, CVE numbers, this program's sectors, ISO country
 * codes, and infrastructure as it is. What cannot be understood is a problem and left out.
 */
export function seenIn(value: unknown, table: AttackTable, current: (technique: string) => string | null): Seen {
  const problems: Problem[] = [];
  const terms = new Set<string>();
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { terms: [], problems: [problem('items-unreadable', {}, {}, 'error')] };
  const software = softwareByName(table);
  const readers: Readonly<Record<SeenList, (item: string) => string | null>> = {
    techniques: (item) => {
      const id = item.trim().toUpperCase().replace('/', '.');
      return /^T\d{4}(?:\.\d{3})?$/.test(id) ? (current(id) ?? id) : null;
    },
    software: (item) => software.get(keyOf(item)) ?? null,
    vulnerabilities: (item) => /^CVE-\d{4}-\d{4,}$/.exec(item.trim().toUpperCase())?.[0] ?? null,
    sectors: (item) =>
      SECTORS.includes(item.trim().toLowerCase() as Sector) ? `sector:${item.trim().toLowerCase()}` : null,
    countries: (item) => (/^[A-Za-z]{2}$/.test(item.trim()) ? `country:${item.trim().toUpperCase()}` : null),
    infrastructure: (item) => item.trim().toLowerCase() || null,
  };
  for (const [list, items] of Object.entries(value)) {
    const read = (readers as Readonly<Record<string, ((item: string) => string | null) | undefined>>)[list];
    if (!read || !Array.isArray(items)) {
      problems.push(problem('items-list-unknown', { part: list }, { lists: SEEN_LISTS.join(', ') }));
      continue;
    }
    for (const item of items as readonly unknown[]) {
      const term = typeof item === 'string' ? read(item) : null;
      if (term) terms.add(term);
      else
        problems.push(
          problem('item-unknown', { part: list }, { item: typeof item === 'string' ? item : JSON.stringify(item) }),
        );
    }
  }
  return { terms: [...terms], problems };
}

/** Software by its id, and by its names however they are cased, spaced or punctuated. A name that two carry is nobody's. */
export function softwareByName({ software }: AttackTable): ReadonlyMap<string, string> {
  const names = new Map<string, string | null>();
  for (const [id, name, , aliases] of software)
    for (const spelling of new Set([id, name, ...aliases.map(([alias]) => alias)].map(keyOf)))
      names.set(spelling, names.has(spelling) ? null : id);
  return new Map([...names].flatMap(([name, id]) => (id ? [[name, id] as const] : [])));
}

function keyOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
