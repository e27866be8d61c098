/**
 * Values as JSON in a line each, ASCII only, so that bytes are characters: a line is found by its place and parsed when somebody
 * asks for it.
 */
export function asciiLines(values: readonly unknown[]): string {
  const lines = values.map((value) => ascii(JSON.stringify(value)));
  return `${[JSON.stringify(lines.map(({ length }) => length)), ...lines].join('\n')}\n`;
}

/** What `asciiLines` wrote. */
export class AsciiLines {
  private readonly bytes: Buffer;
  private readonly starts: Float64Array;

  /** Throws for bytes of another form. */
  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const first = this.bytes.indexOf('\n');
    const lengths = JSON.parse(this.bytes.toString('latin1', 0, Math.max(0, first))) as readonly number[];
    this.starts = new Float64Array(lengths.length + 1);
    let at = first + 1;
    for (let n = 0; n < lengths.length; n++) {
      this.starts[n] = at;
      at += lengths[n]! + 1;
    }
    this.starts[lengths.length] = at;
    if (at !== this.bytes.length) throw new Error('the lines are cut off');
  }

  get count(): number {
    return this.starts.length - 1;
  }

  /** Parses a line. */
  read(line: number): unknown {
    return JSON.parse(this.bytes.toString('latin1', this.starts[line]!, this.starts[line + 1]! - 1));
  }
}

function ascii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
