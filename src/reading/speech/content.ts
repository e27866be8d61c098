import { isVerb } from '../clauses/phrase.ts';
import { words } from '../lexicon/words.ts';
import type { Token } from '../tokens.ts';

const OPENING_QUOTES = words('" “');
const AND_BUT = words('and but');
const PLAIN_AFTER =
  /^(?:in|on|at|during|via|by|after|to|late|early|last|earlier|yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|this|of|about|when|through|from|while|as|before|for|with|per|over|,|\.|-)$/;

/** Where what is said begins after a verb of speech: past a day, an adjunct ("in a statement:"), "that" and a colon. */
export function contentStart(tokens: readonly Token[], from: number): number {
  if (/^['’]s$/.test(tokens[from + 1]?.text ?? '')) return from; // "said Tuesday's attack …"
  let i = from;
  // "said on Wednesday that …", "said in a statement: …": step over a short adjunct.
  if (
    /^(?:on|in|at|during|last|earlier|today|yesterday|late|via|monday|tuesday|wednesday|thursday|friday|saturday|sunday|this)$/.test(
      tokens[i]?.lower ?? '',
    )
  ) {
    for (let k = i; k < tokens.length && k < i + 14; k++) {
      if (tokens[k]!.lower === 'that' || tokens[k]!.text === ':') return k + 1;
      if (isVerb(tokens[k])) break;
    }
    if (/^(?:today|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(tokens[i]!.lower)) i++;
    else if (/^(?:on|last|this|earlier)$/.test(tokens[i]!.lower) && /day$/.test(tokens[i + 1]?.lower ?? '')) i += 2;
  }
  while (i < tokens.length && /^(?:that|:|,|"|“|also)$/.test(tokens[i]!.text)) {
    if (OPENING_QUOTES.has(tokens[i]!.text)) break;
    i++;
  }
  return i;
}

/** Whether nothing is said after the verb: only when, where or to whom. */
export function isPlain(tokens: readonly Token[], from: number): boolean {
  const first = tokens[from];
  if (!first) return true;
  if (!PLAIN_AFTER.test(first.lower)) return false;
  for (let i = from; i < tokens.length; i++) {
    if (tokens[i]!.lower === 'that' || tokens[i]!.text === ':' || OPENING_QUOTES.has(tokens[i]!.text)) return false;
    // A second tag (", adding that …") goes on by itself.
    if (/^(?:adding|saying|noting|claiming|warning|stressing)$/.test(tokens[i]!.lower)) return true;
    if (AND_BUT.has(tokens[i]!.lower) && hasFinite(tokens, i, tokens.length)) return false;
  }
  return (
    !/day$/.test(tokens[from]!.lower) &&
    !(
      tokens[from]!.lower === 'on' &&
      hasFinite(tokens, from, tokens.length) &&
      tokens.length - from > 6 &&
      !tokens.slice(from, from + 5).some((t) => t.text === ',')
    )
  );
}

/** Whether more than a few words from here on stand in quotation marks. */
export const quotedFrom = (tokens: readonly Token[], from: number, quoted: (i: number) => boolean): boolean =>
  from < tokens.length && quoted(from) && tokens.length - from > 3;

/** Whether a stretch of tokens has a finite verb. */
export function hasFinite(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (token.pos === 'AUX') return true;
    if (token.pos === 'VERB' && !/ing$/.test(token.lower) && tokens[i - 1]?.text !== '-') return true;
  }
  return false;
}
