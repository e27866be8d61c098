import { createRootRoute } from '@tanstack/react-router';
import { day, text } from '../search.ts';
import { Failure } from '../ui/Failure.tsx';
import { NotFound } from '../views/shell/NotFound.tsx';
import { Shell } from '../views/shell/Shell.tsx';

export interface RootSearch {
  /** "What was known on that day"; now when absent. */
  readonly as_of?: string;
  /** Whose word counts for who is who: a policy's id. */
  readonly policy?: string;
  /** What the evidence drawer shows: a statement's id, `?` and a text of the search box, or `=` and what a list says. */
  readonly e?: string;
}

export const rootRoute = createRootRoute({
  validateSearch: (raw: Record<string, unknown>): RootSearch => {
    const asOf = day(raw.as_of);
    const policy = text(raw.policy);
    const e = text(raw.e);
    return { ...(asOf ? { as_of: asOf } : {}), ...(policy ? { policy } : {}), ...(e ? { e } : {}) };
  },
  // The as-of day and the naming policy go along to every page until somebody takes them away.
  search: {
    middlewares: [
      ({ search, next }) => {
        const result = next(search);
        const kept = Object.fromEntries(
          (['as_of', 'policy'] as const).flatMap((key) =>
            search[key] && !(key in result) ? [[key, search[key]]] : [],
          ),
        );
        return { ...result, ...kept };
      },
    ],
  },
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: ({ error }) => <Failure error={error} what="This page" />,
});
