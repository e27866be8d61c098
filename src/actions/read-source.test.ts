import { expect, test } from 'vitest';
import { fakeTools } from '../../test/http/fakes.ts';
import type { Progress } from './action.ts';
import { readSource } from './read-source.ts';
import type { ReadingTools } from './reading-tools.ts';

async function check(text: string, tools: Partial<ReadingTools> = {}) {
  const source = { bytes: new TextEncoder().encode(text), name: 'a.txt' };
  const read = await readSource({ ...fakeTools, ...tools }, source);
  return read.map((one) => ({
    read: one.read,
    statements: one.reading.statements.map(({ quote }) => quote),
    problems: [...one.problems, ...one.reading.problems].map(({ code, severity }) => `${severity} ${code}`),
  }));
}

test('an English text is read', async () => {
  expect(await check('A line.')).toEqual([{ read: true, statements: ['A line.'], problems: [] }]);
});

test('a text in another language is kept, marked, and said not to be read', async () => {
  expect(await check('Die Zeile.')).toEqual([{ read: false, statements: [], problems: ['note not-english'] }]);
});

test('bytes that give nothing give a document without text, and say so', async () => {
  expect(await check('')).toEqual([{ read: false, statements: [], problems: ['error no-text'] }]);
});

test('a part that fails costs its own part alone', async () => {
  const fail = () => {
    throw new Error('broken');
  };
  expect(await check('A line.', { findIndicators: fail })).toEqual([
    { read: true, statements: ['A line.'], problems: ['error part-failed'] },
  ]);
  expect(await check('A line.', { extract: async () => fail() })).toEqual([
    { read: false, statements: [], problems: ['error part-failed'] },
  ]);
  expect(await check('A line.', { reader: { name: 'x', version: '1', read: async () => fail() } })).toEqual([
    { read: false, statements: [], problems: ['error part-failed'] },
  ]);
});

test('progress goes from extraction to the last document', async () => {
  const steps: Progress[] = [];
  await readSource(fakeTools, { bytes: new TextEncoder().encode('A.'), name: 'a' }, (step) => steps.push(step));
  expect(steps.map(({ stage, done, of }) => `${stage} ${done}/${of}`)).toEqual(['extract 0/1', 'read 0/1', 'read 1/1']);
});
