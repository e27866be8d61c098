/** The simple methods that a ranking has to beat, over the same facts: bags of technique and software ids. */
import type { Evidence } from '../../src/analysis/ranking/evidence.ts';
import { topicOf } from '../../src/analysis/ranking/topics.ts';

export interface Bags {
  readonly groups: readonly string[];
  readonly bags: readonly ReadonlySet<string>[];
  readonly idf: (term: string) => number;
}

export function bagsOf({ facts }: Evidence): Bags {
  const byGroup = new Map<string, Set<string>>();
  for (const [of, term] of facts)
    if (/^(?:technique|software)$/.test(topicOf(term))) byGroup.set(of, (byGroup.get(of) ?? new Set()).add(term));
  const groups = [...byGroup.keys()].sort();
  const bags = groups.map((g) => byGroup.get(g)!);
  const df = new Map<string, number>();
  for (const bag of bags) for (const term of bag) df.set(term, (df.get(term) ?? 0) + 1);
  return { groups, bags, idf: (term) => 1 + Math.log((groups.length + 1) / ((df.get(term) ?? 0) + 1)) };
}

type Method = (bags: Bags, items: readonly string[]) => readonly number[];

export const SIMPLE: Readonly<Record<string, Method>> = {
  prior: ({ bags }) => bags.map((bag) => bag.size),
  Jaccard: ({ bags }, items) =>
    bags.map((bag) => {
      const common = items.filter((i) => bag.has(i)).length;
      return common / (items.length + bag.size - common);
    }),
  'TF-IDF': (bags, items) => cosine(bags, items, () => true),
  topics: (bags, items) => {
    const [t, s] = (['technique', 'software'] as const).map((topic) =>
      cosine(bags, items, (i) => topicOf(i) === topic),
    );
    return t!.map((x, g) => 0.5 * x + 0.5 * s![g]!);
  },
  containment: ({ bags, idf }, items) => {
    const all = items.reduce((a, i) => a + idf(i), 0);
    return bags.map((bag) => items.reduce((a, i) => a + (bag.has(i) ? idf(i) : 0), 0) / all);
  },
};

function cosine({ bags, idf }: Bags, items: readonly string[], counts: (term: string) => boolean): number[] {
  const own = items.filter(counts);
  const square = (terms: Iterable<string>): number => {
    let sum = 0;
    for (const term of terms) if (counts(term)) sum += idf(term) ** 2;
    return sum;
  };
  const query = square(own);
  return bags.map((bag) => {
    const norm = Math.sqrt(query * square(bag));
    return norm ? own.reduce((a, i) => a + (bag.has(i) ? idf(i) ** 2 : 0), 0) / norm : 0;
  });
}
