import { closeSync, constants, type Dirent, fstatSync, openSync, readSync } from 'node:fs';
import { opendir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Problem, problem } from '../base/problem.ts';
import type { Source } from '../model/document.ts';

export interface FileOptions {
  /** Larger files are problems, not sources. Bytes. */
  readonly maxBytes?: number;
  /** Where `-` reads from; standard input unless a test says otherwise. */
  readonly input?: AsyncIterable<Uint8Array | string>;
}

/** What a path or a link gave: something to read, or why not. */
export interface Collected {
  readonly source: Source | null;
  readonly problems: readonly Problem[];
}

export const MAX_FILE = 256 * 2 ** 20;

/**
 * Files by path, folders with everything below them, standard input for `-`. One source at a time is held in memory.
 * What cannot be read is a problem and the rest goes on.
 */
export async function* collectFiles(
  paths: Iterable<string>,
  { maxBytes = MAX_FILE, input = process.stdin }: FileOptions = {},
): AsyncGenerator<Collected> {
  for (const path of paths) {
    if (path === '-') {
      yield await readInput({ maxBytes, input });
      continue;
    }
    const listed = await listFiles(path);
    if (listed.problems.length) yield { source: null, problems: listed.problems };
    for (const file of listed.paths) yield await readSourceFile(file, { maxBytes });
  }
}

/**
 * The files at a path: itself, or everything below a folder in the order of the names. Hidden entries and links below
 * a folder are left out (a link may lead out of it or in a circle).
 */
export async function listFiles(
  path: string,
): Promise<{ readonly paths: readonly string[]; readonly problems: readonly Problem[] }> {
  const paths: string[] = [];
  const problems: Problem[] = [];
  try {
    const found = await stat(path);
    if (found.isFile()) return { paths: [path], problems };
    if (!found.isDirectory())
      return { paths, problems: [problem('not-a-file', { source: path }, { kind: kindOf(found) }, 'error')] };
    await listFolder(path, paths, problems);
    if (paths.length === 0 && problems.length === 0) problems.push(problem('folder-empty', { source: path }));
  } catch (error) {
    problems.push(failure(path, error));
  }
  return { paths, problems };
}

/** Up to this many bytes a file is read at once: handing it to another thread and back takes longer than reading it. */
const SMALL = 2 ** 20;

/** One file as a source. */
export async function readSourceFile(path: string, { maxBytes = MAX_FILE }: FileOptions = {}): Promise<Collected> {
  let file: number | null = null;
  try {
    // Without waiting: a pipe that nobody writes into is refused, not waited for.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const found = fstatSync(file);
    if (!found.isFile()) return refused(problem('not-a-file', { source: path }, { kind: kindOf(found) }, 'error'));
    if (found.size > maxBytes)
      return refused(problem('file-too-big', { source: path }, { bytes: found.size, limit: maxBytes }, 'error'));
    const bytes = found.size > SMALL ? null : readSmall(file, found.size);
    return { source: { bytes: bytes ?? new Uint8Array(await readFile(path)), name: path }, problems: [] };
  } catch (error) {
    return refused(failure(path, error));
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** The bytes of an open file of that size; null when it has another one by now (some special files say zero). */
function readSmall(file: number, size: number): Uint8Array | null {
  const bytes = new Uint8Array(size + 1);
  let at = 0;
  for (;;) {
    const read = readSync(file, bytes, at, bytes.length - at, null);
    at += read;
    if (read === 0 || at > size) break;
  }
  return at === size && size > 0 ? bytes.slice(0, size) : null;
}

/** Standard input, or whatever stream stands for it, as one source named `-`. */
export async function readInput({ maxBytes = MAX_FILE, input = process.stdin }: FileOptions = {}): Promise<Collected> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of input) {
      const data = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      bytes += data.length;
      if (bytes > maxBytes)
        return refused(problem('file-too-big', { source: '-' }, { bytes, limit: maxBytes }, 'error'));
      chunks.push(data);
    }
  } catch (error) {
    return refused(failure('-', error));
  }
  return { source: { bytes: new Uint8Array(Buffer.concat(chunks)), name: '-' }, problems: [] };
}

async function listFolder(folder: string, paths: string[], problems: Problem[]): Promise<void> {
  const entries: Dirent[] = [];
  try {
    for await (const entry of await opendir(folder)) entries.push(entry);
  } catch (error) {
    problems.push(failure(folder, error));
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await listFolder(path, paths, problems);
    else if (entry.isFile()) paths.push(path);
  }
}

function refused(because: Problem): Collected {
  return { source: null, problems: [because] };
}

function failure(path: string, error: unknown): Problem {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return problem('not-found', { source: path }, {}, 'error');
  if (code === 'EACCES' || code === 'EPERM') return problem('no-permission', { source: path }, {}, 'error');
  return problem('file-unreadable', { source: path }, { reason: message }, 'error');
}

function kindOf(found: { isSocket(): boolean; isFIFO(): boolean; isDirectory(): boolean }): string {
  if (found.isDirectory()) return 'folder';
  if (found.isSocket()) return 'socket';
  return found.isFIFO() ? 'pipe' : 'device';
}
