import { yearOf } from '../analysis/ranking/evidence.ts';
import { fitRanking } from '../analysis/ranking/fit.ts';
import { expectedUnknown, LATEST, type RankingModel } from '../analysis/ranking/model.ts';
import type { Profiles } from '../analysis/ranking/profiles.ts';
import { type Ranked, type Ranking, rankActors, underPolicy } from '../analysis/ranking/rank.ts';
import { type Seen, seenIn } from '../analysis/ranking/seen.ts';
import { UsageError } from '../base/errors.ts';
import type { Problem } from '../base/problem.ts';
import { findActorNames } from '../knowledge/actors.ts';
import type { AttackTable } from '../knowledge/attack.ts';
import { loadPlainTable } from '../knowledge/load.ts';
import { currentTechnique } from '../knowledge/techniques.ts';
import type { NamingPolicy } from '../model/name.ts';
import type { RankKnowledge } from '../model/rank-view.ts';
import { newestAttack, readAttackFile } from './import-attack.ts';
import { knownBefore, profilesAsOf } from './rank-facts.ts';
import { identityUnder, policyFor } from './rank-identity.ts';
import { readInputs } from './read-inputs.ts';
import { type SeenFrom, seenFromLists } from './seen-lists.ts';

/** Where what was seen comes from: exactly one of these. Files, or a case of the ledger. */
export type RankFrom = SeenFrom | { readonly report: string };

export interface RankSettings {
  readonly home: string;
  /** A bundle or table of an ATT&CK version to rank by, instead of the newest there is. */
  readonly knowledge?: string | undefined;
  /** Learn the weights from that version too, instead of taking the shipped ones. */
  readonly fit?: boolean | undefined;
  readonly listed?: number | undefined;
  /** Whose naming decides which groups are one; without one, the groups of ATT&CK as they are. */
  readonly policy?: string | NamingPolicy | undefined;
  /** When it was seen or told of (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`); a report's own date where it has one, else not later than the facts. */
  readonly seenOn?: string | undefined;
  /** Facts that had been published when it was seen, or all there are now. Unless given, `then` for reports, lest they be compared with themselves, else `now`. */
  readonly facts?: Facts | undefined;
  /** How often the asker expects groups that are not known, 0 to 1. */
  readonly unknownShare?: number | undefined;
}

export type Facts = 'then' | 'now';

export interface RankedActors extends RankedSeen {
  /** Each line with the groups that are one under the policy. */
  readonly ranking: readonly (Ranked & { readonly members: readonly string[] })[];
  readonly policy: string;
  /** Terms that were compared. */
  readonly seen: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  /** Groups that the report itself names; they were not used. */
  readonly named: readonly string[];
  readonly model: string;
  readonly problems: readonly Problem[];
}

/** A table of facts and the weights to rank by. */
export interface Ranker {
  readonly table: AttackTable;
  readonly model: RankingModel;
}

/** The shipped weights; see scripts/knowledge/train-ranking.ts for where they come from. */
export function shippedRankingModel(): RankingModel {
  return loadPlainTable<RankingModel>('knowledge/ranking.json');
}

/** Facts and weights: the newest facts there are, or those the user names. UsageError for a file that cannot be read. */
export function makeRanker({ home, knowledge, fit = false }: RankSettings): Ranker {
  const { table } = knowledge === undefined ? { table: newestAttack(home) } : readAttackFile(knowledge);
  if (!table.uses.length) throw new UsageError('the facts to rank by hold no group');
  return { table, model: fit ? fitRanking(table) : shippedRankingModel() };
}

/** What was seen and when, and which facts to hold it against. */
export interface RankQuestion {
  readonly terms: readonly string[];
  readonly date: string | null;
  readonly facts: Facts;
  /** What was known on that day, whatever the date. */
  readonly asOf?: string | undefined;
  readonly unknownShare?: number | null | undefined;
}

export interface RankedSeen extends Ranking {
  readonly knowledge: RankKnowledge;
  /** Which share of unknown groups was expected before anything was compared. */
  readonly unknownShare: number;
  /** Whether anything was learned about facts that ended so long before what was seen. */
  readonly noneTestable: boolean;
}

/** Ranks all groups of a table for what was seen: what a policy joins may stand far down the list. */
export function rankSeen({ table, model }: Ranker, question: RankQuestion): RankedSeen {
  const { terms, date, facts, asOf } = question;
  const days = [asOf ?? null, facts === 'then' && date ? knownBefore(date) : null];
  const day = days.reduce((a, b) => (a === null || (b !== null && b < a) ? b : a), null);
  // Facts that ended before the day are as they are.
  const cut = day !== null && day < table.modified ? day : null;
  const profiles: Profiles = profilesAsOf(table, cut);
  const year = date ? yearOf(date) : null;
  const late = Math.max(0, (year ?? profiles.until) - profiles.until);
  const learned = cut === null ? expectedUnknown(model, late) : model.unknownThen;
  const unknownShare = question.unknownShare ?? learned;
  const asked = question.unknownShare != null || cut !== null ? unknownShare : null;
  return {
    ...rankActors(profiles, model, terms, { year, listed: profiles.candidates.length, unknownShare: asked }),
    knowledge: { version: table.version, modified: table.modified, as_of: cut, years_before: late },
    unknownShare,
    noneTestable: late <= LATEST,
  };
}

/** Ranks the groups of ATT&CK for what was seen. UsageError for files that cannot be read. */
export async function rankFrom(from: RankFrom, settings: RankSettings): Promise<RankedActors> {
  const ranker = makeRanker(settings);
  const { table, model } = ranker;
  const { seen, named, problems, published } = await seenFrom(from, table);
  const all = rankSeen(ranker, {
    terms: seen.terms,
    date: settings.seenOn ?? published,
    facts: settings.facts ?? ('report' in from ? 'then' : 'now'),
    unknownShare: settings.unknownShare,
  });
  const policy = policyFor(settings.home, settings.policy ?? 'none');
  const identity = settings.policy === undefined ? (id: string) => id : identityUnder(policy, table, settings.home);
  const lines = underPolicy(all.ranking, identity);
  return {
    ...all,
    ranking: lines.slice(0, settings.listed ?? lines.length),
    policy: settings.policy === undefined ? 'mitre-groups' : policy.id,
    seen: seen.terms,
    named,
    names: new Map(table.groups.map(([id, name]) => [id, name])),
    model: model.trained,
    problems: [...problems, ...seen.problems],
  };
}

interface Gathered {
  readonly seen: Seen;
  readonly named: readonly string[];
  readonly problems: readonly Problem[];
  readonly published: string | null;
}

async function seenFrom(from: RankFrom, table: AttackTable): Promise<Gathered> {
  if (!('report' in from)) return { seen: seenFromLists(from, table), named: [], problems: [], published: null };
  const techniques = new Set<string>();
  const software = new Set<string>();
  const named = new Set<string>();
  const problems: Problem[] = [];
  let published: string | null = null;
  const options = { allowPrivate: false, given: {}, reader: 'rules', jobs: 1 } as const;
  for await (const result of readInputs([{ kind: 'file', name: from.report }], options)) {
    problems.push(...result.problems);
    for (const { document, reading, problems: own } of result.documents) {
      problems.push(...own, ...reading.problems);
      published ??= document.published;
      for (const { id } of reading.techniques) techniques.add(id);
      const found = namedIn(document.text);
      for (const id of found.software) software.add(id);
      for (const name of found.groups) named.add(name);
    }
  }
  const lists = { techniques: [...techniques], software: [...software] };
  return { seen: seenIn(lists, table, currentTechnique), named: [...named].sort(), problems, published };
}

/** Software of ATT&CK that a text names, and the groups, which a ranking must not use. */
export function namedIn(text: string): { readonly software: readonly string[]; readonly groups: readonly string[] } {
  const software = new Set<string>();
  const groups = new Set<string>();
  for (const { kind, owners, name } of findActorNames(text)) {
    if (kind === 'group') groups.add(name);
    else for (const { id, source } of owners) if (source === 'attack' && id.startsWith('S')) software.add(id);
  }
  return { software: [...software], groups: [...groups] };
}
