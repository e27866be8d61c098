import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { clean, oneOf, text } from '../search.ts';
import { CASE_TABS, type CaseTab, TLP_MARKINGS, type TlpMarking } from '../words/cases.ts';
import { rootRoute } from './root.tsx';

export interface CaseSearch {
  readonly tab?: CaseTab;
  /** The host in focus. */
  readonly host?: string;
  readonly tlp?: TlpMarking;
}

export const caseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cases/$name',
  validateSearch: (raw: Record<string, unknown>): CaseSearch =>
    clean({ tab: oneOf(CASE_TABS, raw.tab), host: text(raw.host), tlp: oneOf(TLP_MARKINGS, raw.tlp) }),
  component: lazyRouteComponent(() => import('../views/case/Case.tsx'), 'Case'),
});
