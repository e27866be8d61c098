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

/** What a name is found and grouped by: folded, white space made single. Null gives the empty key. */
export function nameKey(...names: readonly (string | null)[]): string {
  return names
    .filter((name) => name)
    .map((name) => name!.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim())
    .join('\n');
}
