import { expect, test } from 'vitest';
import type { Incident } from '../../model/incident.ts';
import type { StatementView } from '../../model/view.ts';
import { baseRates } from './base-rates.ts';
import { laneOf, timeConflicts } from './lanes.ts';

test.each([
  ['intrusion', 'hackers entered the ministry', 'cyber'],
  ['measure', 'inspectors closed 79 stores', 'economic'],
  ['measure', 'parts of the missile system arrived', 'trigger'],
  ['measure', 'both agreed to host the battery', 'trigger'],
  ['measure', 'the navy began exercises', 'military'],
  ['measure', 'about 400 demonstrated against it', 'response'],
  ['measure', 'it rained', null],
  ['effect', 'mail of eleven people was stolen', 'cyber'],
  ['effect', '79 of its 99 supermarkets were shut', 'economic'],
  ['measure', 'the ambassador was summoned', 'diplomatic'],
  ['measure', 'a court charged five officers', 'legal'],
  ['response', 'the ministry denied it', 'response'],
  ['effect', 'public opinion turned', 'outcome'],
  ['alias', 'A is also called B', null],
] as const)('%s, "%s": %s', (kind, quote, lane) => {
  expect(laneOf({ kind, quote, object: null })).toBe(lane);
});

const trend = (id: string, origin: string, first: string): StatementView =>
  ({
    id,
    origin,
    kind: 'trend',
    stance: 'asserts',
    review: 'unreviewed',
    actor_country: 'CN',
    target_country: 'KR',
    when: { first, last: first, precision: 'day' },
  }) as unknown as StatementView;

test('sources that date a rise differently are in conflict; echoes of one origin and near days are not', () => {
  const found = timeConflicts([
    trend('a', '1', '2016-07-08'),
    trend('b', '2', '2017-02-01'),
    trend('c', '1', '2017-02-20'),
    trend('d', '3', '2017-02-05'),
  ]);
  expect(found.map(({ a, b }) => a + b)).toEqual(['ab', 'ad']);
});

test('a campaign that one source dates since 2014 and another since 2016 is in conflict, a single intrusion is not', () => {
  const claim = (id: string, first: string, quote: string) => ({
    ...trend(id, id, first),
    kind: 'intrusion' as const,
    quote,
  });
  const found = timeConflicts([
    claim('a', '2014-01-01', 'has been under way since at least 2014'),
    claim('b', '2016-01-01', 'began in 2016'),
    claim('c', '2017-05-01', 'entered the ministry in May'),
  ]);
  expect(found.map(({ a, b }) => a + b)).toEqual(['ab']);
});

test('base rates carry their n and interval', async () => {
  const incident = (concession: boolean, lanes: string[]) =>
    ({ counter: 'T', types: ['degrade'], outcome: { concession }, lanes }) as unknown as Incident;
  const rates = await baseRates([
    incident(true, ['economic']),
    incident(false, []),
    incident(false, []),
    incident(false, []),
  ]);
  expect(rates.map(({ of, concessions, n }) => [of, concessions, n])).toEqual([
    ['all incidents', 1, 4],
    ['with hostile economic measures', 1, 1],
    ['without economic measures', 0, 3],
    ['degrade', 1, 4],
  ]);
  expect(rates[0]!.interval[0]).toBeCloseTo(0.0456, 3);
});
