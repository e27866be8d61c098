// Installs what is missing. Plain Node without dependencies: it runs before there are any.
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run, say } from './tools.mjs';

const LEAST_NODE = [20, 19];

/** Ends the program with one sentence when Node is too old to run the rest. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return;
  say(
    `Longwatch needs Node ${LEAST_NODE.join('.')} or newer; this is ${process.versions.node}. See https://nodejs.org.`,
  );
  process.exit(3);
}

/**
 * Makes sure that every package of the lock file is there in its version: all of them for `tests: true`, else only those that
 * building and running need, which is much less to fetch.
 */
export async function ensureInstalled({ tests }) {
  const missing = missingPackages({ tests });
  if (missing.length > 0) {
    const what = missing.length === 1 ? 'one package' : `${missing.length} packages`;
    say(`Installing ${what} from the npm registry…`);
    // npm removes what it is told to leave out; who has run the tests here will run them again.
    const which = tests || hasTestPackages() ? '--include=dev' : '--omit=dev';
    await run('npm', ['ci', which, '--include=optional', '--loglevel=error', '--no-audit', '--no-fund'], {
      failed: 'The packages could not be installed; npm has said why above.',
    });
  }
  linkCommand();
}

function missingPackages({ tests }) {
  const wanted = lockedPackages(join(ROOT, 'package-lock.json'));
  const present = lockedPackages(join(ROOT, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted)
    .filter(([path, { dev, optional, peer }]) => path !== '' && !optional && !peer && (tests || !dev))
    .filter(([path, { version }]) => present[path]?.version !== version)
    .map(([path]) => path);
}

function hasTestPackages() {
  const present = lockedPackages(join(ROOT, 'node_modules', '.package-lock.json'));
  return Object.values(present).some(({ dev }) => dev);
}

function lockedPackages(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}

/** npm links the commands of a package's dependencies but not its own; this one makes `npx longwatch` work in a checkout. */
function linkCommand() {
  const folder = join(ROOT, 'node_modules', '.bin');
  const link = join(folder, 'longwatch');
  if (existsSync(link) || process.platform === 'win32') return;
  mkdirSync(folder, { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(join('..', '..', 'bin', 'longwatch.mjs'), link);
}
