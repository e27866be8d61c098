import type { BlockKind } from '../../model/document.ts';
import type { TextBuilder } from '../builder.ts';
import { dateLine } from '../dates.ts';
import { isFurniture } from '../furniture.ts';
import { type Element, isElement, type Node, TEXT } from './dom.ts';

/** What a block element's words are. Elements not named here or in INLINE start a new paragraph. */
const KIND: Readonly<Record<string, BlockKind>> = {
  H1: 'heading',
  H2: 'heading',
  H3: 'heading',
  H4: 'heading',
  H5: 'heading',
  H6: 'heading',
  LI: 'item',
  DT: 'item',
  DD: 'item',
  BLOCKQUOTE: 'quote',
  FIGCAPTION: 'caption',
  CAPTION: 'caption',
  PRE: 'code',
};

const INLINE = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK NOBR OUTPUT Q RP RT RUBY S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'.split(
    ' ',
  ),
);
const SILENT = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE IMG SVG'.split(' '));

/** A bare date among the first blocks is the page's own, not the article's. */
const NEAR_TOP = 3;

export interface WalkOptions {
  /** Words not repeated: a first heading that equals the title. */
  readonly skip?: string | null;
}

/** Turns an element into blocks in reading order: paragraphs, headings, items, quotes, captions, code, tables (a row a line, cells by tab). */
export function walk(root: Element, out: TextBuilder, { skip = null }: WalkOptions = {}): void {
  let words: string[] = [];
  let kind: BlockKind = 'paragraph';
  let added = 0;
  const skipped = skip ? squeeze(skip).toLowerCase() : null;
  visit(root, 'paragraph');
  flush();

  function visit(node: Node, context: BlockKind): void {
    for (const child of node.childNodes) {
      if (child.nodeType === TEXT) {
        if (context === kind || words.length === 0) kind = context;
        words.push(child.textContent ?? '');
        continue;
      }
      if (!isElement(child) || SILENT.has(child.tagName)) continue;
      if (child.tagName === 'BR') words.push('\ue000');
      else if (INLINE.has(child.tagName)) inline(child, context);
      else block(child, context);
    }
  }

  function inline(element: Element, context: BlockKind): void {
    visit(element, context);
    if (element.tagName === 'SUP' && /^\s*\[?\d{1,3}\]?\s*$/.test(element.textContent ?? '')) words.pop();
  }

  function block(element: Element, context: BlockKind): void {
    flush();
    if (element.tagName === 'TABLE' && isDataTable(element)) {
      out.add('table', tableText(element));
      return;
    }
    if (element.tagName === 'PRE') {
      out.add('code', (element.textContent ?? '').replace(/\r\n?/g, '\n').replace(/^\n+|\s+$/g, ''));
      return;
    }
    const own = KIND[element.tagName];
    const inner = own ?? (context === 'quote' || context === 'caption' || context === 'item' ? context : 'paragraph');
    kind = inner;
    visit(element, inner);
    flush();
    kind = context;
  }

  function flush(): void {
    const raw = words.join('');
    words = [];
    // Two line breaks in a row are how old pages set paragraphs.
    for (const piece of raw.split(/\ue000(?:\s*\ue000)+/)) {
      const text = piece
        .split('\ue000')
        .map(squeeze)
        .filter((line) => line && !isFurniture(line))
        .join('\n');
      if (!text || (kind === 'heading' && text.toLowerCase() === skipped)) continue;
      if (added < NEAR_TOP && dateLine(text) !== null) continue;
      added++;
      out.add(kind, text);
    }
  }
}

/** White space as a browser shows it: runs become one space; soft hyphens and zero-width marks go. */
export function squeeze(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim();
}

/** Tables that lay out a page hold blocks in their cells; those are walked like any other element. */
function isDataTable(table: Element): boolean {
  if (table.getAttribute('role') === 'presentation') return false;
  if (table.querySelector('table, h1, h2, p + p, blockquote')) return false;
  const rows = [...table.querySelectorAll('tr')];
  return rows.length > 0 && rows.some((row) => [...row.querySelectorAll('td, th')].length > 1);
}

function tableText(table: Element): string {
  return [...table.querySelectorAll('tr')]
    .map((row) =>
      [...row.querySelectorAll('td, th')]
        .map((cell) => squeeze(spaced(cell)))
        .join('\t')
        .trimEnd(),
    )
    .filter((line) => line.trim())
    .join('\n');
}

/** A cell's words with a space where a line break or block ends. */
function spaced(node: Node): string {
  let text = '';
  for (const child of node.childNodes) {
    if (child.nodeType === TEXT) text += child.textContent ?? '';
    else if (isElement(child) && !SILENT.has(child.tagName))
      text += INLINE.has(child.tagName) ? spaced(child) : ` ${spaced(child)} `;
  }
  return text;
}
