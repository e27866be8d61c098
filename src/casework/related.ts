import type { RelatedCase, TraitView } from '../model/case-record.ts';
import { TRAITS, type Trait, type Traits } from './traits.ts';

/**
 * What each trait counts. How it began, how many machines were reached and what was gone for tell ways of working apart; the list of
 * techniques does less, since most intrusions share most of it (whoami, a scheduled task, a packed archive).
 */
const WEIGHTS: Readonly<Record<Trait, number>> = {
  entry: 2,
  spread: 2,
  aim: 1,
  techniques: 1,
  files: 1,
  'relay addresses': 1,
  'relay countries': 1,
  hours: 0.5,
};

/** Traits without which two cases are not said to be of one family: addresses and hours alone are of the day, not of the way. */
const WAYS: readonly Trait[] = ['entry', 'spread'];

/** From this likeness on two cases are of one family; docs/BENCHMARKS.md tells how it was chosen. */
export const FAMILY = 0.6;

const NONE: ReadonlySet<string> = new Set();

/**
 * How alike two cases are: the Jaccard index of their values trait by trait, weighted, over the traits that both show. What only one of
 * them shows is not held against them, since logs and reports differ in what they can show. Null where nothing can be compared.
 */
export function likeness(a: Traits, b: Traits): Omit<RelatedCase, 'name'> | null {
  let sum = 0;
  let weights = 0;
  const compared: Trait[] = [];
  const shared: string[] = [];
  const traits: TraitView[] = [];
  for (const trait of TRAITS) {
    const [left, right] = [a[trait] ?? NONE, b[trait] ?? NONE];
    const both = [...left].filter((value) => right.has(value));
    if (left.size + right.size > 0) traits.push({ name: trait, own: [...left], other: [...right], both });
    if (left.size === 0 || right.size === 0) continue;
    sum += (WEIGHTS[trait] * both.length) / new Set([...left, ...right]).size;
    weights += WEIGHTS[trait];
    compared.push(trait);
    if (both.length > 0) shared.push(`${trait}: ${both.slice(0, 5).join(', ')}${both.length > 5 ? ' …' : ''}`);
  }
  if (compared.length === 0) return null;
  const value = sum / weights;
  const family = value >= FAMILY && WAYS.every((trait) => compared.includes(trait));
  return { likeness: value, family, shared, compared: compared.length, traits };
}

/** Other cases, the most alike first; those that share nothing are left out. */
export function relatedTo(
  one: Traits,
  others: readonly { readonly name: string; readonly traits: Traits }[],
): RelatedCase[] {
  return others
    .flatMap(({ name, traits }) => {
      const found = likeness(one, traits);
      return found && found.shared.length > 0 ? [{ name, ...found }] : [];
    })
    .sort((a, b) => b.likeness - a.likeness || (a.name < b.name ? -1 : 1));
}
