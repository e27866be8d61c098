import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { HitSort } from '../../src/http/contract/index.ts';
import { clean, day, oneOf, text } from '../search.ts';
import { rootRoute } from './root.tsx';

export interface HuntSearch {
  /** The hunt that is shown; without it, the form and earlier hunts. */
  readonly id?: string;
  readonly rule?: string;
  /** `-` for hits on no machine that is known. */
  readonly host?: string;
  readonly level?: string;
  readonly after?: string;
  readonly before?: string;
  /** Order of the hits; by time without it. */
  readonly sort?: HitSort;
}

export const huntRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/hunt',
  validateSearch: (raw: Record<string, unknown>): HuntSearch =>
    clean({
      id: text(raw.id),
      rule: text(raw.rule),
      host: text(raw.host),
      level: text(raw.level),
      after: day(raw.after),
      before: day(raw.before),
      sort: oneOf<HitSort>(['level'], raw.sort),
    }) as HuntSearch,
  component: lazyRouteComponent(() => import('../views/hunt/Hunt.tsx'), 'Hunt'),
});
