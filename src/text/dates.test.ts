import { expect, test } from 'vitest';
import { dateInUrl, dateLine, readDate } from './dates.ts';

test.each([
  ['2017-04-28T10:00:00Z', '2017-04-28'],
  ['28 April 2017', '2017-04-28'],
  ['April 28th, 2017', '2017-04-28'],
  ['Fri, 28 Apr 2017 10:00:00 GMT', '2017-04-28'],
  ['Sept. 5, 2019', '2019-09-05'],
  ['28.04.2017', '2017-04-28'],
  ['2017年4月28日', '2017-04-28'],
  ['April 2017', '2017-04'],
  ['04/05/2017', null],
  ['31 February 2017', null],
  ['2017', null],
  ['yesterday', null],
  ['', null],
])('%j is %j', (text, wanted) => expect(readDate(text)).toBe(wanted));

test.each([
  ['https://a.example/2017/04/28/asia/x/index.html', '2017-04-28'],
  ['https://a.example/blog/2017-4-3-name', '2017-04-03'],
  ['https://a.example/2017/apr/28/name', '2017-04-28'],
  ['https://a.example/news/20170428-name', '2017-04-28'],
  ['https://a.example/2017/04/name', '2017-04'],
  ['https://a.example/2017/name', null],
  ['https://a.example/id/20179999', null],
  ['https://2017-04-28.example/', null],
  [null, null],
])('the date in %j is %j', (url, wanted) => expect(dateInUrl(url)).toBe(wanted));

test.each([
  ['Published on Friday, 28 April 2017 at 10:30 GMT', '2017-04-28'],
  ['Apr 19, 2021', '2021-04-19'],
  ['On 28 April 2017 they came back.', null],
])('the line %j is the date %j', (line, wanted) => expect(dateLine(line)).toBe(wanted));
