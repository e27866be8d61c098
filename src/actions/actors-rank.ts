import * as z from 'zod';
import { underPolicy } from '../analysis/ranking/rank.ts';
import { type Seen, seenIn } from '../analysis/ranking/seen.ts';
import { topicOf } from '../analysis/ranking/topics.ts';
import { UsageError } from '../base/errors.ts';
import { problem } from '../base/problem.ts';
import { parseTime } from '../base/time.ts';
import type { AttackTable } from '../knowledge/attack.ts';
import { nameKeyOf } from '../knowledge/names/key.ts';
import { currentTechnique } from '../knowledge/techniques.ts';
import type { RankFromView, RankLine, RankUnderPolicy } from '../model/rank-view.ts';
import type { Action, Context } from './action.ts';
import type { ActionInput } from './action-map.ts';
import { attackNow } from './attack-kept.ts';
import { techniqueName } from './case-bulletin.ts';
import { caseViewOf } from './case-view.ts';
import { id, toDay } from './input.ts';
import { policyInput } from './name-files.ts';
import { allPolicies, type NamesNow, namesNow } from './name-state.ts';
import { withMessage } from './problem-message.ts';
import { namedIn, rankSeen, shippedRankingModel } from './rank-actors.ts';
import { seenFromLists } from './seen-lists.ts';

/** How many lines come with reasons, and how many of each policy's list. */
const LISTED = 10;
const A_POLICY = 5;
const REASONS = 40;
const items = z.array(z.string().trim().min(1).max(300)).max(2000).exactOptional();

type Input = ActionInput<'actors.rank'>;

export const actorsRank: Action<'actors.rank'> = {
  name: 'actors.rank',
  summary:
    'Which known groups resemble what a case, a document or lists show, how likely each is and how likely none of them, with reasons.',
  input: z.strictObject({
    case: id.exactOptional(),
    document: id.exactOptional(),
    techniques: items,
    software: items,
    vulnerabilities: items,
    sectors: items,
    countries: items,
    infrastructure: items,
    seen: z
      .string()
      .refine((text) => (parseTime(text)?.precision ?? 'range') !== 'range', 'YYYY, YYYY-MM or YYYY-MM-DD')
      .exactOptional(),
    facts: z.enum(['then', 'now']).exactOptional(),
    unknown_share: z.number().min(0).max(1).exactOptional(),
    policy: z.union([z.string().max(200), policyInput]).exactOptional(),
    limit: z.int().min(1).max(500).exactOptional(),
    as_of: toDay.exactOptional(),
  }),
  writes: false,
  async run(context, input) {
    const table = attackNow(context.home);
    const model = shippedRankingModel();
    const { seen, from, named } = await gather(context, input, table);
    const date = input.seen ?? from.date;
    const ranked = rankSeen(
      { table, model },
      {
        terms: seen.terms,
        date,
        facts: input.facts ?? (from.kind === 'document' ? 'then' : 'now'),
        asOf: input.as_of,
        unknownShare: input.unknown_share,
      },
    );
    const compared = Object.values(ranked.coverage.topics).some(({ known }) => known > 0);
    const unknown = new Set(ranked.coverage.unknown);
    const names = new Map(table.groups.map(([group, name]) => [group, name]));
    const labels = labelsOf(table);
    const state = await namesNow(context, input);
    const linesUnder = (under: NamesNow): Omit<RankLine, 'reasons'>[] => {
      const identity = identityIn(under, names);
      return underPolicy(ranked.ranking, identity).map(({ actor, probability, members }) => ({
        ...{ actor, probability, members: members.map((group) => ({ id: group, name: names.get(group) ?? group })) },
        name: actorName(under, actor) ?? names.get(members[0]!) ?? actor,
      }));
    };
    const reasons = new Map(ranked.ranking.map((one) => [one.actor, one.reasons]));
    const lines = compared ? linesUnder(state).slice(0, input.limit ?? LISTED) : [];
    const policies: RankUnderPolicy[] = [];
    for (const { id: policy, title } of compared ? allPolicies(context.home) : [])
      policies.push({
        ...{ id: policy, title },
        lines: linesUnder(await namesNow(context, { ...input, policy })).slice(0, A_POLICY),
      });
    return {
      from: { ...from, date },
      seen: seen.terms.map((term) => ({
        ...{ term, label: labels(term), topic: topicOf(term), known: !unknown.has(term) },
      })),
      ranking: lines.map((line) => ({
        ...line,
        reasons: (reasons.get(line.members[0]!.id) ?? [])
          .slice(0, REASONS)
          .map(({ item, weight }) => ({ item, label: labels(item), weight })),
      })),
      none: compared ? ranked.none : null,
      unknown_share: ranked.unknownShare,
      none_testable: ranked.noneTestable,
      coverage: Object.entries(ranked.coverage.topics).map(([topic, counts]) => ({ topic, ...counts })),
      named,
      policy: { id: state.under.policy.id, title: state.under.policy.title },
      policies,
      knowledge: ranked.knowledge,
      model: model.trained,
      problems: seen.problems.map(withMessage),
    };
  },
};

interface Gathered {
  readonly seen: Seen;
  readonly from: RankFromView;
  readonly named: readonly string[];
}

/** What was seen: of a case, a document, or lists; lists that come with a case or document are added to it. */
async function gather({ ledger }: Context, input: Input, table: AttackTable): Promise<Gathered> {
  const { case: name, document, as_of: asOf } = input;
  if (name !== undefined && document !== undefined) throw new UsageError('a case or a document, not both');
  const { techniques, software, vulnerabilities, sectors, countries, infrastructure } = input;
  const lists = Object.fromEntries(
    Object.entries({ techniques, software, vulnerabilities, sectors, countries, infrastructure }).filter(
      ([, list]) => list !== undefined,
    ),
  );
  const typed = seenIn(lists, table, currentTechnique);
  if (name !== undefined) {
    const view = await caseViewOf(ledger, await ledger.case(name, asOf), [], asOf);
    const own = view.logs?.intrusions[0] ? seenFromLists({ recorded: view }, table) : NOTHING_IN_CASE;
    const date = view.logs?.intrusions[0]?.first_access.slice(0, 10) ?? null;
    return { seen: both(own, typed), from: { kind: 'case', id: name, title: name, date }, named: [] };
  }
  if (document !== undefined) {
    const view = await ledger.document(document, asOf);
    const found = namedIn(view.text);
    const own = seenIn(
      { techniques: view.techniques.map((it) => it.id), software: found.software },
      table,
      currentTechnique,
    );
    return {
      seen: both(own, typed),
      from: { kind: 'document', id: document, title: view.title ?? view.name, date: view.published },
      named: [...found.groups].sort(),
    };
  }
  return { seen: typed, from: { kind: 'items', id: null, title: null, date: null }, named: [] };
}

const NOTHING_IN_CASE: Seen = { terms: [], problems: [problem('case-without-intrusion', {}, {})] };

function both(a: Seen, b: Seen): Seen {
  return { terms: [...new Set([...a.terms, ...b.terms])], problems: [...a.problems, ...b.problems] };
}

/** The actor that a group of ATT&CK is; one whose name several actors carry, or none, is called by its name. */
function identityIn({ index, under }: NamesNow, names: ReadonlyMap<string, string>): (group: string) => string {
  return (group) => {
    const number = index.numberOf.get(nameKeyOf(names.get(group) ?? group));
    const carriers = number === undefined ? [] : under.actorsOf[number]!;
    return carriers.length === 1 ? under.actors[carriers[0]!]!.id : (names.get(group) ?? group);
  };
}

function actorName({ under }: NamesNow, actor: string): string | undefined {
  return under.actors.find(({ id: known }) => known === actor)?.name;
}

/** Terms in words. */
function labelsOf(table: AttackTable): (term: string) => string {
  const software = new Map(table.software.map(([term, name]) => [term, name]));
  const plain: Readonly<Record<string, string>> = {
    activity: 'how often it is reported on',
    profileSize: 'how much is known of it',
  };
  return (term) =>
    plain[term] ??
    software.get(term) ??
    (topicOf(term) === 'technique' ? techniqueName(term) : term.replace(/^(?:sector|country):/, ''));
}
