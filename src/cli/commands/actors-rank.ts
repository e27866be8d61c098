import { type RankedActors, type RankFrom, rankFrom } from '../../actions/rank-actors.ts';
import { LEAST_ITEMS } from '../../analysis/ranking/questions.ts';
import { UsageError } from '../../base/errors.ts';
import { parseTime } from '../../base/time.ts';
import { caseSource } from '../case-source.ts';
import { home } from '../connection.ts';
import { EXIT } from '../exit.ts';
import { inputFile } from '../input-file.ts';
import { print, say } from '../output.ts';
import { policyOption } from '../policy-option.ts';
import { problemLine } from '../problem-line.ts';
import { count } from '../statement-words.ts';

interface Options {
  readonly items?: string;
  readonly report?: string;
  readonly case?: string;
  readonly knowledge?: string;
  readonly fit?: boolean;
  readonly policy?: string;
  readonly seen?: string;
  readonly facts?: 'then' | 'now';
  readonly unknownShare?: number;
  readonly limit?: number;
  readonly json?: boolean;
}

/** How many candidates people are shown. */
const SHOWN = 5;

export async function actorsRankCommand(options: Options): Promise<number> {
  if (options.seen && !parseTime(options.seen)) throw new UsageError(`--seen takes a date, not "${options.seen}"`);
  const ranked = await rankFrom(await fromOf(options), {
    home: home(),
    knowledge: options.knowledge === undefined ? undefined : inputFile(options.knowledge),
    fit: options.fit,
    ...policyOption(options.policy),
    seenOn: options.seen,
    facts: options.facts,
    unknownShare: options.unknownShare,
    listed: options.limit ?? (options.json ? undefined : SHOWN),
  });
  for (const found of ranked.problems) if (found.severity !== 'note') say(problemLine(found, ''));
  const compared = Object.values(ranked.coverage.topics).some(({ known }) => known > 0);
  if (!compared) say(nothingCompared(options, ranked));
  if (options.json) await print(`${JSON.stringify(compared ? shapeOf(ranked) : withoutList(ranked))}\n`);
  if (!compared) return EXIT.problems;
  if (!options.json) await print(words(ranked));
  return ranked.problems.some(({ severity }) => severity !== 'note') ? EXIT.problems : EXIT.done;
}

async function fromOf({ items, report, case: built }: Options): Promise<RankFrom> {
  if ([items, report, built].filter(Boolean).length !== 1)
    throw new UsageError('name one of --items, --report and --case');
  if (items) return { items: inputFile(items) };
  return report ? { report: inputFile(report) } : caseSource(built!);
}

/** Why there is no list: without an item that some group is known for, it would only say who is written about most. */
function nothingCompared({ report, case: built }: Options, { seen }: RankedActors): string {
  if (seen.length > 0)
    return `Nothing was compared: of ${count(seen.length, 'item')} seen none is known of any group, so there is no ranking.`;
  if (report)
    return 'Nothing was compared: no technique and no software was found in the report, so there is no ranking.';
  if (built) return 'Nothing was compared: the case holds no technique and no software, so there is no ranking.';
  return 'Nothing was compared: the file lists no techniques, software, vulnerabilities, sectors, countries or infrastructure that are known, so there is no ranking.';
}

/** The same shape where nothing was compared: no candidate, and no probability of "none of these" either. */
function withoutList(ranked: RankedActors): object {
  return { ...shapeOf({ ...ranked, ranking: [] }), none: null };
}

/** The documented JSON of `actors rank`. */
function shapeOf(ranked: RankedActors): object {
  return {
    ranking: ranked.ranking.map(({ actor, members, probability, reasons }) => ({
      actor,
      name: ranked.names.get(members[0]!) ?? actor,
      members,
      probability: round(probability),
      reasons: reasons.map(({ item, weight, by }) => ({ item, weight: round(weight), by })),
    })),
    none: round(ranked.none),
    coverage: ranked.coverage,
    policy: ranked.policy,
    seen: ranked.seen,
    named: ranked.named,
    unknown_share: round(ranked.unknownShare),
    none_testable: ranked.noneTestable,
    knowledge: { ...ranked.knowledge, years_before: round(ranked.knowledge.years_before) },
    model: ranked.model,
  };
}

function words(ranked: RankedActors): string {
  const lines = ranked.ranking.map(({ members, probability, reasons }) => {
    const top = reasons
      .slice(0, 5)
      .map(({ item, weight }) => `${item} ${weight > 0 ? '+' : '−'}${Math.abs(weight).toFixed(2)}`);
    return `${percent(probability)}  ${ranked.names.get(members[0]!) ?? members[0]} (${members.join(', ')}): ${top.join(', ')}`;
  });
  const compared = Object.entries(ranked.coverage.topics)
    .map(([topic, { seen, known }]) => `${known} of ${seen} ${topic}`)
    .join(', ');
  return [
    ...lines,
    `${percent(ranked.none)}  none of these`,
    `Compared: ${compared || 'nothing'}. Facts: ATT&CK ${ranked.knowledge.version ?? ranked.knowledge.modified}${factsOfThen(ranked)}.`,
    `Unknown groups expected before anything was compared: ${percent(ranked.unknownShare).trim()}${ageOf(ranked)}.`,
    ...(comparedIn(ranked) < LEAST_ITEMS
      ? [
          `Only ${count(comparedIn(ranked), 'item')} could be compared: probabilities were learned from reports with ${LEAST_ITEMS} or more, and are a guess with fewer.`,
        ]
      : []),
    ...(ranked.named.length ? [`Named in the report and not used: ${ranked.named.join(', ')}.`] : []),
    'A likeness of habits, not a finding of who did it: see docs/guides/rank.md.',
    '',
  ].join('\n');
}

function comparedIn({ coverage }: RankedActors): number {
  return Object.values(coverage.topics).reduce((sum, { known }) => sum + known, 0);
}

function factsOfThen({ knowledge }: RankedActors): string {
  return knowledge.as_of ? `, only what had been published by ${knowledge.as_of}` : '';
}

/** What the age of the facts does to "none of these". */
function ageOf({ knowledge: { years_before: years, as_of: then }, noneTestable }: RankedActors): string {
  const age = years < 1.5 ? 'a year' : `${years.toFixed(0)} years`;
  if (!noneTestable)
    return `; whether it is a known group cannot be tested, as the facts ended ${age} before and nothing was learned about facts so old`;
  return years > 0.1 && then === null
    ? `; the facts ended ${years < 0.5 ? 'months' : age} before, so that known and unknown groups are hardly told apart`
    : '';
}

function percent(p: number): string {
  return `${(100 * p).toFixed(1).padStart(5)} %`;
}

function round(x: number): number {
  return Number(x.toPrecision(5));
}
