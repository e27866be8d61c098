#!/usr/bin/env node
/**
 * Puts the tools that `bench/hunt.ts` compares with into a folder:
 *
 *   node bench/rivals/install.mjs DIR [--hayabusa FOLDER] [--chainsaw FOLDER] [--zircolite FOLDER --zircolite-python FOLDER]
 *
 * rsigma and evtx_dump come from cargo, pySigma from pip: both have to be on the PATH. The other tools are not in a package registry: name
 * a folder in which you have them ready to run, as their own instructions say, and it is linked:
 *   hayabusa   the executable `hayabusa`, its `config`, and `rules` (hayabusa-rules: `config` and `sigma`)
 *   chainsaw   the executable `chainsaw` and its `mappings`
 *   zircolite  a checkout; `--zircolite-python` a virtual environment with what its requirements name
 * What is there is kept; what could not be had is said, and the benchmark goes without it.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const VERSIONS = { rsigma: '0.21.0', evtx: '0.15.1', pySigma: '1.5.0' };
// pySigma 1.5.0 does not run with pyparsing 3.3.
const PYTHON = [`pySigma==${VERSIONS.pySigma}`, 'pyparsing==3.2.5', 'PyYAML'];
const LINKED = {
  hayabusa: ['hayabusa', 'rules/config', 'rules/sigma'],
  chainsaw: ['chainsaw', 'mappings/sigma-event-logs-all.yml'],
  zircolite: ['zircolite.py', 'config/config.yaml'],
  'zircolite-python': ['bin/python'],
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: Object.fromEntries(Object.keys(LINKED).map((name) => [name, { type: 'string' }])),
});
if (positionals.length !== 1) {
  console.error(
    'usage: node bench/rivals/install.mjs DIR [--hayabusa FOLDER] [--chainsaw FOLDER] [--zircolite FOLDER]',
  );
  process.exit(2);
}
const folder = resolve(positionals[0]);
mkdirSync(folder, { recursive: true });
const missed = [];

cargo('rsigma', 'rsigma', ['--features', 'evtx']);
cargo('evtx', 'evtx_dump', []);
python();
for (const [name, parts] of Object.entries(LINKED)) link(name, parts);
console.log(
  missed.length === 0 ? 'everything is there' : `not there:\n${missed.map((line) => `  ${line}`).join('\n')}`,
);

function cargo(name, program, features) {
  if (existsSync(join(folder, name, 'bin', program))) return;
  // Locked: newer dependencies may ask for a newer compiler than the tool does.
  run(name, 'cargo', [
    'install',
    name,
    '--version',
    VERSIONS[name],
    '--locked',
    ...features,
    '--root',
    join(folder, name),
  ]);
}

/** pySigma, for the independent evaluation and for rsigma's pipelines, which are written here. */
function python() {
  const program = join(folder, 'python', 'bin', 'python');
  const made =
    existsSync(program) ||
    (run('python', 'python3', ['-m', 'venv', join(folder, 'python')]) &&
      run('pySigma', program, ['-m', 'pip', 'install', '--quiet', ...PYTHON]));
  if (!made) return;
  const script = join(import.meta.dirname, 'agreement', 'rsigma_pipeline.py');
  for (const kind of ['evtx', 'flat'])
    writeFileSync(join(folder, `rsigma-${kind}.yml`), execFileSync(program, [script, kind]));
}

function link(name, parts) {
  const target = join(folder, name);
  if (values[name]) {
    if (lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink()) unlinkSync(target);
    symlinkSync(resolve(values[name]), target);
  }
  const lacking = parts.filter((part) => !existsSync(join(target, part)));
  if (lacking.length > 0) missed.push(`${name}: give its folder with --${name} (lacking ${lacking.join(', ')})`);
}

function run(name, command, args) {
  try {
    execFileSync(command, args, { stdio: 'inherit' });
    return true;
  } catch (error) {
    missed.push(`${name}: ${error.message.split('\n')[0]}`);
    return false;
  }
}
