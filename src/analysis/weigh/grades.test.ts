import { describe, expect, test } from 'vitest';
import { parseGrade } from '../../model/weighing/grade.ts';
import {
  credibilityFromStix,
  gradeFromMisp,
  gradeToMisp,
  gradeToStix,
  likelihoodToMisp,
  likelihoodToStix,
} from './encode.ts';
import { likelihoodWords } from './icd203.ts';
import { weightOf } from './weights.ts';

const grade = (text: string) => parseGrade(text)!;

describe('weights', () => {
  test.each([
    ['A1', 1, 1, 1],
    ['B2', 0.75, 0.75, 0.75],
    ['C3', 0.5, 0.5, 0.5],
    ['E5', 0, 0, 0],
    ['A3', 0.75, 0.75, 0.75],
    // One half unknown: the other half, within what it could be.
    ['F2', 0.75, 0.375, 0.875],
    ['B6', 0.75, 0.375, 0.875],
    // Nothing known is not the same as C3.
    ['F6', null, 0, 1],
  ] as const)('%s counts %s', (text, value, low, high) => {
    expect(weightOf({ grade: grade(text), weight: null })).toEqual({ value, low, high });
  });

  test('set by hand goes first; ungraded counts in full', () => {
    expect(weightOf({ grade: grade('F6'), weight: 0.3 }).value).toBe(0.3);
    expect(weightOf({ grade: null, weight: null }).value).toBe(1);
  });

  test('what is no grade is none', () => {
    for (const text of ['G1', 'A7', 'A', '3C', '']) expect(parseGrade(text)).toBeNull();
  });
});

test.each([
  [0.005, 'almost no chance'],
  [0.05, 'very unlikely'],
  [0.199, 'very unlikely'],
  [0.2, 'unlikely'],
  [0.43, 'unlikely'],
  [0.45, 'roughly even chance'],
  [0.55, 'likely'],
  [0.739, 'likely'],
  [0.8, 'very likely'],
  [0.95, 'almost certain'],
  [1, 'almost certain'],
])('%s is "%s"', (p, words) => expect(likelihoodWords(p)).toBe(words));

describe('other formats', () => {
  test('MISP: both letters, and a warning where it reads "cannot be judged" as middling', () => {
    expect(gradeToMisp(grade('B2'))).toEqual({
      value: ['admiralty-scale:source-reliability="b"', 'admiralty-scale:information-credibility="2"'],
      problems: [],
    });
    expect(gradeToMisp(grade('F6')).problems.map(({ code }) => code)).toEqual([
      'misp-unknown-is-50',
      'misp-unknown-is-50',
    ]);
  });

  test('every grade comes back from MISP as it went', () => {
    for (const r of 'ABCDEF')
      for (const c of '123456') expect(gradeFromMisp(gradeToMisp(grade(r + c)).value).value).toEqual(grade(r + c));
    expect(
      gradeFromMisp(['admiralty-scale:source-reliability="g"', 'admiralty-scale:information-credibility="3"']),
    ).toMatchObject({
      value: { reliability: 'E', credibility: '3' },
      problems: [{ code: 'misp-deceptive' }],
    });
    expect(gradeFromMisp(['tlp:green'])).toEqual({ value: null, problems: [] });
  });

  test('STIX holds the credibility alone, and leaves 6 out', () => {
    expect([1, 2, 3, 4, 5, 6].map((c) => gradeToStix(grade(`A${c}`)).value)).toEqual([90, 70, 50, 30, 10, null]);
    expect(gradeToStix(grade('A6')).problems.map(({ code }) => code)).toEqual([
      'stix-no-reliability',
      'stix-no-unknown',
    ]);
    expect([95, 80, 79, 50, 20, 0, undefined].map(credibilityFromStix)).toEqual(['1', '1', '2', '3', '4', '5', '6']);
  });

  test('bands of STIX and ICD 203 do not line up, and it is said', () => {
    expect(likelihoodToStix(0.5)).toEqual({ value: 50, problems: [] });
    expect(likelihoodToStix(0.43)).toMatchObject({ value: 50, problems: [{ code: 'stix-bands-differ' }] });
    expect(likelihoodToMisp(0.43)).toBe('estimative-language:likelihood-probability="unlikely"');
  });
});
