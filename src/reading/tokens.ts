import type { Span } from '../base/span.ts';
import { placePossessives } from './possessive.ts';
import { straighten } from './straighten.ts';
import { tagged } from './tagging/tagger.ts';

/** Universal part-of-speech tags, as the tagger gives them. */
export type Pos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'
  | 'SPACE';

/** A word or mark with its place in the document text. `lower` has straight quotes, for look-ups. */
export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
  readonly pos: Pos;
}

/** Tokens of a text in order, with parts of speech. Masked stretches become one unknown name each. */
export function tokenize(text: string, masked: readonly Span[] = []): Token[] {
  const tokens: Token[] = [];
  const { words, starts, tags } = tagged(mask(text, masked));
  for (let i = 0; i < words.length; i++) {
    const pos = tags[i]!;
    if (pos === 'SPACE') continue;
    const word = words[i]!;
    const start = starts[i]!;
    const end = start + word.text.length;
    const own = masked.length ? text.slice(start, end) : word.text;
    const lower = own === word.text ? word.lower : straighten(own).toLowerCase();
    tokens.push({ start, end, text: own, lower, pos });
  }
  return placePossessives(tokens);
}

/** What stands in links and defanged names and hardly elsewhere. */
const NO_PROSE = /h(?:xx|tt)ps?:\/\/|www\.|\[\.\]|\(\.\)|\{\.\}|\[dot\]|\[at\]/gi;

/** Links, addresses and defanged names: no prose, and the tagger would cut them into sentences. Linear in the text. */
export function noProse(text: string): Span[] {
  const spans: Span[] = [];
  let last = 0;
  for (const { index } of text.matchAll(NO_PROSE)) {
    if (index < last) continue;
    let start = index;
    while (start > last && !/\s/.test(text[start - 1]!)) start--;
    last = index;
    while (last < text.length && !/\s/.test(text[last]!)) last++;
    spans.push({ start, end: last });
  }
  return spans;
}

function mask(text: string, spans: readonly Span[]): string {
  if (!spans.length) return text;
  let out = '';
  let at = 0;
  for (const { start, end } of spans) {
    if (start < at) continue;
    out += `${text.slice(at, start)}X${'x'.repeat(Math.max(0, end - start - 1))}`;
    at = end;
  }
  return out + text.slice(at);
}
