import type { AttackFacts, CitedItem, CitedSource } from '../../model/actor-view.ts';
import type { AttackTable } from './table.ts';

/**
 * What an ATT&CK version cites about groups: techniques and software they use, campaigns attributed to them, each with its sources.
 * `asOf` (an ISO day) keeps what a source published by then says; what no date is known for is left out then.
 */
export function factsOfGroups(table: AttackTable, groups: readonly string[], asOf?: string): AttackFacts {
  const wanted = new Set(groups);
  const source = (at: number): CitedSource => {
    const [title, url, published] = table.sources[at]!;
    return { title, url, published };
  };
  const known = (sources: readonly number[]): readonly CitedSource[] =>
    sources.map(source).filter(({ published }) => !asOf || (published !== null && published <= asOf));
  const campaigns = table.campaigns
    .filter(([, , , , of]) => of.some(([group]) => wanted.has(group)))
    .map(([id, name, first, last, of]) => {
      const cited = of.filter(([group]) => wanted.has(group)).flatMap(([, sources]) => sources);
      return { id, name, first, last, sources: known(cited) };
    })
    .filter(({ first, sources }) => !asOf || sources.length > 0 || (first !== null && first <= asOf));
  const users = new Set([...wanted, ...campaigns.map(({ id }) => id)]);
  const used = new Map<string, Map<string, CitedSource>>();
  for (const [user, item, sources] of table.uses) {
    if (!users.has(user)) continue;
    const found = known(sources);
    if (asOf && found.length === 0) continue;
    const all = used.get(item) ?? new Map<string, CitedSource>();
    for (const it of found) all.set(it.title + it.url, it);
    used.set(item, all);
  }
  const cited = (id: string): readonly CitedSource[] =>
    [...(used.get(id)?.values() ?? [])].sort((a, b) => compare(a.published ?? '9', b.published ?? '9'));
  const techniques = table.techniques
    .filter(([id]) => used.has(id))
    .map(([id, name, tactics]): CitedItem & { tactics: readonly string[] } => ({
      id,
      name,
      tactics,
      sources: cited(id),
    }));
  const software = table.software
    .filter(([id]) => used.has(id))
    .map(([id, name, kind]) => ({ id, name, kind, sources: cited(id) }));
  return { version: table.version, techniques, software, campaigns };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
