import { useEffect } from 'react';

/** Names the window after the page in it, for tabs, bookmarks and the history. */
export function useTitle(page: string): void {
  useEffect(() => {
    document.title = `${page} · Longwatch`;
    return () => {
      document.title = 'Longwatch';
    };
  }, [page]);
}
