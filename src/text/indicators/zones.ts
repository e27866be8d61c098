import type { Block } from '../../model/document.ts';

export type Zone = 'indicators' | 'references' | 'body';

/** What part of a document a place belongs to, told by the headings above it. */
export interface Zones {
  at(offset: number): Zone;
  /** Whether the place begins a block. */
  startsBlock(offset: number): boolean;
  /** Whether a table or a line of code holds the place. */
  kind(offset: number): Block['kind'];
}

const INDICATORS =
  /\b(?:indicators?|iocs?|observables?|c2|c&c|command[- ]and[- ]control|infrastructure|hashes|samples|domains|ip addresses|network|artifacts?|artefacts?)\b/i;
const REFERENCES =
  /^[\W\d]*(?:references?|sources?|further reading|bibliography|notes?|endnotes?|footnotes?|related (?:reading|links|work)|works cited|links|read more)\b/i;
const MAX_HEADING = 90;

/** Divides a document by its headings; a line that reads like one counts, since many texts have no marked headings. */
export function zonesOf(text: string, blocks: readonly Block[]): Zones {
  let zone: Zone = 'body';
  const list = blocks.map((block) => {
    const words = block.end - block.start <= MAX_HEADING ? text.slice(block.start, block.end) : '';
    const heading = block.kind === 'heading' || block.kind === 'title' || (words && /^[#*]{1,6}\s|:$/.test(words));
    if (heading && words) {
      const plain = words.replace(/^[#*\s]+/, '');
      zone = REFERENCES.test(plain)
        ? 'references'
        : INDICATORS.test(plain)
          ? 'indicators'
          : block.kind === 'heading' || /^#/.test(words)
            ? 'body'
            : zone;
    }
    return { ...block, zone };
  });
  // Offsets are asked in rising order mostly, so the last answer is the first guess.
  let last = 0;
  const find = (offset: number) => {
    if (list.length === 0) return null;
    if (list[last]!.start > offset) last = 0;
    while (last + 1 < list.length && list[last + 1]!.start <= offset) last++;
    return list[last]!.start <= offset ? list[last]! : null;
  };
  return {
    at: (offset) => find(offset)?.zone ?? 'body',
    startsBlock: (offset) => find(offset)?.start === offset,
    kind: (offset) => find(offset)?.kind ?? 'paragraph',
  };
}
