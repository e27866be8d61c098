import * as z from 'zod';
import { within } from '../analysis/years/index.ts';
import type { Action } from './action.ts';
import { limit, offset, words } from './input.ts';
import { year, yearFilter } from './years-get.ts';
import { countedSeries } from './years-series.ts';

const PAGE = 50;

export const yearsRows: Action<'years.rows'> = {
  name: 'years.rows',
  summary: 'What stands under one cell of the yearly figures: its sentences, incidents or cases.',
  input: z.strictObject({
    ...yearFilter,
    source: words,
    counter: words,
    unit: words,
    key: words.exactOptional(),
    unsaid: z.boolean().exactOptional(),
    year: z.union([year, z.literal('none')]).exactOptional(),
    offset: offset.exactOptional(),
    limit: limit.exactOptional(),
  }),
  writes: false,
  run: async (context, input) => {
    const { by = 'year', as_of, source, counter, unit, key, unsaid, from = null, to = null } = input;
    const series = (await countedSeries(context, by, as_of, input.policy)).filter(
      (one) => one.source === source && one.counter === counter && one.unit === unit,
    );
    const asked = { from, to, accused: input.accused ?? null, target: input.target ?? null };
    const items = series
      .flatMap((one) => within(one.items, asked))
      .filter((item) => input.year === undefined || item.year === (input.year === 'none' ? null : input.year))
      .filter(({ values }) => (unsaid ? values.length === 0 : key === undefined || values.some((v) => v.key === key)));
    const records = items.flatMap((item) => item.records);
    const start = input.offset ?? 0;
    const shown = records.slice(start, start + (input.limit ?? PAGE));
    const { ledger } = context;
    const ids = new Set(shown);
    return {
      total: items.length,
      records: records.length,
      statements:
        source === 'statements' ? await ledger.statementsBySeq(shown.map(Number), as_of ? { as_of } : {}) : [],
      incidents:
        source === 'statements' || source === 'cases'
          ? []
          : (await ledger.data(source)).incidents.filter(({ id }) => ids.has(id)),
      cases: source === 'cases' ? [...new Set(shown.map(String))] : [],
    };
  },
};
