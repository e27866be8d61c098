import { describe, expect, test } from 'vitest';
import { ACCUSATION, DENIAL, entry } from './ledger-fixtures.ts';
import { ANALYST, type Bench } from './ledger-subject.ts';

type Indicators = ReturnType<typeof entry>['reading']['indicators'];

/** Which indicators documents name, and which documents name them. */
export function indicatorsContract(t: Bench): void {
  describe('indicators', () => {
    const named = (
      text: string,
      indicators: readonly (readonly [string, string, string])[],
      published = '2018-06-01',
    ) =>
      entry({
        document: { text, title: text, published },
        reading: {
          indicators: indicators.map(([type, value, role], i) => ({
            ...{ type, value, role, reason: null, start: i, end: i + 1 },
          })) as unknown as Indicators,
          techniques: [],
          problems: [],
        },
      });

    test('are listed once, with the documents that name them as something to look for', async () => {
      const second = named('Second', [
        ['ipv4', '192.0.2.7', 'indicator'],
        ['domain', 'example.org', 'indicator'],
        ['domain', 'example.org', 'indicator'],
        ['domain', 'news.example', 'reference'],
      ]);
      const third = named('Third', [['domain', 'example.org', 'benign']]);
      await t.ledger.add([ACCUSATION, DENIAL, second, third], ANALYST);
      const { rows, total, origins } = await t.ledger.indicators({});
      expect([total, origins]).toEqual([2, 2]);
      const { id, title, publisher, published } = ACCUSATION.document;
      expect(rows[0]).toEqual({
        type: 'domain',
        value: 'example.org',
        documents: 2,
        origins: 2,
        named_in: [
          { id, title, publisher, published },
          expect.objectContaining({ id: second.document.id, title: 'Second', published: '2018-06-01' }),
        ],
      });
      expect(rows[1]).toMatchObject({ type: 'ipv4', value: '192.0.2.7', documents: 1 });
    });

    test('by role, by type, by day and by page', async () => {
      const other = named('Other', [
        ['domain', 'news.example', 'reference'],
        ['sha256', 'a'.repeat(64), 'indicator'],
        ['cve', 'CVE-2017-0001', 'indicator'],
      ]);
      await t.ledger.add([ACCUSATION, other], ANALYST);
      const values = async (query: Parameters<typeof t.ledger.indicators>[0]) =>
        (await t.ledger.indicators(query)).rows.map(({ value }) => value);
      expect(await values({ role: 'reference' })).toEqual(['news.example']);
      expect(await values({ type: ['sha256', 'ipv4'] })).toEqual(['a'.repeat(64)]);
      expect(await values({ as_of: '2017-12-31' })).toEqual(['example.org']);
      expect(await values({ limit: 1, offset: 1 })).toEqual(['example.org']);
      expect(await values({ limit: 1, offset: 9 })).toEqual([]);
    });
  });
}
