/**
 * Echo detection: which documents only repeat another one. Three ways, each enough: the same words; nearly the same words
 * (word 5-gram shingles compared by MinHash with banded look-up: Broder, "On the resemblance and containment of documents", 1997);
 * or quotations that come from the same place.
 */
import { sha256 } from '../base/hash.ts';
import { hash32, mix32, wordsOf } from './words.ts';

const SHINGLE = 5;
const HASHES = 128;
/** 32 bands of 4: two documents of resemblance 0.7 share a band with probability 0.9998, of 0.3 with 0.23. */
const ROWS = 4;
/** Estimated resemblance from which two documents are one (standard error at 0.7 with 128 hashes: 0.04). */
export const NEAR = 0.7;
/** Below this many words only the exact comparison is meaningful. */
const ENOUGH_WORDS = 30;
/** A quotation of this many words does not come about twice by chance. */
const LONG_QUOTE = 12;
/** One shared quotation of this length is enough; shorter ones must be two. */
const VERY_LONG_QUOTE = 25;
/** Statement quotes shorter than this can be anybody's words. */
const QUOTE_WORDS = 6;
const SAMPLE_GRAM = QUOTE_WORDS;
/** One gram in so many is kept for look-up. */
const SAMPLE_EVERY = 8;

/** What a document is found by and compared with. */
export interface EchoKeys {
  /** SHA-256 of its words; documents of the same words are equal. Empty text has the empty hash, equal to nothing. */
  readonly hash: string;
  readonly signature: readonly number[];
  readonly bands: readonly number[];
  /** Hashes of some of its word grams, chosen by value, so that two texts choose the same ones. */
  readonly samples: readonly number[];
}

/** Words and quotations of a document, prepared for comparison. */
export interface EchoText {
  /** All words joined by single spaces, with one before and after. */
  readonly words: string;
  /** Quotes of its statements and its own direct quotations, in the same form. */
  readonly quotes: readonly string[];
  readonly spoken: readonly string[];
}

export type EchoReason = 'same-text' | 'near-duplicate' | 'same-quotes';

/** Keys of a text. Cost grows with its length: about 1 ms for 1,000 words. */
export function echoKeys(text: string): EchoKeys {
  const words = wordsOf(text);
  const hash = words.length === 0 ? '' : sha256(words.join(' '));
  if (words.length < ENOUGH_WORDS) return { hash, signature: [], bands: [], samples: [] };
  const signature = minHash(shingles(words, SHINGLE));
  return { hash, signature, bands: bandsOf(signature), samples: samplesOf(words) };
}

/** The text and its quotations, ready for `sameQuotes`. */
export function echoText(text: string, statementQuotes: readonly string[]): EchoText {
  const plain = (part: string) => ` ${wordsOf(part).join(' ')} `;
  const long = (min: number) => (part: string) => part.split(' ').length - 2 >= min;
  return {
    words: plain(text),
    quotes: [...new Set(statementQuotes.map(plain))].filter(long(QUOTE_WORDS)),
    spoken: [...new Set(directQuotations(text).map(plain))].filter(long(LONG_QUOTE)),
  };
}

/** Share of equal places in two signatures: an unbiased estimate of the Jaccard resemblance of the shingle sets. 0 without signatures. */
export function resemblance(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || a.length !== b.length) return 0;
  let same = 0;
  for (let i = 0; i < a.length; i++) if (a[i] === b[i]) same++;
  return same / a.length;
}

/**
 * Whether one document's quotations come from the other, or both from one place: most of the statement quotes of one (at least
 * three) stand verbatim in the other, or most of its long direct quotations (two of 12 words, or one of 25) are also there.
 */
export function sameQuotes(a: EchoText, b: EchoText): boolean {
  return borrows(a, b) || borrows(b, a);
}

function borrows(from: EchoText, other: EchoText): boolean {
  const quotes = from.quotes.filter((quote) => other.words.includes(quote));
  if (quotes.length >= 3 && quotes.length * 2 > from.quotes.length) return true;
  const spoken = from.spoken.filter((quote) => other.words.includes(quote));
  if (spoken.length === 0 || spoken.length * 2 <= from.spoken.length) return false;
  return spoken.length >= 2 || spoken.some((quote) => quote.split(' ').length - 2 >= VERY_LONG_QUOTE);
}

/** Passages between quotation marks, straight or curly, that do not cross a blank line. */
function directQuotations(text: string): string[] {
  return [...text.matchAll(/“([^“”]{20,1500})”|"([^"]{20,1500})"/g)]
    .map((match) => match[1] ?? match[2]!)
    .filter((quote) => !/\n\s*\n/.test(quote));
}

function shingles(words: readonly string[], size: number): Set<number> {
  const found = new Set<number>();
  for (let i = 0; i + size <= words.length; i++) found.add(hash32(words.slice(i, i + size).join(' ')));
  return found;
}

/** 128 permutations of 32-bit numbers, each a fixed seed and a mixing step; the smallest image under each. */
const SEEDS = Int32Array.from({ length: HASHES }, (_, i) => mix32(0x9e3779b9 + Math.imul(i + 1, 0x632be5ab)));

function minHash(set: ReadonlySet<number>): number[] {
  const least = new Int32Array(HASHES).fill(0x7fffffff);
  for (const value of set) {
    for (let i = 0; i < HASHES; i++) {
      const image = mix32(value ^ SEEDS[i]!);
      if (image < least[i]!) least[i] = image;
    }
  }
  return [...least];
}

function bandsOf(signature: readonly number[]): number[] {
  const bands: number[] = [];
  for (let i = 0; i < signature.length; i += ROWS) bands.push(hash32(signature.slice(i, i + ROWS).join(','), i + 1));
  return bands;
}

function samplesOf(words: readonly string[]): number[] {
  return [...shingles(words, SAMPLE_GRAM)].filter((value) => (value >>> 0) % SAMPLE_EVERY === 0);
}
