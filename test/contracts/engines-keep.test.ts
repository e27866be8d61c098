import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UsageError } from '../../src/base/errors.ts';
import type { Node } from '../../src/sigma/rule/tree.ts';
import { openDuckdb, openKept } from '../../src/telemetry/engines/duckdb/index.ts';
import { hunt } from './engines.ts';
import { all, is, keyword, not, regex } from './engines-cases.ts';
import { type Made, madePack } from './engines-events.ts';

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

test('a field that nobody kept is refused, and so are folders that hold something else', async () => {
  const first = await openDuckdb(madePack(TODAY), { keep: folder });
  await hunt(first, EVENTS);
  await first.close();
  await expect(openKept(madePack([is('CommandLine', 'x')]), folder)).rejects.toThrow(
    /folded:commandline.*load the logs anew/,
  );
  await expect(openDuckdb(madePack(TODAY), { keep: folder })).rejects.toThrow(UsageError);
  await expect(openKept(madePack(TODAY), tmpdir())).rejects.toThrow(UsageError);
});
