import type { Span } from '../../base/span.ts';

/**
 * Stretches between double quotation marks, marks included. Curly marks pair by shape, straight ones by turn; a paragraph that
 * opens without closing (a quotation running on) ends with its paragraph. Stretches of three words or fewer are partial quotes
 * like any other.
 */
export function quotations(text: string): Span[] {
  const spans: Span[] = [];
  let open = -1;
  let curly = false;
  for (const mark of text.matchAll(/["“”„«»]|\n\s*\n/g)) {
    const sign = mark[0];
    const at = mark.index;
    if (sign.startsWith('\n')) {
      if (open >= 0) spans.push({ start: open, end: at });
      open = -1;
    } else if (open < 0) {
      if (sign === '”' || sign === '»') continue;
      if (sign === '"' && /\d/.test(text[at - 1] ?? '') && !/\S/.test(text[at + 1] ?? ' ')) continue; // inches
      open = at;
      curly = sign !== '"';
    } else if (curly ? sign === '”' || sign === '»' || sign === '"' : sign === '"' || sign === '”') {
      spans.push({ start: open, end: at + 1 });
      open = -1;
    } else if (curly && sign === '“') {
      // A paragraph of a long quotation opens anew without the one before having closed.
      spans.push({ start: open, end: at });
      open = at;
    }
  }
  if (open >= 0) spans.push({ start: open, end: text.length });
  return spans;
}
