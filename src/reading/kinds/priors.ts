import type { Kind } from '../../model/statement.ts';
import type { SubjectClass } from '../clauses/subject.ts';

/** How much the class of a clause's subject speaks for a kind, added to the weight of its cues (and standing alone when there is none). */
export const PRIORS: Readonly<Record<SubjectClass, Readonly<Partial<Record<Kind, number>>>>> = {
  doer: { uses: 0.8, intrusion: 0.8, targeting: 0.5, effect: 0.3 },
  tool: { uses: 1.2, effect: 0.4, attribution: 0.2 },
  asset: { effect: 1.2 },
  attack: { effect: 0.6, intrusion: 0.5, attribution: 0.6, intent: 0.4, trend: 0.4 },
  party: { response: 1.5, measure: 0.5 },
  name: { response: 0.4, effect: 0.3 },
  pronoun: { effect: 0.5, response: 0.2 },
  none: { effect: 0.5 },
};
