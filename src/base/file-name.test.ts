import { expect, test } from 'vitest';
import { fileName } from './file-name.ts';

test.each([
  ['/home/ann/reports/000.txt', '000.txt'],
  ['C:\\reports\\000.txt', '000.txt'],
  ['note.txt', 'note.txt'],
  ['-', '-'],
  ['reports/', 'reports'],
  ['/', '/'],
])('%s is %s', (path, name) => expect(fileName(path)).toBe(name));
