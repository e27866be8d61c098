import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';

type Patch = Readonly<Record<string, unknown>>;

/** Changes some search parameters of the page one is on and keeps the rest; an undefined value takes one away. */
export function useSetSearch(): (patch: Patch, options?: { replace?: boolean }) => void {
  const navigate = useNavigate();
  return useCallback(
    (patch, { replace = false } = {}) => {
      // The route is not known here, so its types are not either; each route's own reader checks what arrives.
      void navigate({
        to: '.',
        replace,
        resetScroll: false,
        search: (before: object) => ({ ...before, ...patch }) as never,
      });
    },
    [navigate],
  );
}

/** Opens the evidence drawer: on a statement by its id, or on all statements a search-box text finds. */
export function useEvidence(): (what: string | undefined) => void {
  const set = useSetSearch();
  return useCallback((what) => set({ e: what }), [set]);
}

/** Mark in the address by which the drawer knows a search from a statement's id. */
export const SEARCH_MARK = '?';

/** Mark by which the drawer knows a hit of a hunt: `hunt/number`. */
export const HIT_MARK = '~';

/** Mark by which the drawer knows what a list says: an alias statement's id, or `list:id` of an entry. */
export const ENTRY_MARK = '=';

/** Mark by which the drawer knows a fact of a case: `NAME/INTRUSION/SUBJECT/KEY` behind it. */
export const CASE_MARK = '!';
