/** Elements that browsers close by themselves, or that never hold others. */
const SHALLOW = new Set(
  'p li dt dd tr td th thead tbody tfoot option optgroup colgroup area base br col embed hr img input link meta param source track wbr !doctype html head body script style'.split(
    ' ',
  ),
);
const TAG = /<(\/?)([a-zA-Z!][a-zA-Z0-9:-]{0,40})(?=[\s>/])/g;

/** How deep the markup nests its elements at most, counted without a tree. Unclosed inline elements count as nesting, as parsers take them. */
export function nestingOf(markup: string): number {
  let depth = 0;
  let deepest = 0;
  for (const m of markup.matchAll(TAG)) {
    if (SHALLOW.has(m[2]!.toLowerCase())) continue;
    depth = m[1] ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}

/** Deeper than any page is meant to be; the time for taking a page apart grows with the square of it. */
export const MAX_NESTING = 400;

/** How many tags, entities and stray brackets the markup has: each becomes a node. */
export function piecesOf(markup: string): number {
  let count = 0;
  for (let i = 0; i < markup.length; i++) {
    const code = markup.charCodeAt(i);
    if (code === 60 || code === 38) count++;
  }
  return count;
}

/** More nodes than that fill the memory. */
export const MAX_NODES = 600_000;
