/** Words of a text, lower case, compatibility forms folded: letters, marks and digits only. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/** FNV-1a over UTF-16 units, then the finisher of MurmurHash3 (both public domain): a signed 32-bit number, the same for ever. */
export function hash32(text: string, seed = 0): number {
  let h = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return mix32(h);
}

/** A bijection of 32-bit numbers that spreads every bit over all others. */
export function mix32(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/**
 * What a name is found and grouped by: lower case, compatibility forms folded, typographic apostrophes, quotation marks and
 * hyphens made plain, white space single. Words that differ stay different. Null gives the empty key.
 */
export function nameKey(...names: readonly (string | null)[]): string {
  return names
    .filter((name) => name)
    .map((name) => plain(name!).normalize('NFKC').toLowerCase())
    .map((name) => plain(name).replace(/\s+/g, ' ').trim())
    .join('\n');
}

/** Marks that typesetting varies and, parallel to them, the plain ones; those left over at the end are not seen at all. */
export const VARIED_MARKS = {
  typeset:
    '\u2018\u2019\u201a\u201b\u02b9\u02bb\u02bc\u2032\u00b4\u0060\u201c\u201d\u201e\u201f\u00ab\u00bb\u2010\u2011\u00ad\u200b\u2060',
  plain: `${"'".repeat(10)}${'"'.repeat(6)}--`,
} as const;

const VARIED = new RegExp(`[${VARIED_MARKS.typeset}]`, 'g');

function plain(text: string): string {
  return text.replace(VARIED, (mark) => VARIED_MARKS.plain[VARIED_MARKS.typeset.indexOf(mark)] ?? '');
}
