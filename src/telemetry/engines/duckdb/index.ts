import type { RulePack } from '../../../sigma/rule/tree.ts';
import type { HuntEngine } from '../engine.ts';
import { openSqlEngine } from '../sql/engine.ts';
import { type DuckdbOptions, openDuckdbStore } from './store.ts';

export type { DuckdbOptions };

/** An engine in DuckDB, inside this process. Close it: it leaves a file otherwise. */
export async function openDuckdb(pack: RulePack, options: DuckdbOptions = {}): Promise<HuntEngine> {
  return await openSqlEngine(pack, await openDuckdbStore(options));
}
