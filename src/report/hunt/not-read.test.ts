import { expect, test } from 'vitest';
import { problem } from '../../base/problem.ts';
import { problemWords } from './not-read.ts';

test('many problems of one kind become one line, others stay', () => {
  const texts = Array.from({ length: 1200 }, (_, n) =>
    problem('not-a-log', { source: `n${n}.txt` }, { looks: 'text' }),
  );
  const damaged = problem('empty-file', { source: 'a.evtx' });
  const words = problemWords([texts[0]!, damaged, ...texts.slice(1)]);
  expect(words).toHaveLength(2);
  expect(words[0]).toMatch(/^1,200 times: .*text.* First: n0\.txt$/);
  expect(words[1]).toMatch(/^a\.evtx: /);
  expect(problemWords(texts.slice(0, 3))).toHaveLength(3);
});
