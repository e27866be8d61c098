import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTime } from '../../base/time.ts';
import { publishedOf, retrievedOf } from './citation.ts';

test.each<[string, string | null, string | null]>([
  ['Doe, J. (2022, February 21). Title. Retrieved December 16, 2024.', null, '2022-02-21'],
  ['Doe, J. (2021, June). Title. Retrieved July 1, 2021.', null, '2021-06'],
  ['Doe, J. (2018). Title.', null, '2018'],
  ['Doe, J. (2019, Sept. 3). Title.', null, '2019-09-03'],
  ['Doe, J. (n.d.). Title. Retrieved July 1, 2021.', null, null],
  ['Doe, J. (n.d.). Title.', 'https://a.example/2014/11/08/report', '2014-11-08'],
  ['Doe, J. (2014, November). Title.', 'https://a.example/2014/11/08/report', '2014-11-08'],
  ['Doe, J. (2014, November). Title.', 'https://a.example/2015/02/08/report', '2014-11'],
  ['Doe, J. (n.d.). Title.', 'https://web.archive.org/web/20230115144216/http://a.example/x.pdf', null],
  ['Doe, J. (2029, May 1). Title. Retrieved July 1, 2021.', null, null],
  ['Doe, J. (2021, February 30). Title.', null, '2021-02'],
  ['', 'https://a.example/2021/13/40', null],
  ['Title (PDF)', null, null],
])('%j with %j was published %j', (citation, url, wanted) => {
  expect(publishedOf(citation, url)).toBe(wanted);
});

test.each([
  ['x. Retrieved December 16, 2024.', '2024-12-16'],
  ['x Retrieved. 2019/11/19', null],
  ['Retrieved 2019/11/19', '2019-11-19'],
  ['none', null],
])('%j was retrieved %j', (citation, wanted) => {
  expect(retrievedOf(citation)).toBe(wanted);
});

test('whatever the citation, the date is one or null', () => {
  const pieces = fc.constantFrom('(', '2021', ', ', 'May', ' 31', ')', 'Retrieved', '/', '.', 'n.d.', '0', '99');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), fc.array(pieces, { maxLength: 12 }), (a, b) => {
      const date = publishedOf(a.join(''), b.join(''));
      return date === null || parseTime(date) !== null;
    }),
  );
});
