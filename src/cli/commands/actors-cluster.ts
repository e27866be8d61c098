import { type ClusteredActors, clusterFrom } from '../../actions/cluster-actors.ts';
import type { SeenFrom } from '../../actions/seen-lists.ts';
import { caseSource } from '../case-source.ts';
import { home } from '../connection.ts';
import { EXIT } from '../exit.ts';
import { print, say } from '../output.ts';
import { problemLine } from '../problem-line.ts';

interface Options {
  readonly items?: readonly string[];
  readonly case?: readonly string[];
  readonly knowledge?: string;
  readonly json?: boolean;
}

/** Groups intrusions that nobody has named. */
export async function actorsClusterCommand(options: Options): Promise<number> {
  const sources: { name: string; from: SeenFrom }[] = (options.items ?? []).map((items) => ({
    name: items,
    from: { items },
  }));
  for (const name of options.case ?? []) sources.push({ name, from: await caseSource(name) });
  const found = clusterFrom(sources, {
    home: home(),
    ...(options.knowledge === undefined ? {} : { knowledge: options.knowledge }),
  });
  const serious = found.problems.filter(({ problem }) => problem.severity !== 'note');
  for (const { name, problem } of serious) say(problemLine(problem, name));
  await print(options.json ? `${JSON.stringify(shapeOf(found))}\n` : words(found));
  return serious.length ? EXIT.problems : EXIT.done;
}

/** The documented JSON of `actors cluster`. */
function shapeOf({ clusters, alone, empty, stability, cut, rounds, seen, knowledge }: ClusteredActors): object {
  return {
    clusters: clusters.map((one) => ({ ...one, likeness: round(one.likeness), stability: round(one.stability) })),
    alone,
    empty,
    stability: stability === null ? null : round(stability),
    cut,
    rounds,
    seen,
    knowledge,
  };
}

function words({ clusters, alone, empty, stability, knowledge }: ClusteredActors): string {
  return [
    ...clusters.flatMap(({ members, likeness, shared, topics, stability: own }) => [
      `${members.join(', ')}`,
      `  likeness ${likeness.toFixed(2)}, stability ${own.toFixed(2)}${own < 0.6 ? ' (not to be relied on)' : ''}; most share ${shared.slice(0, 8).join(', ') || 'nothing'}${topics.join() === 'technique' ? '; by techniques alone, which many groups have in common' : ''}`,
    ]),
    ...(alone.length ? [`Like none of the others: ${alone.join(', ')}.`] : []),
    ...(empty.length ? [`Nothing to compare: ${empty.join(', ')}.`] : []),
    `${stability === null ? '' : `Agreement with groupings of resampled items: ${stability.toFixed(2)}. `}Weights of terms: ATT&CK ${knowledge.version ?? knowledge.modified}.`,
    'A likeness of habits, not a finding that they are one: see docs/guides/rank.md.',
    '',
  ].join('\n');
}

function round(x: number): number {
  return Number(x.toPrecision(5));
}
