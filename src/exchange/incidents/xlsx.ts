import { type Problem, problem } from '../../base/problem.ts';
import { unzip } from '../../text/docx/unzip.ts';
import { attribute, xmlPieces } from '../../text/xml.ts';
import { type Row, type Rows, rowOf } from './rows.ts';

const LIMITS = { maxInflated: 200_000_000, maxEntries: 5_000 };
const SHEET = /^xl\/worksheets\/sheet(\d+)\.xml$/;

export const isXlsx = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3;

/** The sheets of an Excel workbook (Office Open XML, ECMA-376 part 1) as tables with a header row: values as written, dates as serial numbers. */
export function xlsxSheets(
  bytes: Uint8Array,
  source: string,
): { readonly sheets: readonly Rows[]; readonly problems: readonly Problem[] } {
  const opened = unzip(bytes, (name) => SHEET.test(name) || name === 'xl/sharedStrings.xml', LIMITS);
  if ('failed' in opened) {
    const details =
      'reason' in opened
        ? { format: 'workbook', reason: opened.reason }
        : { format: 'workbook', declared: opened.declared, limit: LIMITS.maxInflated };
    return { sheets: [], problems: [problem(opened.failed, { source }, details, 'error')] };
  }
  const text = (name: string) => new TextDecoder().decode(opened.entries.get(name) ?? new Uint8Array());
  const strings = sharedStrings(text('xl/sharedStrings.xml'));
  const names = [...opened.entries.keys()].filter((name) => SHEET.test(name)).sort((a, b) => number(a) - number(b));
  return { sheets: names.map((name) => sheetRows(text(name), strings)), problems: [] };
}

const number = (name: string) => Number(SHEET.exec(name)![1]);

function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let inside = false;
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'open' && piece.name === 'si') strings.push('');
    else if (piece.kind === 'open' && piece.name === 't') inside = !piece.empty;
    else if (piece.kind === 'close' && piece.name === 't') inside = false;
    else if (piece.kind === 'text' && inside && strings.length > 0) strings[strings.length - 1] += piece.text;
  }
  return strings;
}

function sheetRows(xml: string, strings: readonly string[]): Rows {
  const table: { line: number; cells: string[] }[] = [];
  let [column, type, value, inside] = [0, '', '', false];
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'open' && piece.name === 'row') {
      table.push({ line: Number(attribute(piece.attributes, ' r') ?? table.length + 1), cells: [] });
      column = -1;
    } else if (piece.kind === 'open' && piece.name === 'c') {
      const at = attribute(piece.attributes, ' r');
      column = at ? columnOf(at) : column + 1;
      type = attribute(piece.attributes, ' t') ?? '';
      value = '';
    } else if (piece.kind === 'open' && (piece.name === 'v' || piece.name === 't')) inside = !piece.empty;
    else if (piece.kind === 'text' && inside) value += piece.text;
    else if (piece.kind === 'close' && (piece.name === 'v' || piece.name === 't')) inside = false;
    else if (piece.kind === 'close' && piece.name === 'c') {
      const cells = table.at(-1)?.cells;
      if (cells && column < 16_384) cells[column] = type === 's' ? (strings[Number(value)] ?? '') : value;
    }
  }
  const [head, ...body] = table;
  const columns = Array.from(head?.cells ?? [], (name) => (name ?? '').trim());
  const filled = body.filter(({ cells }) => cells.some((cell) => cell?.trim()));
  return { columns, rows: filled.map(({ line, cells }): Row => rowOf(columns, cells, line)), problems: [] };
}

/** `AB12` is the 28th column, counted from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.replace(/\d+$/, '')) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
