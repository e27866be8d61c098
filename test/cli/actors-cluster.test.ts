import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { longwatch, temporaryFolder } from './run.ts';

const write = (folder: string, name: string, value: unknown) =>
  writeFileSync(join(folder, name), JSON.stringify(value));
const step = (technique: string) => ({ technique });

test('groups intrusions from lists and from built cases; the rest stays alone', async () => {
  using folder = temporaryFolder();
  write(folder.path, 'a.json', { techniques: ['T1566.001', 'T1003.001', 'T1053.005'], software: ['Mimikatz'] });
  // Files of a case count as software where they are named after some, else as traces that only another case can share.
  write(folder.path, 'b.json', {
    steps: [step('T1566.001'), step('T1003.001'), step('T1053.005')],
    files: [{ name: 'C:\\Temp\\mimikatz.exe' }, { name: 'C:\\Temp\\quarterly report.docx' }],
  });
  write(folder.path, 'c.json', { techniques: ['T1485', 'T1561.002'] });
  const ran = await longwatch(folder.path, [
    ...['actors', 'cluster', '--items', 'a.json', 'c.json', '--case', 'b.json', '--json'],
  ]);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  const { clusters, alone, stability, seen } = JSON.parse(ran.stdout) as {
    clusters: readonly { members: readonly string[]; likeness: number; stability: number }[];
    alone: readonly string[];
    stability: number;
    seen: Readonly<Record<string, readonly string[]>>;
  };
  expect(clusters).toMatchObject([{ members: ['a.json', 'b.json'], likeness: 1 }]);
  expect(alone).toEqual(['c.json']);
  expect(stability).toBeGreaterThan(0.4);
  expect(seen['b.json']).toEqual(['T1566.001', 'T1003.001', 'T1053.005', 'S0002', 'file:quarterly report.docx']);

  write(folder.path, 'd.json', { techniques: ['T1485', 'no technique'] });
  const partly = await longwatch(folder.path, ['actors', 'cluster', '--items', 'c.json', 'd.json']);
  expect(partly.code).toBe(1);
  expect(partly.stderr).toMatch(/d\.json.*no technique/);
}, 120_000);

test('wrong usage is told', async () => {
  using folder = temporaryFolder();
  write(folder.path, 'a.json', { techniques: ['T1485'] });
  const usage = async (...args: string[]) => longwatch(folder.path, ['actors', 'cluster', ...args]);
  expect(await usage('--items', 'a.json')).toMatchObject({ code: 2, stdout: '' });
  expect(await usage('--items', 'a.json', 'a.json')).toMatchObject({ code: 2, stdout: '' });
  expect(await usage('--items', 'a.json', 'none.json')).toMatchObject({ code: 2, stdout: '' });
}, 120_000);
