import { useEffect, useRef, useState } from 'react';
import { type Domain, toDays, toIso } from './scale.ts';

const PAUSE_MS = 250;

/**
 * The days on screen: what the address says, else the whole. Changes show at once and go into the address when they pause;
 * null means the whole again.
 */
export function useDomain(
  whole: Domain,
  from: string | undefined,
  to: string | undefined,
  write: (days: readonly [string, string] | null) => void,
): [Domain, (domain: Domain | null) => void] {
  const [live, setLive] = useState<Domain | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const writer = useRef(write);
  writer.current = write;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is another view.
  useEffect(() => setLive(null), [from, to]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const addressed: Domain | null = from && to && from < to ? [toDays(from), toDays(to)] : null;
  const set = (domain: Domain | null) => {
    setLive(domain ?? whole);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => writer.current(domain && [toIso(domain[0]), toIso(domain[1])]), PAUSE_MS);
  };
  return [live ?? addressed ?? whole, set];
}
