import type { RefObject } from 'react';
import { useKeys } from '../../keys/use-keys.ts';

/** `j` and `k` move through everything that has records, `e` and Enter open them. */
export function useFactKeys(body: RefObject<HTMLElement | null>): void {
  const move = (by: number) => {
    const all = [...(body.current?.querySelectorAll<HTMLElement | SVGElement>('[data-fact]') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.max(0, Math.min(all.length - 1, at + by))];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const show = () => {
    const fact = document.activeElement?.closest('[data-fact]');
    if (fact && body.current?.contains(fact)) fact.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  };
  useKeys('Case', [
    { key: 'j', does: 'next figure or mark', run: () => move(1) },
    { key: 'k', does: 'previous figure or mark', run: () => move(-1) },
    { key: 'e', does: 'show its records', run: show },
  ]);
}
