import { isVerb, type Run, runText } from '../clauses/phrase.ts';
import { words } from '../lexicon/words.ts';
import type { Token } from '../tokens.ts';
import { clean } from './names.ts';

/** After "told": the listener, which is an outlet when it has a name. */
export function skipTold(text: string, tokens: readonly Token[], v: number): { told: string | null; next: number } {
  if (!/^(?:tell|tells|told|telling|inform|informed|informs|assured?|reminded)$/.test(tokens[v]!.lower))
    return { told: null, next: v + 1 };
  let to = v + 1;
  while (
    to < tokens.length &&
    to < v + 9 &&
    (/^\p{Lu}|^\d/u.test(tokens[to]!.text) ||
      /^(?:the|a|an|of|&|'s|’s|his|her|its|their|-|reporters|journalists|lawmakers|us|me|them|investors|customers|employees|news|agency|newspaper|conference|hearing|committee|court|audience|panel|briefing)$/i.test(
        tokens[to]!.text,
      ))
  ) {
    if (to > v + 1 && /^(?:the|a|an|his|her|its|their)$/i.test(tokens[to]!.text)) break;
    to++;
  }
  // "told parliament that …": whoever listens, up to the claim.
  const that = tokens.findIndex((token, i) => i >= to && token.lower === 'that');
  if (that > 0 && that < v + 9 && !tokens.slice(to, that).some((token) => isVerb(token) || token.text === ','))
    to = that;
  const owner = tokens.findIndex(({ lower }, i) => i > v + 1 && i < to && lower === "'s");
  const run: Run = { from: v + 1, to: owner > 0 ? owner : to };
  const name = clean(runText(text, tokens, run));
  const proper = /^\p{Lu}/u.test(name) && !NOT_OUTLETS.has(name.toLowerCase());
  return { told: proper ? name : null, next: to };
}

const NOT_OUTLETS = words(
  'reporters journalists lawmakers congress senators us me them him her it you people everyone court customers users investors analysts employees the a an his their its',
);
