interface Notice {
  readonly id: number;
  readonly text: string;
}

const SHOWN_MS = 6000;
let now: readonly Notice[] = [];
let last = 0;
const listeners = new Set<() => void>();

/** Shows a short message for some seconds. */
export function notice(text: string): void {
  const id = ++last;
  change([...now, { id, text }]);
  setTimeout(() => change(now.filter((n) => n.id !== id)), SHOWN_MS);
}

export const notices = (): readonly Notice[] => now;

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(next: readonly Notice[]): void {
  now = next;
  for (const listener of listeners) listener();
}
