/** Below this many letters n-gram guesses are mostly wrong. */
const ENOUGH = 200;
/** The beginning says it; more only costs time. */
const SAMPLE = 4_000;

/** Main language of a text as an ISO 639-3 code ("eng"), null when there are fewer than 200 letters to judge by or it cannot be told. */
export async function detectLanguage(text: string): Promise<string | null> {
  const sample = text
    .slice(0, SAMPLE * 4)
    .replace(NOT_PROSE, ' ')
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .slice(0, SAMPLE);
  if (!hasEnough(sample)) return null;
  if (looksEnglish(sample)) return 'eng';
  const { franc } = await import('franc');
  const code = franc(sample.slice(0, FRANC_SAMPLE));
  if (code === 'und') return null;
  return code === 'sco' ? 'eng' : code;
}

/** What the slower guess is given. */
const FRANC_SAMPLE = 1_500;

function hasEnough(sample: string): boolean {
  let plain = 0;
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i) | 32;
    if (code >= 97 && code <= 122 && ++plain === ENOUGH) return true;
  }
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  // A Chinese or Japanese character says as much as a short word does.
  const ideographs = sample.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu)?.length ?? 0;
  return letters + 2 * ideographs >= ENOUGH;
}

/**
 * English is told by its small words, which no other language uses together; that is a hundred times quicker than
 * comparing n-grams with four hundred languages, and nearly all documents are English.
 */
function looksEnglish(sample: string): boolean {
  const lower = sample.toLowerCase();
  let words = 1;
  let small = 0;
  let start = 0;
  let inside = true;
  for (let i = 0; i <= lower.length; i++) {
    if (i < lower.length && isLetter(lower, i)) {
      if (!inside) {
        inside = true;
        start = i;
        words++;
      }
    } else if (inside) {
      inside = false;
      if (i - start <= LONGEST_SMALL && SMALL_WORDS.has(lower.slice(start, i))) small++;
    }
  }
  // Signs at the end divide off an empty word, as those at the beginning do.
  if (!isLetter(lower, lower.length - 1)) words++;
  return small >= words * 0.15;
}

function isLetter(lower: string, at: number): boolean {
  const code = lower.charCodeAt(at);
  return code < 128 ? code >= 97 && code <= 122 : /\p{L}/u.test(lower[at]!);
}

const SMALL_WORDS = new Set(
  'the of and to that was for with by from which were this is it its has have had been are not they their as at an be or'.split(
    ' ',
  ),
);
const LONGEST_SMALL = Math.max(...[...SMALL_WORDS].map((word) => word.length));

/** Links, hashes and other strings of signs would be counted as letters of some language. */
const NOT_PROSE = /\bh..ps?:\S+|\b[0-9a-fA-F]{16,}\b|[\d_/\\|=<>{}[\]]+/g;
