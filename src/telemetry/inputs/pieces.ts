/** Reads a stream in portions of one's own choosing; what was looked at but not taken stays in front. */
export class Pieces {
  private readonly source: AsyncIterator<Uint8Array>;
  private held: Buffer = NOTHING;
  private ended = false;
  /** Bytes taken so far. */
  taken = 0;

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.source = stream[Symbol.asyncIterator]();
  }

  /** The next bytes, as many as the source gives at a time and `most` at most; null at the end. */
  async some(most: number): Promise<Buffer | null> {
    if (this.held.length === 0 && !(await this.more())) return null;
    return this.take(Math.min(most, this.held.length));
  }

  /** Exactly `count` bytes, fewer at the end of the stream. */
  async exactly(count: number): Promise<Buffer> {
    while (this.held.length < count && (await this.more()));
    return this.take(Math.min(count, this.held.length));
  }

  /** Passes over bytes. */
  async skip(count: number): Promise<void> {
    for (let left = count; left > 0; ) {
      const bytes = await this.some(left);
      if (!bytes) return;
      left -= bytes.length;
    }
  }

  async close(): Promise<void> {
    this.ended = true;
    await this.source.return?.();
  }

  private async more(): Promise<boolean> {
    while (!this.ended) {
      const next = await this.source.next();
      if (next.done) this.ended = true;
      else if (next.value.length > 0) {
        const { buffer, byteOffset, byteLength } = next.value;
        const bytes = Buffer.from(buffer, byteOffset, byteLength);
        this.held = this.held.length > 0 ? Buffer.concat([this.held, bytes]) : bytes;
        return true;
      }
    }
    return false;
  }

  private take(count: number): Buffer {
    const bytes = this.held.subarray(0, count);
    this.held = this.held.subarray(count);
    this.taken += count;
    return bytes;
  }
}

const NOTHING: Buffer = Buffer.alloc(0);
