import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSentences } from './sentences.ts';

const split = (text: string) => splitSentences(text).map((s) => text.slice(s.start, s.end));

const CASES: readonly [string, readonly string[]][] = [
  ['One. Two! Three? Four', ['One.', 'Two!', 'Three?', 'Four']],
  [
    'Mr. Lee met Gen. Park in the U.S. on Jan. 5. He left.',
    ['Mr. Lee met Gen. Park in the U.S. on Jan. 5.', 'He left.'],
  ],
  ['They attacked the U.S. The firm said so.', ['They attacked the U.S.', 'The firm said so.']],
  ['FireEye Inc. said so. Then nothing.', ['FireEye Inc. said so.', 'Then nothing.']],
  ['“We saw it.” He left.', ['“We saw it.”', 'He left.']],
  ['"We saw it." "Again," he said.', ['"We saw it."', '"Again," he said.']],
  ['It cost $1.5 million. Version 2.0.1 is out.', ['It cost $1.5 million.', 'Version 2.0.1 is out.']],
  ['They used e.g. PlugX, i.e. a RAT. Done.', ['They used e.g. PlugX, i.e. a RAT.', 'Done.']],
  ['J. Smith and A. B. Cole spoke.', ['J. Smith and A. B. Cole spoke.']],
  ['He said … nothing. Later, he left.', ['He said … nothing.', 'Later, he left.']],
  ['1. First point. 2. Second point.', ['1. First point.', '2. Second point.']],
  ['A heading\n\nA sentence. Another.', ['A heading', 'A sentence.', 'Another.']],
  ['See evil.com and run.exe now. Yes.', ['See evil.com and run.exe now.', 'Yes.']],
  ['“Why?” he asked. “Who knows!” she said.', ['“Why?” he asked.', '“Who knows!” she said.']],
  ['It ended.The next began.', ['It ended.', 'The next began.']],
  ['', []],
];

describe('splitSentences', () => {
  test.each(CASES)('%j', (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  test('spans are ordered, apart, trimmed and lose no letter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'B', '.', ' ', '”', '"', '\n', 'U.S.', '1', '!', '…') }),
        (text) => {
          const spans = splitSentences(text);
          let at = 0;
          for (const { start, end } of spans) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
            expect(end).toBeGreaterThan(start);
            at = end;
          }
          const kept = spans.map((s) => text.slice(s.start, s.end)).join('');
          expect(kept.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        },
      ),
    );
  });
});
