import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ActorRow, ActorView, DisputedName } from '../../src/model/actor-view.ts';
import { longwatch, temporaryFolder } from './run.ts';

test('an actor under two policies: the same names, told apart otherwise', async () => {
  using folder = temporaryFolder();
  const show = async (...args: string[]): Promise<ActorView> => {
    const { code, stdout } = await longwatch(folder.path, ['actors', 'show', 'Tonto', 'Team', '--json', ...args]);
    expect(code).toBe(0);
    return JSON.parse(stdout) as ActorView;
  };
  const names = ({ names: all }: ActorView): string[] => all.map(({ name }) => name).sort();
  const two = await show();
  expect(names(two)).toEqual(['BRONZE HUNTLEY', 'CactusPete', 'Earth Akhlut', 'G0131', 'KARMA PANDA', 'Tonto Team']);
  expect(two.facts).toContainEqual(expect.objectContaining({ field: 'country', value: 'CN', speaker: 'MISP galaxy' }));
  const apart = two.apart.find(({ name }) => name === 'TAG-74');
  expect(apart?.statements.map(({ speaker, effect }) => [speaker, effect])).toEqual([['MISP galaxy', 'origins']]);
  expect(names(await show('--policy', 'misp'))).toContain('TAG-74');

  writeFileSync(
    join(folder.path, 'own.json'),
    '{ "title": "Trend Micro and MITRE", "speakers": ["MITRE"], "origins": 1 }',
  );
  const own = await show('--policy', 'own.json');
  expect([own.policy.title, own.policy.least]).toEqual(['Trend Micro and MITRE', 'probable']);
  expect(names(own)).not.toContain('TAG-74');
});

test('disputed names, of the package and of a list taken over from a file', async () => {
  using folder = temporaryFolder();
  const disputed = async (...words: string[]): Promise<DisputedName[]> => {
    const { stdout } = await longwatch(folder.path, ['actors', 'names', '--json', ...words]);
    return stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as DisputedName);
  };
  const [planavy] = await disputed('planavy');
  expect(planavy?.carriers.map(({ entry }) => entry).sort()).toEqual(['APT18', 'APT4', 'SAMURAI PANDA']);

  const cluster = {
    type: 'threat-actor',
    version: 400,
    values: [
      { uuid: 'a', value: 'Grey Heron', meta: { synonyms: ['Old Name'] } },
      { uuid: 'b', value: 'White Stork', meta: { synonyms: ['Old Name'] } },
      { value: 'without an id' },
    ],
  };
  writeFileSync(join(folder.path, 'galaxy.json'), JSON.stringify(cluster));
  const taken = await longwatch(folder.path, ['import', 'misp-galaxy', 'galaxy.json']);
  expect(taken.code).toBe(1);
  expect(taken.stderr).toContain('galaxy.json, value 3: the value has no name or no UUID; it was left out.');
  expect(taken.stdout).toBe(
    'misp-galaxy/threat-actor, version 400, in the words of MISP galaxy: 2 entries, 4 names, 0 relations.\n1 name is carried by several entries: Old Name.\n',
  );
  expect((await disputed('old name')).map(({ name }) => name)).toEqual(['Old Name']);
  // The newer version took the place of the one that ships.
  expect(await disputed('planavy')).toEqual([]);
});

test('a list of actors can be narrowed', async () => {
  using folder = temporaryFolder();
  const { stdout } = await longwatch(folder.path, ['actors', 'list', 'heron', 'typhoon', '--json']);
  expect(stdout).toBe('');
  const some = await longwatch(folder.path, ['actors', 'list', '--country', 'kr', '--policy', 'misp', '--json']);
  const rows = some.stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ActorRow);
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.every(({ countries }) => countries.includes('KR'))).toBe(true);
});

test.each([
  [['actors', 'show', 'Nobody At All'], 'no list and no statement knows the name "Nobody At All"'],
  [['actors', 'show', 'APT10', '--policy', 'oracle'], 'there is no naming policy "oracle"'],
  [['actors', 'show', 'APT10', '--policy', 'gone.json'], 'the naming policy gone.json cannot be read'],
  [['import', 'misp-galaxy', 'gone.json'], 'there is no file gone.json'],
])('longwatch %j is wrong usage', async (args, words) => {
  using folder = temporaryFolder();
  const { code, stderr } = await longwatch(folder.path, args);
  expect(code).toBe(2);
  expect(stderr).toContain(words);
});
