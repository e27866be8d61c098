import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf, layout, squeeze, table, wrap } from './columns.ts';

const look = layout({ width: 80 });

test('numbers stand right, the flexible column gives way in its middle or at its end', () => {
  const path = `C:\\Users\\Public\\${'x'.repeat(80)}\\tool.exe`;
  expect(
    table(
      [
        { head: 'hits', right: true },
        { head: 'path', flexible: true },
      ],
      [['7', path]],
      look,
    ),
  ).toEqual(['  hits  path', `     7  C:\\Users\\Public\\${'x'.repeat(20)}…${'x'.repeat(26)}\\tool.exe`]);
  expect(squeeze('Memory of LSASS read', 10)).toBe('Memor…read');
  expect(squeeze('Memory of LSASS read', 10, true)).toBe('Memory of…');
});

test('wide characters count twice, combining marks not at all', () => {
  expect(['관리자', 'e\u0301a', 'abc'].map(columnsOf)).toEqual([6, 2, 3]);
  expect(columnsOf(squeeze('관리자관리자', 8))).toBeLessThanOrEqual(8);
});

test('whatever the cells hold, no line is wider than the terminal and no command gets through', () => {
  const cell = fc.string({ unit: 'binary', maxLength: 300 });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 4 }), (rows) => {
      const lines = table([{ head: 'a' }, { head: 'b', flexible: true }, { head: 'c', right: true }], rows, look);
      expect(lines.every((line) => columnsOf(line) <= 80 && !/\p{Cc}/u.test(line))).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test('sentences are broken at spaces, and cut where there are none', () => {
  expect(wrap('one two three four', 9)).toEqual(['one two', '  three', '  four']);
  expect(wrap(`  a ${'b'.repeat(30)}`, 12)).toEqual(['  a', '    bb…bbbbb']);
});
