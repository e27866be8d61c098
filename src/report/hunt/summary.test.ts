import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectGolden } from '../../../test/fixtures/hunt/golden.ts';
import { RUN, SIGHTINGS } from '../../../test/fixtures/hunt/sightings.ts';
import type { Sighting } from '../../model/sighting.ts';
import { HuntSummary, terminalSummary } from './index.ts';

function summary(sightings: readonly Sighting[]): HuntSummary {
  const made = new HuntSummary();
  for (const sighting of sightings) made.add(sighting);
  return made;
}

const figures = summary(SIGHTINGS).result();

test('hits by level, host and rule', () => {
  expect(figures.levels).toEqual([1, 3, 2, 5, 2]);
  expect(figures.hosts.map(({ host, hits, rules }) => [host, hits, rules])).toEqual([
    ['WKS-01', 2, 2],
    ['SRV-DC-01', 7, 3],
    ['WEB-01', 3, 3],
    ['', 1, 1],
  ]);
  expect(figures.rules.map(({ title, hits, hostCount }) => [title, hits, hostCount]).slice(0, 2)).toEqual([
    ['Memory of LSASS read', 1, 1],
    ['Security log cleared', 1, 1],
  ]);
  const guess = figures.rules.find(({ level }) => level === 'low')!;
  expect(guess).toMatchObject({ hits: 5, first: '2024-05-01T09:10:00Z', last: '2024-05-01T09:14:00Z' });
  expect(guess.examples.map(({ record }) => record)).toEqual([900, 901, 902]);
});

test('tactics come in the order of an intrusion, in whichever spelling the tags name them', () => {
  expect(figures.tactics.map(({ tactic, hits, rules }) => [tactic, hits, rules])).toEqual([
    ['execution', 2, 1],
    ['persistence', 2, 2],
    ['stealth', 1, 1],
    ['credential-access', 6, 2],
    ['lateral-movement', 1, 1],
  ]);
  expect(figures.techniques.find(({ technique }) => technique === 'T1543.003')?.tactics).toEqual([
    'persistence',
    'lateral-movement',
  ]);
});

test('a hit without a time is counted and said, but is in no chart', () => {
  expect(figures.undated).toBe(1);
  expect(figures.frequency.steps.flatMap(({ counts }) => counts).reduce((a, b) => a + b)).toBe(SIGHTINGS.length - 1);
});

test('parted among threads and merged in any order, the figures are the same', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(3), { minLength: SIGHTINGS.length, maxLength: SIGHTINGS.length }),
      fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
      (thread, order) => {
        const parts = order.map((n) => summary(SIGHTINGS.filter((_, i) => thread[i] === n)));
        const whole = new HuntSummary();
        for (const part of parts) whole.merge(HuntSummary.from(JSON.parse(JSON.stringify(part))));
        expect(whole.result()).toEqual(figures);
      },
    ),
  );
});

test('hits over more time than hours can be kept are counted by day, and none is lost', () => {
  const many = new HuntSummary();
  for (let i = 0; i < 30_000; i++)
    many.add({ ...SIGHTINGS[0]!, time: new Date(Date.UTC(2015, 0, 1) + i * 3_600_000).toISOString() });
  const { unit, steps } = many.result().frequency;
  expect([unit, steps.length]).toEqual(['day', 1250]);
  expect(steps.flatMap(({ counts }) => counts).reduce((a, b) => a + b)).toBe(30_000);
  const few = summary(SIGHTINGS);
  few.merge(many);
  const merged = few.result().frequency;
  expect([merged.unit, new Set(merged.steps.map(({ at }) => at.length))]).toEqual(['day', new Set([10])]);
});

test('more hosts than there is room for: none is forgotten silently', () => {
  const many = new HuntSummary();
  for (let i = 0; i < 20_007; i++) many.add({ ...SIGHTINGS[0]!, computer: `WKS-${i}` });
  const { hosts, leftOut, hits } = many.result();
  expect([hosts.length, leftOut.hosts, hits]).toEqual([20_000, 7, 20_007]);
  expect(terminalSummary(many.result(), RUN)).toContain('and 7 hits on further hosts that found no room');
});

test.each([80, 100, 120])('the terminal summary is as stored and not wider than asked for (%d)', (width) => {
  const text = terminalSummary(figures, RUN, { width });
  expectGolden(`summary-${width}.txt`, text);
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(width);
});

test('without a hit it does not say that all is well', () => {
  expect(terminalSummary(new HuntSummary().result(), { ...RUN, stopped: true })).toMatch(
    /^No hit in what was read \(stopped before the end\)\.\nRead 5 files/,
  );
});

test('no text of a log reaches the terminal with its commands', () => {
  const bad = '\u001b]0;owned\u0007\u001b[2J\u009b31m\u202ex\r\n';
  const hostile: Sighting = { ...SIGHTINGS[0]!, computer: bad, file: bad, rule: { ...SIGHTINGS[0]!.rule, title: bad } };
  const problems = [{ code: bad, severity: 'error' as const, place: { source: bad }, details: { reason: bad } }];
  const kinds = [{ channel: bad, eventId: 1, events: 1 }];
  const rules = { ...RUN.rules, notLoaded: [{ reason: bad, count: 1, examples: [bad] }] };
  const run = { ...RUN, problems, rules, filters: [bad], tally: { ...RUN.tally!, kinds } };
  const text = terminalSummary(summary([hostile]).result(), run);
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
  expect(text).toContain('␛]0;owned␇');
});

test('colour only if asked for', () => {
  expect(terminalSummary(figures, RUN)).not.toContain('\u001b');
  expect(terminalSummary(figures, RUN, { colour: true })).toContain('\u001b[1;31mcritical     \u001b[0m');
});
