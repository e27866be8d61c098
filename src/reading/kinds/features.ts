import { type CueHits, cueHits } from './hits.ts';
import { KIND_CUES } from './index.ts';

/** Words whose absence loses nothing, and names that would only be learnt by heart. */
const FILLER = new Set(
  'the a an of and that this these those its their his her was were is are be been being has have had at in on for with as it'.split(
    ' ',
  ),
);

/**
 * What the kind model looks at in a clause (ASCII quotes): stems, pairs of neighbouring stems, and which cues fire. Names and
 * numbers become one feature each, so that the model learns wordings and not actors.
 */
export function kindFeatures(clause: string, hits: CueHits = cueHits(clause)): string[] {
  const features = new Set<string>();
  let before = '^';
  for (const [index, word] of (clause.match(/[\p{L}][\p{L}'-]*|\d[\d.,]*|[$£€%]/gu) ?? []).entries()) {
    const token = shape(word, index === 0);
    if (!FILLER.has(token)) features.add(token);
    features.add(`${before}_${token}`);
    before = token;
  }
  KIND_CUES.forEach(({ kind }, k) => {
    for (const { index } of hits[k]!) features.add(`#${kind}${index}`);
  });
  return [...features];
}

function shape(word: string, first: boolean): string {
  if (/^\d/.test(word)) return '~num';
  if (/^\p{Lu}/u.test(word) && (!first || /^\p{Lu}[\p{Lu}\d]/u.test(word))) return '~name';
  return stem(word.toLowerCase());
}

/** A crude stemmer: endings of verbs and plurals off, nothing else; the same in training and use. */
function stem(word: string): string {
  if (word.length < 5) return word;
  return word
    .replace(/'s$/, '')
    .replace(/(?:ations?|ating|ated|ates)$/, 'ate')
    .replace(/(?:ies|ied|ying)$/, 'y')
    .replace(/(?:ing|ed|es|s|e)$/, '');
}
