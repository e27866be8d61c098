import { useEffect, useRef, useSyncExternalStore } from 'react';

/** One key of a view: `key` as in KeyboardEvent.key. */
export interface Binding {
  readonly key: string;
  readonly does: string;
  run(event: KeyboardEvent): void;
}

interface Layer {
  readonly group: string;
  readonly current: { readonly current: readonly Binding[] };
}

let layers: readonly Layer[] = [];
const listeners = new Set<() => void>();

/** Binds keys while the component is on screen. Keys typed into fields, with Ctrl, Alt or Meta, or under a modal dialog are left alone. */
export function useKeys(group: string, bindings: readonly Binding[]): void {
  const current = useRef(bindings);
  current.current = bindings;
  useEffect(() => {
    const layer: Layer = { group, current };
    change([...layers, layer]);
    return () => change(layers.filter((l) => l !== layer));
  }, [group]);
}

/** The keys that work now, by group, for the help page. */
export function useActiveKeys(): readonly { group: string; bindings: readonly Binding[] }[] {
  const now = useSyncExternalStore(subscribe, () => layers);
  return now
    .filter((l) => l.current.current.length)
    .map(({ group, current }) => ({ group, bindings: current.current }));
}

function change(next: readonly Layer[]): void {
  if (layers.length === 0 && next.length > 0) document.addEventListener('keydown', onKey);
  if (next.length === 0) document.removeEventListener('keydown', onKey);
  layers = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
  if (document.querySelector('dialog:modal')) return;
  for (const layer of layers.toReversed()) {
    const binding = layer.current.current.find((b) => b.key === event.key);
    if (!binding) continue;
    event.preventDefault();
    binding.run(event);
    return;
  }
}

const FIELDS = 'input, textarea, select, [contenteditable]';
const PRESSED = 'button, a[href], summary';

function isTyping(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement | null;
  if (target?.closest(FIELDS)) return event.key !== 'Escape' || target.closest('[data-own-escape]') !== null;
  // Enter and space press what has the focus, unless it is the list item itself.
  return (event.key === 'Enter' || event.key === ' ') && target?.closest(PRESSED)?.matches('[data-index]') === false;
}
