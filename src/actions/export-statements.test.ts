import { expect, test } from 'vitest';
import { fakeContext, statement } from '../../test/http/fakes.ts';
import { csvCell, statementRows, toCsv, toJson } from './export-statements.ts';

test.each([
  [null, ''],
  [-0.5, '-0.5'],
  ['plain', 'plain'],
  ['with, comma', '"with, comma"'],
  ['with "quotes"', '"with ""quotes"""'],
  ['two\nlines', '"two\nlines"'],
  ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@sum', "'@sum"],
  ['\tx', "'\tx"],
])('the cell %j is written %j', (value, cell) => {
  expect(csvCell(value)).toBe(cell);
});

test('a ledger of more than a page is exported whole, and cut by offset and limit', async () => {
  const { ledger } = fakeContext();
  const document = {
    id: 'd',
    medium: 'text',
    title: 't',
    publisher: null,
    author: null,
    published: null,
    url: null,
  } as const;
  const statements = Array.from({ length: 2300 }, (_, i) => statement('d', `q${i}`));
  const reading = { statements, indicators: [], techniques: [], problems: [] };
  const text = { ...document, language: 'eng', text: '', blocks: [] };
  await ledger.add([{ document: text, name: 't', bytes: new Uint8Array(), reading, problems: [], read: true }], 'a');

  const quotes = async (query: { offset?: number; limit?: number }) => {
    const found: string[] = [];
    for await (const row of statementRows(ledger, query)) found.push(row.quote);
    return found;
  };
  expect(await quotes({})).toHaveLength(2300);
  expect(await quotes({ offset: 2299 })).toEqual(['q2299']);
  expect(await quotes({ offset: 998, limit: 3 })).toEqual(['q998', 'q999', 'q1000']);
  expect(await quotes({ limit: 0 })).toEqual([]);
});

test('no statements give a header alone, and an empty array', async () => {
  const { ledger } = fakeContext();
  expect(await joined(toJson(statementRows(ledger, {})))).toBe('[]\n');
  expect(await joined(toCsv(statementRows(ledger, {})))).toMatch(/^id,kind,speaker,.*\r\n$/);
});

async function joined(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}
