import { visible } from '../visible.ts';

/** How texts are laid out: the width of the terminal, and how a text gets a colour (or none). */
export interface Layout {
  readonly width: number;
  readonly paint: (style: Style, text: string) => string;
}

/** SGR codes; the way back is always 0. Nothing depends on colour alone: levels are words. */
const STYLES = {
  bold: '1',
  dim: '2',
  critical: '1;31',
  high: '31',
  medium: '33',
  low: '36',
  informational: '2',
} as const;
export type Style = keyof typeof STYLES;

/** `width` is kept between 80 and 120 columns. */
export function layout({ colour = false, width = 100 }: { colour?: boolean; width?: number }): Layout {
  return {
    width: Math.min(120, Math.max(80, width)),
    paint: (style, text) => (colour && text ? `\u001b[${STYLES[style]}m${text}\u001b[0m` : text),
  };
}

export interface Column {
  readonly head: string;
  readonly right?: boolean;
  /** One column of a table may give way: it gets what the others leave. */
  readonly flexible?: boolean;
  /** What does not fit is cut at the end, as of a sentence, not in the middle. */
  readonly keepStart?: boolean;
}

/** A cell, or a cell with a style. Texts of logs are made visible here, so that no command reaches the terminal. */
export type Cell = string | readonly [Style, string];

/** Lines of a table, indented by two. Columns are as wide as their widest cell; the flexible one gives way. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  { width, paint }: Layout,
): string[] {
  const texts = rows.map((row) => row.map((cell) => visible(typeof cell === 'string' ? cell : cell[1])));
  const widths = columns.map(({ head }, i) =>
    Math.max(columnsOf(head), ...texts.map((row) => columnsOf(row[i] ?? ''))),
  );
  narrow(widths, width - 2 * columns.length, columns);
  const line = (cells: readonly string[], style: (i: number, text: string) => string) =>
    `  ${cells.map((text, i) => style(i, pad(squeeze(text, widths[i]!, columns[i]?.keepStart), widths[i]!, columns[i]?.right))).join('  ')}`.trimEnd();
  const head = columns.some(({ head }) => head)
    ? [
        line(
          columns.map(({ head }) => head),
          (_, text) => paint('dim', text),
        ),
      ]
    : [];
  return [
    ...head,
    ...texts.map((row, r) =>
      line(row, (i, text) => {
        const cell = rows[r]?.[i];
        return typeof cell === 'string' || !cell ? text : paint(cell[0], text);
      }),
    ),
  ];
}

/** Makes widths fit: the flexible column gives way first, then whichever is widest. */
function narrow(widths: number[], space: number, columns: readonly Column[]): void {
  const over = () => widths.reduce((sum, one) => sum + one, 0) - space;
  const flexible = columns.findIndex((column) => column.flexible);
  if (flexible >= 0 && over() > 0)
    widths[flexible] = Math.min(widths[flexible]!, Math.max(12, widths[flexible]! - over()));
  while (over() > 0) {
    const widest = widths.indexOf(Math.max(...widths));
    if (widths[widest]! <= 1) return;
    widths[widest]!--;
  }
}

/** How many columns of a terminal a text takes: wide characters two, combining marks none. */
export function columnsOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let columns = 0;
  for (const char of text) columns += /\p{M}/u.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
  return columns;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Cuts the middle out of what is too wide (ends of paths and of names tell more than their middles), or the end. */
export function squeeze(text: string, width: number, keepStart = false): string {
  if (columnsOf(text) <= width) return text;
  const chars = [...text];
  const end = keepStart ? [] : takeWhile([...chars].reverse(), Math.floor((width - 1) / 2)).reverse();
  const start = takeWhile(chars, width - 1 - columnsOf(end.join('')));
  return `${start.join('')}…${end.join('')}`;
}

/** Breaks a sentence into lines at its spaces; those after the first are indented by two. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  const [indent = ''] = /^ */.exec(text) ?? [];
  let line = '';
  for (const word of text.slice(indent.length).split(' ')) {
    if (line.trim() && columnsOf(line) + 1 + columnsOf(word) > width) {
      lines.push(line);
      line = `${indent}  ${word}`;
    } else line = line ? `${line} ${word}` : indent + word;
  }
  return [...lines, line].map((one) => squeeze(one, width));
}

function takeWhile(chars: readonly string[], width: number): string[] {
  let columns = 0;
  const end = chars.findIndex((char) => {
    columns += columnsOf(char);
    return columns > width;
  });
  return chars.slice(0, end < 0 ? chars.length : end);
}

function pad(text: string, width: number, right = false): string {
  const space = ' '.repeat(Math.max(0, width - columnsOf(text)));
  return right ? space + text : text + space;
}
