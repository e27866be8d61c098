import { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { Db } from '../database.ts';
import { PgliteDialect } from '../dialects/pglite/dialect.ts';
import { Cache, inOrder } from './cache.ts';

/** A database that knows nothing but the number of its last journal line. */
function journal(): { db: Db; at: number } {
  const state = { at: 1, db: undefined as unknown as Db };
  const client = { query: async () => ({ rows: [{ version: state.at }] }), close: async () => {} };
  state.db = new Kysely({ dialect: new PgliteDialect(async () => client as never) });
  return state;
}

test('an answer is worked out once, and again when the journal has grown', async () => {
  const state = journal();
  const cache = new Cache();
  let made = 0;
  const ask = (key: unknown) => cache.get(state.db, key, async () => ++made);
  expect([await ask('a'), await ask('a'), await ask('b'), await ask('a')]).toEqual([1, 1, 2, 1]);
  state.at++;
  expect([await ask('a'), await ask('a')]).toEqual([3, 3]);
});

test('an answer overtaken by a write is given but not kept', async () => {
  const state = journal();
  const cache = new Cache();
  const slow = cache.get(state.db, 'a', async () => {
    state.at++;
    await cache.get(state.db, 'other', async () => 'new');
    return 'old';
  });
  expect(await slow).toBe('old');
  expect(await cache.get(state.db, 'a', async () => 'new')).toBe('new');
});

test('who asks meanwhile gets the same answer', async () => {
  const state = journal();
  const cache = new Cache();
  let made = 0;
  const ask = () => cache.get(state.db, 'a', async () => ++made);
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
});

test('a failure is not kept; of too many answers the one not asked for longest goes', async () => {
  const state = journal();
  const cache = new Cache(2);
  await expect(cache.get(state.db, 'a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  let made = 0;
  const ask = (key: string) => cache.get(state.db, key, async () => ++made);
  for (const key of ['a', 'b', 'a', 'c', 'a']) await ask(key);
  expect([made, await ask('b')]).toEqual([3, 4]);
});

test('the order of the fields makes no difference', () => {
  expect(inOrder({ b: 1, a: [2] })).toEqual(inOrder({ a: [2], b: 1 }));
});
