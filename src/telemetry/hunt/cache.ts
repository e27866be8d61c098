import { readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder of what can be worked out again: compiled rule packs by the hash of what they came from. `LONGWATCH_CACHE`, else the
 * user's own cache folder. Nothing here is needed: where it cannot be written, everything is worked out each time.
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env.LONGWATCH_CACHE) return env.LONGWATCH_CACHE;
  if (env.LONGWATCH_HOME) return join(env.LONGWATCH_HOME, 'cache');
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'longwatch');
}

/** What is kept under a name, null when there is none. */
export function fromCache(name: string, folder = cacheFolder()): Buffer | null {
  try {
    return readFileSync(join(folder, name));
  } catch {
    return null;
  }
}

/** Keeps a text; whole or not at all, so that a second process never sees half of it. Old entries of the same sort go. */
export async function toCache(name: string, text: string, folder = cacheFolder()): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const unfinished = join(folder, `${name}.${process.pid}.tmp`);
    await writeFile(unfinished, text, { mode: 0o600 });
    await rename(unfinished, join(folder, name));
    await forget(folder, name.slice(0, name.indexOf('-') + 1));
  } catch {
    // Without a cache the next start is slower, nothing else.
  }
}

/** Entries of one sort that are kept. */
const KEPT = 8;

async function forget(folder: string, sort: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.startsWith(sort));
  if (names.length <= KEPT) return;
  const aged = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(folder, name)).catch(() => null))?.mtimeMs ?? 0 })),
  );
  aged.sort((a, b) => b.at - a.at);
  await Promise.all(aged.slice(KEPT).map(({ name }) => rm(join(folder, name), { force: true })));
}
