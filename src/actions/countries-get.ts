import * as z from 'zod';
import type { Backed } from '../analysis/dispute/countries.ts';
import type { Action } from './action.ts';
import { countryTables } from './country-tables.ts';
import { toDay } from './input.ts';

const MOST_ROWS = 300;

export const countriesGet: Action<'countries.get'> = {
  name: 'countries.get',
  summary:
    'Who accuses whom, which pairs of states data sets count, and what is hit where; by the same rules for every state.',
  input: z.strictObject({
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .exactOptional(),
    as_of: toDay.exactOptional(),
  }),
  writes: false,
  run: async ({ ledger }, { country, as_of }) => {
    const tables = await countryTables(ledger, as_of);
    const about = <Row>(rows: readonly Row[], of: (row: Row) => readonly (string | null)[]) => {
      const kept = country ? rows.filter((row) => of(row).includes(country)) : rows;
      return { rows: kept.slice(0, MOST_ROWS), total: kept.length };
    };
    return {
      accusations: about(tables.accusations.map(plain), (row) => [row.accuser, row.accused]),
      accused: about(tables.accused, (row) => [row.accused]),
      dyads: about(tables.dyads.map(plain), (row) => [row.initiator, row.target]),
      sectors: about(tables.sectors.map(plain), (row) => [row.country]),
    };
  },
};

/** A row without its records: they are asked for by `countries.rows`. */
function plain<Row>({ records: _, ...row }: Row & Backed): Omit<Row & Backed, 'records'> {
  return row;
}
