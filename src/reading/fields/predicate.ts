import { isVerb } from '../clauses/phrase.ts';
import { words } from '../lexicon/words.ts';
import type { Token } from '../tokens.ts';
import { isNoun } from './nouns.ts';
import { PARTICIPLES, RAISING } from './verbs.ts';

const OTHER_MARKS = words('; : " “ ”');
const ASIDE_OPENERS = words('who which whose known called');
const RELATIVES = words('who which that whose');
const BEFORE_NOUN = words('DET ADJ NUM PART');
const AFTER_PARTICIPLE = words('to by with in as on from for at out against');
const BETWEEN = words("not n't also likely allegedly");

const BE = words("is are was were be been being get gets got 's 're");

/** The next comma of a clause before any other mark; -1 where there is none or nothing follows it. */
export function nextComma(tokens: readonly Token[], from: number, to: number): number {
  for (let i = from; i < to; i++) {
    if (tokens[i]!.text === ',' && !(tokens[i + 1]?.pos === 'NUM' && tokens[i - 1]?.pos === 'NUM'))
      return i + 1 < to ? i : -1;
    if (OTHER_MARKS.has(tokens[i]!.text)) return -1;
  }
  return -1;
}

/** The first verb of the clause itself: not one of a relative clause, an aside or a participle that describes a noun. */
export function finiteVerb(tokens: readonly Token[], from: number, to: number): number {
  let skip = 0;
  let fallback = -1;
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (token.text === ',') {
      // An aside between commas: "the group, known as X, has …"
      const close = nextComma(tokens, i + 1, to);
      if (close > 0 && !isVerb(tokens[i + 1]) && (isVerb(tokens[close + 1]) || tokens[close + 1]?.pos === 'ADV'))
        i = close;
      else if (close > 0 && ASIDE_OPENERS.has(tokens[i + 1]?.lower ?? '')) i = close;
      continue;
    }
    if (RELATIVES.has(token.lower) && i > from - 1 && isNoun(tokens[i - 1])) {
      skip++;
      continue;
    }
    if (!isVerb(token) || tokens[i - 1]?.text === '-' || tokens[i + 1]?.text === '-') continue;
    if (describes(tokens, i, to)) {
      if (fallback < 0) fallback = i;
      continue;
    }
    if (skip > 0) {
      skip--;
      while (i + 1 < to && (isVerb(tokens[i + 1]) || tokens[i + 1]!.pos === 'ADV' || tokens[i + 1]!.pos === 'PART'))
        i++;
      if (fallback < 0) fallback = i;
      continue;
    }
    return i;
  }
  return fallback;
}

/** "hackers | linked to X | …", "stolen data": a participle that tells which, while another verb follows. */
function describes(tokens: readonly Token[], i: number, to: number): boolean {
  const token = tokens[i]!;
  if (token.pos !== 'VERB') return false;
  const prior = tokens[i - 1];
  const next = tokens[i + 1];
  const participle = /ed$/.test(token.lower) || PARTICIPLES.has(token.lower);
  if (prior && BEFORE_NOUN.has(prior.pos) && (isNoun(next) || next?.pos === 'ADJ') && prior.lower !== 'to') return true;
  const ing = /ing$/.test(token.lower);
  if (prior?.pos === 'ADV' && isNoun(tokens[i - 2]) && !ing && next)
    return participle && AFTER_PARTICIPLE.has(next.lower) && verbLater(tokens, i + 1, to);
  if (!isNoun(prior) && prior?.text !== ')') return false;
  if (ing) return verbLater(tokens, i + 1, to);
  if (!participle || !next) return false;
  return AFTER_PARTICIPLE.has(next.lower) && verbLater(tokens, i + 1, to);
}

function verbLater(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (token.pos === 'CCONJ' && (isVerb(tokens[i + 1]) || tokens[i + 1]?.pos === 'PRON')) return false;
    if (OTHER_MARKS.has(token.text) || token.pos === 'SCONJ') return false;
    if (
      isVerb(token) &&
      tokens[i - 1]?.lower !== 'to' &&
      tokens[i - 1]?.pos !== 'ADP' &&
      !/ing$/.test(token.lower) &&
      tokens[i - 1]?.text !== '-'
    ) {
      if (token.pos === 'AUX') return true;
      if (isNoun(tokens[i + 1]) && tokens[i - 1]?.pos === 'DET') continue;
      return true;
    }
  }
  return false;
}

/** The verb that carries the meaning of the group that starts at `first`, and whether it is passive. */
export function verbGroup(tokens: readonly Token[], first: number, to: number): { verb: number; passive: boolean } {
  let verb = first;
  let be = BE.has(tokens[first]!.lower);
  let passive = false;
  for (let i = first + 1; i < to && i < first + 14; i++) {
    const token = tokens[i]!;
    if (token.pos === 'ADV' || BETWEEN.has(token.lower)) {
      if (RAISING.has(token.lower)) continue;
      continue;
    }
    const prior = tokens[verb]!;
    const held = i > first + 1 && !isVerb(tokens[i - 1]) ? tokens[i - 1]!.lower : prior.lower;
    // "was used to": what follows is done with the subject, not by it.
    if (token.lower === 'to' && passive && /^us(?:ed|ing)$/.test(prior.lower)) break;
    if (
      token.lower === 'to' &&
      isVerb(tokens[skip(tokens, i + 1)]) &&
      (RAISING.has(held) || RAISING.has(prior.lower) || prior.pos === 'AUX')
    ) {
      i = skip(tokens, i + 1);
      verb = i;
      be = BE.has(tokens[i]!.lower);
      passive = false;
      continue;
    }
    if (token.pos === 'ADJ' && (be || prior.pos === 'AUX') && (RAISING.has(token.lower) || /ed$/.test(token.lower))) {
      if (/ed$/.test(token.lower) && be) {
        verb = i;
        passive = true;
      }
      continue;
    }
    if (token.text === ',' && prior.pos === 'AUX') {
      const close = nextComma(tokens, i + 1, Math.min(to, i + 8));
      if (close > 0) {
        i = close;
        continue;
      }
    }
    if (!isVerb(token)) break;
    // A verb takes over from auxiliaries and from verbs that need another one ("helped hack").
    if (prior.pos !== 'AUX' && !RAISING.has(prior.lower) && !BE.has(prior.lower)) break;
    passive = be && (/ed$/.test(token.lower) || PARTICIPLES.has(token.lower));
    if (BE.has(token.lower)) be = true;
    else be = false;
    verb = i;
  }
  return { verb, passive };
}

const skip = (tokens: readonly Token[], from: number): number => {
  let i = from;
  while (tokens[i] && (tokens[i]!.pos === 'ADV' || tokens[i]!.lower === 'not')) i++;
  return i;
};
