import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readFilter } from './filter.ts';
import { rootRoute } from './root.tsx';

export const contradictionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/contradictions',
  validateSearch: readFilter,
  component: lazyRouteComponent(() => import('../views/contradictions/Contradictions.tsx'), 'Contradictions'),
});
