/** A hit as it travels from a worker to the output: what orders it, what tells copies of it, and its finished line. */
export interface Hit {
  /** Milliseconds since 1970; +Infinity when the record has no time, so that such hits come last. */
  readonly time: number;
  /** Number of the file in the order of the inputs. */
  readonly file: number;
  readonly record: number;
  /** Number of the rule in the pack. */
  readonly rule: number;
  /** Hash of everything but the file, 0 for records that have no number of their own and so cannot be told from copies. */
  readonly copy: number;
  /** JSON of the fields that correlations need with it, '' for none. */
  readonly carry: string;
  /** The line of `--jsonl`, without line end. */
  readonly line: string;
}

/** By time, file, record, rule: the order of every output. */
export function byOrder(a: Hit, b: Hit): number {
  return (a.time < b.time ? -1 : a.time > b.time ? 1 : 0) || a.file - b.file || a.record - b.record || a.rule - b.rule;
}

/** A hash of text in 52 bits: two 26-bit halves of multiply-and-xor (FNV-1a's mixing), never 0. Copies are told by it. */
export function hash52(text: string): number {
  let a = 0x811c9dc5 | 0;
  let b = 0x01000193 | 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 0x01000193);
    b = Math.imul(b ^ c, 0x5bd1e995);
    b ^= b >>> 15;
  }
  a ^= a >>> 13;
  return (a >>> 6) * 0x4000000 + (b >>> 6) || 1;
}
