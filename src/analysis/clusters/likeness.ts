import type { Profiles } from '../ranking/profiles.ts';
import { TOPICS, topicOf } from '../ranking/topics.ts';

/** The terms of an intrusion, topic by topic, with the squared idf norm of each. */
export interface Vectors {
  readonly terms: ReadonlySet<string>;
  readonly norms: readonly number[];
}

export type Weighing = Pick<Profiles, 'terms' | 'unseenIdf'>;

export function vectorsOf(weighing: Weighing, terms: Iterable<string>): Vectors {
  const own = new Set(terms);
  const norms = TOPICS.map(() => 0);
  for (const term of own) norms[TOPICS.indexOf(topicOf(term))]! += square(weighing, term);
  return { terms: own, norms };
}

/**
 * How alike two intrusions are, 0 to 1: the mean idf cosine over the topics that both show, as the ranking compares topics. A topic only one of them shows says
 * nothing. Null where they show none in common.
 */
export function likeness(weighing: Weighing, a: Vectors, b: Vectors): number | null {
  const [few, many] = a.terms.size <= b.terms.size ? [a, b] : [b, a];
  const dots = TOPICS.map(() => 0);
  for (const term of few.terms)
    if (many.terms.has(term)) dots[TOPICS.indexOf(topicOf(term))]! += square(weighing, term);
  let sum = 0;
  let compared = 0;
  for (let t = 0; t < TOPICS.length; t++) {
    const norm = a.norms[t]! * b.norms[t]!;
    if (!norm) continue;
    sum += Math.min(1, dots[t]! / Math.sqrt(norm));
    compared++;
  }
  return compared ? sum / compared : null;
}

function square({ terms, unseenIdf }: Weighing, term: string): number {
  return (terms.get(term)?.idf ?? unseenIdf) ** 2;
}
