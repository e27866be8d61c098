import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantitiesOf, singular } from './quantities.ts';
import { timeOf } from './times.ts';

const CASES: readonly [string, readonly [number, string, string][]][] = [
  ['more than 50 servers were hit', [[50, 'server', 'at-least']]],
  ['over 40 separate attacks', [[40, 'attack', 'at-least']]],
  ['they stole $81 million', [[81e6, 'dollar', 'exact']]],
  [
    'it demanded 0.5 bitcoin (about $220)',
    [
      [0.5, 'bitcoin', 'exact'],
      [220, 'dollar', 'about'],
    ],
  ],
  ['nearly 9,000 stolen email accounts', [[9000, 'account', 'about']]],
  ['up to three regional banks', [[3, 'bank', 'at-most']]],
  [
    '12 of its 30 branches closed',
    [
      [12, 'branch', 'exact'],
      [30, 'branch', 'exact'],
    ],
  ],
  [
    'forty-eight of about 500 county servers',
    [
      [48, 'server', 'exact'],
      [500, 'server', 'about'],
    ],
  ],
  ['at least one ministry was breached', [[1, 'ministry', 'at-least']]],
  ['over a three year period', [[3, 'year', 'exact']]],
  ['four key tactics when attacking', [[4, 'tactic', 'exact']]],
  ['30 percent of the traffic', [[30, 'percent', 'exact']]],
  // No counts: dates, ages, versions, names, back-references, vague words.
  ['on 3 May 2016', []],
  ['since 2014', []],
  ['a 29-year-old programmer', []],
  ['Windows 10 and APT28', []],
  ['the two men fled', []],
  ['several banks and dozens of firms', []],
];

test.each(CASES)('%s', (clause, expected) => {
  expect(quantitiesOf(clause).map(({ value, unit, bound }) => [value, unit, bound])).toEqual(expected);
});

test.each([
  ['agencies', 'agency'],
  ['breaches', 'breach'],
  ['people', 'person'],
  ['tactics', 'tactic'],
  ['viruses', 'virus'],
  ['politics', 'politics'],
  ['access', 'access'],
])('%s → %s', (plural, expected) => {
  expect(singular(plural)).toBe(expected);
});

const WORDS = [
  'more than',
  'up to',
  '12',
  '3,000',
  '$',
  '5',
  'million',
  'one',
  'of',
  'its',
  'servers',
  'May',
  '2016',
  'last',
  'month',
  '%',
  '-',
  'forty-eight',
  '\u00a0',
  '31',
  'February',
];
const clauses = fc.oneof(
  fc.string(),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((words) => words.join(' ')),
);

test('any text gives finite values, units and known bounds', () => {
  fc.assert(
    fc.property(clauses, (clause) => {
      for (const { value, unit, bound } of quantitiesOf(clause)) {
        expect(Number.isFinite(value)).toBe(true);
        expect(unit).not.toBe('');
        expect(unit).not.toMatch(/\s/);
        expect(['exact', 'at-least', 'at-most', 'about']).toContain(bound);
      }
    }),
  );
});

test('any text gives a time in its form or none, and without a publication date no relative one', () => {
  fc.assert(
    fc.property(clauses, fc.constantFrom('2017-04-28', '2017-04', '2017', null), (clause, published) => {
      const time = timeOf(clause, published);
      if (time !== null) expect(time).toMatch(/^\d{4}(?:-\d\d){0,2}(?:\/\d{4}(?:-\d\d){0,2})?$/);
      if (published === null && time !== null) expect(clause).toContain(time.slice(0, 4));
    }),
  );
});
