import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KIND_CUES } from './index.ts';
import { PatternIndex, startsOf } from './prefixes.ts';

test.each([
  ['(?:hack(?:ed|s)?|breach)', ['hac', 'bre']],
  ['(?:a|an)? ?cyber', ['a', 'an', 'a c', 'anc', 'an ', 'ac', 'acy', ' cy', 'cyb']],
  ['st(?:ole|eal)', ['sto', 'ste']],
  ['[ab]c', ['ac', 'bc']],
])('%s starts with one of %j', (source, expected) => {
  const starts = startsOf(source)!;
  for (const start of starts) expect(expected.some((e) => e.startsWith(start) || start.startsWith(e))).toBe(true);
});

test.each(['\\w+ed', '.x', '(?:\\W+)? ?x'])('%s can start with anything', (source) => {
  expect(startsOf(source)).toBeNull();
});

test('no cue is skipped in a text that it matches', () => {
  const words = fc.constantFrom(
    ...'the attackers hacked stole data denied was were behind linked to china government malware used target aimed at more than 40 attacks ransom demanded $5 million charged sanctions said cyber-attack also known as apt28 rise in number of against email phishing not u.s. intelligence they their "quoted" no evidence'.split(
      ' ',
    ),
  );
  const cues = KIND_CUES.flatMap(({ cues }) => cues);
  const index = new PatternIndex(cues.map(({ starts }) => starts));
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 14 }), (list) => {
      const text = list.join(' ');
      const candidates = index.candidates(text);
      cues.forEach(({ pattern }, i) => {
        if (pattern.test(text)) expect(candidates).toContain(i);
      });
    }),
    { numRuns: 400 },
  );
});
