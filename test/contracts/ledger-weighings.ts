import { beforeEach, describe, expect, test } from 'vitest';
import { NotFoundError, UsageError } from '../../src/base/errors.ts';
import type { WeighingPart } from '../../src/model/weighing/weighing.ts';
import { ACCUSATION, DENIAL } from './ledger-fixtures.ts';
import { ANALYST, type Bench } from './ledger-subject.ts';

const QUESTION: WeighingPart = {
  part: 'question',
  key: '',
  body: { question: 'Who did it?', template: 'who', case: null, note: 'näher "quoted" ✓' },
};

export function evidencePart(key: string, statements: readonly string[] = []): WeighingPart {
  return {
    part: 'evidence',
    key,
    body: {
      text: `Evidence ${key}`,
      type: null,
      source: 'Firm One',
      via: ['Example Wire'],
      origin: null,
      grade: { reliability: 'B', credibility: '2' },
      weight: null,
      forgeability: null,
      absence: false,
      looked: null,
      date: '2017-03',
      statements,
      records: [{ file: 'Security.evtx', record: '17' }],
      note: null,
    },
  };
}

/** What the ledger promises about weighings: entries by analyst and date, only ever added. */
export function weighingContract(t: Bench): void {
  const statement = ACCUSATION.reading.statements[0]!.id;

  describe('weighings', () => {
    beforeEach(async () => {
      await t.ledger.add([ACCUSATION, DENIAL], ANALYST);
    });

    test('entries come back as they went in, in their order', async () => {
      const rating: WeighingPart = { part: 'rating', key: 'E1/H1', body: 'II' };
      const id = await t.ledger.recordWeighing(null, [QUESTION, evidencePart('E1', [statement]), rating], ANALYST);
      expect(await t.ledger.weighing(id)).toEqual({
        id,
        entries: [QUESTION, evidencePart('E1', [statement]), rating].map((part) => ({
          ...part,
          analyst: ANALYST,
          recorded: '2024-05-01T10:00:00.000Z',
        })),
        statements: { [statement]: 'unreviewed' },
      });
      expect((await t.ledger.weighings()).map((one) => one.id)).toEqual([id]);
      const [line] = (await t.ledger.journal()).rows;
      expect(line).toMatchObject({
        action: 'weigh.record',
        subject: id,
        analyst: ANALYST,
        details: { question: 1, evidence: 1, rating: 1 },
      });
    });

    test('taking out is an entry too, and nothing is lost', async () => {
      const id = await t.ledger.recordWeighing(null, [QUESTION], ANALYST);
      t.at('2024-05-02T10:00:00.000Z');
      await t.ledger.recordWeighing(id, [{ part: 'rating', key: 'E1/H1', body: 'CC' }], 'ben');
      await t.ledger.recordWeighing(id, [{ part: 'rating', key: 'E1/H1', body: null }], 'ben');
      const { entries } = await t.ledger.weighing(id);
      expect(entries.map(({ analyst, body }) => [analyst, body])).toEqual([
        [ANALYST, QUESTION.body],
        ['ben', 'CC'],
        ['ben', null],
      ]);
    });

    test('an earlier day knows only what was made by then, by whomever it was brought in', async () => {
      const id = await t.ledger.recordWeighing(
        null,
        [
          { ...QUESTION, made: '2017-04-01' },
          { part: 'rating', key: 'E1/H1', body: 'C' },
          { part: 'rating', key: 'E2/H1', body: 'I', made: '2017-05-01', analyst: 'cho' },
        ],
        ANALYST,
      );
      const on = async (day?: string) =>
        (await t.ledger.weighing(id, day)).entries.map(({ key, analyst }) => [key, analyst]);
      expect(await on('2017-04-30')).toEqual([['', ANALYST]]);
      expect(await on('2017-05-01')).toEqual([
        ['', ANALYST],
        ['E2/H1', 'cho'],
      ]);
      expect(await on()).toHaveLength(3);
      expect((await t.ledger.weighing(id)).entries[1]).toMatchObject({ key: 'E2/H1', recorded: '2017-05-01' });
      await expect(on('2017-03-31')).rejects.toThrow(NotFoundError);
      expect(await t.ledger.weighings('2017-03-31')).toEqual([]);
    });

    test('a review of a cited statement shows, from its day on; an unknown statement has none', async () => {
      const id = await t.ledger.recordWeighing(null, [QUESTION, evidencePart('E1', [statement, 'st-none'])], ANALYST);
      t.at('2024-05-02T10:00:00.000Z');
      await t.review(statement, 'reject');
      expect((await t.ledger.weighing(id)).statements).toEqual({ [statement]: 'rejected' });
      expect((await t.ledger.weighing(id, '2024-05-01')).statements).toEqual({ [statement]: 'unreviewed' });
    });

    test('nonsense is refused and leaves no trace', async () => {
      const { total } = await t.ledger.journal();
      await expect(t.ledger.recordWeighing(null, [{ part: 'outcome', key: '', body: null }], ANALYST)).rejects.toThrow(
        UsageError,
      );
      await expect(t.ledger.recordWeighing('wgh-none', [QUESTION], ANALYST)).rejects.toThrow(NotFoundError);
      await expect(t.ledger.weighing('wgh-none')).rejects.toThrow(NotFoundError);
      expect((await t.ledger.journal()).total).toBe(total);
      expect(await t.ledger.weighings()).toEqual([]);
    });
  });
}
