import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collectFiles, type FileOptions, listFiles, readInput, readSourceFile } from './files.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'longwatch-files-'));
  await mkdir(join(folder, 'sub', 'empty'), { recursive: true });
  await writeFile(join(folder, 'b.txt'), 'two');
  await writeFile(join(folder, 'a.txt'), 'one');
  await writeFile(join(folder, '.hidden'), 'no');
  await writeFile(join(folder, 'sub', 'c.txt'), 'three');
  await symlink(folder, join(folder, 'sub', 'circle'));
});
afterAll(() => rm(folder, { recursive: true }));

async function collect(paths: string[], options?: FileOptions): Promise<string[]> {
  const told: string[] = [];
  for await (const { source, problems } of collectFiles(paths, options)) {
    if (source) told.push(Buffer.from(source.bytes).toString());
    told.push(...problems.map((p) => p.code));
  }
  return told;
}

test('files, folders with what is below them, in order', async () => {
  expect(await collect([join(folder, 'b.txt'), folder])).toEqual(['two', 'one', 'two', 'three']);
});

test('what is not there or not a file is a problem, and the rest goes on', async () => {
  expect(
    await collect([join(folder, 'nothing'), join(folder, 'a.txt'), '/dev/null', join(folder, 'sub', 'empty')]),
  ).toEqual(['not-found', 'one', 'not-a-file', 'folder-empty']);
  expect((await listFiles(join(folder, 'nothing'))).problems[0]).toMatchObject({
    place: { source: join(folder, 'nothing') },
    severity: 'error',
  });
  expect((await readSourceFile(folder)).problems[0]).toMatchObject({ code: 'not-a-file', details: { kind: 'folder' } });
});

test('a file over the limit is left out', async () => {
  expect(await collect([folder], { maxBytes: 3 })).toEqual(['one', 'two', 'file-too-big']);
});

test('standard input', async () => {
  async function* input() {
    yield 'words ';
    yield Buffer.from('from a pipe');
  }
  expect(await collect(['-'], { input: input() })).toEqual(['words from a pipe']);
  expect((await readInput({ input: input(), maxBytes: 4 })).problems[0]).toMatchObject({
    code: 'file-too-big',
    place: { source: '-' },
  });
});
