import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root.tsx';

export const journalRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/journal',
  component: lazyRouteComponent(() => import('../views/journal/Journal.tsx'), 'Journal'),
});
