import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { clean, text } from '../search.ts';
import { rootRoute } from './root.tsx';

export interface WeighSearch {
  /** Questions about this case alone. */
  readonly case?: string;
}

export const weighRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/weigh',
  validateSearch: (raw: Record<string, unknown>): WeighSearch => clean({ case: text(raw.case) }),
  component: lazyRouteComponent(() => import('../views/weigh/Questions.tsx'), 'Questions'),
});

export interface WeighingSearch {
  /** Evidence, sources or origins that are left out. */
  readonly without?: readonly string[];
  /** Whose ratings count; everybody's when absent. */
  readonly analyst?: string;
}

export const weighingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/weigh/$id',
  validateSearch: (raw: Record<string, unknown>): WeighingSearch =>
    clean({
      without: (Array.isArray(raw.without) ? raw.without : [raw.without]).filter(
        (one): one is string => typeof one === 'string' && one !== '',
      ),
      analyst: text(raw.analyst),
    }),
  component: lazyRouteComponent(() => import('../views/weigh/WeighingPage.tsx'), 'WeighingPage'),
});
