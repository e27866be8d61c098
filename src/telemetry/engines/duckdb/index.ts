import type { RulePack } from '../../../sigma/rule/tree.ts';
import type { HuntEngine } from '../engine.ts';
import { NotKeptError, openSqlEngine } from '../sql/engine.ts';
import { keptEvents, openKeptStore } from './keep.ts';
import { readManifest } from './manifest.ts';
import { type DuckdbOptions, openDuckdbStore } from './store.ts';

export type { DuckdbOptions };

/** An engine in DuckDB, inside this process. Close it: it leaves a file otherwise. */
export async function openDuckdb(pack: RulePack, options: DuckdbOptions = {}): Promise<HuntEngine> {
  return await openSqlEngine(pack, await openDuckdbStore(options));
}

/**
 * An engine over records that an earlier hunt kept (`keep`): it takes no events and reads no logs. Rules that ask for what stands
 * in the columns run in the kept table; for others the records are loaded from it anew, as from a log. Throws UsageError when
 * the folder holds none, or was kept by a version that left fields out and the rules ask for one of these.
 */
export async function openKept(pack: RulePack, folder: string, options: DuckdbOptions = {}): Promise<HuntEngine> {
  const store = await openKeptStore(folder, options);
  try {
    return await openSqlEngine(pack, store);
  } catch (error) {
    await store.close();
    if (!(error instanceof NotKeptError) || (await readManifest(folder)).whole !== true) throw error;
    const engine = await openDuckdb(pack, options);
    for await (const { file, event } of keptEvents(folder, engine.fields, options)) {
      engine.take(file, event);
      await engine.ready();
    }
    return engine;
  }
}
