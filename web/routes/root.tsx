import { createRootRoute } from '@tanstack/react-router';
import { day, text } from '../search.ts';
import { Failure } from '../ui/Failure.tsx';
import { NotFound } from '../views/shell/NotFound.tsx';
import { Shell } from '../views/shell/Shell.tsx';

export interface RootSearch {
  /** "What was known on that day"; now when absent. */
  readonly as_of?: string;
  /** What the evidence drawer shows: a statement's id, or `?` and a text of the search box. */
  readonly e?: string;
}

export const rootRoute = createRootRoute({
  validateSearch: (raw: Record<string, unknown>): RootSearch => {
    const asOf = day(raw.as_of);
    const e = text(raw.e);
    return { ...(asOf ? { as_of: asOf } : {}), ...(e ? { e } : {}) };
  },
  // The as-of day goes along to every page until somebody takes it away.
  search: {
    middlewares: [
      ({ search, next }) => {
        const result = next(search);
        return 'as_of' in result || !search.as_of ? result : { ...result, as_of: search.as_of };
      },
    ],
  },
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: ({ error }) => <Failure error={error} what="This page" />,
});
