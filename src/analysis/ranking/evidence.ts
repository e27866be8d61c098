import type { AttackTable } from '../../knowledge/attack/table.ts';

/** What is known of candidates, as facts with their sources; a ranking is fitted on it. */
export interface Evidence {
  readonly facts: readonly Fact[];
  /** What campaigns attributed to one candidate tell of it, with their sources: part of its profile, though not of what its own entry states. */
  readonly campaigns: readonly Fact[];
  /** Software with the techniques it implements, by the same sources. */
  readonly implementations: readonly Fact[];
  /** By number of the source: when it was published, in years (2024.5), or null. */
  readonly published: readonly (number | null)[];
  /** Nothing here is younger, in years. */
  readonly until: number;
  /** Software that anybody can get. */
  readonly tools: ReadonlySet<string>;
}

/** A candidate (or software) and a term it was seen with, and the numbers of the sources that say so. */
export type Fact = readonly [of: string, term: string, sources: readonly number[]];

/**
 * The facts of an ATT&CK version about its groups. `current` maps withdrawn technique ids to those in use, so that old facts meet new questions; by default
 * the table's own successors.
 */
export function evidenceOf(table: AttackTable, current: (id: string) => string = successorsOf(table)): Evidence {
  const groups = new Set(table.groups.map(([id]) => id));
  const software = new Set(table.software.map(([id]) => id));
  const facts: Fact[] = [];
  const campaigns: Fact[] = [];
  const implementations: Fact[] = [];
  const behind = new Map(
    table.campaigns.flatMap(([id, , , , by]) => (by.length === 1 ? [[id, by[0]![0]] as const] : [])),
  );
  for (const [user, item, sources] of [...table.uses, ...table.exploits]) {
    if (groups.has(user)) facts.push([user, current(item), sources]);
    else if (behind.has(user)) campaigns.push([behind.get(user)!, current(item), sources]);
    else if (software.has(user)) implementations.push([user, current(item), sources]);
  }
  for (const [id, , , sectors, countries] of table.groups) {
    for (const sector of sectors) facts.push([id, `sector:${sector}`, []]);
    for (const country of countries) facts.push([id, `country:${country}`, []]);
  }
  return {
    facts,
    campaigns,
    implementations,
    published: table.sources.map(([, , published]) => (published ? yearOf(published) : null)),
    until: yearOf(table.modified),
    tools: new Set(table.software.filter(([, , kind]) => kind === 'tool').map(([id]) => id)),
  };
}

/** The same evidence as if some sources did not exist: facts that only they state are gone, and so is their weight for the others. */
export function withoutSources(
  evidence: Evidence,
  gone: (source: number) => boolean,
  until = evidence.until,
): Evidence {
  const keep = ([of, term, sources]: Fact): Fact[] => {
    const rest = sources.filter((source) => !gone(source));
    return rest.length || !sources.length ? [[of, term, rest]] : [];
  };
  return {
    ...evidence,
    facts: evidence.facts.flatMap(keep),
    campaigns: evidence.campaigns.flatMap(keep),
    implementations: evidence.implementations.flatMap(keep),
    until,
  };
}

/** What was published until a year, with nothing undated: how the evidence stood then, as far as sources tell. */
export function asOf(evidence: Evidence, year: number): Evidence {
  const published = (source: number): boolean => (evidence.published[source] ?? Infinity) > year;
  const known = withoutSources(evidence, published, year);
  const dated = ([, , sources]: Fact): boolean => sources.length > 0;
  return {
    ...known,
    facts: known.facts.filter(dated),
    campaigns: known.campaigns.filter(dated),
    implementations: known.implementations.filter(dated),
  };
}

/** The same evidence with a candidate never heard of. */
export function withoutCandidate(evidence: Evidence, candidate: string): Evidence {
  const other = ([of]: Fact): boolean => of !== candidate;
  return { ...evidence, facts: evidence.facts.filter(other), campaigns: evidence.campaigns.filter(other) };
}

/** `2024-07` → 2024.54: the middle of what is known of the date. */
export function yearOf(date: string): number {
  const [year, month, day] = date.split('-').map(Number) as [number, number?, number?];
  return year + (month ? (month - 1 + (day ? (day - 0.5) / 31 : 0.5)) / 12 : 0.5);
}

function successorsOf(table: AttackTable): (id: string) => string {
  const next = new Map(table.techniques.flatMap(([id, , , replaced]) => (replaced ? [[id, replaced] as const] : [])));
  const current = (id: string): string => {
    const to = next.get(id);
    return to && to !== id ? current(to) : id;
  };
  return current;
}
