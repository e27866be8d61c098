import { describe, expect, test } from 'vitest';
import { recordsFrom } from '../../src/actions/trend-records.ts';
import { askTrend } from '../../src/analysis/trend/ask.ts';
import { recordsOfClaims } from '../../src/analysis/trend/claims.ts';
import { parseSpan } from '../../src/analysis/trend/days.ts';
import { controlsOf, daysAsked, type TrendQuestion } from '../../src/analysis/trend/question.ts';
import { seeded } from '../../src/analysis/trend/random.ts';
import { parsePair, type Records } from '../../src/analysis/trend/records.ts';
import { problem } from '../../src/base/problem.ts';
import { parseTime } from '../../src/base/time.ts';
import type { ImportedData, Incident, TallyRecord } from '../../src/model/incident.ts';
import type { LedgerEntry } from '../../src/store/ledger.ts';
import { ACCUSATION, DENIAL, entry } from './ledger-fixtures.ts';
import { ANALYST, type Bench } from './ledger-subject.ts';

const INCIDENT: Incident = {
  id: 'tracker:1',
  dataset: 'tracker',
  name: 'A campaign',
  time: parseTime('2017-03'),
  end: null,
  initiators: ['CN'],
  targets: ['KR'],
  sectors: [],
  types: ['Data theft'],
  unit: 'incident',
  counter: 'Tracker',
  origin: 'tracker',
  scores: [{ scheme: 'tracker-score', value: 3 }],
  attributions: [],
  outcome: { concession: false },
  lanes: ['cyber'],
};
const TALLY: TallyRecord = {
  id: 'tracker#1',
  dataset: 'tracker',
  period: parseTime('2017-03-02/2017-03-08')!,
  value: 25,
  unit: 'attempt',
  counter: 'a ministry',
  counter_country: 'KR',
  initiator: null,
  target: 'KR',
  origin: 'tracker',
  source: null,
  statement: null,
  of: null,
  share: null,
};
const DATA: ImportedData = {
  dataset: 'tracker',
  title: 'Tracker',
  covered: parseTime('2010/2020'),
  incidents: [INCIDENT],
  tallies: [TALLY],
};
const FROM = {
  name: 'tracker.csv',
  problems: [problem('row-undated', { source: 'tracker.csv', line: 3 }, { id: 'tracker:2' })],
};

/** Data sets beside the statements, and what series are made of. */
export function measureContract(t: Bench): void {
  describe('data sets', () => {
    test('come back as they were added, with their number of problems; the same rows again add nothing', async () => {
      expect(await t.ledger.addData(DATA, FROM, ANALYST)).toEqual({ added: true });
      expect(await t.ledger.addData(DATA, FROM, ANALYST)).toEqual({ added: false });
      expect(await t.ledger.datasets()).toMatchObject([
        {
          dataset: 'tracker',
          title: 'Tracker',
          name: 'tracker.csv',
          incidents: 1,
          tallies: 1,
          problems: 1,
          covered: { first: '2010-01-01', last: '2020-12-31' },
        },
      ]);
      expect(await t.ledger.data('tracker')).toEqual({ incidents: [INCIDENT], tallies: [TALLY] });
      expect((await t.ledger.journal()).rows[0]).toMatchObject({
        action: 'data.add',
        subject: 'tracker',
        analyst: ANALYST,
      });
    });

    test('of which the latest import counts', async () => {
      await t.ledger.addData(DATA, FROM, ANALYST);
      await t.ledger.addData({ ...DATA, incidents: [INCIDENT, { ...INCIDENT, id: 'tracker:2' }] }, FROM, ANALYST);
      await t.ledger.addData({ ...DATA, dataset: 'other', tallies: [] }, FROM, ANALYST);
      expect((await t.ledger.datasets()).map(({ dataset, incidents }) => [dataset, incidents])).toEqual([
        ['other', 1],
        ['tracker', 2],
      ]);
      expect((await t.ledger.data()).incidents.length).toBe(3);
    });

    test('are dumped and restored with the rest', async () => {
      await t.ledger.addData(DATA, FROM, ANALYST);
      const lines: string[] = [];
      for await (const line of t.ledger.dump()) lines.push(line);
      const tables = lines.slice(1).map((line) => (JSON.parse(line) as [string])[0]);
      expect(tables).toEqual(['datasets', 'incidents', 'tallies', 'dataset_problems', 'journal']);
    });
  });

  test('dated claims of attacks that stand are measured; denials, undated and rejected ones are not', async () => {
    const counted = entry({
      document: {
        text: 'The ministry counted 25 attempts in the week of 2 March.',
        published: '2017-03-21',
        publisher: 'Wire',
      },
      statements: [
        {
          quote: 'The ministry counted 25 attempts in the week of 2 March',
          kind: 'trend',
          speaker: 'narrator',
          time: '2017-03-02/2017-03-08',
          quantities: [{ value: 25, unit: 'attempt', bound: 'exact' }],
        },
      ],
    });
    await t.ledger.add([ACCUSATION, DENIAL, counted], ANALYST);
    const claims = await t.ledger.measured({});
    expect(claims.map(({ kind, time_first }) => [kind, time_first])).toEqual([
      ['intrusion', '2017-03-01'],
      ['trend', '2017-03-02'],
    ]);
    expect(claims[1]).toMatchObject({
      publisher: 'Wire',
      said: '2017-03-21',
      quantities: [{ value: 25, unit: 'attempt', bound: 'exact' }],
    });
    await t.review(claims[1]!.id, 'reject');
    expect((await t.ledger.measured({})).length).toBe(1);
  });

  describe('attacks counted by day', () => {
    const question = (pair: string, trigger = '2016-07-08'): TrendQuestion => ({
      pair: parsePair(pair)!,
      unit: null,
      counter: null,
      triggers: [{ date: trigger, label: null }],
      window: { before: parseSpan('18m')!, after: parseSpan('12m')! },
      controls: null,
      dates: 'honour',
    });
    /** The same question asked of every claim, one by one. */
    const oneByOne = async (asked: TrendQuestion, asOf?: string) => {
      const claims = await t.ledger.measured(asOf ? { as_of: asOf } : {});
      return answer({ ...recordsOfClaims(claims), covered: null, source: 'statements' }, asked);
    };
    const counted = async (asked: TrendQuestion, asOf?: string) =>
      answer(await recordsFrom(t.ledger, 'statements', asOf, asked), asked);
    const answer = (records: Records, asked: TrendQuestion) => {
      const { records: ids, ...rest } = askTrend(records, asked);
      return { ids: [...ids].sort(), ...rest };
    };

    test('give the answer that the claims give one by one', async () => {
      await t.ledger.add(reports(40), ANALYST);
      for (const pair of ['CN>KR', 'CN>*', '*>KR', '!RU>KR', 'RU>UA', '*>*', 'JP>IN']) {
        const [a, b] = [await counted(question(pair)), await oneByOne(question(pair))];
        expect(a, pair).toEqual(b);
      }
      const found = await counted(question('CN>KR'));
      expect(found.events[0]!.findings.counts.before + found.events[0]!.findings.counts.after).toBeGreaterThan(20);
      expect(found.tallies.length).toBe(1);
      expect(found.warnings.map((w) => w.code)).toContain('reporting-lag');
    });

    test('also after reviews, as of a day, with controls of one’s own, and when a document is read again', async () => {
      const entries = reports(40);
      await t.ledger.add(entries, ANALYST);
      const [first, second, third] = (await t.ledger.attackSeries(asking(question('CN>KR')))).ids;
      await t.review(first!, 'reject');
      await t.review(second!, 'correct', { corrected: { target_country: 'JP' } });
      await t.review(third!, 'correct', { corrected: { time: '2016-08-09' } });
      await t.ledger.add([{ ...entries[0]!, reading: { ...entries[0]!.reading, statements: [] } }], ANALYST);
      const own = { ...question('CN>KR'), controls: [parsePair('RU>UA')!, parsePair('!CN>!KR')!] };
      for (const asked of [question('CN>KR'), question('CN>JP'), own]) {
        expect(await counted(asked)).toEqual(await oneByOne(asked));
        expect(await counted(asked, '2016-12-31')).toEqual(await oneByOne(asked, '2016-12-31'));
      }
    });

    test('count an origin, a pair and a time once, and no pair that nobody names', async () => {
      await t.ledger.add([ACCUSATION, DENIAL], ANALYST);
      const series = await t.ledger.attackSeries(asking(question('*>*', '2017-03-01')));
      expect(series.pair).toEqual([{ first: '2017-03-01', last: '2017-03-31', n: 1 }]);
      expect(series.covered).toEqual({ first: '2017-03-01', last: '2017-03-31' });
      expect((await t.ledger.attackSeries(asking(question('AU>NZ')))).pair).toEqual([]);
    });
  });
}

const asking = (asked: TrendQuestion) => ({
  ...daysAsked(asked),
  pair: asked.pair,
  controls: controlsOf(asked),
  beside: [],
});

/** Reports of many attacks between a few states: days, months and years, repeated ones, doubtful and counted ones. */
function reports(n: number): LedgerEntry[] {
  const random = seeded(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  return Array.from({ length: n }, (_, i) => {
    const sentences = Array.from({ length: 25 }, (_, k) => `Attack number ${k} of report ${i} was seen`);
    const day = (): string => {
      const whole = new Date(Date.UTC(2014, 0, 1) + Math.floor(random() * 1500) * 86_400_000)
        .toISOString()
        .slice(0, 10);
      const kept = random();
      return kept < 0.7
        ? whole
        : kept < 0.9
          ? whole.slice(0, 7)
          : kept < 0.95
            ? whole.slice(0, 4)
            : `${whole}/2019-01-01`;
    };
    const statements = sentences.map((quote, k) => ({
      quote,
      kind: 'intrusion' as const,
      stance: random() < 0.95 ? ('asserts' as const) : ('denies' as const),
      certainty: random() < 0.95 ? ('certain' as const) : ('unlikely' as const),
      actor_country: pick(['CN', 'CN', 'RU', 'KP', null]),
      target_country: pick(['KR', 'KR', 'UA', 'JP', null]),
      time: random() < 0.95 ? day() : null,
      // Numbers that are no count of attacks, and every now and then one that is.
      quantities: k % 9 === 0 ? [{ value: 300, unit: 'device', bound: 'exact' as const }] : [],
    }));
    // The same attack twice in one report is one attack.
    statements[3] = { ...statements[2]!, quote: sentences[3]! };
    statements[4] = { ...statements[9]!, quote: sentences[4]!, quantities: [] };
    if (i % 10 === 0)
      statements[5] = {
        ...statements[5]!,
        ...{ stance: 'asserts', certainty: 'certain', actor_country: null, target_country: 'KR' },
        time: `2016-0${1 + (i / 10) * 2}`,
        quantities: [{ value: 20 + i, unit: 'attempt', bound: 'exact' }],
      };
    const month = String(1 + (i % 12)).padStart(2, '0');
    return entry({
      document: { text: `${sentences.join('. ')}.`, published: `201${5 + (i % 4)}-${month}-15`, publisher: 'Wire' },
      statements,
    });
  });
}
