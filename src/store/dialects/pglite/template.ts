import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** Version of the embedded database that is installed. Its data folders fit that version alone. */
export function pgliteVersion(): string {
  const main = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const found: unknown = JSON.parse(readFileSync(join(dirname(main), '..', 'package.json'), 'utf8'));
  return (found as { version: string }).version;
}

/** File of the prepared, empty database for a version. */
export function templateFile(version: string): string {
  return join(dataFolder(), 'template', `pglite-${version}.tar.br`);
}

/** The prepared database as a tar, or null when there is none for the installed version or it cannot be read; `note` is told. */
export function readTemplate(
  note: (text: string) => void,
  file: string = templateFile(pgliteVersion()),
): Uint8Array<ArrayBuffer> | null {
  if (!existsSync(file)) {
    note(`no prepared database (${file}): making one, which takes some seconds`);
    return null;
  }
  try {
    return new Uint8Array(brotliDecompressSync(readFileSync(file)));
  } catch {
    note(`the prepared database (${file}) cannot be read: making one, which takes some seconds`);
    return null;
  }
}

/** `data/` of the package: beside `src/` in a checkout, and beside `dist/` when built. */
function dataFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder);
  return resolve(folder, 'data');
}
