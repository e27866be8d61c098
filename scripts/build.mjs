// Builds dist/: the program with tsc, the page with Vite. Does nothing for a part whose sources did not change.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkNode, ensureInstalled } from './setup.mjs';
import { main, ROOT, run, say, seconds } from './tools.mjs';

const DIST = join(ROOT, 'dist');

const VITE = 'node_modules/vite/bin/vite.js';

/** What is built, from which files and folders, by which commands in turn, and the file that must be there afterwards. */
const PROGRAM = {
  name: 'the program',
  stamp: '.program',
  result: 'program/cli.js',
  sources: ['src', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json', 'scripts/program.config.mjs'],
  commands: [
    ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'],
    [VITE, 'build', '--config', 'scripts/program.config.mjs', '--logLevel', 'warn'],
  ],
  before: dropOrphans,
};
const PAGE = {
  name: 'the page',
  stamp: '.page',
  result: 'web/index.html',
  sources: ['web', 'package-lock.json'],
  commands: [[VITE, 'build', 'web', '--logLevel', 'warn']],
};
const PARTS = [PROGRAM, PAGE];

/** Builds what is out of date, both parts at the same time. Commands that show no page need not wait for one. */
export async function ensureBuilt({ page = true } = {}) {
  const parts = PARTS.filter((part) => page || part !== PAGE);
  if (dueOf(parts).length === 0) return;
  await alone(async () => {
    const due = dueOf(parts);
    if (due.length === 0) return;
    const began = Date.now();
    say(`Building ${due.map(({ name }) => name).join(' and ')}…`);
    await Promise.all(due.map(build));
    say(`Built in ${seconds(began)}.`);
  });
}

function dueOf(parts) {
  return parts.map((part) => ({ ...part, state: stateOf(part.sources) })).filter(outOfDate);
}

/** Two commands started at once must not write the same files at the same time: the second waits for the first. */
async function alone(work) {
  const lock = join(DIST, '.building');
  mkdirSync(DIST, { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!isRunning(lock)) rmSync(lock, { force: true });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Whether the process that the lock names lives. A lock that is gone, or not written yet, counts: look again. */
function isRunning(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    return pid > 0 ? process.kill(pid, 0) : true;
  } catch (error) {
    return error.code !== 'ESRCH';
  }
}

async function build({ name, commands, stamp, state, before }) {
  before?.();
  for (const command of commands)
    await run(process.execPath, command, { failed: `Building ${name} failed; the messages above say where.` });
  writeFileSync(join(DIST, stamp), state);
}

function outOfDate({ stamp, result, state }) {
  const path = join(DIST, stamp);
  return !existsSync(join(DIST, result)) || !existsSync(path) || readFileSync(path, 'utf8') !== state;
}

/** A fingerprint of the files: paths, sizes, times of change. Reading 500 of them takes some 10 ms. */
function stateOf(sources) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const source of sources)
    for (const path of filesUnder(join(ROOT, source))) {
      const { size, mtimeMs } = statSync(path);
      hash.update(`${relative(ROOT, path)}\0${size}\0${mtimeMs}\n`);
    }
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Parts of earlier builds are kept so long for programs that run. */
const KEPT_MS = 86_400_000;

/** tsc leaves the output of sources that are gone; a module that no longer exists must not be found there. */
function dropOrphans() {
  for (const path of filesUnder(DIST)) {
    const inside = relative(DIST, path);
    if (inside.startsWith('program') && Date.now() - statSync(path).mtimeMs > KEPT_MS) rmSync(path);
    const source = inside.replace(/\.(d\.ts|js|js\.map)$/, '.ts');
    if (/^(?:web|program)\b/.test(inside) || source === inside) continue;
    if (!existsSync(join(ROOT, 'src', source))) rmSync(path);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  main(async () => {
    checkNode();
    await ensureInstalled({ tests: false });
    await ensureBuilt();
  });
