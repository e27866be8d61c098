import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const COMMAND = resolve(import.meta.dirname, '..', '..', 'bin', 'longwatch.mjs');

// What is out of date is built before the first test, not within it: building speaks on standard error.
await ended(start('.', ['--version']));

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of its own for a test, gone when the test is. */
export function temporaryFolder(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'longwatch-cli-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** Runs the real command in a folder, with that folder's ledger. */
export function longwatch(folder: string, args: readonly string[], stdin = ''): Promise<Ran> {
  const child = start(folder, args);
  child.stdin.end(stdin);
  return ended(child);
}

/** Starts the command and leaves it running. */
export function start(folder: string, args: readonly string[]) {
  const { DATABASE_URL: _, ...env } = process.env;
  const own = { LONGWATCH_HOME: join(folder, 'home'), LONGWATCH_ANALYST: 'tester', NO_COLOR: '1' };
  return spawn(process.execPath, [COMMAND, ...args], { cwd: folder, env: { ...env, ...own } });
}

export function ended(child: ReturnType<typeof start>): Promise<Ran> {
  return new Promise((done) => {
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
}

/** A workbench that listens, and how to stop it. */
export async function workbench(folder: string, args: readonly string[] = []) {
  const child = start(folder, ['serve', '--port', '0', ...args]);
  const end = ended(child);
  const url = await new Promise<string>((found, failed) => {
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      const match = /http:\/\/\S+/.exec(text);
      if (match) found(match[0]);
    });
    void end.then(({ stderr }) => failed(new Error(`the workbench ended: ${stderr}`)));
  });
  return {
    url,
    stop: (signal: NodeJS.Signals = 'SIGINT') => {
      child.kill(signal);
      return end;
    },
  };
}
