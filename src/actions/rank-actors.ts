import { evidenceOf, yearOf } from '../analysis/ranking/evidence.ts';
import { fitRanking } from '../analysis/ranking/fit.ts';
import type { RankingModel } from '../analysis/ranking/model.ts';
import { type Profiles, profilesOf } from '../analysis/ranking/profiles.ts';
import { type Ranked, type Ranking, rankActors, underPolicy } from '../analysis/ranking/rank.ts';
import { type Seen, seenIn } from '../analysis/ranking/seen.ts';
import { UsageError } from '../base/errors.ts';
import type { Problem } from '../base/problem.ts';
import { findActorNames } from '../knowledge/actors.ts';
import type { AttackTable } from '../knowledge/attack.ts';
import { loadPlainTable } from '../knowledge/load.ts';
import { currentTechnique } from '../knowledge/techniques.ts';
import type { NamingPolicy } from '../model/name.ts';
import { newestAttack, readAttackFile } from './import-attack.ts';
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
}

export interface RankedActors extends Ranking {
  /** Each line with the groups that are one under the policy. */
  readonly ranking: readonly (Ranked & { readonly members: readonly string[] })[];
  readonly policy: string;
  /** Terms that were compared. */
  readonly seen: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  /** Groups that the report itself names; they were not used. */
  readonly named: readonly string[];
  readonly knowledge: { readonly version: string | null; readonly modified: string };
  readonly model: string;
  readonly problems: readonly Problem[];
}

/** A ranking that is ready for questions. */
export interface Ranker {
  readonly table: AttackTable;
  readonly profiles: Profiles;
  readonly model: RankingModel;
}

/** The shipped weights; see scripts/knowledge/train-ranking.ts for where they come from. */
export function shippedRankingModel(): RankingModel {
  return loadPlainTable<RankingModel>('knowledge/ranking.json');
}

/** Profiles and weights, from the newest facts there are or those the user names. UsageError for a file that cannot be read. */
export function makeRanker({ home, knowledge, fit = false }: RankSettings): Ranker {
  const { table } = knowledge === undefined ? { table: newestAttack(home) } : readAttackFile(knowledge);
  if (!table.uses.length) throw new UsageError('the facts to rank by hold no group');
  const profiles = profilesOf(evidenceOf(table, inUse));
  return { table, profiles, model: fit ? fitRanking(table) : shippedRankingModel() };
}

/** Ranks the groups of ATT&CK for what was seen. UsageError for files that cannot be read. */
export async function rankFrom(from: RankFrom, settings: RankSettings): Promise<RankedActors> {
  const { table, profiles, model } = makeRanker(settings);
  const { seen, named, problems, published } = await seenFrom(from, table);
  const day = settings.seenOn ?? published;
  const year = day ? yearOf(day) : null;
  // All candidates first: what a policy joins may stand far down the list.
  const all = rankActors(profiles, model, seen.terms, { year, listed: profiles.candidates.length });
  const policy = policyFor(settings.home, settings.policy ?? 'none');
  const identity = settings.policy === undefined ? (id: string) => id : identityUnder(policy, table, settings.home);
  const lines = underPolicy(all.ranking, identity);
  const ranking = { ...all, ranking: lines.slice(0, settings.listed ?? lines.length) };
  return {
    ...ranking,
    policy: settings.policy === undefined ? 'mitre-groups' : policy.id,
    seen: seen.terms,
    named,
    names: new Map(table.groups.map(([id, name]) => [id, name])),
    knowledge: { version: table.version, modified: table.modified },
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
      for (const { kind, owners, name } of findActorNames(document.text)) {
        const attack = owners.filter(({ source }) => source === 'attack');
        if (kind === 'group') named.add(name);
        else for (const { id } of attack) if (id.startsWith('S')) software.add(id);
      }
    }
  }
  const lists = { techniques: [...techniques], software: [...software] };
  return { seen: seenIn(lists, table, currentTechnique), named: [...named].sort(), problems, published };
}

function inUse(technique: string): string {
  return currentTechnique(technique) ?? technique;
}
