import { useRouterState, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useSetSearch } from './use-search.ts';

const KEPT = 'longwatch-policy';

/** The naming policy in force: of the address, or undefined for the program's own first one. */
export function usePolicy(): string | undefined {
  return useSearch({ from: '__root__' }).policy;
}

/** Changes the policy, in the address and for the next visit. */
export function useSetPolicy(): (policy: string) => void {
  const set = useSetSearch();
  return (policy) => {
    store(policy);
    set({ policy });
  };
}

/** Brings the policy of the last visit into an address that names none, so that a copied link always says which one it shows. */
export function useKeptPolicy(): void {
  const policy = usePolicy();
  const set = useSetSearch();
  // An address that leads nowhere stays as it is: a change of it would lead to the first page.
  const lost = useRouterState({ select: ({ matches }) => matches.at(-1)?.routeId === '__root__' });
  useEffect(() => {
    const kept = policy || lost ? undefined : stored();
    if (kept) set({ policy: kept }, { replace: true });
  }, [policy, lost, set]);
}

function stored(): string | undefined {
  try {
    return localStorage.getItem(KEPT) ?? undefined;
  } catch {
    return undefined;
  }
}

function store(policy: string): void {
  try {
    localStorage.setItem(KEPT, policy);
  } catch {
    // A browser that keeps nothing still shows the policy of the address.
  }
}
