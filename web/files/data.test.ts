import { expect, test } from 'vitest';
import { asCsv } from './data.ts';

test('CSV quotes what needs it and disarms formulas', () => {
  const rows = [
    { name: 'Ministry, Beijing', statements: 3, said: null },
    { name: 'the "firm"', statements: 1, said: '2017-04-21' },
    { name: '=HYPERLINK("x")', statements: 0, said: null },
  ];
  expect(asCsv(rows)).toBe(
    'name,statements,said\r\n"Ministry, Beijing",3,\r\n"the ""firm""",1,2017-04-21\r\n"\'=HYPERLINK(""x"")",0,\r\n',
  );
});
