import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';

const BLOCK = 512;

/**
 * Writes the folders and files of a tar (POSIX ustar) under a folder, each for its owner alone. Throws for anything that is not
 * such an archive, is cut short, or names a place outside the folder.
 */
export function untar(archive: Uint8Array, folder: string): void {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  let files = 0;
  for (let at = 0; at + BLOCK <= bytes.length; ) {
    const header = bytes.subarray(at, at + BLOCK);
    if (header[0] === 0) break;
    if (field(header, 257, 5) !== 'ustar') throw new Error('not a tar archive');
    const size = Number.parseInt(field(header, 124, 12), 8);
    const content = bytes.subarray(at + BLOCK, at + BLOCK + size);
    if (!(content.length === size)) throw new Error('the archive is cut short');
    const path = target(folder, `${field(header, 345, 155)}/${field(header, 0, 100)}`);
    const type = field(header, 156, 1);
    if (type === '5') mkdirSync(path, { recursive: true, mode: 0o700 });
    else if (type === '0' || type === '') {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      writeFileSync(path, content, { mode: 0o600 });
      files++;
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  if (files === 0) throw new Error('the archive holds no files');
}

function field(header: Buffer, start: number, length: number): string {
  const text = header.toString('latin1', start, start + length);
  const end = text.indexOf('\0');
  return (end < 0 ? text : text.slice(0, end)).trim();
}

function target(folder: string, name: string): string {
  const path = normalize(join(folder, name));
  if (path !== folder && !path.startsWith(folder + sep)) throw new Error(`the archive names a place outside: ${name}`);
  return path;
}
