import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { clean, day, flag, oneOf, text } from '../search.ts';
import { DOCUMENT_SORTS, type DocumentSort } from '../words/sorts.ts';
import { rootRoute } from './root.tsx';

export interface DocumentsSearch {
  readonly q?: string;
  readonly publisher?: string;
  readonly language?: string;
  readonly after?: string;
  readonly before?: string;
  readonly sort?: DocumentSort;
  readonly descending?: true;
}

export const documentsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/documents',
  validateSearch: (raw: Record<string, unknown>): DocumentsSearch =>
    clean({
      q: text(raw.q),
      publisher: text(raw.publisher),
      language: text(raw.language),
      after: day(raw.after),
      before: day(raw.before),
      sort: oneOf(DOCUMENT_SORTS, raw.sort),
      descending: flag(raw.descending),
    }),
  component: lazyRouteComponent(() => import('../views/documents/Documents.tsx'), 'Documents'),
});
