import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ActionInput, ActionName, ActionOutput } from '../../src/http/contract/index.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const ADDRESS = /^Longwatch: (http:\S+)$/m;
const PATIENCE_MS = 90_000;

/** The real program on a ledger of its own, with the sample dossier in it. */
export interface Workbench {
  readonly url: string;
  /** Folder of its ledger, for commands that are run beside it. */
  readonly home: string;
  call<N extends ActionName>(name: N, input: ActionInput<N>): Promise<ActionOutput<N>>;
  stop(): Promise<void>;
}

/** Starts `longwatch serve` in a temporary folder on a free port. */
export async function startWorkbench({ sample = true } = {}): Promise<Workbench> {
  const home = mkdtempSync(join(tmpdir(), 'longwatch-e2e-'));
  const { DATABASE_URL: _, NODE_ENV: __, ...env } = process.env;
  const program = spawn(
    process.execPath,
    ['bin/longwatch.mjs', 'serve', '--port', '0', ...(sample ? ['--sample'] : [])],
    { cwd: ROOT, env: { ...env, LONGWATCH_HOME: home }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const url = await address(program);
  return {
    url,
    home,
    async call(name, input) {
      const response = await fetch(`${url}/api/actions/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input),
      });
      const answer = (await response.json()) as { ok: boolean; output: never; error?: { message: string } };
      if (!answer.ok) throw new Error(`${name}: ${answer.error?.message}`);
      return answer.output;
    },
    async stop() {
      const ended = program.exitCode === null ? once(program, 'exit') : Promise.resolve();
      program.kill('SIGTERM');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function address(program: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = '';
    const late = setTimeout(() => failed(new Error(`the workbench did not start:\n${said}`)), PATIENCE_MS);
    const listen = (data: Buffer) => {
      said += data;
      const url = ADDRESS.exec(said)?.[1];
      if (!url) return;
      clearTimeout(late);
      found(url);
    };
    program.stdout?.on('data', listen);
    program.stderr?.on('data', listen);
    program.once('exit', (code) => failed(new Error(`the workbench ended with code ${code}:\n${said}`)));
  });
}
