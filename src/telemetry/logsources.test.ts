import { expect, test } from 'vitest';
import { readLogsources, VIEWS } from '../sigma/index.ts';
import { defaultLogsources } from './logsources.ts';

const table = defaultLogsources();

test('the table reads as a table of ones own would', () => {
  expect(readLogsources('logsources.json', JSON.stringify(table)).problems).toEqual([]);
});

test('every source is a service with channels, and every view is used', () => {
  const sources = table.categories.flatMap((it) => it.sources);
  expect(sources.filter(({ service }) => !service || !table.channels[service]?.length)).toEqual([]);
  expect(new Set(sources.flatMap(({ view }) => view ?? []))).toEqual(new Set(Object.keys(VIEWS)));
});

test('categories of Sysmon and PowerShell are at their event ids', () => {
  const at = (category: string): unknown =>
    table.categories
      .find((it) => it.category === category)!
      .sources.map(({ service, eventIds, view = null }) => [service, eventIds, view]);
  expect(at('process_creation')).toEqual([
    ['sysmon', [1], null],
    ['security', [4688], 'process_creation'],
  ]);
  expect(at('registry_event')).toEqual([
    ['sysmon', [12, 13, 14], null],
    ['security', [4657], 'registry_value'],
  ]);
  expect(at('ps_script')).toEqual([['powershell', [4104], null]]);
  expect(at('file_access')).toEqual([]);
  expect(new Set(table.categories.map(({ product, category }) => `${product}/${category}`)).size).toBe(
    table.categories.length,
  );
});
