import { describe, expect, test } from 'vitest';
import { ACCUSATION, DENIAL, entry } from './ledger-fixtures.ts';
import { ANALYST, type Bench } from './ledger-subject.ts';

/** Who speaks, acts and is targeted: what counts as one name, and how often. */
export function namesContract(t: Bench): void {
  describe('names', () => {
    test('names are counted by role, whatever their spelling', async () => {
      const more = entry({
        document: { text: 'LOTTE  MART was hit again in 2018.', published: '2018-06-01' },
        statements: [
          { quote: 'LOTTE  MART was hit again in 2018', target: 'LOTTE MART', target_country: 'KR', time: '2018' },
        ],
      });
      await t.ledger.add([ACCUSATION, DENIAL, more], ANALYST);
      const { rows, total, origins } = await t.ledger.names({ role: 'target' });
      expect([total, origins]).toEqual([1, 3]);
      expect(rows[0]).toEqual({
        name: 'Lotte Mart',
        role: 'target',
        country: 'KR',
        statements: 3,
        documents: 3,
        origins: 3,
        stances: { asserts: 2, denies: 1 },
        kinds: { intrusion: 2, response: 1 },
        first: '2017-03-01',
        last: '2018-12-31',
      });
      const speakers = async (query: object) =>
        (await t.ledger.names({ role: 'speaker', ...query })).rows.map((row) => row.name);
      expect(await speakers({})).toEqual(['Analysts', 'Ministry of Foreign Affairs']);
      expect(await speakers({ narrator: true })).toEqual(['narrator', 'Analysts', 'Ministry of Foreign Affairs']);
      expect((await t.ledger.names({ role: 'actor', q: 'HACK' })).rows.map((row) => row.name)).toEqual([
        'Chinese hackers',
      ]);
      expect((await t.ledger.names({ role: 'actor', as_of: '2017-03-31' })).total).toBe(1);
    });

    test('who only answers or takes measures is not among those said to act', async () => {
      const kinds = ['response', 'measure', 'intrusion', 'attribution', 'intent'] as const;
      const names = ['Ana Petrova', 'Customs Office', 'Grey Heron', 'White Stork', 'Grey Heron'];
      const quotes = kinds.map((_, i) => `Line ${i} was written`);
      const statements = quotes.map((quote, i) => ({ quote, kind: kinds[i]!, actor: names[i]! }));
      await t.ledger.add([entry({ document: { text: `${quotes.join('. ')}.` }, statements })], ANALYST);
      const { rows, total } = await t.ledger.names({ role: 'actor' });
      expect([total, rows.map((row) => [row.name, row.statements, row.kinds])]).toEqual([
        2,
        [
          ['Grey Heron', 2, { intrusion: 1, intent: 1 }],
          ['White Stork', 1, { attribution: 1 }],
        ],
      ]);
    });

    test('phrases that name nobody are listed only when asked or searched for', async () => {
      const names = [
        'attackers',
        '400 people',
        'Attackers',
        'Analysts',
        'apt99',
        '攻击者',
        'bank’s clients',
        'Ember team',
        'the Ember team',
      ];
      const quotes = names.map((_, i) => `Charge ${i} was rejected`);
      const statements = quotes.map((quote, i) => ({ quote, actor: names[i]!, target: names[i]! }));
      await t.ledger.add([entry({ document: { text: `${quotes.join('. ')}.` }, statements })], ANALYST);
      const listed = async (query: object) => {
        const { rows, total } = await t.ledger.names({ role: 'actor', ...query });
        expect(total).toBe(rows.length);
        return rows.map(({ name }) => name).sort();
      };
      expect(await listed({})).toEqual(['Analysts', 'Ember team', 'apt99', 'the Ember team', '攻击者']);
      expect(await listed({ q: 'attack' })).toEqual(['Attackers']);
      expect(await listed({ unnamed: true })).toHaveLength(8);
    });

    test('a name is one name in whatever typeface, and shows its most frequent spelling', async () => {
      const spellings = [
        'China’s Ministry of Foreign Affairs',
        "China's Ministry of Foreign Affairs",
        "CHINA'S ministry\u00a0of Foreign Affairs",
        'China’s Ministry of Foreign Affairs',
        'Ministry of Foreign Affairs',
        '“Ember” team',
        '"Ember" team',
        'Ember team',
      ];
      const quotes = spellings.map((_, i) => `Charge ${i} was rejected`);
      const statements = quotes.map((quote, i) => ({ quote, speaker: spellings[i]!, target: spellings[i]! }));
      await t.ledger.add([entry({ document: { text: `${quotes.join('. ')}.` }, statements })], ANALYST);
      for (const role of ['speaker', 'target'] as const) {
        const { rows } = await t.ledger.names({ role });
        expect(rows.map((row) => [row.name, row.statements])).toEqual([
          ['China’s Ministry of Foreign Affairs', 4],
          ['"Ember" team', 2],
          ['Ember team', 1],
          ['Ministry of Foreign Affairs', 1],
        ]);
        for (const q of ["china's", 'CHINA’S  ministry']) {
          expect((await t.ledger.names({ role, q })).rows.map((row) => row.statements)).toEqual([4]);
          expect((await t.ledger.statements({ [role]: q })).total).toBe(4);
        }
      }
    });
  });
}
