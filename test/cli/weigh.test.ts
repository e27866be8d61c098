import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { longwatch, temporaryFolder } from './run.ts';

const EXAMPLE = resolve(import.meta.dirname, '../fixtures/weigh/dispute-2017.yaml');

test('a file is weighed without a ledger; --json has the documented shape', async () => {
  using folder = temporaryFolder();
  const run = (...args: string[]) => longwatch(folder.path, ['weigh', EXAMPLE, ...args]);
  const { code, stdout, stderr } = await run('--json');
  expect([code, stderr]).toEqual([0, '']);
  const result = JSON.parse(stdout);
  expect(result.hypotheses[0]).toMatchObject({ id: 'H1', inconsistency: 0, words: 'likely' });
  expect(result.evidence[3]).toMatchObject({ id: 'E4', origin: 'E4', grade: null, weight: 0.6, absence: true });
  expect(result.flips).toMatchObject({ single: ['E4'], pairs: [['E2', 'E7']], sources: ['FireEye', 'CNN'] });

  const without = JSON.parse((await run('--without', 'E4', '--json')).stdout);
  expect(without).toMatchObject({ without: ['E4'], leading: ['H1', 'H4'] });
  const scored = JSON.parse((await run('--score', 'H1', '--json')).stdout);
  expect(scored.score).toMatchObject({ outcome: 'H1', uniform: 0.75 });

  const words = await run();
  expect(words.stdout).toContain('H1 is likely (74 %)');
  expect(words.stdout).toContain('Without E4, H1 and H4 tie.');
  expect(await run('--without', 'E99')).toMatchObject({ code: 2, stdout: '' });
  expect(await run('--score', 'H99')).toMatchObject({ code: 2, stdout: '' });
  expect(await run('--analyst', 'nobody')).toMatchObject({ code: 2, stdout: '' });
  expect(await run('--as-of', '2016-01-01')).toMatchObject({ code: 2, stdout: '' });
});

test('faults are told by line, and the rest is weighed', async () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'odd.yaml');
  writeFileSync(
    file,
    'question: Who?\nhypotheses: [One, Another]\nevidence:\n  - { text: A, ratings: [C, II] }\n  - { text: B, grade: Z9 }\n',
  );
  const odd = await longwatch(folder.path, ['weigh', 'odd.yaml', '--json']);
  expect(odd.code).toBe(1);
  expect(odd.stderr).toMatch(/odd\.yaml, evidence\[2\]\.grade, line 5, column \d+: .*\[weigh-field\]/);
  expect(JSON.parse(odd.stdout).evidence).toHaveLength(1);
  writeFileSync(file, 'question: Who?');
  expect(await longwatch(folder.path, ['weigh', 'odd.yaml'])).toMatchObject({ code: 1, stdout: '' });
  expect(await longwatch(folder.path, ['weigh', 'missing.yaml'])).toMatchObject({ code: 2, stdout: '' });
});

test('every template is a file that can be weighed', async () => {
  using folder = temporaryFolder();
  for (const id of ['who', 'state-or-criminal', 'false-flag', 'purpose']) {
    const { stdout } = await longwatch(folder.path, ['weigh', '--template', id]);
    const weighed = await longwatch(folder.path, ['weigh', '-', '--json'], stdout);
    expect(weighed).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(weighed.stdout).template).toBe(id);
  }
  expect(await longwatch(folder.path, ['weigh', '--template', 'why'])).toMatchObject({ code: 2 });
});

test('a file is recorded in the ledger, found by its case, and remembered as of a day', async () => {
  using folder = temporaryFolder();
  const text = `${readFileSync(EXAMPLE, 'utf8')}case: dispute\n`;
  writeFileSync(join(folder.path, 'it.yaml'), text);
  const run = (...args: string[]) => longwatch(folder.path, ['weigh', ...args]);
  const added = await run('it.yaml', '--add', '--json');
  expect(added).toMatchObject({ code: 0, stderr: expect.stringMatching(/^recorded as wgh-/) });
  const kept = JSON.parse((await run('dispute', '--json')).stdout);
  expect(kept).toEqual(JSON.parse(added.stdout));
  expect(kept.flips.single).toEqual(['E4']);
  const [row] = (await run('--json')).stdout
    .trim()
    .split('\n')
    .map((one) => JSON.parse(one));
  expect(row).toMatchObject({ case: 'dispute', evidence: 8, flips: ['E4'], leader: { words: 'likely' } });
  expect(await run('dispute', '--as-of', '2017-04-30')).toMatchObject({ code: 2, stdout: '' });
  expect((await run('dispute', '--as-of', '2017-05-01')).code).toBe(0);
  expect(await run('nothing')).toMatchObject({ code: 2, stdout: '' });
});
