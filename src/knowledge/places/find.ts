import type { Span } from '../../base/span.ts';
import { readsAsPlace, reassigned } from './context.ts';
import { type PlaceClass, type PlaceWord, placeIndex } from './word-index.ts';

/** A place where the text names a country, or something whose country is plain. `words` is the text itself, without a possessive ending. */
export interface PlaceMention extends Span {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly class: PlaceClass;
  readonly words: string;
}

/**
 * Countries, their people, capitals, cities, regions, bodies, known people and companies named in a text, in text order, not overlapping.
 *
 * The longest spelling wins; spelling is case-sensitive ("US", never "us"; headlines in capitals are known for states and their people). Words are whole: a
 * possessive, a bracket or a hyphen ends one, so "US-South Korean" gives two mentions. Words that are also personal or ordinary names ("Jordan", "Georgia", "Anthem") are
 * decided by what stands around them. Words for several countries ("Europe", "Korean Peninsula") give no mention.
 */
export function findPlaces(text: string): PlaceMention[] {
  return findPlaceWords(text)
    .filter(({ word }) => word.class !== 'shared')
    .map(({ start, end, country, word }) => ({
      start,
      end,
      country,
      class: word.class,
      words: text.slice(start, end),
    }));
}

/** A found spelling with its table entry; `country` is the entry's, unless the surroundings moved it. */
export interface FoundWord extends Span {
  readonly word: PlaceWord;
  readonly country: string;
}

/** As `findPlaces`, with the words that stand for several countries. */
export function findPlaceWords(text: string): FoundWord[] {
  const index = placeIndex();
  const found: FoundWord[] = [];
  const n = text.length;
  let i = 0;
  while (i < n) {
    const c = text.charCodeAt(i);
    if (!isWord(c)) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < n && isWord(text.charCodeAt(end))) end++;
    // Every spelling begins with a capital or a digit: small words, nine in ten, cost no look-up.
    const candidates = mayStart(c) ? index.get(text.slice(i, end)) : undefined;
    const hit = candidates && startsFree(text, i) ? longest(text, i, end, candidates) : undefined;
    if (!hit) {
      i = end;
      continue;
    }
    if (!hit.word.doubtful || readsAsPlace(text, i, hit.end, hit.word)) {
      const span = { start: i, end: hit.end, word: hit.word };
      found.push({ ...span, country: reassigned(text, span, found) });
    }
    i = Math.max(hit.end, end);
  }
  return found;
}

function longest(
  text: string,
  start: number,
  firstEnd: number,
  candidates: readonly PlaceWord[],
): { word: PlaceWord; end: number } | undefined {
  for (const word of candidates) {
    const end = matchAt(text, start, firstEnd, word.words);
    if (end >= 0) return { word, end };
  }
  return undefined;
}

/** End of `words` at `start`, or -1. Any white space stands for a space, any apostrophe for the straight one. */
function matchAt(text: string, start: number, firstEnd: number, words: string): number {
  const known = firstEnd - start;
  let i = firstEnd;
  for (let k = known; k < words.length; k++) {
    const want = words.charCodeAt(k);
    const have = text.charCodeAt(i);
    if (want === 0x20) {
      const from = i;
      while (isSpace(text.charCodeAt(i))) i++;
      if (i === from || i - from > 3) return -1;
      continue;
    }
    if (want !== have && !(want === 0x27 && have === 0x2019) && !(want === 0x2d && have === 0x2011)) return -1;
    i++;
  }
  const next = text.charCodeAt(i);
  if (isWord(next) || next === 0x5f) return -1;
  // "China.com", "US@", "U.S.A" cut short: part of something else.
  if (next === 0x2e && words.charCodeAt(words.length - 1) !== 0x2e && isSmall(text.charCodeAt(i + 1))) return -1;
  if (words === 'RT' && /^\s*[@:]/.test(text.slice(i, i + 3))) return -1;
  if (next === 0x40 || (next === 0x24 && words === 'US')) return -1;
  return i;
}

function startsFree(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return before !== 0x5f && before !== 0x40 && before !== 0x5c;
}

function isWord(c: number): boolean {
  if (c < 0x80) return (c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a) || (c >= 0x30 && c <= 0x39);
  return (
    (c >= 0xc0 && c < 0x2000 && c !== 0xd7 && c !== 0xf7) || (c >= 0x2c00 && c < 0xd800 && (c < 0x3000 || c > 0x303f))
  );
}

function mayStart(c: number): boolean {
  return (c >= 0x41 && c <= 0x5a) || (c >= 0x30 && c <= 0x39) || (c >= 0xc0 && c <= 0x2000);
}

function isSmall(c: number): boolean {
  return c >= 0x61 && c <= 0x7a;
}

function isSpace(c: number): boolean {
  return c === 0x20 || c === 0xa0 || c === 0x0a || c === 0x09 || c === 0x0d || c === 0x202f;
}
