/** Rows that run over more lines than that are damaged: a quotation mark is missing. */
const MAX_LINES = 1000;
const MAX_LENGTH = 4 << 20;

export interface RowSink {
  row(cells: readonly string[], line: number, text: string): void;
  broken(line: number, reason: string): void;
}

/**
 * Puts lines together to rows (RFC 4180): values in quotation marks may hold delimiters, doubled quotation marks and line ends.
 * A row whose closing mark never comes costs its first line only; the lines after it are read as rows of their own.
 */
export class Rows {
  private readonly delimiter: string;
  private readonly sink: RowSink;
  private held: string[] = [];
  private heldLine = 0;
  private heldLength = 0;

  constructor(delimiter: string, sink: RowSink) {
    this.delimiter = delimiter;
    this.sink = sink;
  }

  line(raw: string, number: number): void {
    const text = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (this.held.length === 0) {
      if (text === '') return;
      if (!text.includes('"')) this.sink.row(text.split(this.delimiter), number, text);
      else if (closes(text)) this.row(text, number);
      else this.hold(text, number);
      return;
    }
    this.held.push(text);
    this.heldLength += text.length + 1;
    if (!closes(text)) {
      const whole = this.held.join('\n');
      this.held = [];
      this.row(whole, this.heldLine);
    } else if (this.held.length > MAX_LINES || this.heldLength > MAX_LENGTH) this.release();
  }

  end(): void {
    while (this.held.length > 0) this.release();
  }

  private hold(text: string, number: number): void {
    this.held = [text];
    this.heldLine = number;
    this.heldLength = text.length;
  }

  /** Gives up the first line that is held and reads the others anew. */
  private release(): void {
    const [, ...rest] = this.held;
    const from = this.heldLine;
    this.held = [];
    this.sink.broken(from, 'a quotation mark is not closed');
    for (const [i, text] of rest.entries()) this.line(text, from + 1 + i);
  }

  private row(text: string, number: number): void {
    const cells: string[] = [];
    const { delimiter } = this;
    let at = 0;
    for (;;) {
      if (text[at] === '"') {
        let cell = '';
        let from = at + 1;
        let to = text.indexOf('"', from);
        while (to >= 0 && text[to + 1] === '"') {
          cell += text.slice(from, to + 1);
          from = to + 2;
          to = text.indexOf('"', from);
        }
        const close = to < 0 ? text.length : to;
        const next = text.indexOf(delimiter, close);
        const end = next < 0 ? text.length : next;
        // Anything between the closing mark and the delimiter belongs to the value all the same.
        cells.push(cell + text.slice(from, close) + text.slice(close + 1, end));
        at = end;
      } else {
        const next = text.indexOf(delimiter, at);
        const end = next < 0 ? text.length : next;
        cells.push(text.slice(at, end));
        at = end;
      }
      if (at >= text.length) break;
      at += delimiter.length;
    }
    this.sink.row(cells, number, text);
  }
}

/** Whether the quotation marks of a line come in pairs. */
function closes(text: string): boolean {
  let even = true;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) even = !even;
  return even;
}
