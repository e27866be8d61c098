import { expect, test } from 'vitest';
import { factsOfGroups } from './of-groups.ts';
import type { AttackTable } from './table.ts';

const TABLE: AttackTable = {
  format: 1,
  domain: 'enterprise-attack',
  version: '99.0',
  modified: '2020-01-01',
  techniques: [
    ['T1001', 'One', ['execution'], null],
    ['T1002', 'Two', ['impact'], null],
    ['T1003', 'Three', ['impact'], null],
  ],
  software: [['S0001', 'Tool', 'tool', []]],
  groups: [['G0001', 'Grey Heron', [], [], [], []]],
  campaigns: [['C0001', 'Nest', '2018-01-01', '2018-06-01', [['G0001', [1]]], [], []]],
  sources: [
    ['Early report', 'https://example.org/early', '2015-03'],
    ['Late report', null, '2019'],
    ['Undated report', null, null],
  ],
  uses: [
    ['G0001', 'T1001', [0, 1]],
    ['C0001', 'T1002', [1]],
    ['G0002', 'T1003', [0]],
    ['G0001', 'S0001', [2]],
  ],
  exploits: [],
};

test('what a group and its campaigns use, by whom it is cited, earliest first', () => {
  const { techniques, software, campaigns } = factsOfGroups(TABLE, ['G0001']);
  expect(techniques.map(({ id, sources }) => [id, sources.map(({ title }) => title)])).toEqual([
    ['T1001', ['Early report', 'Late report']],
    ['T1002', ['Late report']],
  ]);
  expect(software.map(({ id, kind }) => [id, kind])).toEqual([['S0001', 'tool']]);
  expect(campaigns.map(({ id, first }) => [id, first])).toEqual([['C0001', '2018-01-01']]);
});

test('as of a day, only what was published by then', () => {
  const { techniques, software, campaigns } = factsOfGroups(TABLE, ['G0001'], '2016-01-01');
  expect(techniques.map(({ id, sources }) => [id, sources.length])).toEqual([['T1001', 1]]);
  expect([software, campaigns]).toEqual([[], []]);
});
