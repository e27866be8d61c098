import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Span } from '../base/span.ts';

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

let tagger: { nlp: ReturnType<typeof winkNLP>; its: ReturnType<typeof winkNLP>['its'] } | undefined;

/** Tokens of a text in order, with parts of speech (wink-nlp's averaged perceptron). Masked stretches become one unknown name each. */
export function tokenize(text: string, masked: readonly Span[] = []): Token[] {
  if (!tagger) {
    // Its own sentences are not asked for: they cost a quarter of the time and change no tag.
    const nlp = winkNLP(model, ['pos']);
    tagger = { nlp, its: nlp.its };
  }
  const plain = mask(text, masked);
  const flat = straighten(text);
  const doc = tagger.nlp.readDoc(plain);
  const tokens = doc.tokens();
  const values = tokens.out() as string[];
  const tags = tokens.out(tagger.its.pos) as Pos[];
  const result: Token[] = [];
  let at = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const start = plain.indexOf(value, at);
    if (start < 0) continue;
    at = start + value.length;
    const tag = tags[i]!;
    if (tag === 'SPACE') continue;
    const own = text.slice(start, at);
    result.push({ start, end: at, text: own, lower: flat.slice(start, at).toLowerCase(), pos: tag });
  }
  return result;
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

/** Typographic quotes and apostrophes as ASCII ones; the length stays the same. */
export function straighten(text: string): string {
  return text
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐‑–]/g, '-');
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
