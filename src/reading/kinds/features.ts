import { type CueHits, cueHits } from './hits.ts';
import { KIND_CUES } from './index.ts';
import type { Around } from './model.ts';

/** Words whose absence loses nothing, and names that would only be learnt by heart. */
export const FILLER = new Set(
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
  for (const [index, word] of clauseWords(clause).entries()) {
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

/** What the kind model looks at in the words of the sentence around a clause: their stems, without names and numbers. */
export function aroundFeatures(words: readonly string[]): string[] {
  const features = new Set<string>();
  for (const word of words) {
    const token = shape(word, false);
    if (counts(token)) features.add(`:${token}`);
  }
  return [...features];
}

/** What the neighbours of a clause seem to claim. */
export function neighbourFeatures({ before, after }: Pick<Around, 'before' | 'after'>): string[] {
  return [...(before ? [`<${before}`] : []), ...(after ? [`>${after}`] : [])];
}

/** Whether a word around a clause is looked at, by its token. */
export const counts = (token: string): boolean => /^\p{L}[\p{L}'-]*$/u.test(token) && !FILLER.has(token);

/** The words, numbers and signs of money of a clause, in order. */
export function clauseWords(clause: string): readonly string[] {
  const words: string[] = [];
  const n = clause.length;
  let i = 0;
  while (i < n) {
    const start = i;
    const first = signOf(clause, i++);
    if (first === OTHER) return clause.match(WORDS) ?? [];
    if (first === LETTER) while (i < n && inWord(clause.charCodeAt(i))) i++;
    else if (first === DIGIT) while (i < n && inNumber(clause.charCodeAt(i))) i++;
    else if (first === NOTHING) continue;
    // A letter outside ASCII may go on with the word.
    if (i < n && clause.charCodeAt(i) > 127) return clause.match(WORDS) ?? [];
    words.push(clause.slice(start, i));
  }
  return words;
}

const WORDS = /[\p{L}][\p{L}'-]*|\d[\d.,]*|[$£€%]/gu;
const [NOTHING, LETTER, DIGIT, SIGN, OTHER] = [0, 1, 2, 3, 4];

function signOf(clause: string, at: number): number {
  const code = clause.charCodeAt(at);
  if (isLetter(code)) return LETTER;
  if (code >= 48 && code <= 57) return DIGIT;
  return code > 127 ? OTHER : code === 36 || code === 37 ? SIGN : NOTHING;
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const inWord = (code: number): boolean => isLetter(code) || code === 39 || code === 45;
const inNumber = (code: number): boolean => (code >= 48 && code <= 57) || code === 46 || code === 44;

/** What a word counts as; its first letter tells nothing where it opens the clause. */
export function shape(word: string, first: boolean): string {
  const code = word.charCodeAt(0);
  if (code >= 48 && code <= 57) return '~num';
  const small = code >= 97 && code <= 122;
  if (!small && /^\p{Lu}/u.test(word) && (!first || /^\p{Lu}[\p{Lu}\d]/u.test(word))) return '~name';
  return stem(word.toLowerCase());
}

/** A crude stemmer: endings of verbs and plurals off, nothing else; the same in training and use. */
function stem(word: string): string {
  if (word.length < 5) return word;
  const known = stems.get(word);
  if (known !== undefined) return known;
  const own = word
    .replace(/'s$/, '')
    .replace(/(?:ations?|ating|ated|ates)$/, 'ate')
    .replace(/(?:ies|ied|ying)$/, 'y')
    .replace(/(?:ing|ed|es|s|e)$/, '');
  if (stems.size >= MOST_STEMS) stems.clear();
  stems.set(word, own);
  return own;
}

/** Stems of the words met last; most words of a text have been met before. */
const stems = new Map<string, string>();
const MOST_STEMS = 20_000;
