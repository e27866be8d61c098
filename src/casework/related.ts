import type { Intrusion } from '../model/case.ts';
import type { RelatedCase, TraitView } from '../model/case-record.ts';

/** A trait by which intrusions can be alike: its values in one, and how they are called. */
interface Trait {
  readonly name: string;
  values(one: Intrusion): readonly string[];
}

const TRAITS: readonly Trait[] = [
  { name: 'entry', values: ({ steps }) => steps.slice(0, 1).map(({ technique }) => technique) },
  { name: 'techniques', values: ({ steps }) => unique(steps.map(({ technique }) => technique)) },
  {
    name: 'spread',
    values: ({ steps }) =>
      unique(steps.filter(({ technique }) => SPREAD.has(technique)).map(({ technique }) => technique)),
  },
  { name: 'files', values: ({ files }) => unique(files.map(({ name }) => name.slice(name.lastIndexOf('\\') + 1))) },
  { name: 'relay addresses', values: ({ relays }) => relays.map(({ address }) => address) },
  { name: 'relay countries', values: ({ relays }) => unique(relays.flatMap(({ country }) => country ?? [])) },
  {
    name: 'hours',
    values: ({ hours }) =>
      hours.n < 8
        ? []
        : hours.offsets.slice(0, 3).map(({ offset }) => `UTC${offset < 0 ? '-' : '+'}${Math.abs(offset / 60)}`),
  },
];

/** Techniques by which many machines are reached: what tells one way of working from another. */
const SPREAD: ReadonlySet<string> = new Set([
  'T1021.001',
  'T1021.002',
  'T1021.006',
  'T1072',
  'T1195.002',
  'T1569.002',
  'T1047',
]);

/**
 * How alike two intrusions are, trait by trait: the Jaccard index of their values, over the traits that both show. What only one of them
 * shows is not held against them, since logs differ in what they can show. Null where nothing can be compared.
 */
export function likeness(a: Intrusion, b: Intrusion): Omit<RelatedCase, 'name'> | null {
  let sum = 0;
  let compared = 0;
  const shared: string[] = [];
  const traits: TraitView[] = [];
  for (const { name, values } of TRAITS) {
    const [left, right] = [new Set(values(a)), new Set(values(b))];
    const both = [...left].filter((value) => right.has(value));
    if (left.size + right.size > 0) traits.push({ name, own: [...left], other: [...right], both });
    if (left.size === 0 || right.size === 0) continue;
    sum += both.length / new Set([...left, ...right]).size;
    compared++;
    if (both.length > 0) shared.push(`${name}: ${both.slice(0, 5).join(', ')}${both.length > 5 ? ' …' : ''}`);
  }
  return compared === 0 ? null : { likeness: sum / compared, shared, compared, traits };
}

/** Other cases, the most alike first; those that share nothing are left out. */
export function relatedTo(
  one: Intrusion,
  others: readonly { readonly name: string; readonly intrusion: Intrusion }[],
): RelatedCase[] {
  return others
    .flatMap(({ name, intrusion }) => {
      const found = likeness(one, intrusion);
      return found && found.shared.length > 0 ? [{ name, ...found }] : [];
    })
    .sort((a, b) => b.likeness - a.likeness || (a.name < b.name ? -1 : 1));
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];
