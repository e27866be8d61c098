/** Texts up to this length are written unit by unit, which is faster than a call into native code. */
const SHORT = 96;

/** Bytes that grow at the end, little-endian, with offsets that can be filled in later. */
export class ByteWriter {
  length = 0;
  private bytes = Buffer.alloc(4_096);

  view(): Buffer {
    return this.bytes.subarray(0, this.length);
  }

  /** Empties it, so that its memory is used again. */
  reset(): void {
    this.length = 0;
  }

  u8(value: number): void {
    this.room(1);
    this.bytes[this.length++] = value;
  }

  u16(value: number): void {
    this.room(2);
    this.bytes[this.length++] = value;
    this.bytes[this.length++] = value >>> 8;
  }

  u32(value: number): void {
    this.room(4);
    this.set32(this.length, value);
    this.length += 4;
  }

  u64(value: bigint): void {
    this.room(8);
    this.length = this.bytes.writeBigUInt64LE(BigInt.asUintN(64, value), this.length);
  }

  f32(value: number): void {
    this.room(4);
    this.length = this.bytes.writeFloatLE(value, this.length);
  }

  f64(value: number): void {
    this.room(8);
    this.length = this.bytes.writeDoubleLE(value, this.length);
  }

  raw(value: Uint8Array): void {
    this.room(value.length);
    this.bytes.set(value, this.length);
    this.length += value.length;
  }

  /** UTF-16. */
  text(value: string): void {
    this.room(2 * value.length);
    if (value.length > SHORT) this.length += this.bytes.write(value, this.length, 'utf16le');
    else {
      const { bytes } = this;
      let at = this.length;
      for (let i = 0; i < value.length; i++) {
        const unit = value.charCodeAt(i);
        bytes[at++] = unit;
        bytes[at++] = unit >>> 8;
      }
      this.length = at;
    }
  }

  /** Fills in a number that was written as 0. */
  patch(at: number, value: number): void {
    this.set32(at, value);
  }

  private set32(at: number, value: number): void {
    const { bytes } = this;
    bytes[at] = value;
    bytes[at + 1] = value >>> 8;
    bytes[at + 2] = value >>> 16;
    bytes[at + 3] = value >>> 24;
  }

  private room(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const bytes = Buffer.alloc(Math.max(2 * this.bytes.length, this.length + count));
    this.bytes.copy(bytes, 0, 0, this.length);
    this.bytes = bytes;
  }
}
