import { expect, test } from 'vitest';
import { timeOf } from './times.ts';

/** Published on Friday 28 April 2017 unless said otherwise. */
const CASES: readonly [string, string | null, string?][] = [
  ['from July 2022 to July 2023, hackers exploited', '2022-07/2023-07'],
  ['occurring between July to November 2024', '2024-07/2024-11'],
  ['between March and June 2022', '2022-03/2022-06'],
  ['was noted on 21 February', '2017-02-21'],
  ['in Seongju, South Korea, on March 18', '2017-03-18'],
  ['The March 22 assault on the network', '2017-03-22'],
  ['In August 2016 a database was found', '2016-08'],
  ['ramped it up in early 2016', '2016'],
  ['since at least 2013', '2013'],
  ['a September 2015 agreement', '2015-09'],
  ['an attempted attack last month', '2017-03'],
  ['the agency was hacked last year', '2016'],
  ['was moved Wednesday to the county', '2017-04-26'],
  ['said on Friday', '2017-04-28'],
  ['was hit last week', '2017-04-17/2017-04-23'],
  ['two years ago', '2015'],
  ['in November', '2016-11'],
  ['it may have been stolen', null],
  ['on Monday', null, '2017-04'],
  ['last month', '2016-12', '2017-01'],
  ['in mid-February', '2017-02'],
  ['nothing here', null],
  ['on 31 February', null],
];

test.each(CASES)('%s → %s', (clause, expected, published = '2017-04-28') => {
  expect(timeOf(clause, published)).toBe(expected);
});

test('without a publication date relative words give nothing', () => {
  expect(timeOf('last month', null)).toBeNull();
  expect(timeOf('on Monday', null)).toBeNull();
  expect(timeOf('on 3 May 2016', null)).toBe('2016-05-03');
});
