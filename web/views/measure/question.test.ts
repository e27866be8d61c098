import { expect, test } from 'vitest';
import { controlWords, questionInput, triggersOf } from './question.ts';

test('days with labels, parted by semicolons; what is no day is left out', () => {
  expect(triggersOf('2016-07-08:decision; 2017-02-28; soon; 2017-13-01')).toEqual([
    { date: '2016-07-08', label: 'decision' },
    { date: '2017-02-28' },
  ]);
});

test('a question without a day is not asked', () => {
  expect(questionInput({ a: 'CN', b: 'KR' })).toBeNull();
  expect(questionInput({ a: 'CN', b: 'KR', trigger: '2016-07-08', control: 'CN>JP; !CN>KR' })).toEqual({
    initiator: 'CN',
    target: 'KR',
    triggers: [{ date: '2016-07-08' }],
    controls: ['CN>JP', '!CN>KR'],
  });
});

test.each([
  ['CN>!KR', 'against attacks by China on anybody but South Korea'],
  ['!CN>KR', 'against attacks by anybody but China on South Korea'],
  ['*>KR', 'against attacks by anybody on South Korea'],
  ['file.csv', 'against file.csv'],
])('the control %s is told in words', (name, words) => {
  expect(controlWords(name)).toBe(words);
});
