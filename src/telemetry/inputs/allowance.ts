/** A gigabyte may come out of any file, and of a large one two hundred times its size: logs shrink to a fiftieth at best. */
const FLOOR = 2 ** 30;
const RATIO = 200;

/** What may be unpacked from one file, whatever is nested in it, so that a crafted archive cannot keep the program busy for days. */
export class Allowance {
  readonly limit: number;
  private used = 0;

  /** `packed` is the size of the file, -1 if not known: then a terabyte. */
  constructor(packed: number, limit: number = packed < 0 ? 2 ** 40 : FLOOR + RATIO * packed) {
    this.limit = limit;
  }

  /** The same stream, which throws when too much has come out of it. */
  async *watch(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const bytes of stream) {
      this.used += bytes.length;
      if (this.used > this.limit)
        throw Object.assign(new Error(`more than ${this.limit} bytes come out of it`), { code: 'ERR_TOO_MUCH' });
      yield bytes;
    }
  }

  get spent(): boolean {
    return this.used > this.limit;
  }
}
