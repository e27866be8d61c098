import type { RulePack } from '../../../sigma/rule/tree.ts';
import type { HuntEngine } from '../engine.ts';
import { openSqlEngine } from '../sql/engine.ts';
import { openHttpLink } from './http-link.ts';
import { clickhouseStore } from './store.ts';

export interface ClickhouseOptions {
  /** `http://127.0.0.1:8123`; of a cluster without ZooKeeper an address of each shard, the first answers. */
  readonly urls: readonly string[];
  /** The cluster's name in the servers' configuration; null (default) for a single server. */
  readonly cluster?: string | null;
  /** `default` unless said otherwise. */
  readonly database?: string;
  readonly username?: string;
  readonly password?: string;
  /** Whether servers elsewhere than on this machine may be asked; false by default. */
  readonly elsewhere?: boolean;
}

const DEFAULTS = { cluster: null, database: 'default', username: 'default', password: '', elsewhere: false };

/** An engine on a ClickHouse server or cluster. Close it: it leaves its tables otherwise. */
export async function openClickhouse(pack: RulePack, options: ClickhouseOptions): Promise<HuntEngine> {
  const all = { ...DEFAULTS, ...options };
  const link = await openHttpLink(all);
  const onCluster = all.cluster !== null && all.urls.length === 1;
  return await openSqlEngine(pack, clickhouseStore(link, { ...all, onCluster }));
}
