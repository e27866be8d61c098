/** Typographic quotes and apostrophes as ASCII ones; the length stays the same. */
export function straighten(text: string): string {
  return text
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐‑–]/g, '-');
}
