// What the README promises, done as a user would: start the workbench, look at it, read with the command line, stop it.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main, ROOT, say } from './tools.mjs';

const PATIENCE = 120_000;
const SAMPLE = 'data/dossier/2017-04-21-two-groups.md';

main(async () => {
  const home = mkdtempSync(join(tmpdir(), 'longwatch-smoke-'));
  const env = { ...process.env, LONGWATCH_HOME: home };
  delete env.DATABASE_URL;
  const workbench = spawn('npm', ['start', '--silent', '--', '--port', '0'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => workbench.on('close', resolve));
  try {
    const url = await addressOf(workbench, ended);
    await check('the status answers', async () => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${url}/api/actions/system.status`, { method: 'POST', headers, body: '{}' });
      const { ok, output } = await response.json();
      return ok && output.documents > 0 && output.statements > 0;
    });
    await check('the page is there', async () => (await (await fetch(url)).text()).includes('id="root"'));
    await check('the command line reads', async () => {
      const { document, statements } = JSON.parse(await output('npx', ['longwatch', 'read', SAMPLE, '--json'], env));
      return document.title !== null && statements.length > 0;
    });
    await check('the command line asks the running workbench', async () => {
      return JSON.parse(await output('npx', ['longwatch', 'status', '--json'], env)).documents > 0;
    });
  } finally {
    const lock = join(home, 'lock.json');
    try {
      process.kill(JSON.parse(readFileSync(lock, 'utf8')).pid, 'SIGTERM');
    } catch {
      workbench.kill('SIGTERM');
    }
    await ended;
    rmSync(home, { recursive: true, force: true });
  }
});

function addressOf(child, ended) {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      const url = /http:\/\/\S+/.exec(text)?.[0];
      if (url) resolve(url);
    });
    ended.then((code) => reject(new Error(`the workbench ended with ${code} before it was ready`)));
    setTimeout(() => reject(new Error('the workbench did not start in time')), PATIENCE).unref();
  });
}

function output(command, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(text) : reject(new Error(`${command} ended with ${code}`))));
  });
}

async function check(what, holds) {
  if (!(await holds())) throw new Error(`smoke: not so: ${what}`);
  say(`smoke: ${what}`);
}
