import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byOrder, type Hit, hash52 } from './hit.ts';
import { HitStore } from './hit-store.ts';

const hit = (time: number, file: number, record: number, rule: number, copy = 0): Hit => ({
  time,
  file,
  record,
  rule,
  copy,
  carry: copy % 3 === 0 ? '' : '{"User":"a\\tb"}',
  line: `{"file":"${file}","note":"tab\\t ${'x'.repeat(20)}"}`,
});

async function all(store: HitStore): Promise<Hit[]> {
  const hits: Hit[] = [];
  for await (const one of store.sorted()) hits.push(one);
  return hits;
}

test('orders by time, file, record and rule, whatever order they came in; no time comes last', async () => {
  const store = new HitStore();
  await store.add([hit(Infinity, 0, 1, 1), hit(5, 1, 1, 1), hit(5, 0, 9, 2), hit(5, 0, 9, 1)]);
  await store.add([hit(1, 3, 3, 3)]);
  expect((await all(store)).map(({ time, file, record, rule }) => [time, file, record, rule])).toEqual([
    [1, 3, 3, 3],
    [5, 0, 9, 1],
    [5, 0, 9, 2],
    [5, 1, 1, 1],
    [Infinity, 0, 1, 1],
  ]);
});

test('gives copies once, for the first file, unless they are wanted', async () => {
  const copies = [hit(5, 2, 7, 1, 99), hit(5, 0, 7, 1, 99), hit(5, 1, 8, 1, 98), hit(6, 1, 7, 1, 99), hit(5, 0, 7, 1)];
  const store = new HitStore();
  await store.add(copies);
  expect((await all(store)).map(({ time, file, copy }) => [time, file, copy])).toEqual([
    [5, 0, 99],
    [5, 0, 0],
    [5, 1, 98],
    [6, 1, 99],
  ]);
  expect([store.added, store.copies]).toEqual([5, 1]);
  const keeping = new HitStore(1 << 20, true);
  await keeping.add(copies);
  expect(await all(keeping)).toHaveLength(5);
});

test('gives the same whether it fits in memory or not, and leaves nothing behind', async () => {
  const numbers = fc.record({ t: fc.nat(50), f: fc.nat(3), r: fc.nat(20), u: fc.nat(5) });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(numbers, { maxLength: 12 }), { maxLength: 12 }), async (batches) => {
      const small = new HitStore(500);
      const large = new HitStore();
      const every: Hit[] = [];
      for (const batch of batches) {
        const hits = batch.map(({ t, f, r, u }) => hit(t + 0.125, f, r, u, 1 + r * 6 + u));
        every.push(...hits);
        await small.add(hits);
        await large.add(hits);
      }
      const given = await all(small);
      expect(given).toEqual(await all(large));
      expect([...given].sort(byOrder)).toEqual(given);
      expect(new Set(given.map(({ time, copy }) => `${time} ${copy}`))).toEqual(
        new Set(every.map(({ time, copy }) => `${time} ${copy}`)),
      );
      const folder = (small as unknown as { folder: string | null }).folder;
      small.close();
      expect(folder === null || !existsSync(folder)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('hashes of different texts differ', () => {
  const seen = new Set<number>();
  for (let i = 0; i < 200_000; i++) seen.add(hash52(`{"record":${i},"rule":"a"}`));
  expect(seen.size).toBe(200_000);
});
