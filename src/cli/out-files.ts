import { renameSync, writeFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { makeFolder } from '../actions/folders.ts';
import type { Input } from '../actions/inputs.ts';
import type { ReadShape } from './shape.ts';

/**
 * Writes NAME.json for an input NAME.ext into a folder. A name that is taken already (another input of that name, another
 * document of the same input) becomes NAME-2, NAME-3 …; the numbers depend on the order of the inputs alone. UnavailableError where
 * the folder cannot be made.
 */
export function outFiles(folder: string): (input: Input, shape: ReadShape) => string {
  makeFolder(resolve(folder));
  const taken = new Set<string>();
  return (input, shape) => {
    const path = join(folder, `${freeName(plainName(input), taken)}.json`);
    // A file is there whole or not at all, whenever the program is stopped.
    writeFileSync(`${path}.part`, `${JSON.stringify(shape, null, 2)}\n`);
    renameSync(`${path}.part`, path);
    return path;
  };
}

/** File systems may not tell capitals from small letters: neither does this. */
function freeName(name: string, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}-${number}`;
    const key = candidate.toLowerCase();
    if (taken.has(key)) continue;
    taken.add(key);
    return candidate;
  }
}

function plainName({ kind, name }: Input): string {
  if (kind === 'stdin') return 'stdin';
  if (kind === 'file') return basename(name, extname(name));
  const { hostname, pathname } = new URL(name);
  const last = pathname.split('/').filter(Boolean).at(-1) ?? '';
  return [hostname, basename(last, extname(last))]
    .filter(Boolean)
    .join('-')
    .replace(/[^\w.-]+/g, '_');
}
