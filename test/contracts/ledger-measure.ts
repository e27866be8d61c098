import { describe, expect, test } from 'vitest';
import { problem } from '../../src/base/problem.ts';
import { parseTime } from '../../src/base/time.ts';
import type { ImportedData, Incident, TallyRecord } from '../../src/model/incident.ts';
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
}
