import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { longwatch, temporaryFolder } from './run.ts';

const COUNTS = resolve(import.meta.dirname, '../fixtures/measure/ministry-2017.csv');
const REPORTS = {
  'agency.txt':
    'The national response agency of China said it recorded more than 600 cyber incidents in 2024. In March 2024, US hackers broke into a Chinese university with phishing mails.',
  'firm.txt':
    'Security firm Example Labs said it counted over 1,300 cyber attacks on China in 2024. The number had never been higher, the company said.',
};

/** A ledger with two counters of one year, and a data set of counts. */
async function filled(folder: string): Promise<void> {
  for (const [name, text] of Object.entries(REPORTS)) writeFileSync(join(folder, name), text);
  await longwatch(folder, ['read', '--add', '--publisher', 'Wire', 'agency.txt', 'firm.txt']);
  await longwatch(folder, ['import', 'csv', COUNTS]);
}

test('years: two counters of one year stand side by side, each with its unit, marked as differing', async () => {
  using folder = temporaryFolder();
  await filled(folder.path);
  const { stdout, code } = await longwatch(folder.path, ['years', '--csv', 'years.csv', '--svg', 'years.svg']);
  await expect(stdout).toMatchFileSnapshot('../golden/cli/years.md');
  expect(code).toBe(0);
  const csv = readFileSync(join(folder.path, 'years.csv'), 'utf8').split('\r\n');
  expect(csv[0]).toMatch(/^kind,counter,unit,source,by,key,label,year,/);
  expect(csv.filter((line) => line.startsWith('stated,')).length).toBe(7);
  expect(readFileSync(join(folder.path, 'years.svg'), 'utf8')).toMatch(
    /^<svg [\s\S]*attacks stated by Example Labs[\s\S]*<\/svg>\n$/,
  );

  const json = await longwatch(folder.path, ['years', '--by', 'entry', '--json', '--from', '2024', '--target', 'CN']);
  const report = JSON.parse(json.stdout);
  expect(report.stated.map((f: { value: number; unit: string; year: number }) => [f.year, f.value, f.unit])).toEqual([
    [2024, 1300, 'attack'],
    [2024, 600, 'incident'],
  ]);
  expect(report.series[0].rows).toMatchObject([{ key: 'T1566', label: 'Phishing', total: 1, counts: [1] }]);
}, 120_000);

test('years of an empty ledger say so; what is no split, year or country is wrong usage', async () => {
  using folder = temporaryFolder();
  const empty = await longwatch(folder.path, ['years']);
  expect([empty.code, empty.stdout]).toEqual([0, '# Attacks by year\n\nNothing is counted or stated here.\n']);
  for (const wrong of [
    ['--by', 'colour'],
    ['--from', '24'],
    ['--target', 'XX'],
  ])
    expect((await longwatch(folder.path, ['years', ...wrong])).code).toBe(2);
});
