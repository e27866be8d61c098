#!/usr/bin/env node
/**
 * Installs chdb, today's ClickHouse as a library (546 MB), for tests of the SQL rules: from npm, into a cache folder outside
 * the repository. Does nothing when it is there.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const VERSION = '3.4.0';

/** Where it is installed: `LONGWATCH_CHDB`, else below the user's cache. */
export function chdbFolder() {
  return (
    process.env.LONGWATCH_CHDB ??
    join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'longwatch', `chdb-${VERSION}`)
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = chdbFolder();
  if (existsSync(join(folder, 'node_modules', 'chdb'))) {
    console.log(`chdb is in ${folder}`);
  } else {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', `chdb@${VERSION}`], {
      cwd: folder,
      stdio: 'inherit',
    });
    process.exitCode = status ?? 1;
  }
}
