import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assess } from './assess.ts';
import { readWeighingFile } from './file/read-file.ts';
import { weighingOf } from './fold.ts';

const FILE = join(import.meta.dirname, '../../../test/fixtures/weigh/dispute-2017.yaml');
const { entries, problems } = readWeighingFile(readFileSync(FILE, 'utf8'), { analyst: 'ann', today: '2024-05-01' });
const weighing = weighingOf(entries!)!;
const whole = assess(weighing);

const column = <K extends 'inconsistency' | 'probability' | 'words'>(from: typeof whole, key: K) =>
  Object.fromEntries(from.hypotheses.map((one) => [one.id, one[key]]));
const share = (from: typeof whole) =>
  Object.fromEntries(from.hypotheses.map(({ id, probability }) => [id, probability.toFixed(3)]));

test('the file is read without a problem', () => {
  expect(problems).toEqual([]);
  expect([weighing.hypotheses.length, weighing.evidence.length, weighing.analysts.length]).toEqual([4, 8, 1]);
});

test('weighted inconsistency', () => {
  expect(column(whole, 'inconsistency')).toEqual({ H1: 0, H4: 1.2, H3: 1.8, H2: 2 });
  expect(whole.leading).toEqual(['H1']);
});

test('E1 and E6 can tell nothing apart', () => {
  const mute = whole.evidence.filter(({ diagnosticity }) => diagnosticity === 0).map(({ id }) => id);
  expect(mute).toEqual(['E1', 'E6']);
  expect(whole.evidence.find(({ id }) => id === 'E2')).toMatchObject({
    diagnosticity: Number(Math.sqrt(10 / 4).toFixed(10)),
    excludes: { k: 2, of: 4 },
  });
});

test('E4 alone flips: without it H1 and H4 tie at 0', () => {
  expect(whole.flips).toMatchObject({ single: ['E4'], smallest: ['E4'] });
  const without = assess(weighing, { without: ['E4'] });
  expect(column(without, 'inconsistency')).toMatchObject({ H1: 0, H4: 0 });
  expect(without.leading).toEqual(['H1', 'H4']);
});

test('without E2 the gap to the second shrinks from 1.2 to 0.8', () => {
  const gap = (from: typeof whole) => {
    const [first, second] = from.hypotheses.map(({ inconsistency }) => inconsistency).sort((a, b) => a - b);
    return second! - first!;
  };
  expect(gap(whole)).toBeCloseTo(1.2, 9);
  expect(gap(assess(weighing, { without: ['E2'] }))).toBeCloseTo(0.8, 9);
});

test('without FireEye one inconsistent cell is left, and H1, H3 and H4 cannot be told apart', () => {
  expect(whole.flips.sources).toContain('FireEye');
  const without = assess(weighing, { without: ['FireEye'] });
  expect(without.evidence.filter(({ removed }) => removed).map(({ id }) => id)).toEqual(['E1', 'E2', 'E3', 'E4', 'E5']);
  expect(column(without, 'inconsistency')).toEqual({ H1: 0, H2: 0.8, H3: 0, H4: 0 });
  expect(without.leading).toEqual(['H1', 'H3', 'H4']);
  const against = without.evidence
    .filter(({ removed }) => !removed)
    .flatMap(({ id, ratings }) =>
      Object.entries(ratings).flatMap(([h, rating]) => (rating === 'I' || rating === 'II' ? [`${id}/${h}`] : [])),
    );
  expect(against).toEqual(['E7/H2']);
});

test('probabilities and their words, with and without E4', () => {
  expect(share(whole)).toEqual({ H1: '0.739', H2: '0.041', H3: '0.083', H4: '0.137' });
  const without = assess(weighing, { without: ['E4'] });
  expect(share(without)).toEqual({ H1: '0.434', H2: '0.029', H3: '0.112', H4: '0.425' });
  expect(column(whole, 'words').H1).toBe('likely');
  expect(column(without, 'words').H1).toBe('unlikely');
});

test('E4 is marked as absence, with who looked', () => {
  expect(whole.evidence.filter(({ absence }) => absence)).toMatchObject([{ id: 'E4', looked: expect.any(String) }]);
});

test('what to look for first is what parts espionage from disruption', () => {
  const [first] = whole.discriminators;
  expect(first).toMatchObject({ id: 'damage-after-access', between: ['H1', 'H4'] });
  expect(first!.if_seen.H4).toBeGreaterThan(first!.if_seen.H1!);
  expect(first!.if_not.H1).toBeGreaterThan(0.74);
});
