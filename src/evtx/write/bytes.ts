/** Bytes that grow at the end, little-endian, with offsets that can be filled in later. */
export class ByteWriter {
  length = 0;
  private bytes = Buffer.alloc(4_096);

  view(): Buffer {
    return this.bytes.subarray(0, this.length);
  }

  u8(value: number): void {
    this.room(1);
    this.bytes[this.length++] = value;
  }

  u16(value: number): void {
    this.room(2);
    this.length = this.bytes.writeUInt16LE(value, this.length);
  }

  u32(value: number): void {
    this.room(4);
    this.length = this.bytes.writeUInt32LE(value, this.length);
  }

  u64(value: bigint): void {
    this.room(8);
    this.length = this.bytes.writeBigUInt64LE(BigInt.asUintN(64, value), this.length);
  }

  raw(value: Uint8Array): void {
    this.room(value.length);
    this.bytes.set(value, this.length);
    this.length += value.length;
  }

  text(value: string): void {
    this.raw(Buffer.from(value, 'utf16le'));
  }

  /** Fills in a number that was written as 0. */
  patch(at: number, value: number): void {
    this.bytes.writeUInt32LE(value, at);
  }

  private room(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const bytes = Buffer.alloc(Math.max(2 * this.bytes.length, this.length + count));
    this.bytes.copy(bytes, 0, 0, this.length);
    this.bytes = bytes;
  }
}
