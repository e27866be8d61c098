import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readInputs } from '../src/actions/read-inputs.ts';
import { shapeOfRead } from '../src/cli/shape.ts';

const root = resolve(import.meta.dirname, '..');
const given = resolve(root, process.env.LONGWATCH_SHARED ?? '../shared', 'gold');
const articles = join(given, 'articles');
const there = existsSync(articles);
if (!there) process.stderr.write(`Gold score skipped: there are no labelled articles at ${articles}.\n`);

const found = mkdtempSync(join(tmpdir(), 'longwatch-gold-'));
afterAll(() => rmSync(found, { recursive: true, force: true }));

test.skipIf(!there)('statements agree with the hand-labelled ones at least as well as the floor says', async () => {
  const folder = realpathSync(articles);
  const inputs = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({ kind: 'file' as const, name: join(folder, name) }));
  expect(inputs.length).toBeGreaterThan(0);
  for await (const { input, documents } of readInputs(inputs, { reader: 'rules', allowPrivate: false, given: {} }))
    for (const one of documents)
      writeFileSync(join(found, `${basename(input.name, '.txt')}.json`), JSON.stringify(shapeOfRead(one, input.name)));

  const scorer = join(realpathSync(given), 'score-statements.mjs');
  const score = execFileSync(process.execPath, [scorer, folder, found, '--json'], { encoding: 'utf8' });
  const { micro } = JSON.parse(score) as { micro: Record<string, number> };
  const floors = JSON.parse(readFileSync(join(root, 'test', 'gold-floor.json'), 'utf8')) as Record<string, number>;
  for (const [name, floor] of Object.entries(floors)) expect(micro[name], name).toBeGreaterThanOrEqual(floor);
});
