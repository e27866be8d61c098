import { useEffect, useRef, useState } from 'react';
import type { Span } from './scale.ts';

const PAUSE_MS = 250;

/** The span on screen: what the address says, else the whole. Changes show at once and go into the address when they pause; null means the whole again. */
export function useSpan(
  whole: Span,
  from: string | undefined,
  to: string | undefined,
  write: (instants: readonly [string, string] | null) => void,
): [Span, (span: Span | null) => void] {
  const [live, setLive] = useState<Span | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const writer = useRef(write);
  writer.current = write;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is another view.
  useEffect(() => setLive(null), [from, to]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const addressed: Span | null = from && to && from < to ? [Date.parse(from), Date.parse(to)] : null;
  const set = (span: Span | null) => {
    setLive(span ?? whole);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => writer.current(span && [text(span[0]), text(span[1])]), PAUSE_MS);
  };
  return [live ?? addressed ?? whole, set];
}

/** To the second below an hour or so, milliseconds always left out unless they count. */
const text = (instant: number): string => new Date(instant).toISOString().replace('.000Z', 'Z');
