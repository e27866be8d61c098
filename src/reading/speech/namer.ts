import type { Span } from '../../base/span.ts';
import { isVerb, phraseAfter, phraseBefore } from '../clauses/phrase.ts';
import { DOERS } from '../lexicon/things.ts';
import { words } from '../lexicon/words.ts';
import type { Token } from '../tokens.ts';
import { canSpeak, type Party, partyOf } from './names.ts';

/** Forms of verbs that give a group a name, with a subject that does so. */
const NAMES = words(
  'call calls called dub dubs dubbed nickname nicknames nicknamed name names named track tracks tracked',
);
const REFERS = words('refer refers referred');
/** The same in the passive, and what only is said so. */
const NAMED = words('known tracked called dubbed nicknamed named identified');
const BE = words('is are was were be been being also');

/**
 * Who names the group in a claim that two names are the same: "which Microsoft tracks as X", "also called X by Microsoft",
 * "known to researchers as X". Null where nobody is said to.
 */
export function namerOf(text: string, tokens: readonly Token[], claim: Span): Party | null {
  const from = tokens.findIndex(({ start }) => start >= claim.start);
  if (from < 0) return null;
  for (let i = from; i < tokens.length && tokens[i]!.start < claim.end; i++) {
    const { lower } = tokens[i]!;
    const next = tokens[i + 1]?.lower;
    const passive = BE.has(tokens[i - 1]?.lower ?? '') || tokens[i - 1]?.text === ',' || lower === 'known';
    if (!passive && (NAMES.has(lower) || (REFERS.has(lower) && next === 'to'))) {
      const run = phraseBefore(tokens, i, from);
      const party = run.to > run.from ? speaking(text, tokens, run) : null;
      if (party) return party;
    }
    if (!NAMED.has(lower) && !(lower === 'referred' && next === 'to')) continue;
    const agent = lower === 'known' && next === 'to' ? i + 2 : agentAfter(tokens, i, claim.end);
    if (agent < 0) continue;
    const party = speaking(text, tokens, phraseAfter(tokens, agent, tokens.length));
    if (party) return party;
  }
  return null;
}

/** Where the agent of a passive begins: after "by", within the claim or right behind it; -1 without one. */
function agentAfter(tokens: readonly Token[], verb: number, end: number): number {
  for (let i = verb + 1; i < tokens.length && i < verb + 12; i++) {
    if (isVerb(tokens[i])) return -1;
    if (tokens[i]!.lower === 'by') return i + 1;
    if (tokens[i]!.start >= end) return -1;
  }
  return -1;
}

function speaking(text: string, tokens: readonly Token[], run: { from: number; to: number }): Party | null {
  if (run.to <= run.from) return null;
  const party = partyOf(text, tokens, run, null);
  if (!party || party.type === 'pronoun' || party.type === 'role' || party.type === 'document') return null;
  return canSpeak(party, tokens, run) && !DOERS.has(tokens[run.to - 1]!.lower) ? party : null;
}
