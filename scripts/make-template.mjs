#!/usr/bin/env node
/**
 * Prepares the empty embedded database that ships in data/template/, so that the first start need not run initdb.
 * Run it after every change of the pinned PGlite version: `node scripts/make-template.mjs`.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { version } = JSON.parse(readFileSync(join(root, 'node_modules/@electric-sql/pglite/package.json'), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'longwatch-template-'));
const data = join(folder, 'data');

try {
  let db = await PGlite.create({ dataDir: data, initDbStartParams: ['--wal-segsize=4'] });
  // Only the database in use is needed; the other two are copies of it.
  for (const spare of ['template0', 'template1']) {
    await db.exec(`update pg_database set datistemplate = false, datallowconn = true where datname = '${spare}'`);
    await db.exec(`drop database ${spare}`);
  }
  for (const step of ['vacuum full', 'vacuum freeze', 'checkpoint', 'select pg_switch_wal()', 'checkpoint'])
    await db.exec(step);
  await db.close();
  db = await PGlite.create({ dataDir: data });
  const tar = Buffer.from(await (await db.dumpDataDir('none')).arrayBuffer());
  await db.close();
  const packed = brotliCompressSync(tar, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: tar.length,
    },
  });
  const target = join(root, 'data/template');
  for (const old of readdirSync(target)) if (old.endsWith('.tar.br')) rmSync(join(target, old));
  const file = join(target, `pglite-${version}.tar.br`);
  writeFileSync(file, packed);
  console.log(`${file}: ${packed.length} bytes, ${tar.length} unpacked`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
