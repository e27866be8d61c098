import { useSyncExternalStore } from 'react';

export type Theme = 'system' | 'light' | 'dark';

const KEY = 'longwatch-theme';
const listeners = new Set<() => void>();

/** Applies the theme chosen earlier; called before the first paint. */
export function startTheme(): void {
  show(stored());
}

/** The chosen theme and the way to choose another; `system` follows the browser. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(subscribe, stored);
  return [theme, choose];
}

function choose(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  show(theme);
  for (const listener of listeners) listener();
}

function show(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

function stored(): Theme {
  const value = localStorage.getItem(KEY);
  return value === 'light' || value === 'dark' ? value : 'system';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
