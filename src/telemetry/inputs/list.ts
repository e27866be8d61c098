import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Problem, problem } from '../../base/problem.ts';

/** A file to be read: plain data, so that it can be sent to another thread. */
export interface LogFile {
  /** `-` for standard input. */
  readonly path: string;
  /** Bytes on disk, -1 for standard input and pipes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

export interface Listed {
  readonly files: readonly LogFile[];
  readonly problems: readonly Problem[];
}

/**
 * The files at paths: each file itself, everything below a folder in the order of the names, `-` for standard input. A file
 * that is named twice is listed once. Hidden entries and links below a folder are left out (a link may lead in a circle) with a
 * note that counts them; what cannot be opened is a problem. `wanted` chooses among the files below folders by their names.
 */
export async function listLogs(paths: Iterable<string>, wanted: Wanted = () => true): Promise<Listed> {
  const files = new Map<string, LogFile>();
  const problems: Problem[] = [];
  for (const path of paths) {
    if (path === '-') {
      files.set(path, { path, size: -1, modified: Number.NaN });
      continue;
    }
    try {
      const found = await stat(path);
      if (found.isDirectory()) listBelow(path, files, problems, wanted);
      else if (found.isFile() || found.isFIFO()) files.set(path, logFile(path, found));
      else problems.push(problem('not-a-file', { source: path }, { kind: kindOf(found) }, 'error'));
    } catch (error) {
      problems.push(openFailure(path, error));
    }
  }
  return { files: [...files.values()], problems };
}

type Wanted = (name: string) => boolean;

/** Why a file cannot be opened, as a problem. */
export function openFailure(path: string, error: unknown): Problem {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return problem('not-found', { source: path }, {}, 'error');
  if (code === 'EACCES' || code === 'EPERM') return problem('no-permission', { source: path }, {}, 'error');
  return problem('file-unreadable', { source: path }, { reason: message }, 'error');
}

/** Synchronous: thousands of small files take ten times as long when each is waited for. */
function listBelow(root: string, files: Map<string, LogFile>, problems: Problem[], wanted: Wanted): void {
  let seen = 0;
  const found = problems.length;
  let hidden = 0;
  // A stack instead of recursion: folders may be nested as deeply as the file system allows.
  const waiting: string[] = [root];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entries = entriesOf(folder, problems);
    const folders: string[] = [];
    // Names of entries need no tidying up, which for thousands of files takes as long as asking for their sizes.
    const before = join(folder, '_').slice(0, -1);
    for (const entry of entries) {
      const path = before + entry.name;
      if (entry.name.startsWith('.') || !(entry.isDirectory() || entry.isFile())) hidden++;
      else if (entry.isDirectory()) folders.push(path);
      else {
        seen++;
        if (wanted(entry.name)) addFile(path, files, problems);
      }
    }
    waiting.push(...folders.reverse());
  }
  if (hidden > 0) problems.push(problem('entries-left-out', { source: root }, { count: hidden }, 'note'));
  if (seen === 0 && problems.length === found) problems.push(problem('folder-empty', { source: root }));
}

function addFile(path: string, files: Map<string, LogFile>, problems: Problem[]): void {
  try {
    files.set(path, logFile(path, statSync(path)));
  } catch (error) {
    problems.push(openFailure(path, error));
  }
}

/** Files before folders, each in the order of the names. */
function entriesOf(folder: string, problems: Problem[]): Dirent[] {
  let entries: Dirent[] = [];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    problems.push(openFailure(folder, error));
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function logFile(path: string, found: Stats): LogFile {
  return { path, size: found.isFIFO() ? -1 : found.size, modified: found.mtimeMs };
}

function kindOf(found: Stats): string {
  return found.isSocket() ? 'socket' : 'device';
}
