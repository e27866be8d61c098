import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Input } from './inputs.ts';
import type { InputResult } from './read-inputs.ts';
import { readInPool } from './read-pool.ts';

const folder = mkdtempSync(join(tmpdir(), 'longwatch-pool-'));
afterAll(() => rmSync(folder, { recursive: true }));

const inputs: Input[] = Array.from({ length: 6 }, (_, i) => {
  const name = join(folder, `report-${i}.txt`);
  writeFileSync(name, `Hackers broke into the ministry in May. This is report ${i}.`);
  return { kind: 'file', name };
});

/** A thread that runs these words in place of the reading ones. */
const thread = (words: string): URL => new URL(`data:text/javascript,${encodeURIComponent(words)}`);

const OPTIONS = { reader: 'rules', jobs: 2, allowPrivate: false, given: {} } as const;

async function readWith(words: string): Promise<InputResult[]> {
  const results: InputResult[] = [];
  for await (const result of readInPool(inputs, OPTIONS, thread(words))) results.push(result);
  return results;
}
const codes = (results: readonly InputResult[]) => results.flatMap(({ problems }) => problems.map(({ code }) => code));

const ANSWERS = `import { parentPort } from 'node:worker_threads';
  parentPort.postMessage('ready');`;

test('threads that answer are asked for every input, and results keep their order', async () => {
  const results = await readWith(`${ANSWERS}
    parentPort.on('message', ({ index, input }) =>
      parentPort.postMessage({ index, result: { input, documents: [], problems: [] } }));`);
  expect(results.map(({ input }) => input.name)).toEqual(inputs.map(({ name }) => name));
  expect(results.every(({ documents }) => documents.length === 0)).toBe(true);
  expect(codes(results)).toEqual([]);
});

test.each([
  ['ends', 'process.exit(3)', 'exit code 3'],
  ['throws', "throw new Error('no room')", 'no room'],
])('a thread that %s at start: the main one reads everything and says so once', async (_, words, reason) => {
  const results = await readWith(words);
  expect(results.map(({ input }) => input.name)).toEqual(inputs.map(({ name }) => name));
  expect(results.every(({ documents }) => documents.length === 1)).toBe(true);
  expect(codes(results)).toEqual(['threads-failed']);
  expect(results.flatMap(({ problems }) => problems)[0]?.details).toEqual({ tries: 2, reason });
});

test('a thread that an input was too much for is replaced; that is no failed start', async () => {
  const results = await readWith(`${ANSWERS} parentPort.on('message', () => process.exit(3));`);
  expect(results.every(({ documents }) => documents.length === 1)).toBe(true);
  expect(codes(results)).toEqual([]);
});
