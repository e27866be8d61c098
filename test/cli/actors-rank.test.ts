import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { longwatch, temporaryFolder } from './run.ts';

const ref = (external_id: string) => ({ source_name: 'mitre-attack', external_id });
const object = (type: string, n: number, id: string) => ({
  type,
  id: `${type}--${n}`,
  name: `${type} ${n}`,
  external_references: [ref(id)],
});
const uses = (group: number, to: string) => ({
  type: 'relationship',
  relationship_type: 'uses',
  source_ref: `intrusion-set--${group}`,
  target_ref: to,
  external_references: [
    { source_name: `r${group}`, description: 'V. (2021, May 3). T.', url: `https://v.example/${group}` },
  ],
});
const BUNDLE = {
  type: 'bundle',
  objects: [
    object('intrusion-set', 1, 'G9001'),
    object('intrusion-set', 2, 'G9002'),
    object('attack-pattern', 1, 'T1566'),
    object('malware', 1, 'S9001'),
    uses(1, 'attack-pattern--1'),
    uses(2, 'attack-pattern--1'),
    uses(2, 'malware--1'),
    { type: 'malware', id: 'malware--9' },
  ],
};

interface Ranked {
  readonly ranking: readonly {
    actor: string;
    name: string;
    probability: number;
    reasons: readonly { item: string; weight: number }[];
  }[];
  readonly none: number;
  readonly knowledge: { readonly version: string };
}

test('ranks by the newest version imported, or by the one that is named; what is unknown is told', async () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, 'enterprise-attack-99.1.json.gz'), gzipSync(JSON.stringify(BUNDLE)));
  writeFileSync(
    join(folder.path, 'seen.json'),
    JSON.stringify({ techniques: ['T1566'], software: ['malware 1', 'no such'] }),
  );
  const imported = await longwatch(folder.path, ['import', 'attack', 'enterprise-attack-99.1.json.gz', '--json']);
  expect(imported.code).toBe(1);
  expect(JSON.parse(imported.stdout)).toMatchObject({
    version: '99.1',
    groups: 2,
    software: 1,
    uses: 3,
    dated: 2,
    problems: 1,
  });
  expect(imported.stderr).toMatch(/object 8.*no usable name/);

  const ranked = await longwatch(folder.path, ['actors', 'rank', '--items', 'seen.json', '--json']);
  expect(ranked.code).toBe(1);
  expect(ranked.stderr).toMatch(/no such/);
  const { ranking, none, knowledge } = JSON.parse(ranked.stdout) as Ranked;
  expect(knowledge.version).toBe('99.1');
  expect(ranking.map((r) => r.actor)).toEqual(['G9002', 'G9001']);
  expect(ranking[0]!.reasons[0]!.item).toBe('S9001');
  expect(ranking.reduce((a, r) => a + r.probability, none)).toBeCloseTo(1, 3);

  const named = await longwatch(folder.path, ['actors', 'rank', '--items', 'seen.json', '--knowledge', 'seen.json']);
  expect(named).toMatchObject({ code: 2, stdout: '' });
}, 120_000);

test('wrong usage is told', async () => {
  using folder = temporaryFolder();
  expect(await longwatch(folder.path, ['actors', 'rank'])).toMatchObject({ code: 2, stdout: '' });
  expect(await longwatch(folder.path, ['actors', 'rank', '--items', 'none.json'])).toMatchObject({
    code: 2,
    stdout: '',
  });
  writeFileSync(join(folder.path, 'text.json'), 'no json');
  expect(await longwatch(folder.path, ['import', 'attack', 'text.json'])).toMatchObject({ code: 2, stdout: '' });
}, 120_000);

test('a case of the ledger can be named; without logs there is nothing to compare', async () => {
  using folder = temporaryFolder();
  expect(await longwatch(folder.path, ['case', 'add', 'mill', '--note', 'to be looked into'])).toMatchObject({
    code: 0,
  });
  const ranked = await longwatch(folder.path, ['actors', 'rank', '--case', 'mill']);
  expect(ranked).toMatchObject({ code: 2, stdout: '' });
  expect(ranked.stderr).toMatch(/mill holds no intrusion/);
  const unknown = await longwatch(folder.path, ['actors', 'rank', '--case', 'port']);
  expect(unknown.code).not.toBe(0);
  expect(unknown.stderr).toMatch(/port/);
}, 120_000);

test('with nothing to compare there is no list', async () => {
  using folder = temporaryFolder();
  expect(await longwatch(folder.path, ['actors', 'rank', '--report', 'gone.pdf'])).toEqual({
    code: 2,
    stdout: '',
    stderr: 'longwatch: there is no file gone.pdf\n',
  });
  writeFileSync(join(folder.path, 'empty.json'), '{}');
  const said = await longwatch(folder.path, ['actors', 'rank', '--items', 'empty.json']);
  expect(said).toMatchObject({ code: 1, stdout: '' });
  expect(said.stderr).toMatch(/^Nothing was compared: the file lists no techniques/m);
  const shape = await longwatch(folder.path, ['actors', 'rank', '--items', 'empty.json', '--json']);
  expect(shape.code).toBe(1);
  expect(JSON.parse(shape.stdout)).toMatchObject({ ranking: [], none: null, coverage: { topics: {}, unknown: [] } });
}, 120_000);
