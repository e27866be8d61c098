import { contains, type Span } from '../../base/span.ts';
import { techniques } from '../../knowledge/techniques.ts';
import type { DocumentText } from '../../model/document.ts';
import type { TechniqueMention } from '../../model/reading.ts';
import { excused, technicality, tellsOfUse, wantedProbability } from './guards.ts';
import { type Model, techniqueModel } from './model.ts';
import { findTechniqueNames } from './names.ts';

const ID = /(?<![\w.])T(?:1\d{3})(?:[./]\d{3})?(?![\w]|\.\d)/g;
/** What a verbatim name is worth: not 1, for a report may speak of a technique that nobody used. */
const NAMED = 0.9;
const NAMED_PLAIN = 0.75;
/**
 * ATT&CK techniques of a document, in text order: identifiers that stand in the text (score 1, as written, also withdrawn ones), names of techniques, and sentences that a linear
 * model trained on labelled reports reads as telling of one (score = calibrated probability; the span is the sentence; 50 frequent techniques only).
 *
 * Names and the model keep silent on sentences that advise, define or merely suppose. The model asks for more certainty the less technical the document is,
 * and is not asked at all about plain news. An id is reported once for a stretch of text, with its best score.
 */
export function findTechniques(
  document: DocumentText,
  sentences: readonly Span[],
  model: Model = techniqueModel(),
): TechniqueMention[] {
  const { text } = document;
  const found: TechniqueMention[] = explicitIds(text);
  const wanted = wantedProbability(model.threshold, technicality(text));
  for (const sentence of sentences) {
    const names = findTechniqueNames(text, sentence);
    if (wanted >= 1 && names.length === 0) continue;
    const words = text.slice(sentence.start, sentence.end);
    if (!tellsOfUse(words)) continue;
    for (const { id, start, end, plain } of names) found.push({ id, score: plain ? NAMED_PLAIN : NAMED, start, end });
    if (wanted >= 1) continue;
    const scores = model.score(words);
    if (!scores) continue;
    for (let c = 0; c < scores.length; c++)
      if (scores[c]! >= wanted && !excused(model.labels[c]!, words))
        found.push({
          id: model.labels[c]!,
          score: Math.round(scores[c]! * 1000) / 1000,
          start: sentence.start,
          end: sentence.end,
        });
  }
  return once(found);
}

function explicitIds(text: string): TechniqueMention[] {
  const known = techniques();
  return [...text.matchAll(ID)].flatMap((m) => {
    const id = m[0].replace('/', '.');
    return known.has(id) ? [{ id, score: 1, start: m.index, end: m.index + m[0].length }] : [];
  });
}

/** One mention of an id where one lies within another: the narrower with the better score. */
function once(found: readonly TechniqueMention[]): TechniqueMention[] {
  const kept: TechniqueMention[] = [];
  for (const mention of [...found].sort((a, b) => a.end - a.start - (b.end - b.start) || b.score - a.score)) {
    const same = kept.findIndex((k) => k.id === mention.id && contains(mention, k));
    if (same < 0) kept.push(mention);
    else if (mention.score > kept[same]!.score) kept[same] = { ...kept[same]!, score: mention.score };
  }
  return kept.sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1));
}
