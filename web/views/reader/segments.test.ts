import { expect, test } from 'vitest';
import { segments, underlineLevels } from './segments.ts';

const text = 'The firm believes the group, which it calls Blue Kite, read mail for years.';
const mark = (id: string, words: string) => ({
  id,
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});
const outer = mark('outer', 'the group, which it calls Blue Kite, read mail');
const inner = mark('inner', 'it calls Blue Kite');

test('a block is cut at every edge of a mark and loses nothing', () => {
  const pieces = segments({ start: 0, end: text.length }, [inner, outer]);
  expect(pieces.map((p) => [text.slice(p.start, p.end), ...p.ids])).toEqual([
    ['The firm believes '],
    ['the group, which ', 'outer'],
    ['it calls Blue Kite', 'outer', 'inner'],
    [', read mail', 'outer'],
    [' for years.'],
  ]);
  expect(pieces.map((p) => text.slice(p.start, p.end)).join('')).toBe(text);
});

test('marks that reach over the block are cut to it', () => {
  const pieces = segments({ start: 4, end: 30 }, [{ id: 'wide', start: 0, end: 99 }]);
  expect(pieces).toEqual([{ start: 4, end: 30, ids: ['wide'] }]);
});

test('overlapping marks stand on different lines, others share one', () => {
  const later = { id: 'later', start: outer.end, end: text.length };
  expect([...underlineLevels([inner, outer, later])]).toEqual([
    ['outer', 0],
    ['inner', 1],
    ['later', 0],
  ]);
});
