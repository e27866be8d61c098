import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { YearSplit } from '../../src/http/contract/index.ts';
import { clean, oneOf, text } from '../search.ts';
import { isCountry } from '../words/names.ts';
import { SPLITS } from '../words/years.ts';
import { rootRoute } from './root.tsx';

export interface YearsSearch {
  readonly by?: YearSplit;
  readonly counter?: string;
  readonly unit?: string;
  readonly from?: number;
  readonly to?: number;
  readonly accused?: string;
  readonly target?: string;
  /** The cell whose records are listed: its series as `source|counter|unit`, its row (`-` for what does not say), its year or `none`. */
  readonly of?: string;
  readonly row?: string;
  readonly y?: number | 'none';
}

export const yearsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/years',
  validateSearch: (raw: Record<string, unknown>): YearsSearch =>
    clean({
      by: oneOf(SPLITS, raw.by),
      counter: text(raw.counter),
      unit: text(raw.unit),
      from: year(raw.from),
      to: year(raw.to),
      accused: country(raw.accused),
      target: country(raw.target),
      of: text(raw.of),
      row: text(raw.row),
      y: raw.y === 'none' ? ('none' as const) : year(raw.y),
    }) as YearsSearch,
  component: lazyRouteComponent(() => import('../views/years/Years.tsx'), 'Years'),
});

function year(value: unknown): number | undefined {
  return /^\d{4}$/.test(String(value)) ? Number(value) : undefined;
}

function country(value: unknown): string | undefined {
  const code = text(value)?.toUpperCase();
  return code && isCountry(code) ? code : undefined;
}
