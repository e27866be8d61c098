import { describe, expect, test } from 'vitest';
import { parseTime } from '../../base/time.ts';
import type { MeasuredClaim } from '../../model/incident.ts';
import { askTrend, type TrendQuestion } from './ask.ts';
import { recordsOfClaims } from './claims.ts';
import { parseSpan } from './days.ts';
import { seeded } from './random.ts';
import { type Observation, parsePair, type Records } from './records.ts';
import { reportTrend } from './report.ts';
import { judge, together } from './verdict.ts';

const question = (pair: string, dates: readonly string[], before: string, after = before): TrendQuestion => ({
  pair: parsePair(pair)!,
  unit: null,
  counter: null,
  triggers: dates.map((date) => ({ date, label: null })),
  window: { before: parseSpan(before)!, after: parseSpan(after)! },
  controls: null,
  dates: 'honour',
});

/** A claim in the words of a ministry, as a reading of an article gives it. */
const said = (time: string, ...quantities: [number, string][]): MeasuredClaim => {
  const { first, last, precision } = parseTime(time)!;
  return {
    id: `st-${time}-${quantities[0]![0]}`,
    kind: 'trend',
    speaker: 'a military official',
    speaker_org: 'South Korean Ministry of National Defense',
    publisher: 'Example Herald',
    certainty: 'certain',
    actor_country: null,
    target_country: 'KR',
    time_first: first,
    time_last: last,
    time_precision: precision,
    quantities: quantities.map(([value, unit]) => ({ value, unit, bound: 'exact' })),
    quote: '',
    said: '2017-03-21',
    origin: 'o1',
  };
};

describe("a ministry's counts, given as statements", () => {
  const claims = [
    said('2017-02-16/2017-02-22', [1, 'attempt']),
    said('2017-03-02/2017-03-08', [25, 'hacking attempt']),
    said('2017-03-09/2017-03-15', [44, 'attempt']),
    said('2017-01-01/2017-03-15', [132, 'attempt']),
    said('2017-01/2017-07', [4509, 'attack'], [8263, 'attack'], [75, 'percent']),
  ];
  const records: Records = { ...recordsOfClaims(claims), covered: null, source: 'statements' };
  const report = reportTrend(askTrend(records, question('CN>KR', ['2017-02-28'], '2m', '1m')));

  test('44 against 1, and 4.5 in the worst case', () => {
    const attempts = report.tallies.find((t) => t.unit === 'attempt')!;
    const round = (x: number | null) => Number(x!.toPrecision(2));
    const pair = attempts.pairs.at(-1)!;
    expect([pair.counts.after, pair.counts.before, pair.ratio]).toEqual([44, 1, 44]);
    expect([round(pair.interval[0]), Math.round(pair.interval[1]!)]).toEqual([7.5, 1777]);
    expect([attempts.worst!.ratio, ...attempts.worst!.interval].map(round)).toEqual([4.5, 3.2, 6.5]);
  });

  test('the share that does not add up is flagged', () => {
    expect(report.warnings.find((w) => w.code === 'share-differs')?.text).toContain(
      '4,509 of 8,263 are 54.6 %, not 75 %',
    );
  });

  test("number: supported by one party's counts only; intensity: not testable", () => {
    expect(report.verdict.number.verdict).toBe("supported by one party's counts only");
    expect(report.verdict.intensity.verdict).toBe('not testable with these data');
    expect(report.warnings.map((w) => w.code)).toContain('initiator-not-counted');
  });

  test('a repetition of one origin counts once', () => {
    expect(recordsOfClaims([...claims, ...claims]).tallies.length).toBe(claims.length);
  });
});

const event = (id: number, day: string, initiator = 'AA', target = 'BB', score = 1): Observation => ({
  id: `e${id}`,
  time: parseTime(day),
  initiators: [initiator],
  targets: [target],
  unit: 'incident',
  counter: 'a tracker',
  origin: 'tracker',
  scores: [{ scheme: 'scale', value: score }],
});
/** `perMonth` events in every month of the years given, on drawn days. */
function months(
  from: number,
  to: number,
  perMonth: number,
  make: (id: number, day: string) => Observation,
  seed = 1,
): Observation[] {
  const random = seeded(seed);
  const list: Observation[] = [];
  for (let year = from; year <= to; year++)
    for (let month = 1; month <= 12; month++)
      for (let i = 0; i < perMonth; i++)
        list.push(
          make(
            list.length,
            `${year}-${String(month).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`,
          ),
        );
  return list;
}
const tracker = (observations: readonly Observation[]): Records => ({
  observations,
  tallies: [],
  covered: parseTime('2010/2019'),
  source: 'a tracker',
});

describe('events of an independent tracker', () => {
  const quiet = months(2010, 2019, 2, (i, d) => event(i, d));
  const burst = months(2015, 2015, 8, (i, d) => event(1000 + i, d, 'AA', 'BB', 3), 2);
  const others = months(2010, 2019, 6, (i, d) => event(5000 + i, d, 'AA', 'CC'), 3);

  test('a rise that stands out: supported, in number and intensity', () => {
    const answer = askTrend(tracker([...quiet, ...burst, ...others]), question('AA>BB', ['2015-01-01'], '24m', '12m'));
    expect(answer.number).toEqual({ verdict: 'supported', reason: 'significant' });
    expect(answer.strength.verdict).toBe('supported');
    expect(answer.events[0]!.findings.change_point!.rises).toBe(true);
  });

  test('no rise, well counted: contradicted', () => {
    const answer = askTrend(
      tracker(months(2010, 2019, 10, (i, d) => event(i, d))),
      question('AA>BB', ['2015-01-01'], '24m', '24m'),
    );
    expect(answer.number).toEqual({ verdict: 'contradicted', reason: 'rise-ruled-out' });
  });

  test('a rise that the controls share is no rise of the pair', () => {
    const all = months(2015, 2015, 24, (i, d) => event(9000 + i, d, 'AA', 'CC'), 4);
    const answer = askTrend(
      tracker([...quiet, ...burst, ...others, ...all]),
      question('AA>BB', ['2015-01-01'], '24m', '12m'),
    );
    expect(answer.number).toEqual({ verdict: 'not-testable', reason: 'control-rose-too' });
  });

  test('several days are corrected for', () => {
    const one = askTrend(tracker([...quiet, ...burst]), question('AA>BB', ['2015-01-01'], '24m', '12m'));
    const three = askTrend(
      tracker([...quiet, ...burst]),
      question('AA>BB', ['2015-01-01', '2013-01-01', '2012-01-01'], '24m', '12m'),
    );
    expect(three.events[0]!.p_decides).toBeCloseTo(3 * one.events[0]!.p_decides, 10);
    expect(three.warnings.map((w) => w.code)).toContain('several-triggers');
  });

  test('a record that ends soon after is said to be still coming in; one that ends before has nothing to say', () => {
    const late = askTrend(tracker(quiet), question('AA>BB', ['2019-09-01'], '12m'));
    expect(late.warnings.map((w) => w.code)).toEqual(expect.arrayContaining(['window-cut', 'right-truncated']));
    const never = askTrend(tracker(quiet), question('AA>BB', ['2021-01-01'], '12m'));
    expect(never.warnings.map((w) => w.code)).toContain('trigger-outside');
    expect(never.number.verdict).toBe('not-testable');
  });

  test('events dated to a year drop out of windows of a year; those dated to a month are drawn at the borders', () => {
    const vague = [...quiet, event(1, '2014'), event(2, '2015-01'), event(3, '2014-12-20/2015-01-10')];
    const { findings } = askTrend(tracker(vague), question('AA>BB', ['2015-01-05'], '12m')).events[0]!;
    expect(findings.dating.dropped).toBe(1);
    expect(findings.dating.spread!.after[0]).toBeLessThan(findings.dating.spread!.after[1]);
    const coded = askTrend(tracker(vague), { ...question('AA>BB', ['2015-01-05'], '12m'), dates: 'as-coded' });
    expect(coded.events[0]!.findings.dating).toMatchObject({ dropped: 0, spread: null });
  });

  test('two trackers are not added up', () => {
    const second = quiet.map((e) => ({ ...e, counter: 'another' }));
    const answer = askTrend(
      { ...tracker([...quiet, ...second]), covered: null },
      question('AA>BB', ['2015-01-01'], '12m'),
    );
    expect(answer.events.map((e) => e.counter)).toEqual(['a tracker', 'another']);
  });
});

describe('rules', () => {
  const evidence = {
    counts: { before: 10, after: 40, exposure: { before: 100, after: 100 } },
    interval: [2, 8] as const,
    p: 0.001,
    p_fall: 1,
    variance: { estimated: 1, at_loss: 9 },
    controls: [],
    placebo: null,
    party: false,
  };
  test.each([
    [{}, 'supported', 'significant'],
    [{ party: true }, 'one-party', 'one-party'],
    [{ variance: { estimated: 12, at_loss: 9 } }, 'not-testable', 'variance'],
    [{ variance: { estimated: null, at_loss: 1.5 } }, 'not-testable', 'variance'],
    [{ placebo: { dates: 100, rank: 20, p: 0.2, separate: 30 } }, 'not-testable', 'ordinary-day'],
    [{ placebo: { dates: 100, rank: 20, p: 0.2, separate: 5 } }, 'supported', 'significant'],
    [{ p: 0.2, interval: [0.6, 1.4] as const }, 'contradicted', 'rise-ruled-out'],
    [{ p: 0.99, p_fall: 0.01, interval: [0.1, 1.9] as const }, 'contradicted', 'fell'],
    [{ p: 0.2 }, 'not-testable', 'undecided'],
    [{ p: 0.2, counts: { before: 0, after: 2, exposure: { before: 1, after: 1 } } }, 'not-testable', 'too-few'],
    [{ counts: null }, 'not-testable', 'no-comparison'],
    [{ counts: { before: 0, after: 0, exposure: { before: 1, after: 1 } } }, 'not-testable', 'no-data'],
  ])('%j: %s (%s)', (change, verdict, reason) => {
    expect(judge({ ...evidence, ...change })).toEqual({ verdict, reason });
  });

  test('support and contradiction together decide nothing', () => {
    expect(together(['supported', 'contradicted'])).toBe('not-testable');
    expect(together(['not-testable', 'one-party'])).toBe('one-party');
  });
});
