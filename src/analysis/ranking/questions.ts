import type { AttackTable } from '../../knowledge/attack/table.ts';
import { asOf, type Evidence, withoutSources, yearOf } from './evidence.ts';
import { topicOf } from './topics.ts';

/** A report about one group with what it tells, and the evidence that may be used to find the group. */
export interface Question {
  /** The report's address (or name), or the campaign's id. */
  readonly name: string;
  readonly items: readonly string[];
  readonly truth: string;
  /** Whether the evidence knows the group at all. */
  readonly known: boolean;
  readonly published: string | null;
  readonly evidence: Evidence;
}

/** Fewer items than this make no question, and fewer known items no profile. */
export const LEAST_ITEMS = 5;

interface Told {
  readonly source: number;
  readonly group: string;
  readonly items: readonly string[];
}

/** Reports that are cited for one group only, with at least five of its techniques and software. */
export function reportsOf({ facts }: Evidence): Told[] {
  const told = new Map<number, Map<string, string[]>>();
  for (const [group, term, sources] of facts) {
    if (!/^(?:technique|software)$/.test(topicOf(term))) continue;
    for (const source of sources) {
      const groups = told.get(source) ?? new Map<string, string[]>();
      told.set(source, groups.set(group, [...(groups.get(group) ?? []), term]));
    }
  }
  return [...told].flatMap(([source, groups]) => {
    const [[group, terms]] = [...groups] as [[string, string[]]];
    const items = [...new Set(terms)];
    return groups.size === 1 && items.length >= LEAST_ITEMS ? [{ source, group, items }] : [];
  });
}

/** Each report against everything but itself: facts that only it states are unknown. Groups that keep fewer than five terms are left out. */
export function leaveReportOut(table: AttackTable, evidence: Evidence): Question[] {
  return reportsOf(evidence).flatMap(({ source, group, items }) => {
    const rest = withoutSources(evidence, (s) => s === source);
    if (sizeOf(rest, group) < LEAST_ITEMS) return [];
    return [{ ...named(table, source), items, truth: group, known: true, evidence: rest }];
  });
}

/**
 * Reports of the years after each cut against what had been published by then, as if one stood at the cut. Groups with no term
 * at that time are unknown groups; those with fewer than five are left out.
 */
export function yearsAfter(table: AttackTable, evidence: Evidence, cuts: readonly number[], span: number): Question[] {
  const reports = reportsOf(evidence);
  return cuts.flatMap((cut) => {
    const then = asOf(evidence, cut);
    return reports.flatMap(({ source, group, items }) => {
      const year = evidence.published[source] ?? null;
      if (year === null || year <= cut || year > cut + span) return [];
      const size = sizeOf(then, group);
      if (size > 0 && size < LEAST_ITEMS) return [];
      return [{ ...named(table, source), items, truth: group, known: size > 0, evidence: then }];
    });
  });
}

/**
 * As `yearsAfter`, but a group is known at a cut only if ATT&CK had an entry for it by then, whatever had been published about it: so it is for those who rank by a
 * version of ATT&CK. Reports younger than `settled` are left out, because reports about new groups take longer to be entered than those about known ones. Empty
 * for tables that do not say when entries were made.
 */
export function newcomersAfter(
  table: AttackTable,
  evidence: Evidence,
  cuts: readonly number[],
  span: number,
  settled: number,
): Question[] {
  const added = new Map(table.groups.flatMap(([id, , , , , , day]) => (day ? [[id, yearOf(day)] as const] : [])));
  const reports = reportsOf(evidence).filter(({ source }) => (evidence.published[source] ?? Infinity) <= settled);
  return cuts.flatMap((cut) => {
    const entered = (group: string): boolean => (added.get(group) ?? Infinity) <= cut;
    const published = asOf(evidence, cut);
    const then: Evidence = {
      ...published,
      facts: published.facts.filter(([of]) => entered(of)),
      campaigns: published.campaigns.filter(([of]) => entered(of)),
    };
    return reports.flatMap(({ source, group, items }) => {
      const year = evidence.published[source]!;
      if (!added.has(group) || year <= cut || year > cut + span) return [];
      const known = entered(group);
      if (known && sizeOf(then, group) < LEAST_ITEMS) return [];
      return [{ ...named(table, source), items, truth: group, known, evidence: then }];
    });
  });
}

/**
 * Reports cited in a later version and nowhere in an earlier one, against the earlier one. With `after` (ISO day), only reports dated after it.
 * Addresses tell reports apart.
 */
export function reportsSince(
  earlier: { readonly table: AttackTable; readonly evidence: Evidence },
  later: { readonly table: AttackTable; readonly evidence: Evidence },
  after?: string,
): Question[] {
  const cited = new Set(earlier.table.sources.map((_, i) => named(earlier.table, i).name));
  const groups = new Set(earlier.evidence.facts.map(([of]) => of));
  return reportsOf(later.evidence).flatMap(({ source, group, items }) => {
    const { name, published } = named(later.table, source);
    if (cited.has(name) || (after !== undefined && !(published && published > after))) return [];
    return [{ name, published, items, truth: group, known: groups.has(group), evidence: earlier.evidence }];
  });
}

/**
 * Campaigns attributed to one group, against that group without what is cited for the campaign: with `strict` the campaign's sources do not exist at all,
 * else only facts of the group go that nothing else supports.
 */
export function campaignsOf(table: AttackTable, evidence: Evidence, strict = true): Question[] {
  return table.campaigns.flatMap(([id, , first, , attributed]) => {
    const rows = table.uses.filter(([user]) => user === id);
    if (attributed.length !== 1 || rows.length < LEAST_ITEMS) return [];
    const truth = attributed[0]![0];
    const own = new Set(rows.flatMap(([, , sources]) => sources));
    const rest = withoutSources(evidence, (source) => own.has(source));
    const gentle = {
      ...evidence,
      facts: evidence.facts.filter(
        ([of, , sources]) => of !== truth || !sources.length || !sources.every((s) => own.has(s)),
      ),
      campaigns: evidence.campaigns.filter(([, , sources]) => !sources.every((s) => own.has(s))),
    };
    const items = rows.map(([, item]) => item);
    return [{ name: id, items, truth, known: true, published: first, evidence: strict ? rest : gentle }];
  });
}

function sizeOf(evidence: Evidence, group: string): number {
  return new Set(
    evidence.facts
      .filter(([of, term]) => of === group && /^(?:technique|software)$/.test(topicOf(term)))
      .map(([, term]) => term),
  ).size;
}

function named(table: AttackTable, source: number): { name: string; published: string | null } {
  const [name, url, published] = table.sources[source]!;
  return { name: url?.replace(/\/+$/, '').toLowerCase() ?? name, published };
}
