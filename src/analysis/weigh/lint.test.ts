import { expect, test } from 'vitest';
import { describe as words } from '../../base/problem-words.ts';
import { lintEstimates } from './lint.ts';

const codes = (text: string) => lintEstimates(text).map(({ code }) => code);

test.each([
  'It is likely that the group works for a state. Our confidence in this is moderate, for it rests on one vendor.',
  'We have high confidence in the address list.',
  'They used remote access tools; we say so with high confidence.',
  'The unlikely hero was a printer.\n\nConfidence: low',
  '',
])('nothing to say about: %s', (text) => expect(codes(text)).toEqual([]));

test.each([
  'We assess with high confidence that the group is likely Chinese.',
  'It is very unlikely (low confidence) that criminals did it.',
  'With moderate-to-high confidence, it almost certainly belongs to the same campaign.',
  'There is a remote chance, and our confidence is low, that it was an accident.',
])('one sentence holds both: %s', (text) => expect(codes(text)).toEqual(['estimate-with-confidence']));

test('the place is that of the sentence', () => {
  const text = 'All quiet. We hold with low confidence that it is probable.';
  expect(lintEstimates(text)[0]?.place).toEqual({ offset: text.indexOf('We') });
});

test('words of both rows in one text', () => {
  const found = lintEstimates('It is likely theirs. It is highly improbable that they stopped.');
  expect(found).toMatchObject([
    { code: 'estimate-rows-mixed', details: { first: 'likely', second: 'highly improbable' } },
  ]);
  expect(words(found[0]!)).toContain('different rows');
});
