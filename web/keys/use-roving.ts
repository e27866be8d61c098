import { type RefObject, useCallback, useState } from 'react';
import { useKeys } from './use-keys.ts';

interface Options {
  readonly count: number;
  readonly container: RefObject<HTMLElement | null>;
  /** Brings an item on screen that a virtual list has not drawn. */
  readonly reveal?: (index: number) => void;
  readonly open?: (index: number) => void;
  readonly evidence?: (index: number) => void;
}

/**
 * One tab stop for a list: `j` and `k` move, Enter opens, `e` shows the evidence. Items carry `data-index` and the
 * `tabIndex` given here.
 */
export function useRoving({ count, container, reveal, open, evidence }: Options) {
  const [chosen, setIndex] = useState(-1);
  const index = Math.min(chosen, count - 1);

  const move = useCallback(
    (to: number) => {
      const next = Math.max(0, Math.min(count - 1, to));
      setIndex(next);
      reveal?.(next);
      // Two frames: a virtual list draws the item in the first.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          const item = container.current?.querySelector<HTMLElement>(`[data-index="${next}"]`);
          item?.focus({ preventScroll: reveal !== undefined });
        }),
      );
    },
    [count, container, reveal],
  );

  const at = (run: ((i: number) => void) | undefined) => () => {
    if (index >= 0) run?.(index);
  };
  useKeys('List', [
    { key: 'j', does: 'next', run: () => move(index + 1) },
    { key: 'k', does: 'previous', run: () => move(index - 1) },
    ...(open ? [{ key: 'Enter', does: 'open', run: at(open) }] : []),
    ...(evidence ? [{ key: 'e', does: 'show the evidence', run: at(evidence) }] : []),
  ]);

  const item = (i: number) => ({
    'data-index': i,
    tabIndex: i === Math.max(0, index) ? 0 : -1,
    onFocus: () => setIndex(i),
  });
  return { index, move, item };
}
