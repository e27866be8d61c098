import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { longwatch, temporaryFolder } from './run.ts';

const COUNTS = resolve(import.meta.dirname, '../fixtures/measure/ministry-2017.csv');
const ASKED = ['--initiator', 'CN', '--target', 'KR', '--trigger', '2017-02-28:land swap', '--window', '2m/1m'];

test('trend --from CSV: the answer as Markdown, the share that does not add up on standard error', async () => {
  using folder = temporaryFolder();
  const { code, stdout, stderr } = await longwatch(folder.path, ['trend', '--from', COUNTS, ...ASKED]);
  await expect(stdout).toMatchFileSnapshot('../golden/cli/trend.md');
  expect(stderr).toContain('[share-differs]');
  expect(code).toBe(1);
});

test('import csv, then trend from the ledger gives the same verdict as JSON', async () => {
  using folder = temporaryFolder();
  const imported = await longwatch(folder.path, ['import', 'csv', COUNTS, '--json']);
  expect(JSON.parse(imported.stdout)).toMatchObject({ tallies: 5, incidents: 0, added: true });
  const { stdout, code } = await longwatch(folder.path, ['trend', ...ASKED, '--json']);
  const answer = JSON.parse(stdout);
  expect(Object.keys(answer)).toEqual(
    expect.arrayContaining([
      'question',
      'counts',
      'ratio',
      'interval',
      'p',
      'power',
      'controls',
      'placebo',
      'verdict',
      'warnings',
    ]),
  );
  expect(answer.counts).toEqual({ before: 1, after: 69, exposure: { before: 7, after: 14 } });
  expect(answer.verdict.number.verdict).toBe("supported by one party's counts only");
  expect(answer.verdict.intensity.verdict).toBe('not testable with these data');
  expect(code).toBe(0);
});

test('trend --svg draws the counts; wrong days and files are usage errors', async () => {
  using folder = temporaryFolder();
  const { stdout } = await longwatch(folder.path, ['trend', '--from', COUNTS, ...ASKED, '--svg', '-']);
  expect(stdout).toMatch(/^<svg [\s\S]*2017-03-09 to 2017-03-15: 44[\s\S]*<\/svg>\n$/);
  const day = await longwatch(folder.path, ['trend', '--from', COUNTS, '--trigger', '2017-02-30']);
  expect([day.code, day.stderr]).toEqual([2, expect.stringContaining('2017-02-30')]);
  const file = await longwatch(folder.path, ['trend', '--from', 'nowhere.csv', '--trigger', '2017-02-28']);
  expect(file.code).toBe(2);
});
