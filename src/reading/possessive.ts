import { findPlaces } from '../knowledge/countries.ts';
import { ELLIPTIC, OWN_S } from './lexicon/own-s.ts';
import { SPEECH_VERBS } from './lexicon/speech-verbs.ts';
import type { Token } from './tokens.ts';

/**
 * Tokens with the "'s" of names where it belongs: "McDonald's" and a name before a verb or a preposition ("Zaxby's said", "broke
 * into Zaxby's in May") are one token; the owner of something ("Lotte's website") and of something left out ("were Lotte's")
 * stand apart from their "'s". The tagger parts them by what follows alone.
 */
export function placePossessives(tokens: readonly Token[]): Token[] {
  const placed: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const prior = placed[placed.length - 1];
    if (prior && prior.end === token.start && token.lower === "'s" && isName(prior)) {
      const before = placed[placed.length - 2];
      if (OWN_S.has(prior.lower) || (token.pos === 'PART' && standsAlone(prior, before, tokens[i + 1]))) {
        const text = prior.text + token.text;
        placed[placed.length - 1] = { ...prior, end: token.end, text, lower: prior.lower + token.lower, pos: 'PROPN' };
        continue;
      }
    } else if (
      token.lower.length > 2 &&
      token.lower.endsWith("'s") &&
      isName(token) &&
      leavesOut(token, prior, placed)
    ) {
      const cut = token.end - 2;
      const [text, mark] = [token.text.slice(0, -2), token.text.slice(-2)];
      placed.push({ ...token, end: cut, text, lower: token.lower.slice(0, -2) });
      placed.push({ start: cut, end: token.end, text: mark, lower: "'s", pos: 'PART' });
      continue;
    }
    placed.push(token);
  }
  return placed;
}

const isName = ({ text, pos }: Token): boolean => pos === 'PROPN' && /^\p{Lu}/u.test(text);

/** Whether nothing that a name could own follows it, and nothing was left out after it. */
function standsAlone(name: Token, before: Token | undefined, next: Token | undefined): boolean {
  if (!next || isPlace(name.text) || (before && ELLIPTIC.has(before.lower))) return false;
  return next.pos === 'ADP' || next.pos === 'AUX' || (next.pos === 'VERB' && SPEECH_VERBS.has(next.lower));
}

/** Whether a name at the end of a clause owns what is not said again. */
function leavesOut(name: Token, prior: Token | undefined, placed: readonly Token[]): boolean {
  const bare = name.lower.slice(0, -2);
  if (OWN_S.has(bare)) return false;
  let from = placed.length - 1;
  while (from >= 0 && isName(placed[from]!)) from--;
  return isPlace(name.text.slice(0, -2)) || ELLIPTIC_END.has((placed[from] ?? prior)?.lower ?? '');
}

/** At the end of a clause a name after "to", "from", "with", "of", "as" is mostly the name itself: "an analyst at X". */
const ELLIPTIC_END: ReadonlySet<string> = new Set(
  [...ELLIPTIC].filter((word) => !/^(?:to|from|with|of|as)$/.test(word)),
);

const isPlace = (name: string): boolean => findPlaces(name).some(({ start }) => start === 0);
