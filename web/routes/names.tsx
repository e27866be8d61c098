import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { NameRole } from '../../src/http/contract/index.ts';
import { clean, oneOf, text } from '../search.ts';
import { ROLES } from '../words/roles.ts';
import { rootRoute } from './root.tsx';

export interface NamesSearch {
  readonly role?: NameRole;
  readonly q?: string;
  /** Whether phrases that name nobody are shown too. */
  readonly unnamed?: true;
}

export const namesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/names',
  validateSearch: (raw: Record<string, unknown>): NamesSearch =>
    clean({
      role: oneOf(ROLES, raw.role),
      q: text(raw.q),
      unnamed: raw.unnamed === true || raw.unnamed === 'true' || undefined,
    }),
  component: lazyRouteComponent(() => import('../views/names/Names.tsx'), 'Names'),
});
