import { expect, test } from 'vitest';
import type { Block } from '../model/document.ts';
import { toldCases } from './told-cases.ts';

/** Paragraphs of a text; lines that begin with "#" are headings. */
function told(text: string): string[] {
  const blocks: Block[] = [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
    kind: line.startsWith('#') ? 'heading' : 'paragraph',
  }));
  return toldCases({ text, blocks }).map(({ start, end }) => text.slice(start, end).trim());
}

test.each<readonly [string, string, readonly string[]]>([
  [
    'ordinals that open paragraphs, with what is said of both in neither',
    'Two cases were found.\nIn the first case, A fell. It was bad.\nIn the second incident, B fell.\nStates did it.',
    ['In the first case, A fell. It was bad.', 'In the second incident, B fell.'],
  ],
  [
    'markers within one paragraph',
    'The first intrusion lasted a year. A fell. The second one was short. The second intrusion hit B.',
    ['The first intrusion lasted a year. A fell. The second one was short.', 'The second intrusion hit B.'],
  ],
  [
    'headings, to a heading that closes',
    '# Case 1: the mail server\nA fell.\n# Steps\nB fell.\n# Case 2\nC fell.\n# Conclusion\nStates did it.',
    ['# Case 1: the mail server\nA fell.\n# Steps\nB fell.', '# Case 2\nC fell.'],
  ],
  [
    'two victims',
    'The first victim makes A.\nThe second victim makes B.',
    ['The first victim makes A.', 'The second victim makes B.'],
  ],
  [
    'another one alone',
    'They entered A.\nAnother company lost B.\nDone.',
    ['They entered A.', 'Another company lost B.'],
  ],
  ['one case', 'The first intrusion began in May. They entered A.\nThey took B.', []],
  ['a second stage is the same case', 'They entered A.\nIn a second stage, a second tool ran.', []],
])('%s', (_, text, passages) => expect(told(text)).toEqual(passages));
