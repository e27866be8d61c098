import type { Block, BlockKind } from '../model/document.ts';
import { isFurniture } from './furniture.ts';

interface Line {
  readonly start: number;
  readonly end: number;
}

/**
 * Blocks of a plain text, without changing it. Lines between blank lines are one paragraph where they are one hard-wrapped
 * text, else each is its own; list items and page furniture ("show comments") stand alone. A short first line without
 * a full stop is the title; other such lines before a paragraph are headings.
 */
export function plainBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  for (const chunk of chunksOf(text)) {
    const wrapped = isWrapped(text, chunk);
    let open: { start: number; end: number; item: boolean } | null = null;
    for (const line of chunk) {
      const words = text.slice(line.start, line.end);
      const item = ITEM.test(words);
      if (open && !item && (wrapped || (open.item && INDENTED.test(before(text, line))))) {
        open.end = line.end;
        continue;
      }
      if (open) blocks.push(block(text, open));
      open = { start: line.start, end: line.end, item };
    }
    if (open) blocks.push(block(text, open));
  }
  return withHeadings(text, blocks);
}

const ITEM = /^(?:[-*•‣–▪◦]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S/;
const INDENTED = /[ \t]{2,}$/;
const ENDS = /[.!?:;,…]["'”’)\]]*$/;
/** A line that is a link, an address, a hash or a path is no heading. */
const ARTEFACT = /:\/\/|\[\.\]|^\S*[./\\@]\S*$|[0-9a-fA-F]{32}/;
const MAX_HEADING = 110;
const MAX_TITLE = 200;

/** Runs of lines that hold something, each line without white space at its ends. */
function* chunksOf(text: string): Generator<Line[]> {
  let chunk: Line[] = [];
  let at = 0;
  while (at <= text.length) {
    let end = at;
    while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
    let a = at;
    let b = end;
    while (a < b && isSpace(text.charCodeAt(a))) a++;
    while (b > a && isSpace(text.charCodeAt(b - 1))) b--;
    if (a < b) chunk.push({ start: a, end: b });
    else if (chunk.length) {
      yield chunk;
      chunk = [];
    }
    at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
  }
  if (chunk.length) yield chunk;
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13 || code === 12 || code === 0x2028 || code === 0x2029;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0 || code === 11 || code === 0xfeff || code === 0x3000;
}

/** Hard-wrapped lines break exactly where the next word would not have fitted. */
function isWrapped(text: string, chunk: readonly Line[]): boolean {
  if (chunk.length < 2) return false;
  let width = 0;
  for (const line of chunk) width = Math.max(width, line.end - line.start);
  if (width < 40 || width > 130) return false;
  let full = 0;
  for (let i = 0; i + 1 < chunk.length; i++) {
    const line = chunk[i]!;
    const next = /^\S*/.exec(text.slice(chunk[i + 1]!.start, chunk[i + 1]!.start + 60))![0].length;
    if (line.end - line.start + 1 + next > width - 3) full++;
  }
  if (full < 0.8 * (chunk.length - 1)) return false;
  // Two lines prove little: the first has to stop in the middle of a sentence.
  const first = text.slice(chunk[0]!.start, chunk[0]!.end);
  return chunk.length > 2 || (!ENDS.test(first) && /^[a-z"'“(\d]/.test(text[chunk[1]!.start]!));
}

function before(text: string, line: Line): string {
  return text.slice(Math.max(0, line.start - 4), line.start);
}

function block(text: string, { start, end, item }: { start: number; end: number; item: boolean }): Block {
  const kind: BlockKind = item
    ? 'item'
    : isFurniture(text.slice(start, Math.min(end, start + 400)))
      ? 'caption'
      : 'paragraph';
  return { start, end, kind };
}

function withHeadings(text: string, blocks: readonly Block[]): Block[] {
  const marked = markHeadings(text, blocks);
  // Three and more in a row are no headings but the points of a highlight box.
  return marked.map((b, i) => (b.kind === 'heading' && inRun(marked, i) ? { ...b, kind: 'item' } : b));
}

function inRun(blocks: readonly Block[], i: number): boolean {
  const heads = (j: number) => blocks[j]?.kind === 'heading';
  return (heads(i - 1) && (heads(i - 2) || heads(i + 1))) || (heads(i + 1) && heads(i + 2));
}

function markHeadings(text: string, blocks: readonly Block[]): Block[] {
  return blocks.map((b, i) => {
    if (b.kind !== 'paragraph') return b;
    const words = text.slice(b.start, Math.min(b.end, b.start + MAX_TITLE + 1));
    const next = blocks[i + 1];
    if (!next || /[\n\r]/.test(words)) return b;
    if (i === 0 && words.length <= MAX_TITLE && isTitle(words)) return { ...b, kind: 'title' };
    const follows = next.kind === 'paragraph' || next.kind === 'item';
    const bare = words.length <= MAX_HEADING && !/[.!:;,…]["'”’)\]]*$/.test(words) && !/^["“(‘]/.test(words);
    return bare && !ARTEFACT.test(words) && follows && /\p{L}/u.test(words) && !/[—–-]$/.test(words)
      ? { ...b, kind: 'heading' }
      : b;
  });
}

/** "…" and "?" end headlines too; a dateline or a full sentence does not make one. */
function isTitle(words: string): boolean {
  return (
    !/(?<!\.\.)\.["'”’)\]]*$/.test(words) && !/[:;,]$/.test(words) && !/[—–-]$/.test(words) && /\p{L}/u.test(words)
  );
}
