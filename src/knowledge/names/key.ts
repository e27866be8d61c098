/**
 * What a name is compared by: compatibility forms folded, lower case, letters, marks and digits only, so that "APT 28", "APT-28"
 * and "apt28" are one name. A name of signs alone is its own key.
 */
export function nameKeyOf(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase();
  return plain.replace(/[^\p{L}\p{M}\p{N}]+/gu, '') || plain.trim();
}
