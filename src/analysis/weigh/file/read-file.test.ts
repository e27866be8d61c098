import { expect, test } from 'vitest';
import { hasWords } from '../../../base/problem-words.ts';
import { assess } from '../assess.ts';
import { weighingOf } from '../fold.ts';
import { readWeighingFile } from './read-file.ts';

const read = (text: string) => readWeighingFile(text, { analyst: 'ann', today: '2024-05-01' });
const places = (text: string) =>
  read(text).problems.map(({ code, place }) => {
    expect(hasWords(code)).toBe(true);
    return `${place.line}:${place.column} ${code}`;
  });

const SHORT = `question: Who?
hypotheses: [One, Another]
evidence:
  - text: A
    grade: b2
    ratings: [C, II]
`;

test('a short file: ids are given, strings are hypotheses', () => {
  const { entries, problems } = read(SHORT);
  expect(problems).toEqual([]);
  const weighing = weighingOf(entries!)!;
  expect(weighing).toMatchObject({
    question: 'Who?',
    hypotheses: [{ id: 'H1', text: 'One' }, { id: 'H2' }],
    evidence: [{ id: 'E1', grade: { reliability: 'B', credibility: '2' }, weight: null, absence: false }],
    analysts: [{ analyst: 'ann', latest: '2024-05-01' }],
  });
  expect(assess(weighing).hypotheses.map(({ inconsistency }) => inconsistency)).toEqual([0, 1.5]);
});

test('JSON is read the same', () => {
  const json = JSON.stringify({
    question: 'Who?',
    hypotheses: ['One', 'Another'],
    evidence: [{ text: 'A', grade: 'b2', ratings: ['C', 'II'] }],
  });
  expect(read(json)).toEqual(read(SHORT));
});

test('faults are told with their place, and the rest is read', () => {
  const text = `question: Who?
colour: red
hypotheses:
  - { id: H1, text: One, role: villain }
  - { id: H2, text: Another }
  - { id: H2, text: Again }
evidence:
  - text: Good
    ratings: { H1: C, H3: I }
  - text: Bad grade
    grade: Z9
  - text: Bad weight
    weight: 3
  - text: Too many
    ratings: [C, C, C]
    wieght: 0.4
  - text: Odd rating
    ratings: [C, perhaps]
outcome: H9
`;
  expect(places(text)).toEqual([
    '2:1 key-unknown',
    '4:26 weigh-role-unknown',
    '6:7 weigh-id-twice',
    '9:23 weigh-id-unknown',
    '11:5 weigh-field',
    '13:5 weigh-field',
    '16:5 key-unknown',
    '15:5 weigh-ratings-count',
    '18:18 weigh-field',
    '19:1 weigh-id-unknown',
  ]);
  expect(weighingOf(read(text).entries!)!.evidence.map((one) => one.text)).toEqual(['Good', 'Too many']);
});

test.each([
  ['', 'weigh-not-a-file'],
  ['just words', 'weigh-not-a-file'],
  ['- a\n- b\n', 'weigh-not-a-file'],
  ['question: [unclosed', 'yaml-syntax'],
  ['question: a\nquestion: b\nhypotheses: [A, B]', 'weigh-key-twice'],
  ['hypotheses: [A, B]', 'weigh-no-question'],
  ['question: a\nhypotheses: [A]', 'weigh-too-few-hypotheses'],
  ['question: a\nhypotheses: A', 'weigh-field'],
])('nothing can be weighed in %j', (text, code) => {
  const { entries, problems } = read(text);
  expect(entries).toBeNull();
  expect(problems.map((one) => one.code)).toContain(code);
});

test('several analysts, days, stated probabilities; a day in the past knows less', () => {
  const { entries, problems } = read(`question: Who?
analyst: ann
date: 2024-03-01
hypotheses: [One, Another]
evidence:
  - { id: E1, text: First, ratings: [C, I] }
  - { id: E2, text: Later, since: 2024-04-01, ratings: [II, C] }
analysts:
  - analyst: ben
    date: 2024-04-02
    ratings: { E1: [CC, N], E2: { H1: NA } }
    stated: { H1: 0.9, H2: 0.5 }
    judgement: { text: Open, confidence: low, because: one source }
`);
  expect(problems).toEqual([]);
  const then = weighingOf(entries!, { asOf: '2024-03-31' })!;
  expect([then.evidence.length, then.analysts.map(({ analyst }) => analyst)]).toEqual([1, ['ann']]);
  const now = assess(weighingOf(entries!)!);
  const ben = now.analysts.find(({ analyst }) => analyst === 'ben')!;
  // 0.9 and 0.5 are 0.4 too much: each gives up half.
  expect(ben.coherent!.H1).toBeCloseTo(0.7, 12);
  expect(ben.incoherence).toBeCloseTo(Math.hypot(0.2, 0.2), 9);
  expect(ben.judgement).toMatchObject({ confidence: 'low' });
  const ann = now.analysts.find(({ analyst }) => analyst === 'ann')!;
  expect(now.hypotheses[0]!.probability).toBeCloseTo((ann.probability.H1! + 0.7) / 2, 12);
  expect(now.disagreements).toContainEqual({
    spread: 0.5,
    evidence: 'E2',
    hypothesis: 'H1',
    ratings: { ann: 'II', ben: 'NA' },
  });
  expect(weighingOf(entries!, { analyst: 'ben' })!.analysts).toHaveLength(1);
});
