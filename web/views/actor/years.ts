import type { ActorView, CitedSource } from '../../../src/http/contract/index.ts';

/** Counts by year; null is "no date". */
export interface Lane<T> {
  readonly title: string;
  readonly cells: ReadonlyMap<number | null, readonly T[]>;
}

export interface Years {
  readonly first: number;
  readonly last: number;
  /** Ids of statements by the year of what they tell of. A statement of several years stands in each. */
  readonly statements: Lane<string>;
  /** Works that ATT&CK cites, by the year they were published. */
  readonly works: Lane<CitedSource>;
  readonly campaigns: readonly { readonly name: string; readonly first: number; readonly last: number }[];
}

const LONGEST = 40;

/** An actor's activity by year; null where nothing is dated. */
export function yearsOf(actor: Pick<ActorView, 'statements' | 'attack'>): Years | null {
  const statements = new Map<number | null, string[]>();
  for (const { id, when, kind } of actor.statements) {
    if (kind === 'alias' || kind === 'response' || kind === 'measure') continue;
    const [from, to] = when ? [year(when.first), year(when.last)] : [null, null];
    if (from === null || to === null || to - from > LONGEST) put(statements, null, id);
    else for (let at = from; at <= to; at++) put(statements, at, id);
  }
  const works = new Map<number | null, CitedSource[]>();
  const seen = new Set<string>();
  const items = actor.attack ? [...actor.attack.techniques, ...actor.attack.software, ...actor.attack.campaigns] : [];
  for (const source of items.flatMap((it) => it.sources)) {
    const key = `${source.title} ${source.url}`;
    if (seen.has(key)) continue;
    seen.add(key);
    put(works, source.published ? year(source.published) : null, source);
  }
  const campaigns = (actor.attack?.campaigns ?? []).flatMap(({ name, first, last }) =>
    first ? [{ name, first: year(first), last: year(last ?? first) }] : [],
  );
  const dated = [...statements.keys(), ...works.keys()].filter((it) => it !== null);
  const all = [...dated, ...campaigns.flatMap((it) => [it.first, it.last])];
  if (all.length === 0) return null;
  return {
    first: Math.min(...all),
    last: Math.max(...all),
    statements: { title: 'Statements, by when it happened', cells: statements },
    works: { title: 'Reports that ATT&CK cites, by publication', cells: works },
    campaigns,
  };
}

function put<T>(cells: Map<number | null, T[]>, at: number | null, value: T): void {
  cells.set(at, [...(cells.get(at) ?? []), value]);
}

function year(day: string): number {
  return Number(day.slice(0, 4));
}
