import { words } from '../lexicon/words.ts';
import type { Token } from '../tokens.ts';

const INNER_MARKS = words('- . / ( ) & ‑');

/** A run of tokens `[from, to)` of a sentence. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

const PHRASE_POS = new Set(['NOUN', 'PROPN', 'ADJ', 'DET', 'NUM', 'PART', 'PRON', 'SYM', 'X']);
const LINKS = new Set(['of', 'for', 'at', 'with', 'in', 'from', 'and', '&', 'to', 'on']);
const NOT_IN_SUBJECT = new Set([
  'that',
  'which',
  'who',
  'when',
  'if',
  'as',
  'because',
  'while',
  'what',
  'where',
  'how',
  'there',
  'whether',
]);

export const isVerb = (token: Token | undefined): boolean => token?.pos === 'VERB' || token?.pos === 'AUX';
const isWordy = (token: Token): boolean => /[\p{L}\p{N}]/u.test(token.text);

/**
 * The noun phrase that ends right before token `end`: walks left over names, nouns, determiners and linking prepositions and
 * stops at verbs, commas and quotation marks. Empty when there is none.
 */
export function phraseBefore(tokens: readonly Token[], end: number, floor: number): Run {
  let from = end;
  for (let i = end - 1; i >= floor; i--) {
    const token = tokens[i]!;
    if (NOT_IN_SUBJECT.has(token.lower)) break;
    if (PHRASE_POS.has(token.pos)) {
      if (token.lower === 'to' || token.lower === "n't") break;
      from = i;
      // A determiner opens its phrase: "told CNN | the Chinese government".
      const prior = tokens[i - 1];
      if (token.pos === 'DET' && prior && (prior.pos === 'PROPN' || prior.pos === 'NOUN')) break;
      continue;
    }
    if (LINKS.has(token.lower) && from < end && i > floor) continue;
    if (
      token.text === '-' ||
      token.text === '.' ||
      token.text === '/' ||
      token.text === '(' ||
      token.text === ')' ||
      token.text === '‑'
    )
      continue;
    if (token.pos === 'VERB' && tokens[i - 1]?.text === '-') continue; // state-sponsored
    if (token.pos === 'VERB' && /(?:ed|ing)$/.test(token.lower) && isNounish(tokens[i + 1]) && isPre(tokens[i - 1])) {
      from = i;
      continue;
    }
    break;
  }
  while (from < end && (LINKS.has(tokens[from]!.lower) || !isWordy(tokens[from]!))) from++;
  return { from, to: end };
}

/** The noun phrase that starts at token `from`, up to a verb, a comma or the ceiling. */
export function phraseAfter(tokens: readonly Token[], from: number, ceiling: number): Run {
  let to = from;
  for (let i = from; i < ceiling; i++) {
    const token = tokens[i]!;
    if (NOT_IN_SUBJECT.has(token.lower)) break;
    if (
      PHRASE_POS.has(token.pos) ||
      (token.pos === 'ADP' && LINKS.has(token.lower) && i > from) ||
      (token.pos === 'CCONJ' && i > from)
    ) {
      if (token.lower === 'to') break;
      to = i + 1;
      continue;
    }
    if (INNER_MARKS.has(token.text) && i > from) continue;
    if (token.pos === 'VERB' && (tokens[i - 1]?.text === '-' || (isNounish(tokens[i + 1]) && isPre(tokens[i - 1])))) {
      to = i + 1;
      continue;
    }
    break;
  }
  while (to > from && (LINKS.has(tokens[to - 1]!.lower) || !isWordy(tokens[to - 1]!))) to--;
  if (to < ceiling && tokens[to]?.text === ')') to++;
  return { from, to };
}

const isNounish = (token: Token | undefined): boolean => token?.pos === 'NOUN' || token?.pos === 'PROPN';
const isPre = (token: Token | undefined): boolean =>
  token?.pos === 'DET' ||
  token?.pos === 'ADJ' ||
  token?.pos === 'NUM' ||
  token?.pos === 'PUNCT' ||
  token?.pos === 'PART';

/** The words of a run as written, without the "'s" of an owner at its end. */
export function runText(text: string, tokens: readonly Token[], { from, to }: Run): string {
  const end = to - 1 > from && tokens[to - 1]!.lower === "'s" ? to - 1 : to;
  return end > from ? text.slice(tokens[from]!.start, tokens[end - 1]!.end) : '';
}
