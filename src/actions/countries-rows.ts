import * as z from 'zod';
import { type Backed, STATEMENTS } from '../analysis/dispute/countries.ts';
import type { Action } from './action.ts';
import { countryTables } from './country-tables.ts';
import { limit, offset, toDay, words } from './input.ts';

const PAGE = 50;

export const countriesRows: Action<'countries.rows'> = {
  name: 'countries.rows',
  summary: 'What stands under one number of the countries: its statements, or the incidents of the data set.',
  input: z.strictObject({
    table: z.enum(['accusations', 'dyads', 'sectors']),
    a: words.exactOptional(),
    b: words,
    source: words,
    as_of: toDay.exactOptional(),
    offset: offset.exactOptional(),
    limit: limit.exactOptional(),
  }),
  writes: false,
  run: async ({ ledger }, input) => {
    const { table, a = null, b, source, offset: start = 0, limit: most = PAGE } = input;
    const tables = await countryTables(ledger, input.as_of);
    const rows: Readonly<Record<typeof table, () => Backed | undefined>> = {
      accusations: () => tables.accusations.find((r) => r.accuser === a && r.accused === b && r.source === source),
      dyads: () => tables.dyads.find((r) => r.initiator === a && r.target === b && r.counter === source),
      sectors: () => tables.sectors.find((r) => r.country === a && r.sector === b && r.counter === source),
    };
    const records = rows[table]()?.records ?? [];
    const shown = new Set(records.slice(start, start + most));
    const told = table === 'accusations' && source === STATEMENTS;
    return {
      total: records.length,
      statements: told ? tables.statements.filter(({ id }) => shown.has(id)) : [],
      incidents: told ? [] : tables.incidents.filter(({ id }) => shown.has(id)),
    };
  },
};
