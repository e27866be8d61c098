import fc from 'fast-check';
import { expect, test } from 'vitest';
import { halves, windows } from './windows.ts';

const paragraphs = (...texts: string[]) => ({ text: texts.join('\n\n'), blocks: [] });

test('a short text is one window', () => {
  const document = paragraphs('One.', 'Two.');
  expect(windows(document, 100, 20)).toEqual([{ start: 0, end: 10, index: 0, of: 1 }]);
});

test('an empty text has no window', () => {
  expect(windows(paragraphs(''), 100, 20)).toEqual([]);
  expect(windows(paragraphs('', '  '), 100, 20)).toEqual([]);
});

test('windows end between paragraphs and repeat the last one', () => {
  const document = paragraphs('a'.repeat(30), 'b'.repeat(30), 'c'.repeat(30));
  const texts = windows(document, 65, 40).map((w) => document.text.slice(w.start, w.end));
  expect(texts).toEqual([`${'a'.repeat(30)}\n\n${'b'.repeat(30)}`, `${'b'.repeat(30)}\n\n${'c'.repeat(30)}`]);
});

test('the blocks of a document are its paragraphs', () => {
  const document = {
    text: 'First block.Second block.',
    blocks: [
      { start: 0, end: 12, kind: 'paragraph' as const },
      { start: 12, end: 25, kind: 'paragraph' as const },
    ],
  };
  expect(windows(document, 15, 0)).toEqual([
    { start: 0, end: 12, index: 0, of: 2 },
    { start: 12, end: 25, index: 1, of: 2 },
  ]);
});

test('a paragraph longer than a window is cut behind a sentence', () => {
  const text = 'The first sentence is here. The second one follows it. The third one ends.';
  const texts = windows({ text, blocks: [] }, 60, 0).map((w) => text.slice(w.start, w.end));
  expect(texts).toEqual(['The first sentence is here. The second one follows it. ', 'The third one ends.']);
});

test('every character that is not blank lies in a window, no window is too long, and each begins later', () => {
  const word = fc.stringMatching(/^[a-z]{1,12}[.]?$/);
  const paragraph = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(paragraph, { maxLength: 12 }), fc.integer({ min: 20, max: 200 }), (list, size) => {
      const document = paragraphs(...list);
      const found = windows(document, size, Math.floor(size / 4));
      const covered = new Set(found.flatMap((w) => [...Array(w.end - w.start).keys()].map((i) => w.start + i)));
      for (let i = 0; i < document.text.length; i++)
        if (/\S/.test(document.text[i]!)) expect(covered.has(i)).toBe(true);
      for (const [i, w] of found.entries()) {
        expect(w.end - w.start).toBeLessThanOrEqual(size);
        if (i > 0) expect(w.start).toBeGreaterThan(found[i - 1]!.start);
      }
    }),
  );
});

test('halves share a window between them', () => {
  const document = paragraphs('a'.repeat(300), 'b'.repeat(300));
  const [whole] = windows(document, 1000, 0);
  expect(halves(document, whole!).map(({ start, end }) => [start, end])).toEqual([
    [0, 302],
    [302, 602],
  ]);
  const short = paragraphs('too short to cut');
  expect(halves(short, windows(short, 1000, 0)[0]!)).toEqual([]);
});
