// What the scripts share: where the checkout is, running a command, saying something.
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Words for people go to standard error: standard output belongs to data. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

export function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

/**
 * Runs a command in the checkout; what it prints is kept back and shown only when it fails. Rejects with `failed` as message.
 */
export function run(command, args, { failed, show = false, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    const kept = [];
    child.stdout?.on('data', (chunk) => kept.push(chunk));
    child.stderr?.on('data', (chunk) => kept.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve();
      if (!show) process.stderr.write(Buffer.concat(kept));
      reject(Object.assign(new Error(failed ?? `${command} ended with ${code}`), { code: code ?? 1 }));
    });
  });
}

/** Runs a script's main function; failures are one sentence and exit code 3, or the code of the command that failed. */
export function main(work, codeOf = () => 3) {
  work().catch((error) => {
    say(error.message);
    process.exit(codeOf(error));
  });
}
