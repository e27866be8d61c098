#!/usr/bin/env node
// The command. In a checkout it builds what is out of date first; an installed package brings everything built.
import { existsSync } from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Longwatch needs Node 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org.\n`,
  );
  process.exit(3);
}

try {
  if (existsSync(new URL('../tsconfig.build.json', import.meta.url))) {
    const { ensureInstalled } = await import('../scripts/setup.mjs');
    await ensureInstalled({ tests: false });
    const { ensureBuilt } = await import('../scripts/build.mjs');
    await ensureBuilt({ page: process.argv[2] === undefined || process.argv[2] === 'serve' });
  }
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(3);
}
const { cli } = await import('../dist/program/cli.js');
process.exitCode = await cli(process.argv.slice(2));
