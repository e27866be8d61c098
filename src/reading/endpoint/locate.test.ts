import { expect, test } from 'vitest';
import { locate } from './locate.ts';

const TEXT = 'The ministry denied it.\nThe firm said so. The ministry denied it. (It could not.)';
const ALL = { start: 0, end: TEXT.length };
const found = (quote: string, after = 0, range = ALL): string | null => {
  const span = locate(TEXT, range, quote, after);
  return span && `${span.start}: ${TEXT.slice(span.start, span.end)}`;
};

test('a quote is found where it stands', () => {
  expect(found('The firm said so')).toBe('24: The firm said so');
  expect(found('(It could not.)')).toBe('66: (It could not.)');
});

test('of several places the next one counts, else the last one before', () => {
  expect(found('ministry denied')).toBe('4: ministry denied');
  expect(found('ministry denied', 24)).toBe('46: ministry denied');
  expect(found('ministry denied', 70)).toBe('46: ministry denied');
});

test('white space may differ, nothing else', () => {
  expect(found('denied it. The firm')).toBe('13: denied it.\nThe firm');
  expect(found('the firm said so')).toBeNull();
  expect(found('The firm has said so')).toBeNull();
  expect(found('The firm ... so')).toBeNull();
  expect(found('   ')).toBeNull();
});

test('text outside the window does not count', () => {
  expect(found('The firm said so', 0, { start: 0, end: 30 })).toBeNull();
});
