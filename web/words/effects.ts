import type { NameEffect, Relation } from '../../src/http/contract/index.ts';

/** What an alias statement did under the policy: a word for a mark, and a sentence for its title. */
export const EFFECT_WORDS: Readonly<Record<NameEffect, { readonly mark: string; readonly words: string }>> = {
  ties: { mark: 'counts', words: 'counts: the two names are one actor' },
  forbids: { mark: 'parts', words: 'counts: it keeps the two names apart' },
  overruled: { mark: 'overruled', words: 'would join the two, but somebody whose word counts calls them distinct' },
  shared: { mark: 'shared name', words: 'does not join: one list gives the name to several of its actors' },
  origins: { mark: 'too few origins', words: 'does not join alone: more independent origins have to say so' },
  certainty: { mark: 'not sure enough', words: 'does not count: it is not said surely enough' },
  speaker: { mark: 'does not count', words: 'does not count: under this policy the speaker’s word does not' },
  relation: { mark: 'does not join', words: 'does not join: under this policy this relation does not' },
};

export const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  same: 'the same as',
  overlaps: 'overlaps with',
  'part-of': 'a part of',
  distinct: 'distinct from',
};
