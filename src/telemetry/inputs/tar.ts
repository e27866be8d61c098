import type { Pieces } from './pieces.ts';

const BLOCK = 512;
/** Longer names are nobody's. */
const MAX_NAME = 64 << 10;

export interface TarEntry {
  readonly name: string;
  readonly size: number;
  stream(): AsyncIterable<Uint8Array>;
}

/** Whether bytes begin a tar archive (POSIX ustar, GNU). */
export function isTar(head: Uint8Array): boolean {
  return head.length >= BLOCK && Buffer.from(head.subarray(257, 262)).toString('latin1') === 'ustar';
}

/**
 * The files in a tar archive, in order. The stream of an entry has to be read before the next entry is asked for; what is left
 * of it is passed over. Long names of GNU tar and pax are read, links and devices passed over. An archive that breaks off throws.
 */
export async function* tarEntries(pieces: Pieces): AsyncGenerator<TarEntry> {
  let longName = '';
  for (;;) {
    const header = await pieces.exactly(BLOCK);
    if (header.every((byte) => byte === 0)) return;
    if (!isTar(header)) throw Object.assign(new Error('no header where an entry should begin'), { code: 'ERR_TAR' });
    const size = numberAt(header, 124, 12);
    const type = String.fromCharCode(header[156]!);
    const padding = (BLOCK - (size % BLOCK)) % BLOCK;
    if (type === 'L' || type === 'x') {
      const text = (await pieces.exactly(Math.min(size, MAX_NAME))).toString();
      await pieces.skip(Math.max(0, size - MAX_NAME) + padding);
      longName = type === 'L' ? text.replace(/\0.*$/s, '') : (/(?:^|\n)\d+ path=([^\n]*)/.exec(text)?.[1] ?? longName);
      continue;
    }
    const prefix = textAt(header, 345, 155);
    const name = longName || (prefix ? `${prefix}/${textAt(header, 0, 100)}` : textAt(header, 0, 100));
    longName = '';
    const end = pieces.taken + size;
    if (type === '0' || type === '\0' || type === '7') yield { name, size, stream: () => upTo(pieces, end) };
    await pieces.skip(end - pieces.taken + padding);
  }
}

async function* upTo(pieces: Pieces, end: number): AsyncGenerator<Uint8Array> {
  while (pieces.taken < end) {
    const bytes = await pieces.some(end - pieces.taken);
    if (!bytes) throw Object.assign(new Error('unexpected end of the archive'), { code: 'ERR_TAR' });
    yield bytes;
  }
}

function textAt(header: Buffer, at: number, length: number): string {
  const end = header.indexOf(0, at);
  return header.toString('utf8', at, end < 0 || end > at + length ? at + length : end);
}

/** Octal digits, or a binary number with the highest bit set (GNU, for files of 8 GB and more). */
function numberAt(header: Buffer, at: number, length: number): number {
  if ((header[at]! & 0x80) === 0) return Number.parseInt(textAt(header, at, length).trim() || '0', 8) || 0;
  let value = 0;
  for (let i = at + 1; i < at + length; i++) value = value * 256 + header[i]!;
  return Number.isSafeInteger(value) ? value : 0;
}
