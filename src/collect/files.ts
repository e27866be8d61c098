import { constants } from 'node:fs';
import { access, type FileHandle, open, opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Problem, problem } from '../base/problem.ts';
import type { Source } from '../model/document.ts';

export interface FileOptions {
  /** Larger files are problems, not sources. Bytes. */
  readonly maxBytes?: number;
  /** Where `-` reads from; standard input unless a test says otherwise. */
  readonly input?: AsyncIterable<Uint8Array | string>;
}

/** What a path gave: something to read, or why not. */
export type Collected =
  | { readonly source: Source; readonly problem?: never }
  | { readonly problem: Problem; readonly source?: never };

export const MAX_FILE = 256 * 2 ** 20;

/**
 * Files by path, folders with everything below them (in the order of their names, without hidden files), standard input
 * for `-`. One source at a time is held in memory. What cannot be read is a problem and the rest goes on.
 */
export async function* collectFiles(
  paths: Iterable<string>,
  { maxBytes = MAX_FILE, input = process.stdin }: FileOptions = {},
): AsyncGenerator<Collected> {
  for (const path of paths) {
    if (path === '-') yield await readInput(input, maxBytes);
    else yield* fromPath(path, maxBytes, true);
  }
}

async function* fromPath(path: string, maxBytes: number, named: boolean): AsyncGenerator<Collected> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) yield* fromFolder(path, maxBytes, named);
    else if (found.isFile()) yield await readFile(path, maxBytes);
    else yield { problem: problem('not-a-file', { source: path }, { kind: kindOf(found) }, named ? 'error' : 'note') };
  } catch (error) {
    yield { problem: failure(path, error) };
  }
}

async function* fromFolder(path: string, maxBytes: number, named: boolean): AsyncGenerator<Collected> {
  const names: string[] = [];
  for await (const entry of await opendir(path)) {
    // Links below a folder are not followed: they may lead out of it or in a circle.
    if (!entry.name.startsWith('.') && !entry.isSymbolicLink()) names.push(entry.name);
  }
  if (names.length === 0 && named) yield { problem: problem('folder-empty', { source: path }, {}, 'warning') };
  names.sort((a, b) => (a < b ? -1 : 1));
  for (const name of names) yield* fromPath(join(path, name), maxBytes, false);
}

async function readFile(path: string, maxBytes: number): Promise<Collected> {
  let file: FileHandle | null = null;
  try {
    await access(path, constants.R_OK);
    file = await open(path, 'r');
    const { size } = await file.stat();
    if (size > maxBytes)
      return { problem: problem('file-too-big', { source: path }, { bytes: size, limit: maxBytes }, 'error') };
    return { source: { bytes: new Uint8Array(await file.readFile()), name: path } };
  } catch (error) {
    return { problem: failure(path, error) };
  } finally {
    await file?.close();
  }
}

async function readInput(input: AsyncIterable<Uint8Array | string>, maxBytes: number): Promise<Collected> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of input) {
      const data = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      bytes += data.length;
      if (bytes > maxBytes)
        return { problem: problem('file-too-big', { source: '-' }, { bytes, limit: maxBytes }, 'error') };
      chunks.push(data);
    }
  } catch (error) {
    return { problem: failure('-', error) };
  }
  return { source: { bytes: new Uint8Array(Buffer.concat(chunks)), name: '-' } };
}

function failure(path: string, error: unknown): Problem {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return problem('not-found', { source: path }, {}, 'error');
  if (code === 'EACCES' || code === 'EPERM') return problem('no-permission', { source: path }, {}, 'error');
  return problem('file-unreadable', { source: path }, { reason: message }, 'error');
}

function kindOf(found: { isSocket(): boolean; isFIFO(): boolean }): string {
  if (found.isSocket()) return 'socket';
  return found.isFIFO() ? 'pipe' : 'device';
}
