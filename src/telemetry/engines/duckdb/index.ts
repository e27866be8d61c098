import type { RulePack } from '../../../sigma/rule/tree.ts';
import type { HuntEngine } from '../engine.ts';
import { openSqlEngine } from '../sql/engine.ts';
import { openKeptStore } from './keep.ts';
import { type DuckdbOptions, openDuckdbStore } from './store.ts';

export type { DuckdbOptions };

/** An engine in DuckDB, inside this process. Close it: it leaves a file otherwise. */
export async function openDuckdb(pack: RulePack, options: DuckdbOptions = {}): Promise<HuntEngine> {
  return await openSqlEngine(pack, await openDuckdbStore(options));
}

/**
 * An engine over records that an earlier hunt kept (`keep`): it takes no events and reads no logs. Throws UsageError when the
 * rules ask for fields that no rule of that hunt named.
 */
export async function openKept(pack: RulePack, folder: string, options: DuckdbOptions = {}): Promise<HuntEngine> {
  const store = await openKeptStore(folder, options);
  try {
    return await openSqlEngine(pack, store);
  } catch (error) {
    await store.close();
    throw error;
  }
}
