import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readStatementSearch } from './filter.ts';
import { rootRoute } from './root.tsx';

export const statementsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/statements',
  validateSearch: readStatementSearch,
  component: lazyRouteComponent(() => import('../views/statements/Statements.tsx'), 'Statements'),
});
