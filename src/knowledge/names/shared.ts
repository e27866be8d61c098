import type { NameEntry, NameList } from '../../model/name.ts';
import { nameKeyOf } from './key.ts';
import type { NameIndex } from './name-index.ts';

/**
 * Names that a list gives to several of its entries, compared by a key (`nameKeyOf`, or the letters as they are), with the names
 * of the entries.
 */
export function carriedBySeveral(
  list: NameList,
  key: (name: string) => string,
): ReadonlyMap<string, readonly string[]> {
  const carriers = new Map<string, Set<NameEntry>>();
  for (const entry of list.entries)
    for (const name of [entry.name, ...entry.names.map((it) => it.name)]) {
      const known = carriers.get(key(name)) ?? new Set();
      carriers.set(key(name), known.add(entry));
    }
  return new Map(
    [...carriers].filter(([, all]) => all.size > 1).map(([name, all]) => [name, [...all].map((it) => it.name)]),
  );
}

/** How the entries that carry a name spell it, where they differ. */
export function sharedSpellings(
  index: NameIndex,
  name: number,
  bundles: readonly number[],
  entries: ReadonlyMap<string, { readonly entry: NameEntry }>,
): readonly string[] {
  const all = bundles.flatMap((bundle) => {
    const found = entries.get(index.bundles[bundle]!.entry!)?.entry;
    return found ? [found.name, ...found.names.map((it) => it.name)] : [];
  });
  const spelled = [...new Set(all.filter((it) => index.numberOf.get(nameKeyOf(it)) === name))].sort();
  return spelled.length > 1 ? spelled : [];
}
