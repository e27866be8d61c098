import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { makeFolder } from '../../folder.ts';
import { PARSERS } from '../values.ts';
import { readTemplate } from './template.ts';
import { untar } from './untar.ts';

/** Options that a new database is made with: small log files keep a young data folder small. */
export const INITDB = ['--wal-segsize=4'];

const OPTIONS: PGliteOptions = {
  // Every answer to a write waits until the operating system has it: the death of the process loses nothing.
  // (PGlite does not ask it to reach the disk: a power cut may. Whoever needs that uses a server.)
  relaxedDurability: false,
  parsers: PARSERS as NonNullable<PGliteOptions['parsers']>,
  initDbStartParams: INITDB,
};

/**
 * Opens the embedded database in a folder. A new one is unpacked from the prepared database, else made afresh; it is built beside
 * the folder and moved there when it is whole, so that a start that was cut off leaves nothing half-made.
 */
export async function openPglite(folder: string, note: (text: string) => void): Promise<PGlite> {
  const client = existsSync(folder) ? await PGlite.create({ ...OPTIONS, dataDir: folder }) : await make(folder, note);
  // Sorting and grouping a whole ledger fits into this; the default spills to disk.
  // Statistics are gathered by the same thread that answers: a sample of 6,000 rows is enough for these queries.
  await client.exec(`set work_mem = '32MB'; set default_statistics_target = 20`);
  return client;
}

async function make(folder: string, note: (text: string) => void): Promise<PGlite> {
  makeFolder(dirname(folder), 0o700);
  removeDrafts(folder);
  const draft = `${folder}.new-${process.pid}`;
  const template = readTemplate(note);
  if (template) {
    try {
      untar(template, draft);
      renameSync(draft, folder);
      return await PGlite.create({ ...OPTIONS, dataDir: folder });
    } catch {
      note('the prepared database does not work: making one, which takes some seconds');
      rmSync(draft, { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const fresh = await PGlite.create({ ...OPTIONS, dataDir: draft });
  await fresh.close();
  renameSync(draft, folder);
  return PGlite.create({ ...OPTIONS, dataDir: folder });
}

function removeDrafts(folder: string): void {
  const name = `${folder.slice(dirname(folder).length + 1)}.new-`;
  for (const entry of readdirSync(dirname(folder)))
    if (entry.startsWith(name)) rmSync(`${dirname(folder)}/${entry}`, { recursive: true, force: true });
}
