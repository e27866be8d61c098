import { expect, test } from 'vitest';
import { hasWords } from '../../base/problem-words.ts';
import type { WeighingEntry } from '../../model/weighing/weighing.ts';
import { assess } from './assess.ts';
import { readWeighingFile } from './file/read-file.ts';
import { weighingOf } from './fold.ts';
import { historyOf } from './history.ts';
import { TEMPLATES } from './templates.ts';

const weigh = (text: string) => readWeighingFile(text, { analyst: 'ann', today: '2024-05-01' }).entries!;
const remarks = (text: string) =>
  assess(weighingOf(weigh(text))!).remarks.map(({ code, place, details }) => {
    expect(hasWords(code)).toBe(true);
    return [code, place.part, details.hypotheses ?? details.count ?? details.cells].filter(Boolean).join(' ');
  });

const HEAD = `question: Is it really them?
hypotheses:
  - { text: They, role: state-espionage }
  - { text: Somebody who poses as them, role: false-flag }
evidence:
`;

test('evidence that is easy to forge cannot speak against a false flag', () => {
  expect(remarks(`${HEAD}  - { text: Their language, type: language, grade: B2, ratings: [C, I] }\n`)).toEqual([
    'weigh-forgeable-excludes E1 H2',
  ]);
  expect(remarks(`${HEAD}  - { text: Years of tracking, type: tracking, grade: B2, ratings: [C, I] }\n`)).toEqual([]);
});

test('what is not known is told apart from what is middling', () => {
  const lines = `  - { text: No idea, grade: F6, ratings: [C, II] }
  - { text: Middling, grade: C3, ratings: [II, C] }
`;
  const { hypotheses, remarks: found } = assess(weighingOf(weigh(HEAD + lines))!);
  expect(found.map(({ code }) => code)).toContain('weigh-cannot-judge');
  const [they] = hypotheses;
  // C3 alone: 0.05^.5 against 0.6^.5; with the other in full the balance turns.
  expect(they!.probability).toBeCloseTo(Math.sqrt(0.05) / (Math.sqrt(0.05) + Math.sqrt(0.6)), 9);
  expect(they!.range[0]).toBeCloseTo(they!.probability, 9);
  expect(they!.range[1]).toBeGreaterThan(0.5);
});

test('absence needs somebody who looked; NA and missing ratings are shown', () => {
  expect(
    remarks(`${HEAD}  - { text: No damage seen, absence: true, grade: B2, ratings: [C, NA] }
  - { text: Half rated, grade: B2, ratings: { H1: C } }
`),
  ).toEqual([
    'weigh-rated-once E2 1',
    'weigh-not-applicable E1 H2',
    'weigh-absence-unlooked E1',
    'weigh-unrated H2 1',
    'weigh-no-lead H1, H2',
  ]);
});

test('nothing rated, nothing graded', () => {
  expect(remarks(`${HEAD}  - { text: A }\n`)).toEqual(['weigh-nothing-rated', 'weigh-ungraded E1 1']);
});

test('what changed our mind, day by day', () => {
  const days = historyOf(
    weigh(`question: Who?
date: 2024-01-01
hypotheses: [One, Another]
evidence:
  - { text: First, grade: A1, ratings: [C, II] }
  - { text: Second, grade: A1, since: 2024-02-01, ratings: [II, C] }
`),
  );
  expect(days.map(({ recorded, leaders }) => [recorded, leaders])).toEqual([
    ['2024-01-01', ['H1']],
    ['2024-02-01', ['H1', 'H2']],
  ]);
  expect(days[1]!.moved).toBeCloseTo(days[0]!.probabilities.H1! - 0.5, 9);
  expect(days[1]!.entries.map(({ key }) => key)).toEqual(['E2', 'E2/H1', 'E2/H2']);
});

test('what changed one analyst’s mind leaves out what others rated, and keeps what all share', () => {
  const all = weigh(`question: Who?
date: 2024-01-01
hypotheses: [One, Another]
evidence:
  - { text: First, grade: A1, ratings: [C, II] }
`);
  const { analyst } = all[0]!;
  const own: WeighingEntry = {
    ...all[0]!,
    part: 'rating',
    key: 'E1/H1',
    body: 'II',
    analyst: 'root',
    recorded: '2024-02-01',
  };
  const days = historyOf([...all, own], 'root');
  expect(days.map(({ entries }) => entries.filter(({ part }) => part === 'rating'))).toEqual([
    [],
    [{ part: 'rating', key: 'E1/H1', analyst: 'root' }],
  ]);
  expect(historyOf([...all, own], analyst).map(({ recorded }) => recorded)).toEqual(['2024-01-01']);
  // One rated cell gives its likelihood to the whole row: belief stays, as METHODS.md says, and a remark tells.
  expect(days[1]!.probabilities).toEqual({ H1: 0.5, H2: 0.5 });
});

test('each template has distinct hypotheses and something to look for', () => {
  for (const { hypotheses, question, id } of TEMPLATES) {
    const weighing = {
      question,
      template: id,
      case: null,
      note: null,
      evidence: [],
      analysts: [],
      look_for: [],
      outcome: null,
    };
    const { discriminators } = assess({ ...weighing, hypotheses });
    expect(discriminators.length).toBeGreaterThan(2);
    expect(new Set(hypotheses.map(({ text }) => text)).size).toBe(hypotheses.length);
  }
});

test('who has rated a part counts by that part, until done', () => {
  const two = (ben: string) =>
    assess(
      weighingOf(
        weigh(`question: Who?
hypotheses: [One, Another]
evidence:
  - { id: E1, text: First, grade: A1, ratings: [C, II] }
  - { id: E2, text: Second, grade: A1, ratings: [C, II] }
analysts:
  - { analyst: ben, ratings: ${ben} }
`),
      )!,
    );
  const begun = two('{ E1: { H1: C } }');
  const [ann, ben] = begun.analysts.map(({ probability }) => probability.H1!);
  // One of four cells, and nothing told apart yet: a quarter of a voice.
  expect(ben).toBeCloseTo(0.5, 9);
  expect(begun.hypotheses[0]!.probability).toBeCloseTo((ann! + ben! / 4) / 1.25, 9);
  const done = two('{ E1: [II, C], E2: [II, C] }');
  expect(done.hypotheses.map(({ probability }) => probability.toFixed(9))).toEqual(['0.500000000', '0.500000000']);
});
