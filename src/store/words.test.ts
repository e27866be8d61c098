import { expect, test } from 'vitest';
import { nameKey, VARIED_MARKS } from './words.ts';

test.each([
  ['China’s Ministry', "china's ministry"],
  ["CHINA'S\u00a0 Ministry\n", "china's ministry"],
  ['Ｃｈｉｎａ＇ｓ Ministry', "china's ministry"],
  ['“Night‑Owl”', '"night-owl"'],
  ['Minis\u00adtry', 'ministry'],
  ['Chinas Ministry', 'chinas ministry'],
  ['Ministries', 'ministries'],
  ['É­cole', 'école'],
])('the key of %j is %j', (name, key) => {
  expect(nameKey(name)).toBe(key);
  expect(nameKey(key)).toBe(key);
});

test('several names make a key of several lines, without those that are null', () => {
  expect(nameKey('A', null, 'B')).toBe('a\nb');
  expect(nameKey(null)).toBe('');
});

test('every mark has its plain one, and what is left over vanishes', () => {
  const { typeset, plain } = VARIED_MARKS;
  const pairs = [...typeset].map((mark, i) => `${mark}${plain[i] ?? ''}`);
  expect(pairs.join(' ')).toBe("‘' ’' ‚' ‛' ʹ' ʻ' ʼ' ′' ´' `' “\" ”\" „\" ‟\" «\" »\" ‐- ‑- \u00ad \u200b \u2060");
});
