/** How the text of a file is encoded, told by its first bytes. Anything that is not UTF-16 is read as UTF-8. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * UTF-16 by its byte order mark, or, without one, by zero bytes on one side only of the first characters: log texts begin with
 * Latin letters, digits or brackets. UTF-8 otherwise.
 */
export function encodingOf(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head.length < 4) return 'utf-8';
  const sample = Math.min(head.length & ~1, 64);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample; i += 2) {
    if (head[i] === 0) even++;
    if (head[i + 1] === 0) odd++;
  }
  const half = sample / 2;
  if (odd > half * 0.8 && even === 0) return 'utf-16le';
  return even > half * 0.8 && odd === 0 ? 'utf-16be' : 'utf-8';
}

/** Whether bytes begin with the byte order mark of UTF-8. */
export function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** The beginning of a file as text without a byte order mark, for recognising it. A character cut off at the end is dropped. */
export function headText(head: Uint8Array): string {
  const known = decoded.get(head);
  if (known !== undefined) return known;
  const text = new TextDecoder(encodingOf(head)).decode(head, { stream: true });
  decoded.set(head, text);
  return text;
}

/** Every reader looks at the same head. */
const decoded = new WeakMap<Uint8Array, string>();

/** The same text as UTF-8. Bytes that are UTF-8 already are handed on as they are, with their byte order mark. */
export async function* toUtf8(stream: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer> {
  if (encoding === 'utf-8') return yield* stream;
  const decoder = new TextDecoder(encoding);
  for await (const bytes of stream) yield Buffer.from(decoder.decode(bytes, { stream: true }));
  const rest = decoder.decode();
  if (rest) yield Buffer.from(rest);
}
