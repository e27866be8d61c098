import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { acquire, HomeHeldError, publish, whoHolds } from './lock.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'longwatch-lock-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const lockFile = () => join(home, 'lock.json');
const linux = process.platform === 'linux';

test('the folder is held until it is given back', () => {
  expect(whoHolds(home)).toBeNull();
  const release = acquire(home);
  expect(whoHolds(home)).toMatchObject({ pid: process.pid });
  expect(statSync(lockFile()).mode & 0o777).toBe(0o600);
  release();
  expect(whoHolds(home)).toBeNull();
  expect(readdirSync(home)).toEqual([]);
});

test('a second one is told who holds it and where to ask', () => {
  const release = acquire(home);
  publish({ url: 'http://127.0.0.1:1234', token: 'secret' }, home);
  let error: unknown;
  try {
    acquire(home);
  } catch (caught) {
    error = caught;
  }
  expect(error).toBeInstanceOf(HomeHeldError);
  expect((error as HomeHeldError).holder).toMatchObject({
    pid: process.pid,
    url: 'http://127.0.0.1:1234',
    token: 'secret',
  });
  expect((error as HomeHeldError).message).not.toContain('secret');
  expect(statSync(lockFile()).mode & 0o777).toBe(0o600);
  release();
});

test('only the owner publishes', () => {
  expect(() => publish({ url: 'http://127.0.0.1:1', token: 't' }, home)).toThrow(/not held/);
});

test('the lock of a process that has ended is taken over', () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  writeFileSync(lockFile(), JSON.stringify({ pid, started: null, since: '2020-01-01T00:00:00Z' }));
  expect(whoHolds(home)).toBeNull();
  acquire(home)();
});

test.runIf(linux)('so is that of a process whose number was given to another', () => {
  writeFileSync(
    lockFile(),
    JSON.stringify({ pid: process.pid, started: 'another-boot:1', since: '2020-01-01T00:00:00Z' }),
  );
  expect(whoHolds(home)).toBeNull();
  const release = acquire(home);
  expect(JSON.parse(readFileSync(lockFile(), 'utf8'))).toMatchObject({
    pid: process.pid,
    started: expect.not.stringContaining('another'),
  });
  release();
});

test.each(['', '{', 'null', '{"pid":"x"}'])('a lock file that says %j holds nothing', (content) => {
  writeFileSync(lockFile(), content);
  const release = acquire(home);
  expect(whoHolds(home)).toMatchObject({ pid: process.pid });
  release();
});

test('of many that come at once one gets it, though the lock before was stale', async () => {
  writeFileSync(lockFile(), JSON.stringify({ pid: 2 ** 22 + 1, started: null, since: '' }));
  const program = `
    const { acquire } = await import(${JSON.stringify(join(import.meta.dirname, 'lock.ts'))});
    try { acquire(${JSON.stringify(home)}); console.log('mine'); } catch { console.log('held'); }
    process.stdin.resume();`;
  const children = Array.from({ length: 4 }, () =>
    spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
      stdio: ['pipe', 'pipe', 'inherit'],
    }),
  );
  const answers = await Promise.all(
    children.map(
      (child) =>
        new Promise<string>((resolve) => child.stdout.once('data', (data: Buffer) => resolve(data.toString().trim()))),
    ),
  );
  for (const child of children) child.stdin.end();
  expect(answers.sort()).toEqual(['held', 'held', 'held', 'mine']);
});
