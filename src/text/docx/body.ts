import type { BlockKind } from '../../model/document.ts';
import type { TextBuilder } from '../builder.ts';
import { attribute, xmlPieces } from '../xml.ts';

/** Appends the paragraphs, headings, list items and tables of a Word body. Deleted words and field codes are left out. */
export function addBody(xml: string, styles: ReadonlyMap<string, string>, out: TextBuilder): { title: string | null } {
  let title: string | null = null;
  let words = '';
  let kind: BlockKind = 'paragraph';
  let inText = false;
  let skipping = 0;
  let skipName = '';
  const tables: { rows: string[]; cells: string[]; cell: string[] }[] = [];
  for (const piece of xmlPieces(xml)) {
    if (skipping > 0) {
      if (piece.kind === 'open' && piece.name === skipName && !piece.empty) skipping++;
      else if (piece.kind === 'close' && piece.name === skipName) skipping--;
      continue;
    }
    if (piece.kind === 'text') {
      if (inText) words += piece.text;
    } else if (piece.kind === 'open') opened(piece.name, piece.attributes, piece.empty);
    else closed(piece.name);
  }
  endParagraph();
  while (tables.length) closed('w:tbl');
  return { title };

  function opened(name: string, attributes: string, empty: boolean): void {
    if (SKIPPED.has(name) && !empty) [skipping, skipName] = [1, name];
    else if (name === 'w:t') inText = !empty;
    else if (name === 'w:tab') words += '\t';
    else if (name === 'w:br' || name === 'w:cr') words += '\n';
    else if (name === 'w:noBreakHyphen') words += '-';
    else if (name === 'w:p') [words, kind] = ['', 'paragraph'];
    else if (name === 'w:numPr' && kind === 'paragraph') kind = 'item';
    else if (name === 'w:outlineLvl' && Number(attribute(attributes, 'w:val')) < 9) kind = 'heading';
    else if (name === 'w:pStyle') kind = kindOf(attribute(attributes, 'w:val') ?? '', kind);
    else if (name === 'w:tbl' && !empty) tables.push({ rows: [], cells: [], cell: [] });
  }

  function closed(name: string): void {
    const table = tables.at(-1);
    if (name === 'w:t') inText = false;
    else if (name === 'w:p') endParagraph();
    else if (name === 'w:tc' && table) {
      table.cells.push(table.cell.join(' '));
      table.cell = [];
    } else if (name === 'w:tr' && table) {
      if (table.cells.some((cell) => cell)) table.rows.push(table.cells.join('\t').trimEnd());
      table.cells = [];
    } else if (name === 'w:tbl' && table) {
      tables.pop();
      const outer = tables.at(-1);
      if (outer) outer.cell.push(table.rows.join(' ').replace(/\t/g, ' '));
      else out.add('table', table.rows.join('\n'));
    }
  }

  function endParagraph(): void {
    const text = words
      .replace(/[ \u00a0]+/g, ' ')
      .replace(/\u00ad/g, '')
      .trim();
    words = '';
    if (!text) return;
    const table = tables.at(-1);
    if (table) table.cell.push(text.replace(/\s+/g, ' '));
    else {
      if (kind === 'title') title ??= text.replace(/\s+/g, ' ');
      out.add(kind, text);
    }
  }

  function kindOf(style: string, fallback: BlockKind): BlockKind {
    const name = (styles.get(style) ?? style).toLowerCase();
    if (/^title/.test(name)) return title === null ? 'title' : 'heading';
    if (/^(?:heading|subtitle|berschrift|titre|überschrift)/.test(name)) return 'heading';
    if (/^list|bullet/.test(name)) return 'item';
    if (/quote/.test(name)) return 'quote';
    if (/^caption/.test(name)) return 'caption';
    return /code|preformatted|plain text/.test(name) ? 'code' : fallback;
  }
}

/** Style ids and their names, which are the same in every language for the built-in ones. */
export function readStyles(xml: string): Map<string, string> {
  const styles = new Map<string, string>();
  let id: string | null = null;
  for (const piece of xmlPieces(xml)) {
    if (piece.kind !== 'open') continue;
    if (piece.name === 'w:style') id = attribute(piece.attributes, 'w:styleId');
    else if (piece.name === 'w:name' && id) styles.set(id, attribute(piece.attributes, 'w:val') ?? id);
  }
  return styles;
}

/** Elements whose words are not in the document: deletions, field codes, the second copy of a drawing's text. */
const SKIPPED = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'w:delText', 'mc:Fallback', 'w:tblGrid', 'w:sectPr']);
