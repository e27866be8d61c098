import { expect, test } from 'vitest';
import { reasonWords } from './reason.ts';

test.each([
  [
    'actor: china; same document; answers the charge',
    'the actor “china”, the same document, and one answers the other’s charge',
  ],
  ['target country: KR; object: radar', 'the target’s country (South Korea), the object “radar”'],
])('%s', (reason, words) => {
  expect(reasonWords(reason)).toBe(words);
});
