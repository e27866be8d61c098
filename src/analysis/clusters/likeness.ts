import type { Profiles } from '../ranking/profiles.ts';
import { TOPICS, type Topic, topicOf } from '../ranking/topics.ts';

/** The terms of an intrusion, topic by topic, with the squared idf norm of each. */
export interface Vectors {
  readonly terms: ReadonlySet<string>;
  readonly norms: readonly number[];
  /** Whether rules over logs saw it, as `Unnamed` says. */
  readonly byRules: boolean;
}

export type Weighing = Pick<Profiles, 'terms' | 'unseenIdf' | 'tools'>;

/** Topics whose terms few intrusions have in common by chance. Tools that anybody can get are software too, but not rare. */
const RARE: readonly Topic[] = ['software', 'vulnerability', 'infrastructure'];

export function vectorsOf(weighing: Weighing, terms: Iterable<string>, byRules = false): Vectors {
  const own = new Set(terms);
  const norms = TOPICS.map(() => 0);
  for (const term of own) norms[TOPICS.indexOf(topicOf(term))]! += square(weighing, term);
  return { terms: own, norms, byRules };
}

/**
 * How alike two intrusions are, 0 to 1: the mean idf cosine over the topics that both show, as the ranking compares topics. A topic only one of them shows says
 * nothing. Null where they show none in common. Two that rules saw in logs are not alike, 0, unless they share something rare: the same rules see much the same techniques in
 * every intrusion that spreads through a domain.
 */
export function likeness(weighing: Weighing, a: Vectors, b: Vectors): number | null {
  const [few, many] = a.terms.size <= b.terms.size ? [a, b] : [b, a];
  const dots = TOPICS.map(() => 0);
  let rare = false;
  for (const term of few.terms) {
    if (!many.terms.has(term)) continue;
    const topic = topicOf(term);
    dots[TOPICS.indexOf(topic)]! += square(weighing, term);
    rare ||= RARE.includes(topic) && !weighing.tools.has(term);
  }
  let sum = 0;
  let compared = 0;
  for (let t = 0; t < TOPICS.length; t++) {
    const norm = a.norms[t]! * b.norms[t]!;
    if (!norm) continue;
    sum += Math.min(1, dots[t]! / Math.sqrt(norm));
    compared++;
  }
  if (a.byRules && b.byRules && compared && !rare) return 0;
  return compared ? sum / compared : null;
}

function square({ terms, unseenIdf }: Weighing, term: string): number {
  return (terms.get(term)?.idf ?? unseenIdf) ** 2;
}
