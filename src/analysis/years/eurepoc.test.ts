import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readData } from '../../exchange/incidents/kinds.ts';
import { codedIncidents } from './index.ts';
import { tabulate, yearsOf } from './table.ts';

const FOLDER = join(process.env.LONGWATCH_SHARED ?? resolve(import.meta.dirname, '../../../../shared'), 'data/eurepoc');
const NAMES = ['EuRepoC_Global_Database_1.1.csv', 'EuRepoC_Attribution_dataset_1.1.csv'];
const here = NAMES.every((name) => existsSync(join(FOLDER, name)));
if (!here) console.log(`EuRepoC's tables are not at ${FOLDER}: its counts by year are not checked`);

/** Incidents by year of start, counted from the table by another program. */
const PUBLISHED = [165, 127, 116, 83, 45, 111, 135, 51];

test.skipIf(!here)('EuRepoC 1.1 by year, and without one', () => {
  const { data } = readData(NAMES.map((name) => ({ name, bytes: readFileSync(join(FOLDER, name)) })));
  const [series] = codedIncidents(data!.incidents, 'accused');
  const years = yearsOf(series!.items.map(({ year }) => year));
  const table = tabulate(series!, years);
  expect(PUBLISHED.map((_, i) => table.all.counts[years.indexOf(2016 + i)])).toEqual(PUBLISHED);
  expect([table.all.total, table.all.no_year]).toEqual([1643, 16]);
  expect(table.rows.reduce((sum, { total }) => sum + total, 0)).toBe(1643 + table.repeated);
});
