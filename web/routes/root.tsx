import { createRootRoute } from '@tanstack/react-router';
import { clean, day, text } from '../search.ts';
import { Failure } from '../ui/Failure.tsx';
import { NotFound } from '../views/shell/NotFound.tsx';
import { Shell } from '../views/shell/Shell.tsx';

export interface RootSearch {
  /** "What was known on that day"; now when absent. */
  readonly as_of?: string;
  /** What an address gave for `as_of` that is no day. */
  readonly no_day?: string;
  /** Whose word counts for who is who: a policy's id. */
  readonly policy?: string;
  /** What the evidence drawer shows: a statement's id, `?` and a text of the search box, `=` and what a list says, or `!` and a fact of a case. */
  readonly e?: string;
}

export const rootRoute = createRootRoute({
  validateSearch: (raw: Record<string, unknown>): RootSearch => {
    const asOf = day(raw.as_of);
    const noDay = asOf ? undefined : (text(raw.as_of) ?? text(raw.no_day));
    const policy = text(raw.policy);
    const e = text(raw.e);
    return clean({ as_of: asOf, no_day: noDay, policy, e }) as RootSearch;
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
