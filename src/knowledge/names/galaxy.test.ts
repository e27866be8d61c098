import { expect, test } from 'vitest';
import { readGalaxy } from './galaxy.ts';

const MANDIANT = 'da5cdcd1-7b15-4371-b7eb-ca32916d2052';
const cluster = (values: readonly unknown[], type = 'threat-actor') => ({ type, version: 3, values });
const read = (file: unknown) => readGalaxy(file, 'actors.json', '2026-08-06');

test('a value becomes an entry with its names and who coined them', () => {
  const { list, problems } = read(
    cluster([
      {
        uuid: 'u-1',
        value: 'Grey Heron',
        meta: {
          country: 'XK',
          synonyms: ['APT900', 'Grey Heron', 'BRONZE HERON'],
          'name-attribution': [`APT900:${MANDIANT}`, 'Grey Heron:unknown-vendor'],
          'origin:BRONZE HERON': 'Secureworks',
          'cfr-suspected-victims': ['Japan'],
          'cfr-target-category': 'Government',
        },
      },
    ]),
  );
  expect(problems).toEqual([]);
  expect(list).toMatchObject({ list: 'misp-galaxy/threat-actor', version: '3', speaker: 'MISP galaxy', via: null });
  expect(list?.entries).toEqual([
    {
      id: 'u-1',
      other_ids: [],
      name: 'Grey Heron',
      names: [
        { name: 'APT900', coined: 'Mandiant', said: null, citation: null },
        { name: 'BRONZE HERON', coined: 'Secureworks', said: null, citation: null },
      ],
      coined: null,
      url: null,
      country: 'XK',
      sponsors: [],
      victims: ['Japan'],
      sectors: ['Government'],
      references: [],
    },
  ]);
});

test('likeness is an overlap, with the likelihood the list gives it', () => {
  const likely = 'estimative-language:likelihood-probability="likely"';
  const { list } = read(
    cluster([
      { uuid: 'a', value: 'A', related: [{ 'dest-uuid': 'b', type: 'similar', tags: [likely] }] },
      { uuid: 'b', value: 'B', related: [{ 'dest-uuid': 'a', type: 'uses' }, 'nonsense', { type: 'part-of' }] },
      { uuid: 'c', value: 'C', related: [{ 'dest-uuid': 'a', type: 'part-of' }] },
    ]),
  );
  expect(list?.relations).toEqual([
    { from: 'a', to: 'b', relation: 'overlaps', certainty: 'probable', url: null },
    { from: 'c', to: 'a', relation: 'part-of', certainty: 'certain', url: null },
  ]);
});

test('a list that is passed on keeps its own speaker', () => {
  const { list } = read(cluster([], 'microsoft-activity-group'));
  expect(list).toMatchObject({ speaker: 'Microsoft', via: 'MISP galaxy', origin: 'Microsoft' });
});

test('Microsoft renamed its groups: an earlier name that a later entry lists is the same', () => {
  const { list } = read(
    cluster(
      [
        { uuid: 'a', value: 'ARGON' },
        { uuid: 'b', value: 'Grey Blizzard', meta: { synonyms: ['ARGON', 'Storm-0001'] } },
        { uuid: 'c', value: 'Storm-0001' },
        { uuid: 'd', value: 'Relay-12', meta: { synonyms: ['Storm-0001'] } },
      ],
      'microsoft-activity-group',
    ),
  );
  expect(list?.relations.map(({ from, to, relation }) => `${from} ${relation} ${to}`)).toEqual([
    'a same b',
    'c same b',
  ]);
});

test('bad values are problems and stop nothing', () => {
  const { list, problems } = read(
    cluster([
      null,
      { uuid: 'a' },
      { uuid: 'a', value: ' ' },
      { uuid: 'b', value: 'B', meta: 7 },
      { uuid: 'b', value: 'C' },
    ]),
  );
  expect(problems.map(({ code, place }) => [code, place.part])).toEqual([
    ['galaxy-value-unreadable', 'value 1'],
    ['galaxy-value-unreadable', 'value 2'],
    ['galaxy-value-unreadable', 'value 3'],
    ['galaxy-value-twice', 'value 5'],
  ]);
  expect(list?.entries.map(({ name }) => name)).toEqual(['B']);
});

test.each([null, [], 'text', { values: 1 }, { values: [] }])('%j is no cluster file', (file) => {
  const { list, problems } = read(file);
  expect([list, problems.map(({ code, severity }) => `${code} ${severity}`)]).toEqual([null, ['not-a-galaxy error']]);
});
