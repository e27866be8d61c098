import * as z from 'zod';
import { accusations, dyads, sectors } from '../analysis/dispute/countries.ts';
import type { StatementView } from '../model/view.ts';
import type { Action } from './action.ts';
import { toDay } from './input.ts';

const PAGE = 1_000;
const MOST_STATEMENTS = 20_000;
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
    const statements: StatementView[] = [];
    for (let offset = 0; offset < MOST_STATEMENTS; offset += PAGE) {
      const page = await ledger.statements({
        kind: ['attribution', 'intrusion', 'response', 'targeting'],
        review: ['unreviewed', 'accepted', 'corrected'],
        sort: 'document',
        offset,
        limit: PAGE,
        ...(as_of ? { as_of } : {}),
      });
      statements.push(...page.rows);
      if (offset + PAGE >= page.total) break;
    }
    const { incidents } = await ledger.data();
    const about = <Row>(rows: readonly Row[], of: (row: Row) => readonly (string | null)[]) => {
      const kept = country ? rows.filter((row) => of(row).includes(country)) : rows;
      return { rows: kept.slice(0, MOST_ROWS), total: kept.length };
    };
    return {
      accusations: about(accusations(statements, incidents), (row) => [row.accuser, row.accused]),
      dyads: about(dyads(incidents), (row) => [row.initiator, row.target]),
      sectors: about(sectors(incidents), (row) => [row.country]),
    };
  },
};
