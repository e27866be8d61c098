import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { longwatch, temporaryFolder, workbench } from './run.ts';

const NOTE = 'South Korea said on 21 March 2017 that hackers from China attacked its foreign ministry.\n';

test('what is added is listed, searched, dumped and restored', async () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, 'note.txt'), NOTE);
  const run = (...args: string[]) => longwatch(folder.path, args);
  const added = await run('read', 'note.txt', '--add', '--json', '--published', '2017-03-22');
  expect(added).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(added.stdout).document.origin).toMatch(/\w/);

  const documents = await run('documents', '--json');
  expect(JSON.parse(documents.stdout)).toMatchObject({
    name: expect.stringContaining('note.txt'),
    published: '2017-03-22',
  });
  expect((await run('statements', 'hackers', '--json')).stdout.trimEnd().split('\n').length).toBeGreaterThan(0);
  expect((await run('statements', '--kind', 'alias')).stderr).toBe('Nothing found.\n');

  expect(await run('dump', 'dump.jsonl')).toMatchObject({ code: 0, stdout: '' });
  const dump = readFileSync(join(folder.path, 'dump.jsonl'), 'utf8');
  using other = temporaryFolder();
  writeFileSync(join(other.path, 'dump.jsonl'), dump);
  expect(await longwatch(other.path, ['restore', 'dump.jsonl'])).toMatchObject({ code: 0 });
  expect((await longwatch(other.path, ['dump', '-'])).stdout).toBe(dump);
});

test('a command uses the workbench that has the ledger open, and the workbench ends cleanly', async () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, 'note.txt'), NOTE);
  const { url, stop } = await workbench(folder.path);
  const run = (...args: string[]) => longwatch(folder.path, args);
  const ask = async (action: string) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${url}/api/actions/${action}`, { method: 'POST', headers, body: '{}' });
    return (await response.json()) as { output: { documents: number } };
  };
  try {
    expect((await ask('system.status')).output.documents).toBe(0);
    expect(await run('read', 'note.txt', '--add', '--json')).toMatchObject({ code: 0, stderr: '' });
    expect((await ask('system.status')).output.documents).toBe(1);
    expect(JSON.parse((await run('status', '--json')).stdout)).toMatchObject({ documents: 1, engine: 'pglite' });
    expect((await run('dump', '-')).stdout).toContain('foreign ministry');
    expect(await run('statements', '--after', 'soon')).toMatchObject({ code: 2 });
    expect(await run('restore', 'note.txt')).toMatchObject({ code: 3 });
    expect(await run('serve')).toMatchObject({ code: 0, stdout: `${url}\n` });
  } finally {
    expect(await stop('SIGTERM')).toMatchObject({ code: 0 });
  }
  expect(existsSync(join(folder.path, 'home', 'lock.json'))).toBe(false);
  expect(JSON.parse((await run('status', '--json')).stdout)).toMatchObject({ documents: 1 });
});
