import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { clean, oneOf, text } from '../search.ts';
import { rootRoute } from './root.tsx';

/** Lists of what was seen, as they stand in an address. */
export const RANK_LISTS = [
  'techniques',
  'software',
  'vulnerabilities',
  'sectors',
  'countries',
  'infrastructure',
] as const;
export type RankList = (typeof RANK_LISTS)[number];

export interface RankSearch extends Partial<Record<RankList, readonly string[]>> {
  readonly case?: string;
  readonly document?: string;
  readonly seen?: string;
  readonly facts?: 'then' | 'now';
  /** How many of a hundred unknown groups the asker expects. */
  readonly unknown?: string;
  /** The candidate whose reasons are open; the first when absent. */
  readonly pick?: string;
}

export const rankRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rank',
  validateSearch: (raw: Record<string, unknown>): RankSearch =>
    clean({
      case: text(raw.case),
      document: text(raw.document),
      ...Object.fromEntries(RANK_LISTS.map((list) => [list, several(raw[list])])),
      seen: date(raw.seen),
      facts: oneOf(['then', 'now'] as const, raw.facts),
      unknown: share(raw.unknown),
      pick: text(raw.pick),
    }) as RankSearch,
  component: lazyRouteComponent(() => import('../views/rank/Rank.tsx'), 'Rank'),
});

function several(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one !== '');
}

function date(value: unknown): string | undefined {
  const one = text(value)?.trim();
  if (!one || !/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(one)) return undefined;
  const day = `${one}-01-01`.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) ? one : undefined;
}

function share(value: unknown): string | undefined {
  const one = text(value)?.trim();
  return one && /^\d{1,2}(?:\.\d+)?$|^100$/.test(one) ? one : undefined;
}
