import { expect, test } from 'vitest';
import { readImprint, splitHeadline } from './imprint.ts';

const of = (...lines: string[]) => {
  const { publisher, author, published } = readImprint(lines, lines[0] ?? null);
  return [publisher, author, published];
};

test.each([
  [
    ['(ECNS) — Some agencies did more of it.', 'More.', '(By Evelyn)'],
    ['ECNS', 'Evelyn', null],
  ],
  [
    ['Hong Kong CNN  — ', 'Words.'],
    ['CNN', null, null],
  ],
  [['SEOUL (Yonhap) -- The ministry said so.'], ['Yonhap', null, null]],
  [
    ['Words.', 'x', 'y', 'z', 'a', 'b', '© The Harbour Interest LLC 2005-2017 About Us Masthead'],
    ['The Harbour Interest', null, null],
  ],
  [
    [
      'Words.',
      '© 2023 Harbour Post. All rights reserved.',
      'a',
      'b',
      'c',
      'd',
      '© 2023 Harbour Post. All rights reserved.',
    ],
    ['Harbour Post', null, null],
  ],
  [
    ['A headline', 'NBC News, 3 April 2017', 'Words.'],
    ['NBC News', null, '2017-04-03'],
  ],
  [
    ['A headline', 'Apr 19, 2021', 'By Mark Arena, CEO of a firm.'],
    [null, 'Mark Arena', '2021-04-19'],
  ],
  [
    ['A headline', 'Published: 2020-05-06', 'Publisher: Quiet Lab'],
    ['Quiet Lab', null, '2020-05-06'],
  ],
  [
    ['He came from Berlin (Germany) in 2019.', 'Seen by two people, May 2017 was late.'],
    [null, null, null],
  ],
  [['(Reuters, too, said so.) — nothing'], [null, null, null]],
])('%j', (lines, wanted) => expect(of(...lines)).toEqual(wanted));

test.each([
  ['Breach exposes the drawbacks of hacking | ITworld', 'ITworld'],
  ['Firm targets critical infrastructure - Washington Times', 'Washington Times'],
  ['Attack on supply chain - scale of operation said to be large', null],
  ['Operation Soft Cell - A Worldwide Campaign', null],
])('the site in %j is %j', (title, site) => expect(splitHeadline(title).site).toBe(site));
