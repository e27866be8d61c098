import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { StatementFilter } from '../../src/http/contract/index.ts';
import { clean, day, oneOf } from '../search.ts';
import { readFilter } from './filter.ts';
import { rootRoute } from './root.tsx';

export const LANES = ['kind', 'country'] as const;

export interface TimelineSearch extends Omit<StatementFilter, 'as_of'> {
  readonly lanes?: (typeof LANES)[number];
  readonly view?: 'table';
  /** First and last day on screen; all there is when absent. */
  readonly from?: string;
  readonly to?: string;
}

export const timelineRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/timeline',
  validateSearch: (raw: Record<string, unknown>): TimelineSearch =>
    clean({
      ...readFilter(raw),
      lanes: oneOf(LANES, raw.lanes),
      view: oneOf(['table'] as const, raw.view),
      from: day(raw.from),
      to: day(raw.to),
    }),
  component: lazyRouteComponent(() => import('../views/timeline/Timeline.tsx'), 'Timeline'),
});
