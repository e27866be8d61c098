import { type Clustering, type ClusterSettings, clusterIntrusions } from '../analysis/clusters/cluster.ts';
import { UsageError } from '../base/errors.ts';
import type { Problem } from '../base/problem.ts';
import { makeRanker, type RankSettings } from './rank-actors.ts';
import { profilesAsOf } from './rank-facts.ts';
import { type SeenFrom, seenFromLists } from './seen-lists.ts';

/** More than this take too long to compare with each other. */
const MOST = 2000;

export interface ClusteredActors extends Clustering {
  /** Terms that were compared, by intrusion. */
  readonly seen: Readonly<Record<string, readonly string[]>>;
  readonly knowledge: { readonly version: string | null; readonly modified: string };
  readonly problems: readonly { readonly name: string; readonly problem: Problem }[];
}

/** Groups intrusions that nobody has named. UsageError for fewer than two or too many, a name given twice, or a file that cannot be read. */
export function clusterFrom(
  sources: readonly { readonly name: string; readonly from: SeenFrom }[],
  settings: Pick<RankSettings, 'home' | 'knowledge'> & ClusterSettings,
): ClusteredActors {
  if (sources.length < 2) throw new UsageError('two intrusions or more are needed');
  if (sources.length > MOST) throw new UsageError(`no more than ${MOST} intrusions at a time`);
  if (new Set(sources.map(({ name }) => name)).size < sources.length)
    throw new UsageError('an intrusion is named twice');
  const { table } = makeRanker(settings);
  const profiles = profilesAsOf(table, null);
  const read = sources.map(({ name, from }) => ({
    ...{ name, seen: seenFromLists(from, table, true), byRules: !('items' in from) },
  }));
  return {
    ...clusterIntrusions(
      profiles,
      read.map(({ name, seen, byRules }) => ({ name, terms: seen.terms, byRules })),
      settings,
    ),
    seen: Object.fromEntries(read.map(({ name, seen }) => [name, seen.terms])),
    knowledge: { version: table.version, modified: table.modified },
    problems: read.flatMap(({ name, seen }) => seen.problems.map((problem) => ({ name, problem }))),
  };
}
