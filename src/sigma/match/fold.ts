/**
 * Text as Sigma compares it: Unicode simple lower case, character by character, so that the result has the length of the
 * input and folding a part is a part of folding the whole. `toLowerCase` differs for two letters: İ (it gives two
 * characters) and Σ (it looks at the end of the word).
 */
export function fold(text: string): string {
  return (ODD.test(text) ? text.replaceAll('\u0130', 'i').replaceAll('\u03a3', '\u03c3') : text).toLowerCase();
}

const ODD = /[\u0130\u03a3]/;
