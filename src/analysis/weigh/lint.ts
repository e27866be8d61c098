import { type Problem, problem } from '../../base/problem.ts';
import { LIKELIHOOD_BANDS } from './icd203.ts';

/** Words for likelihood besides those of the bands, with the row they belong to. */
const LIKELIHOOD_WORDS: readonly (readonly [row: 'first' | 'second', words: readonly string[]])[] = [
  ['first', [...LIKELIHOOD_BANDS.map(({ words }) => words), 'almost certainly']],
  ['second', [...LIKELIHOOD_BANDS.map(({ other }) => other), 'probably', 'improbably', 'nearly certainly']],
];
/** In which sense these are no likelihood: "no remote access", "remote desktop". */
const NOT_LIKELIHOOD = /\bremote(?!\s+(?:chance|possibility|likelihood|odds))\b/gi;
const CONFIDENCE =
  /\b(?:(?:low|moderate|medium|high|limited|full|great|some)(?:[- ](?:to|or)[- ](?:low|moderate|medium|high))?[- ]+(?:degree of )?confidence|confidence (?:is|was|remains) (?:low|moderate|medium|high)|confidence level|level of confidence)\b/i;

const PATTERNS = LIKELIHOOD_WORDS.map(([row, words]) => ({
  row,
  pattern: new RegExp(
    `\\b(?:${[...words]
      .sort((a, b) => b.length - a.length)
      .map((word) => word.replaceAll(' ', '\\s+'))
      .join('|')})\\b`,
    'gi',
  ),
}));

/**
 * What ICD 203 forbids in a text: a likelihood and a confidence in one sentence, and words of both rows in one text. The offset of a
 * problem is that of its sentence, in UTF-16 code units.
 */
export function lintEstimates(text: string): Problem[] {
  const problems: Problem[] = [];
  const used = { first: new Map<string, number>(), second: new Map<string, number>() };
  for (const { segment, index } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)) {
    // A line of its own (a heading, an item) is a sentence of its own.
    for (const { line, at } of linesOf(segment)) {
      const plain = line.replace(NOT_LIKELIHOOD, (word) => ' '.repeat(word.length));
      const likelihoods = PATTERNS.flatMap(({ row, pattern }) =>
        [...plain.matchAll(pattern)].map((m) => ({ row, words: m[0].toLowerCase().replace(/\s+/g, ' ') })),
      );
      const offset = index + at;
      for (const { row, words } of likelihoods) if (!used[row].has(words)) used[row].set(words, offset);
      const confidence = CONFIDENCE.exec(line);
      if (confidence && likelihoods[0])
        problems.push(
          problem(
            'estimate-with-confidence',
            { offset },
            {
              likelihood: likelihoods[0].words,
              confidence: confidence[0].toLowerCase(),
            },
          ),
        );
    }
  }
  const [[first] = [], [second] = []] = [[...used.first], [...used.second]];
  if (first && second)
    problems.push(problem('estimate-rows-mixed', { offset: second[1] }, { first: first[0], second: second[0] }));
  return problems;
}

function linesOf(segment: string): { line: string; at: number }[] {
  let at = 0;
  return segment.split(/\n\s*\n|\n(?=\s*[-*#|])/).map((line) => {
    const found = segment.indexOf(line, at);
    at = found + line.length;
    return { line, at: found };
  });
}
