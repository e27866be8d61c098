import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UsageError } from '../../src/base/errors.ts';
import type { Node } from '../../src/sigma/rule/tree.ts';
import { openDuckdb, openKept } from '../../src/telemetry/engines/duckdb/index.ts';
import type { HuntEngine } from '../../src/telemetry/engines/engine.ts';
import { loadLog } from '../../src/telemetry/engines/load.ts';
import { hunt } from './engines.ts';
import { all, is, keyword, not, regex } from './engines-cases.ts';
import { corpusRules, eachLog } from './engines-corpus.ts';
import { type Made, madePack } from './engines-events.ts';
import { aTree, someEvents } from './engines-random.ts';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'longwatch-keep-')), 'kept');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const EVENTS: readonly Made[] = [
  { fields: { EventID: '1', Image: 'C:\\Cmd.exe', User: 'Ann' } },
  { fields: { EventID: '1', Image: 'C:\\other.exe', User: ['Ann', 'Bob'] } },
  { fields: { EventID: '4688', Image: '', User: null }, eventId: 4688, channel: 'Security' },
];
const TODAY: readonly Node[] = [all(is('EventID', '1'), is('Image', '*\\cmd.exe')), is('User', 'bob')];

test('later rules ask otherwise for the same fields, without the logs', async () => {
  const first = await openDuckdb(madePack(TODAY), { keep: folder });
  expect(await hunt(first, EVENTS)).toEqual([
    { rule: 0, record: 1 },
    { rule: 1, record: 2 },
  ]);
  await first.close();

  const later = await openKept(
    madePack([regex('Image', '^C:.[a-z]'), not(is('User', '*')), keyword('*BOB*'), is('EventID', '4688')]),
    folder,
  );
  expect(await hunt(later, [])).toEqual([
    { rule: 0, record: 2 },
    { rule: 1, record: 3 },
    { rule: 2, record: 2 },
    { rule: 3, record: 3 },
  ]);
  expect(later.account()).toMatchObject({ events: 3, rows: 3 });
  await later.close();
});

test('later rules ask for fields that no rule of the first hunt named', async () => {
  const events: readonly Made[] = [
    { fields: { EventID: '1', Image: 'C:\\Cmd.exe', CommandLine: 'cmd /C Whoami', Size: '10' } },
    { fields: { EventID: '1', Address: ['10.0.0.7', '192.0.2.9'], CommandLine: null, Size: '9' } },
    { fields: { EventID: '1', Odd: '', 'Ünï Field': 'x|y\uFFFFz "q"' } },
  ];
  const first = await openDuckdb(madePack([is('Image', '*\\cmd.exe')]), { keep: folder });
  await hunt(first, events);
  await first.close();
  const rules: readonly Node[] = [
    is('CommandLine', '*whoami'),
    not(is('CommandLine', '*')),
    { op: 'cidr', field: 'Address', network: '192.0.2.0/24' },
    { op: 'compare', field: 'Size', how: 'gt', than: 9 },
    { op: 'exists', field: 'Odd', is: true },
    is('ünïfield', 'X|Y*'),
    regex('Image', 'C:.C'),
  ];
  const fresh = await openDuckdb(madePack(rules));
  const wanted = await hunt(fresh, events);
  await fresh.close();
  const later = await openKept(madePack(rules), folder);
  expect(await hunt(later, [])).toEqual(wanted);
  expect(new Set(wanted.map(({ rule }) => rule)).size).toBe(rules.length);
  expect(later.account()).toMatchObject({ events: 3 });
  await later.close();
});

test('any rules over any kept records hit what they hit in the records themselves', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aTree, { minLength: 5, maxLength: 30 }), someEvents, async (trees, events) => {
      const kept = join(folder, '..', `kept-${count++}`);
      const first = await openDuckdb(madePack([is('EventID', '1')]), { keep: kept });
      await hunt(first, events);
      await first.close();
      const fresh = await openDuckdb(madePack(trees));
      const wanted = await hunt(fresh, events);
      await fresh.close();
      const later = await openKept(madePack(trees), kept);
      expect(await hunt(later, [])).toEqual(wanted);
      await later.close();
    }),
    { numRuns: 8, endOnFailure: true },
  );
}, 60_000);
let count = 0;

test('a folder of an older version, which left fields out, is refused, and so are folders that hold something else', async () => {
  const first = await openDuckdb(madePack(TODAY), { keep: folder });
  await hunt(first, EVENTS);
  await first.close();
  const manifest = join(folder, 'kept.json');
  const { whole, ...older } = JSON.parse(readFileSync(manifest, 'utf8'));
  expect(whole).toBe(true);
  writeFileSync(manifest, JSON.stringify(older));
  await expect(openKept(madePack([is('CommandLine', 'x')]), folder)).rejects.toThrow(
    /folded:commandline.*load the logs anew/,
  );
  await expect(openDuckdb(madePack(TODAY), { keep: folder })).rejects.toThrow(UsageError);
  await expect(openKept(madePack(TODAY), tmpdir())).rejects.toThrow(UsageError);
});

const shared = resolve(process.env.LONGWATCH_SHARED ?? '../shared', 'data');
const missing = !existsSync(join(shared, 'sigma/rules'));
if (missing) console.log(`skipped: no rules and logs at ${shared}`);

test.skipIf(missing)(
  'logs kept with one rule: all rules hit in them what they hit in the logs',
  async () => {
    const pack = corpusRules();
    const hits = async (engine: HuntEngine): Promise<string[]> => {
      const found: string[] = [];
      for await (const { file, event, rule } of engine.hits())
        found.push(`${file}\t${event.record}\t${pack.rules[rule]!.id}`);
      await engine.close();
      return found.sort();
    };
    const load = async (engine: HuntEngine): Promise<HuntEngine> => {
      await eachLog(async (input) => {
        await loadLog(engine, input, { problem() {}, done: () => false });
      });
      return engine;
    };
    await hits(await load(await openDuckdb({ rules: pack.rules.slice(0, 1), correlations: [] }, { keep: folder })));
    const wanted = await hits(await load(await openDuckdb(pack)));
    const found = await hits(await openKept(pack, folder));
    expect(found).toEqual(wanted);
    expect(wanted.length).toBeGreaterThan(1500);
  },
  600_000,
);
