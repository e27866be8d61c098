import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { askTrend, parsePair, parseSpan, reportTrend } from '../src/analysis/trend/index.ts';
import { readData } from '../src/exchange/incidents/kinds.ts';

const FILE = join(
  resolve(import.meta.dirname, '..', process.env.LONGWATCH_SHARED ?? '../shared'),
  'data/eurepoc/EuRepoC_Global_Database_1.1.csv',
);
const has = existsSync(FILE);
if (!has) console.log(`EuRepoC's table is not at ${FILE}: published results on it are not repeated`);

// Rows of a published table that version 1.1 allows: counts, interval, one-sided p.
test.skipIf(!has).each([
  ['CN>KR', '2016-07-08', '18m', '18m', 'honour', [0, 1], [0.026, null], 0.5],
  ['CN>KR', '2017-02-28', '12m', '10m', 'honour', [0, 1], [0.031, null], 0.45],
  ['CN>KR', '2016-07-08', '60m', '18m', 'honour', [1, 1], [0.042, 261], 0.41],
  ['RU>TR', '2015-11-24', '6m', '6m', 'as-coded', [0, 2], [0.19, null], 0.25],
] as const)('%s around %s, %s and %s, dates: %s', (pair, date, before, after, dates, counts, interval, p) => {
  const { data } = readData([{ name: 'eurepoc.csv', bytes: readFileSync(FILE) }]);
  const report = reportTrend(
    askTrend(
      { observations: data!.incidents, tallies: [], covered: data!.covered, source: data!.title },
      {
        pair: parsePair(pair)!,
        unit: null,
        counter: null,
        triggers: [{ date, label: null }],
        window: { before: parseSpan(before)!, after: parseSpan(after)! },
        controls: null,
        dates,
      },
    ),
  );
  const found = report.triggers[0]!;
  const digits = (x: number | null, n: number) => (x === null ? null : Number(x.toPrecision(n)));
  expect([found.counts.before, found.counts.after]).toEqual(counts);
  expect([digits(found.interval[0], 2), digits(found.interval[1], 3)]).toEqual(interval);
  expect(digits(found.p, 2)).toBe(p);
  expect(report.verdict.number.verdict).toBe('not testable with these data');
});
