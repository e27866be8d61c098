import { expect, test } from 'vitest';
import { warningWords } from './words.ts';

test.each([
  [1, '1 event has no known day around 2017-02-28; days were drawn 1,000 times.'],
  [3, '3 events have no known day around 2017-02-28; days were drawn 1,000 times.'],
])('a warning about %i events', (events, words) => {
  expect(warningWords({ code: 'days-drawn', details: { events, trigger: '2017-02-28', draws: 1000 } })).toBe(words);
});
