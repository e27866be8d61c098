import { contains } from '../base/span.ts';
import type { DocumentText } from '../model/document.ts';
import { NARRATOR } from '../model/statement.ts';
import { documentSentences } from '../text/sentences.ts';
import { type ClaimSpan, claimsOf } from './claims.ts';
import { type Found, fill, type Scene } from './fields/fill.ts';
import { Memory, within } from './fields/memory.ts';
import { mentionsIn } from './fields/sides.ts';
import { attribute, type Sentence, type Utterance } from './speech/attribute.ts';
import { namerOf } from './speech/namer.ts';
import { straighten } from './straighten.ts';
import { noProse, tokenize } from './tokens.ts';

/** Reads the statements of a document by rules alone, in text order. Deterministic; linear in the text. */
export function readByRules(document: DocumentText): Found[] {
  const { text } = document;
  const flat = straighten(text);
  const sentences = sentencesOf(document);
  const found: Found[] = [];
  const scene: Scene = { text, flat, published: document.published, mentions: mentionsIn(text), memory: new Memory() };
  for (const utterance of attribute(text, sentences)) {
    if (utterance.sentence.heading) continue;
    scene.memory.tie(flat, within(scene.mentions, utterance.sentence));
    for (const claim of claimsOf(flat, utterance)) found.push(fill(scene, claim, voiceOf(text, claim, utterance)));
  }
  return found;
}

/** Whose claim it is: what somebody is said to call a group is that somebody's, in the narrator's words. */
function voiceOf(text: string, { kind, start, end }: ClaimSpan, utterance: Utterance): Utterance {
  if (kind !== 'alias' || utterance.speaker !== NARRATOR) return utterance;
  const namer = namerOf(text, utterance.sentence.tokens, { start, end });
  return namer ? { ...utterance, speaker: namer.name, speaker_org: namer.org } : utterance;
}

/** The sentences of a document with their tokens, and which of them are headings. */
export function sentencesOf(document: DocumentText): Sentence[] {
  const { text, blocks } = document;
  const tokens = tokenize(text, noProse(text));
  const spans = documentSentences(document);
  // What stands before the first real paragraph and is no sentence repeats the text: headlines, highlights, captions.
  const body = blocks.find((block) => block.kind === 'paragraph' && block.end - block.start > 140)?.start ?? -1;
  let at = 0;
  let inBlock = 0;
  return spans.map((span) => {
    while (at < tokens.length && tokens[at]!.start < span.start) at++;
    const from = at;
    while (at < tokens.length && tokens[at]!.end <= span.end) at++;
    while (inBlock < blocks.length && blocks[inBlock]!.end <= span.start) inBlock++;
    const block = blocks[inBlock] && contains(blocks[inBlock]!, span) ? blocks[inBlock] : undefined;
    const opens = block
      ? block.start === span.start
      : span.start === 0 || /\n\s*$/.test(text.slice(Math.max(0, span.start - 4), span.start));
    const front = body < 0 || span.start < body;
    const heading = block
      ? (front && !ENDS.test(text.slice(span.start, span.end))) ||
        block.kind === 'title' ||
        block.kind === 'heading' ||
        block.kind === 'caption'
      : !ENDS.test(text.slice(span.start, span.end));
    return { ...span, tokens: tokens.slice(from, at), opens, heading };
  });
}

/** How a sentence ends. */
const ENDS = /[.!?…]["”’')\]]*$/;
