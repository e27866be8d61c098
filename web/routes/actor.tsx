import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root.tsx';

export const actorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/actors/$name',
  component: lazyRouteComponent(() => import('../views/actor/Actor.tsx'), 'Actor'),
});
