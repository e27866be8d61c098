import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { UnavailableError } from '../base/errors.ts';

/**
 * Makes a folder and those above it that are missing. Throws UnavailableError, with one sentence, where that cannot be. Goes level
 * by level: the system call that makes all of them tries for ever under a folder such as /proc that takes nothing new.
 */
export function makeFolder(path: string, mode = 0o777): void {
  const missing: string[] = [];
  for (let at = path; ; at = dirname(at)) {
    const kind = kindOf(at);
    if (kind === 'folder') break;
    if (kind === 'other') throw cannot(path, `${at} is not a folder`);
    if (at === dirname(at)) throw cannot(path, `${at} is not there`);
    missing.unshift(at);
  }
  for (const one of missing) make(one, mode, path);
}

function make(one: string, mode: number, path: string): void {
  try {
    mkdirSync(one, { mode });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Another process may have made it just now.
    if (code !== 'EEXIST' || kindOf(one) !== 'folder') throw cannot(path, reason(code, dirname(one)), error);
  }
}

/** What stands at a path; a link counts as what it leads to. */
function kindOf(path: string): 'folder' | 'other' | 'nothing' {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'other';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'nothing';
    throw cannot(path, reason(code, dirname(path)), error);
  }
}

const REASONS: Readonly<Record<string, (parent: string) => string>> = {
  EACCES: (parent) => `you may not write in ${parent}`,
  EPERM: (parent) => `you may not write in ${parent}`,
  ENOENT: (parent) => `${parent} takes no new folders`,
  EROFS: (parent) => `${parent} is read-only`,
  ENOSPC: () => 'the disk is full',
  ENAMETOOLONG: () => 'its name is too long',
  ELOOP: () => 'its links lead in a circle',
  EEXIST: () => 'a link that leads nowhere is in the way',
};

function reason(code: string | undefined, parent: string): string {
  return (code && REASONS[code]?.(parent)) || `the system says ${code ?? 'no'}`;
}

function cannot(path: string, why: string, cause?: unknown): UnavailableError {
  return new UnavailableError(`the folder ${path} cannot be made: ${why}`, { cause });
}
