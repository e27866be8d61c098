import { expect, test } from 'vitest';
import { loadRules } from '../load.ts';
import { brief, load, ruleText, TABLE } from '../rule/read.fixture.ts';
import { readVariables } from '../rule/variables.ts';
import { readLogsources } from './read-table.ts';
import { extended } from './table.ts';

const OWN = `
channels:
    Security: [ForwardedSecurity]
    widgets: Widgets/Operational
categories:
    - product: windows
      category: process_creation
      sources:
          - {channels: [Widgets/Operational], eventIds: [7, 8], providers: Widgets, where: {Kind: [start, spawn]}}
    - product: windows
      category: file_access
      sources: {named: {product: edr, service: Files}}
`;

test('a table of ones own adds channels and sources', () => {
  const { table, problems } = readLogsources('own.yml', OWN);
  expect(problems).toEqual([]);
  const logsources = extended(TABLE, table);
  const routes = (source: string): unknown =>
    loadRules([{ file: 'x', text: ruleText('s: {A: 1}\ncondition: s').replace('service: security', source) }], {
      logsources,
    }).pack.rules[0]?.routes.map(({ source, where }) => [source, where]);
  const windows = { kind: 'windows', eventIds: null, providers: null };
  expect(routes('service: security')).toEqual([[{ ...windows, channels: ['security', 'forwardedsecurity'] }, null]]);
  expect(routes('service: widgets')).toEqual([[{ ...windows, channels: ['widgets/operational'] }, null]]);
  expect(routes('category: file_access')).toEqual([
    [{ kind: 'named', product: 'edr', category: null, service: 'files' }, null],
  ]);
  expect(routes('category: process_creation')).toMatchObject([
    [{ channels: ['microsoft-windows-sysmon/operational'], eventIds: [1] }, null],
    [{ channels: ['widgets/operational'], eventIds: [7, 8], providers: ['Widgets'] }, { op: 'or' }],
  ]);
});

test('replace puts its own sources in the place of the known ones', () => {
  const { table } = readLogsources(
    'own.json',
    '{"categories": [{"product": "windows", "category": "process_creation", "replace": true, "sources": [{"service": "security"}]}]}',
  );
  expect(extended(TABLE, table).categories.find(({ category }) => category === 'process_creation')!.sources).toEqual([
    { service: 'security' },
  ]);
});

test.each([
  ['- a', 'field-type 1:1'],
  ['channels: [a]', 'field-type 1:11'],
  ['channels: {a: {b: c}}', 'field-type 1:15'],
  ['categories: [x]', 'field-type 1:14'],
  ['categories: [{product: windows}]', 'field-missing 1:14'],
  ['categories: [{category: c, sources: [{view: sideways}]}]', 'field-value 1:38'],
  ['categories: [{category: c, sources: [{eventIds: [many]}]}]', 'field-value 1:38'],
  ['categories: [{category: c, kind: d}]', 'key-unknown 1:28'],
])('a table with a fault: %s', (text, fault) => {
  expect(readLogsources('own.yml', text).problems.map(brief)).toEqual([fault]);
});

test('variables, bare or under vars', () => {
  const read = (text: string): unknown => readVariables('v.yml', text).variables;
  expect(read('Servers: [srv*, 5]\nAdmin: adm_')).toEqual({ Servers: ['srv*', '5'], Admin: ['adm_'] });
  expect(read('name: pipeline\nvars: {Servers: [a]}')).toEqual({ Servers: ['a'] });
  expect(readVariables('v.yml', 'a: {b: c}').problems.map(brief)).toEqual(['field-type 1:4']);
  expect(readVariables('v.yml', '').problems).toMatchObject([{ code: 'no-document' }]);
  const text = ruleText("s: {'A|expand': '%Admin%'}\ncondition: s");
  expect(load(text, readVariables('v.yml', 'Admin: adm_*').variables).pack.rules).toHaveLength(1);
});
