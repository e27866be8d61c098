import * as z from 'zod';
import { statedFigures, yearReport } from '../analysis/years/index.ts';
import { YEAR_SPLITS } from '../model/year.ts';
import type { Action } from './action.ts';
import { toDay, words } from './input.ts';
import { policyInput } from './name-files.ts';
import { countedSeries } from './years-series.ts';

/** Rows of a series that are shown unless asked otherwise. */
const ROWS = 40;
export const year = z.int().min(1).max(9999);
const country = z.string().regex(/^[A-Z]{2}$/, 'two capital letters (ISO 3166-1)');

/** What narrows yearly figures. */
export const yearFilter = {
  by: z.enum(YEAR_SPLITS).exactOptional(),
  counter: words.exactOptional(),
  unit: words.exactOptional(),
  from: year.exactOptional(),
  to: year.exactOptional(),
  accused: country.exactOptional(),
  target: country.exactOptional(),
  policy: z.union([z.string().max(200), policyInput]).exactOptional(),
  as_of: toDay.exactOptional(),
};

export const yearsGet: Action<'years.get'> = {
  name: 'years.get',
  summary:
    'Attacks by year, each count under its unit and counter: what is counted here, apart from what others state.',
  input: z.strictObject({ ...yearFilter, rows: z.int().min(1).max(1000).exactOptional() }),
  writes: false,
  run: async (context, input) => {
    const { by = 'year', counter = null, unit = null, from = null, to = null } = input;
    const series = await countedSeries(context, by, input.as_of, input.policy);
    const claims = await context.ledger.countedClaims(input.as_of ? { as_of: input.as_of } : {});
    const { as_of } = input;
    const tallies = (await context.ledger.data()).tallies.filter(({ period }) => !as_of || period.first <= as_of);
    return yearReport(series, statedFigures(claims, tallies), {
      ...{ by, counter, unit, from, to },
      accused: input.accused ?? null,
      target: input.target ?? null,
      most: input.rows ?? ROWS,
    });
  },
};
