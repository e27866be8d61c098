import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from './action.ts';
import { addSource } from './documents-add.ts';
import { importWeighing } from './weigh-import.ts';

/**
 * Reads the Markdown files of a folder, then its weighings (YAML), into a ledger in which nothing ever happened; gives how many
 * documents were added.
 */
export async function loadSample(context: Context, folder: string): Promise<number> {
  if ((await context.ledger.status()).documents > 0 || (await context.ledger.journal(0, 1)).total > 0) return 0;
  const all = (await readdir(folder).catch(() => [])).sort();
  const names = all.filter((name) => name.endsWith('.md'));
  let added = 0;
  for (const name of names) {
    const { documents } = await addSource(context, { bytes: await readFile(join(folder, name)), name });
    added += documents.length;
  }
  for (const name of all.filter((name) => name.endsWith('.yaml')))
    await importWeighing(context, await readFile(join(folder, name), 'utf8'));
  return added;
}
