import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { EXAMPLE_INTRUSION } from '../report/bulletin/example.fixture.ts';
import type { Ledger } from '../store/ledger.ts';
import type { Context } from './action.ts';
import { runAction } from './registry.ts';

const home = mkdtempSync(join(tmpdir(), 'longwatch-rank-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const TEXT = 'The intruders of Mustang Panda used PlugX, and later RedLeaves, against two ministries.';
const read = { events: 1, files: 1 };
const logs = { intrusions: [EXAMPLE_INTRUSION], left_out: [], findings: 5, read };
const entry = { seq: 1, analyst: 'ann', recorded: '2026-01-02T00:00:00Z' };

const ledger = {
  statements: async () => ({ rows: [], total: 0, origins: 0 }),
  document: async () => ({
    text: TEXT,
    title: 'Two ministries',
    name: 'two.md',
    published: '2018-09-01',
    techniques: [{ id: 'T1574.001', score: 1, start: 0, end: 5 }],
  }),
  case: async (name: string) => ({
    name,
    entries: name === 'empty' ? [] : [{ ...entry, part: 'logs', body: logs }],
  }),
} as unknown as Ledger;
const context = { ledger, home } as unknown as Context;

test('typed lists: a short list that sums to one with the others and none, each with reasons in words', async () => {
  const view = await runAction(context, 'actors.rank', {
    techniques: ['T1566.001', 't1574/001', 'no technique'],
    software: ['plug x', 'RedLeaves'],
    limit: 500,
  });
  expect(view.from).toEqual({ kind: 'items', id: null, title: null, date: null });
  expect(view.seen.map(({ term, label, topic, known }) => [term, label, topic, known])).toContainEqual([
    'S0153',
    'RedLeaves',
    'software',
    true,
  ]);
  expect(view.problems.map(({ code }) => code)).toEqual(['item-unknown']);
  expect(view.ranking.reduce((sum, { probability }) => sum + probability, view.none!)).toBeCloseTo(1, 6);
  expect(view.ranking[0]!.name).toBe('APT10');
  expect(view.ranking[0]!.reasons.map(({ label }) => label)).toContain('RedLeaves');
  expect(view.knowledge).toMatchObject({ as_of: null, years_before: 0 });
  expect(view.policies.map(({ id }) => id)).toEqual(['two', 'mitre', 'microsoft', 'misp', 'everyone', 'none']);
});

test('a report is held against what had been published before it, unless the asker wants all', async () => {
  const then = await runAction(context, 'actors.rank', { document: 'doc-1' });
  expect(then.from).toEqual({ kind: 'document', id: 'doc-1', title: 'Two ministries', date: '2018-09-01' });
  expect(then.named).toEqual(['Mustang Panda']);
  expect(then.knowledge.as_of).toBe('2018-08-17');
  // Fewer groups are new to a table made since than to one of that day.
  expect(then.unknown_share).toBeLessThan(0.3);
  const now = await runAction(context, 'actors.rank', { document: 'doc-1', facts: 'now' });
  expect(now.knowledge.as_of).toBeNull();
  expect(now.unknown_share).toBeGreaterThan(0.4);
  // On a past day nothing younger than that day is used, whatever the asker says of the report's.
  const past = await runAction(context, 'actors.rank', { document: 'doc-1', facts: 'now', as_of: '2019-03-01' });
  expect(past.knowledge.as_of).toBe('2019-03-01');
});

test('a case gives the techniques of its steps; without an intrusion nothing is compared', async () => {
  const view = await runAction(context, 'actors.rank', { case: 'mill' });
  expect(view.from).toMatchObject({ kind: 'case', title: 'mill', date: EXAMPLE_INTRUSION.first_access.slice(0, 10) });
  expect(view.seen.map(({ term }) => term)).toContain('T1190');
  const none = await runAction(context, 'actors.rank', { case: 'empty' });
  expect(none).toMatchObject({ ranking: [], none: null, policies: [] });
  expect(none.problems.map(({ code }) => code)).toEqual(['case-without-intrusion']);
});

test('more unknown groups expected make none likelier; facts ended too long before make it untestable', async () => {
  const asked = { software: ['RedLeaves'] };
  const few = await runAction(context, 'actors.rank', { ...asked, unknown_share: 0.1 });
  const many = await runAction(context, 'actors.rank', { ...asked, unknown_share: 0.9 });
  expect(many.none).toBeGreaterThan(few.none!);
  const late = await runAction(context, 'actors.rank', { ...asked, seen: '2031' });
  expect(late.none_testable).toBe(false);
  expect(few.none_testable).toBe(true);
});

test('wrong usage is refused', async () => {
  await expect(runAction(context, 'actors.rank', { case: 'a', document: 'b' })).rejects.toThrow('not both');
  await expect(runAction(context, 'actors.rank', { seen: '2017-02-30' })).rejects.toThrow('YYYY');
  await expect(runAction(context, 'actors.rank', { software: ['PlugX'], policy: 'no such' })).rejects.toThrow(
    'no naming policy',
  );
});
