import { describe, expect, test } from 'vitest';
import { reportedAttacks } from '../../src/analysis/years/index.ts';
import { YEAR_SPLITS } from '../../src/model/year.ts';
import { ACCUSATION, DENIAL, entry } from './ledger-fixtures.ts';
import { ANALYST, type Bench } from './ledger-subject.ts';

const TEXT =
  'Firm Two says intruders entered a bank in Busan in 2016 by phishing. Firm Two says intruders entered a clinic. Firm Two counted 30 attacks in 2016.';
const REPORT = {
  document: { text: TEXT, published: '2017-01-10', publisher: 'Wire' },
  statements: [
    {
      quote: 'intruders entered a bank in Busan in 2016 by phishing',
      speaker: 'Firm Two',
      target: 'a bank',
      target_country: 'KR',
      time: '2016',
    },
    { quote: 'intruders entered a clinic', speaker: 'Firm Two', target: 'a clinic', actor: 'intruders' },
    {
      quote: 'Firm Two counted 30 attacks in 2016',
      kind: 'trend',
      speaker: 'Firm Two',
      time: '2016',
      quantities: [{ value: 30, unit: 'attack', bound: 'exact' }],
    },
  ],
} as const;

/** What yearly figures are made of. */
export function yearsContract(t: Bench): void {
  describe('claims of attacks for yearly figures', () => {
    test('are grouped by what a split asks for; the years are the same whatever the split', async () => {
      await t.ledger.add([ACCUSATION, DENIAL, entry(REPORT)], ANALYST);
      for (const by of YEAR_SPLITS) {
        const { items } = reportedAttacks(await t.ledger.attackClaims(by, {}), by);
        expect(items.map(({ year, disputed }) => [year, disputed])).toEqual([
          [2017, true],
          [2016, false],
          [null, false],
        ]);
      }
      const sectors = reportedAttacks(await t.ledger.attackClaims('sector', {}), 'sector').items;
      expect(sectors.map(({ values }) => values.map(({ key }) => key))).toEqual([[], ['finance'], ['health']]);
      const entries = reportedAttacks(await t.ledger.attackClaims('entry', {}), 'entry').items;
      // The technique that the reader found in the passage, and the words of the other.
      expect(entries.map(({ values }) => values.map(({ key }) => key))).toEqual([[], ['T1566'], []]);
    });

    test('count an echo once and leave out what was rejected; their statements can be asked for', async () => {
      const echo = entry({ ...REPORT, document: { ...REPORT.document, text: `${TEXT} ` } });
      await t.ledger.add([entry(REPORT), echo], ANALYST);
      const { items } = reportedAttacks(await t.ledger.attackClaims('year', {}), 'year');
      expect(items.map(({ year, records }) => [year, records.length])).toEqual([
        [2016, 2],
        [null, 2],
      ]);
      const views = await t.ledger.statementsBySeq(items[0]!.records.map(Number), {});
      expect(views.map(({ quote }) => quote)).toEqual([REPORT.statements[0].quote, REPORT.statements[0].quote]);
      for (const { id } of views) await t.review(id, 'reject');
      expect(reportedAttacks(await t.ledger.attackClaims('year', {}), 'year').items.length).toBe(1);
    });

    test('are those known on a day', async () => {
      await t.ledger.add([ACCUSATION, DENIAL, entry(REPORT)], ANALYST);
      const at = async (as_of: string) => {
        const { items } = reportedAttacks(await t.ledger.attackClaims('year', { as_of }), 'year');
        return items.map(({ year, disputed }) => [year, disputed]);
      };
      expect(await at('2017-02-01')).toEqual([
        [2016, false],
        [null, false],
      ]);
      // Before the denial was said, nobody denied it.
      expect((await at('2017-03-31'))[0]).toEqual([2017, false]);
    });

    test('with numbers come with the statements that carry them, dated or not', async () => {
      await t.ledger.add([ACCUSATION, entry(REPORT)], ANALYST);
      const claims = await t.ledger.countedClaims({});
      expect(claims.map(({ quantities, time_first }) => [quantities[0]!.value, time_first])).toEqual([
        [40, null],
        [30, '2016-01-01'],
      ]);
      await t.review(claims[0]!.id, 'reject');
      expect((await t.ledger.countedClaims({})).length).toBe(1);
    });
  });
}
