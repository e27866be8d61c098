import type { Block, BlockKind } from '../model/document.ts';

export interface TextBuilder {
  /** Appends a block; empty ones are left out. `tight` sets it under the one before without a blank line. */
  add(kind: BlockKind, text: string, options?: { page?: number; tight?: boolean }): void;
  build(): { text: string; blocks: Block[] };
}

/** Collects blocks into one text: a blank line between blocks, a line break between neighbouring list items. */
export function textBuilder(): TextBuilder {
  const parts: string[] = [];
  const blocks: Block[] = [];
  let length = 0;
  let last: BlockKind | null = null;
  return {
    add(kind, raw, { page, tight = false } = {}) {
      const text = raw.trim();
      if (!text) return;
      if (last !== null) {
        const gap = tight || (kind === 'item' && last === 'item') ? '\n' : '\n\n';
        parts.push(gap);
        length += gap.length;
      }
      parts.push(text);
      const span = { start: length, end: length + text.length, kind };
      blocks.push(page === undefined ? span : { ...span, page });
      length = span.end;
      last = kind;
    },
    build: () => ({ text: parts.join(''), blocks }),
  };
}
