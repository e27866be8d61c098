import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NO_HOST } from '../../model/hunt-view.ts';
import { HuntIndex } from './hunt-index.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'longwatch-hunts-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Sketch {
  readonly rule: string;
  readonly host: string;
  readonly time: string | null;
}

const line = ({ rule, host, time }: Sketch, record = 1): string =>
  JSON.stringify({
    ...{ file: '/logs/a.evtx', record, time, channel: 'Security', event_id: 4688, computer: host },
    rule: {
      id: rule,
      title: `Rule ${rule}`,
      level: rule === 'a' ? 'high' : 'low',
      tags: ['attack.t1059'],
      status: 'test',
    },
    fields: { CommandLine: `run ${rule} — ü` },
    record_fields: { Image: 'C:\\x.exe' },
  });

async function indexed(text: string): Promise<HuntIndex> {
  const path = join(folder, `${Math.random()}.jsonl`);
  writeFileSync(path, text);
  return HuntIndex.of(path);
}

const HITS: Sketch[] = [
  { rule: 'a', host: 'PC1', time: '2024-05-01T08:00:00.000001Z' },
  { rule: 'b', host: 'PC1', time: '2024-05-02T08:00:00Z' },
  { rule: 'a', host: 'PC2', time: '2024-05-02T09:00:00Z' },
  { rule: 'b', host: '', time: null },
];

test('hits are counted by rule, host and day, and read back by their numbers', async () => {
  const index = await indexed(HITS.map((hit, i) => line(hit, i)).join('\n'));
  expect(index.counts({})).toEqual({
    matching: 4,
    matching_rules: 2,
    matching_hosts: 2,
    matching_nowhere: 1,
    untimed: 1,
    by_level: { high: 2, low: 2 },
    by_rule: [
      { id: 'a', title: 'Rule a', level: 'high', hits: 2, hosts: 2, first: HITS[0]!.time, last: HITS[2]!.time },
      { id: 'b', title: 'Rule b', level: 'low', hits: 2, hosts: 1, first: HITS[1]!.time, last: HITS[1]!.time },
    ],
    by_host: [
      { name: 'PC1', hits: 2, laid: 0, rules: 2, first: HITS[0]!.time, last: HITS[1]!.time },
      { name: '', hits: 1, laid: 0, rules: 1, first: null, last: null },
      { name: 'PC2', hits: 1, laid: 0, rules: 1, first: HITS[2]!.time, last: HITS[2]!.time },
    ],
    by_day: [
      { day: '2024-05-01', hits: 1 },
      { day: '2024-05-02', hits: 2 },
    ],
  });
  const [hit] = await index.hits([2]);
  expect(hit).toMatchObject({
    n: 2,
    record: 2,
    computer: 'PC2',
    fields: { CommandLine: 'run a — ü' },
    record_fields: { Image: 'C:\\x.exe' },
  });
});

test('a filter narrows everything but the list of its own field', async () => {
  const index = await indexed(HITS.map((hit) => line(hit)).join('\n'));
  const { matching, by_rule, by_host, by_day } = index.counts({ rule: 'a', before: '2024-05-01' });
  expect([matching, by_rule.length, by_host.length, by_day.length]).toEqual([1, 1, 1, 2]);
  expect(index.select({ host: NO_HOST })).toEqual([3]);
  expect(index.select({ host: '' }).length).toBe(4);
  expect(index.select({ rule: 'nobody' })).toEqual([]);
});

test('figures of a filter are of what passes it, whatever the lists still offer', async () => {
  const index = await indexed(HITS.map((hit) => line(hit)).join('\n'));
  const figures = ({
    matching,
    matching_rules: r,
    matching_hosts: h,
    matching_nowhere: n,
  }: ReturnType<HuntIndex['counts']>) => [matching, r, h, n];
  expect(figures(index.counts({ host: 'PC2' }))).toEqual([1, 1, 1, 0]);
  expect(figures(index.counts({ rule: 'b' }))).toEqual([2, 1, 1, 1]);
  expect(figures(index.counts({ host: NO_HOST }))).toEqual([1, 1, 0, 1]);
});

test('a record without a computer is laid to the machine the hunt made out, else to the folder of its log, as in cases', async () => {
  const at = (computer: string, file: string, more: object = {}) =>
    JSON.stringify({ ...(JSON.parse(line({ ...HITS[0]!, host: computer })) as object), file, ...more });
  const index = await indexed(
    [
      at('mail01.plant.example', '/logs/MAIL01/security.evtx'),
      at('', '/logs/MAIL01/iis/u_ex240501.log'),
      at('', '/logs/proxy/conn.log', { host: 'WS-065', host_by: 'address' }),
      at('-', '/logs/elsewhere/access.log'),
    ].join('\n'),
  );
  expect(index.counts({}).by_host.map(({ name, hits, laid }) => [name, hits, laid])).toEqual([
    ['MAIL01', 2, 1],
    ['', 1, 0],
    ['WS-065', 1, 1],
  ]);
  expect(index.select({ host: 'MAIL01' })).toEqual([0, 1]);
  expect((await index.hits([0, 1, 2, 3])).map(({ host, host_by }) => [host, host_by])).toEqual([
    ['MAIL01', 'record'],
    ['MAIL01', 'folder'],
    ['WS-065', 'address'],
    ['', null],
  ]);
});

test('the gravest first: by level, and in the order of the file within one', async () => {
  const index = await indexed(HITS.map((hit) => line(hit)).join('\n'));
  expect(index.select({}, 'level')).toEqual([0, 2, 1, 3]);
  expect(index.select({ host: 'PC1' }, 'level')).toEqual([0, 1]);
});

test('lines that are no hits are counted; a file of none is wrong usage, an empty one has none', async () => {
  const index = await indexed(`${line(HITS[0]!)}\n{"not": "a hit"}\n\n${line(HITS[1]!).slice(0, 30)}`);
  expect([index.size, index.unread]).toEqual([1, 2]);
  await expect(indexed('some text\nof another kind\n')).rejects.toThrow('holds no lines of hits');
  expect((await indexed('')).size).toBe(0);
  await expect(HuntIndex.of(join(folder, 'nowhere'))).rejects.toThrow('cannot be read (ENOENT)');
  await expect(HuntIndex.of(folder)).rejects.toThrow('cannot be read');
});

test('whatever hit: each split adds up to all of it, and each filter to its row', async () => {
  const anyHit = fc.record({
    rule: fc.constantFrom('a', 'b', 'c'),
    host: fc.constantFrom('PC1', 'PC2', ''),
    time: fc.constantFrom(null, '2024-05-01T00:00:00Z', '2023-12-31T23:59:59.999Z'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(anyHit, { maxLength: 30 }), async (hits) => {
      const index = await indexed(hits.map((hit) => line(hit)).join('\n'));
      const { matching, untimed, by_rule, by_host, by_day } = index.counts({});
      const sum = (rows: readonly { readonly hits: number }[]) => rows.reduce((total, row) => total + row.hits, 0);
      expect([sum(by_rule), sum(by_host), sum(by_day) + untimed]).toEqual([matching, matching, matching]);
      for (const { id, hits: n } of by_rule) expect(index.select({ rule: id }).length).toBe(n);
      for (const { name, hits: n } of by_host) expect(index.counts({ host: name || NO_HOST }).matching).toBe(n);
    }),
    { numRuns: 40 },
  );
});
