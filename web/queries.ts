import { keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query';
import type { ActionInput, ActionName, ActionOutput } from '../src/http/contract/index.ts';
import { ApiError, call } from './api.ts';
import { clean } from './search.ts';

/** The query of one action: its key is the action's name and its input without empty fields. */
export function ask<N extends ActionName>(name: N, input: ActionInput<N>) {
  const key = clean(input);
  return queryOptions<ActionOutput<N>, Error, ActionOutput<N>, readonly unknown[]>({
    queryKey: [name, key],
    queryFn: ({ signal }) => call(name, key, signal),
  });
}

/** As `ask`, but the last answer stays on screen while the next one is fetched. */
export function askSteady<N extends ActionName>(name: N, input: ActionInput<N>) {
  return { ...ask(name, input), placeholderData: keepPreviousData };
}

export const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: true,
      // What the program refuses stays refused; only a program that does not answer is asked again.
      retry: (count, error) => error instanceof ApiError && error.code === 'unreachable' && count < 2,
    },
  },
});

/** Everything on screen may have changed: after documents were added or a review was recorded. */
export function refresh(...names: ActionName[]): void {
  for (const name of names) void client.invalidateQueries({ queryKey: [name] });
}
