import type { Span } from '../../base/span.ts';

/**
 * Finds a quote in `text` within `range`. White space may differ in kind and length (a model writes a line break as a
 * space); every other character must be the same. Of several places the first at or behind `after` is taken, else the
 * nearest before it: statements come in the order of the text. Null when the quote is not there.
 */
export function locate(text: string, range: Span, quote: string, after: number): Span | null {
  const words = quote.trim().split(/\s+/);
  if (words.length === 1 && words[0] === '') return null;
  const pattern = new RegExp(words.map(escaped).join('\\s+'), 'g');
  let before: Span | null = null;
  for (const match of text.slice(range.start, range.end).matchAll(pattern)) {
    const start = range.start + match.index;
    const span = { start, end: start + match[0].length };
    if (start >= after) return span;
    before = span;
  }
  return before;
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
