import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { clean, day, oneOf, text } from '../search.ts';
import { isCountry } from '../words/names.ts';
import { rootRoute } from './root.tsx';

/** The parts of a question about a rise, as they stand in an address. */
export interface QuestionSearch {
  readonly a?: string;
  readonly b?: string;
  readonly trigger?: string;
  readonly window?: string;
  readonly unit?: string;
  readonly counter?: string;
  readonly control?: string;
  readonly data?: string;
  readonly dates?: 'as-coded';
}

export interface DisputeSearch extends QuestionSearch {
  /** First and last day on screen; all there is when absent. */
  readonly from?: string;
  readonly to?: string;
}

function readQuestion(raw: Record<string, unknown>): QuestionSearch {
  return clean({
    a: country(raw.a),
    b: country(raw.b),
    trigger: text(raw.trigger),
    window: text(raw.window),
    unit: text(raw.unit),
    counter: text(raw.counter),
    control: text(raw.control),
    data: text(raw.data),
    dates: oneOf(['as-coded'] as const, raw.dates),
  }) as QuestionSearch;
}

const country = (value: unknown): string | undefined => {
  const code = text(value)?.toUpperCase();
  return code && isCountry(code) ? code : undefined;
};

export const disputesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/disputes',
  validateSearch: (raw: Record<string, unknown>): DisputeSearch =>
    clean({ ...readQuestion(raw), from: day(raw.from), to: day(raw.to) }) as DisputeSearch,
  component: lazyRouteComponent(() => import('../views/measure/Disputes.tsx'), 'Disputes'),
});

export const questionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/question',
  validateSearch: readQuestion,
  component: lazyRouteComponent(() => import('../views/measure/Question.tsx'), 'Question'),
});

export interface CountriesSearch {
  readonly country?: string;
  /** Whose count the matrix shows. */
  readonly source?: string;
  /** The number that is open: its table, the columns of its row (`x` is missing for no state) and who counts. */
  readonly t?: 'accusations' | 'dyads' | 'sectors';
  readonly x?: string;
  readonly y?: string;
  readonly by?: string;
}

export const countriesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/countries',
  validateSearch: (raw: Record<string, unknown>): CountriesSearch =>
    clean({
      country: country(raw.country),
      source: text(raw.source),
      t: oneOf(['accusations', 'dyads', 'sectors'] as const, raw.t),
      x: text(raw.x),
      y: text(raw.y),
      by: text(raw.by),
    }) as CountriesSearch,
  component: lazyRouteComponent(() => import('../views/measure/Countries.tsx'), 'Countries'),
});
