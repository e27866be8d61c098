import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { problem } from './problem.ts';
import { describe, hasWords } from './problem-words.ts';

test('says what failed, where, and what still works', () => {
  expect(describe(problem('page-unreadable', { source: 'a.pdf', page: 3 }, { reason: 'bad stream' }))).toBe(
    'a.pdf, page 3: the page could not be read (bad stream); the other pages were.',
  );
  expect(describe(problem('empty-file', { source: '-' }))).toBe('-: the file is empty; nothing was read.');
  expect(describe(problem('never-heard-of', { line: 2, column: 4 }, { a: 1 }))).toBe(
    'line 2, column 4: never-heard-of (a: 1)',
  );
});

test('every code that the program uses has words', () => {
  const src = resolve(import.meta.dirname, '..');
  const without = new Set<string>();
  let seen = 0;
  for (const entry of readdirSync(src, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.ts$/.test(entry.name) || entry.name.endsWith('.test.ts')) continue;
    const code = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    for (const m of code.matchAll(/\b(?:problem|refuse|failed)\(\s*'([a-z0-9-]+)'/g)) {
      seen++;
      if (!hasWords(m[1]!)) without.add(`${entry.name}: ${m[1]}`);
    }
  }
  expect(seen).toBeGreaterThan(20);
  expect([...without]).toEqual([]);
});

test.each([
  [1, '1 cell is not rated: it counts as the mean of its row, and costs nothing.'],
  [4, '4 cells are not rated: they count as the mean of their row, and cost nothing.'],
])('a template has words for one and for many (%i)', (cells, words) => {
  expect(describe(problem('weigh-unrated', {}, { cells }))).toContain(words);
});
