import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { clean, text } from '../search.ts';
import { rootRoute } from './root.tsx';

export interface ReaderSearch {
  /** Id of the statement in focus. */
  readonly s?: string;
}

export const readerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/documents/$id',
  validateSearch: (raw: Record<string, unknown>): ReaderSearch => clean({ s: text(raw.s) }),
  component: lazyRouteComponent(() => import('../views/reader/Reader.tsx'), 'Reader'),
});
