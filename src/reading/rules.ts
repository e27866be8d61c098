import type { Span } from '../base/span.ts';
import { contains } from '../base/span.ts';
import type { DocumentText } from '../model/document.ts';
import type { Claim } from '../model/statement.ts';
import { splitSentences } from '../text/sentences.ts';
import { certaintyOf } from './certainty.ts';
import { claimsOf } from './claims.ts';
import { quantitiesOf } from './fields/quantities.ts';
import { attribute, type Sentence } from './speech/attribute.ts';
import { straighten, tokenize } from './tokens.ts';

/** A claim with its place and score, before it gets an identity. */
export interface Found extends Claim, Span {
  readonly score: number;
}

/** Links, addresses and defanged names: no prose, and the tagger would cut them into sentences. */
const NO_PROSE = /(?:h(?:xx|tt)ps?:\/\/|www\.)\S+|\S+(?:\[\.\]|\(\.\)|\{\.\}|\[dot\]|\[at\])\S*/gi;

/** Reads the statements of a document by rules alone, in text order. Deterministic; linear in the text. */
export function readByRules(document: DocumentText): Found[] {
  const { text } = document;
  const flat = straighten(text);
  const sentences = prepare(document);
  const found: Found[] = [];
  for (const utterance of attribute(text, sentences)) {
    if (utterance.sentence.heading) continue;
    for (const claim of claimsOf(flat, utterance)) {
      const words = flat.slice(claim.start, claim.end);
      const base = utterance.verb?.certainty ?? 'certain';
      const stance = claim.stance ?? utterance.verb?.stance ?? 'asserts';
      found.push({
        start: claim.start,
        end: claim.end,
        score: Math.min(1, claim.score / 6),
        kind: claim.kind,
        speaker: utterance.speaker,
        speaker_org: utterance.speaker_org,
        via: utterance.via,
        stance,
        certainty: certaintyOf(words, base),
        actor: null,
        actor_country: null,
        target: null,
        target_country: null,
        object: null,
        time: null,
        quantities: quantitiesOf(words),
      });
    }
  }
  return found;
}

function prepare(document: DocumentText): Sentence[] {
  const { text, blocks } = document;
  const masked = [...text.matchAll(NO_PROSE)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  const tokens = tokenize(text, masked);
  const spans = blocks.length ? splitSentences(text, blocks) : splitSentences(text);
  let at = 0;
  return spans.map((span) => {
    while (at < tokens.length && tokens[at]!.start < span.start) at++;
    const from = at;
    while (at < tokens.length && tokens[at]!.end <= span.end) at++;
    const block = blocks.find((candidate) => contains(candidate, span));
    const opens = block ? block.start === span.start : /\n\s*$/.test(text.slice(0, span.start)) || span.start === 0;
    const heading = block
      ? block.kind === 'title' || block.kind === 'heading' || block.kind === 'caption'
      : !/[.!?…]["”’)]*$/.test(text.slice(span.start, span.end));
    return { ...span, tokens: tokens.slice(from, at), opens, heading };
  });
}
