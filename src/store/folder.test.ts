import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UnavailableError } from '../base/errors.ts';
import { makeFolder } from './folder.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'longwatch-folder-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

test('makes what is missing, and leaves what is there', () => {
  const path = join(home, 'a', 'b', 'c');
  makeFolder(path, 0o700);
  makeFolder(path, 0o700);
  expect(statSync(join(home, 'a')).mode & 0o777).toBe(0o700);
  expect(statSync(path).isDirectory()).toBe(true);
});

test('goes through a link to a folder', () => {
  symlinkSync(home, join(home, 'link'));
  makeFolder(join(home, 'link', 'a'));
  expect(existsSync(join(home, 'a'))).toBe(true);
});

test('a file in the way is named', () => {
  const file = join(home, 'file');
  writeFileSync(file, '');
  const expected = `the folder ${file}/a/b cannot be made: ${file} is not a folder`;
  expect(() => makeFolder(join(file, 'a', 'b'))).toThrow(new UnavailableError(expected));
});

test('a link that leads nowhere is said to be in the way', () => {
  symlinkSync(join(home, 'nowhere'), join(home, 'link'));
  expect(() => makeFolder(join(home, 'link'))).toThrow(/a link that leads nowhere/);
});

test.skipIf(process.platform !== 'linux').each(['/proc/nope', '/proc/nope/deeper', '/sys/nope'])(
  'a system folder takes nothing new: %s',
  (path) => {
    expect(() => makeFolder(path)).toThrow(UnavailableError);
    expect(() => makeFolder(path)).toThrow(/cannot be made: (\/proc|\/sys) takes|you may not|read-only/);
  },
);
