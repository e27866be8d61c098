import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { clean, flag, text } from '../search.ts';
import { isCountry } from '../words/names.ts';
import { rootRoute } from './root.tsx';

export interface ActorsSearch {
  readonly q?: string;
  readonly country?: string;
  readonly sector?: string;
  readonly disputed?: true;
  readonly named?: true;
}

export const actorsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/actors',
  validateSearch: (raw: Record<string, unknown>): ActorsSearch =>
    clean({
      q: text(raw.q),
      country: country(raw.country),
      sector: text(raw.sector),
      disputed: flag(raw.disputed),
      named: flag(raw.named),
    }),
  component: lazyRouteComponent(() => import('../views/actors/Actors.tsx'), 'Actors'),
});

function country(value: unknown): string | undefined {
  const code = text(value)?.toUpperCase();
  return code && isCountry(code) ? code : undefined;
}
