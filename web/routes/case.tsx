import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { clean, flag, oneOf, text } from '../search.ts';
import { CASE_TABS, type CaseTab, TLP_MARKINGS, type TlpMarking } from '../words/cases.ts';
import { rootRoute } from './root.tsx';

export interface CaseSearch {
  readonly tab?: CaseTab;
  /** The host in focus. */
  readonly host?: string;
  readonly tlp?: TlpMarking;
  /** Which intrusion of the logs, from 2; the first is not written. */
  readonly n?: number;
  /** What the timeline shows, as ISO instants; the whole when absent. */
  readonly from?: string;
  readonly to?: string;
  /** All lanes; every machine of the path by itself. */
  readonly all?: true;
  readonly each?: true;
  /** The case that stands beside this one. */
  readonly beside?: string;
}

/** An instant as the timeline writes it. */
const moment = (value: unknown): string | undefined => {
  const one = text(value);
  return one && /^\d{4}-\d\d-\d\dT/.test(one) && !Number.isNaN(Date.parse(one)) ? one : undefined;
};

const ordinal = (value: unknown): number | undefined => {
  const one = Number(text(value) ?? value);
  return Number.isInteger(one) && one > 1 && one < 10_000 ? one : undefined;
};

export const caseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cases/$name',
  validateSearch: (raw: Record<string, unknown>): CaseSearch =>
    clean({
      tab: oneOf(CASE_TABS, raw.tab),
      host: text(raw.host),
      tlp: oneOf(TLP_MARKINGS, raw.tlp),
      n: ordinal(raw.n),
      from: moment(raw.from),
      to: moment(raw.to),
      all: flag(raw.all),
      each: flag(raw.each),
      beside: text(raw.beside),
    }) as CaseSearch,
  component: lazyRouteComponent(() => import('../views/case/Case.tsx'), 'Case'),
});
