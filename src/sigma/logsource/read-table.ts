import type { Problem } from '../../base/problem.ts';
import { problem } from '../../base/problem.ts';
import { type Reading, readText, readTexts, readTruth, warnUnknown } from '../rule/fields.ts';
import type { Remarks } from '../rule/remarks.ts';
import { readYaml } from '../rule/yaml.ts';
import { entry, kindOf, type YamlMap, type YamlNode } from '../rule/yaml-node.ts';
import type { CategoryEntry, LogsourceTable, SourceEntry } from './table.ts';
import { VIEWS } from './view-table.ts';

/** Reads a user's own table of log sources, YAML or JSON in the form of `data/sigma/logsources.json`; see docs/SIGMA.md. */
export function readLogsources(
  file: string,
  text: string,
): { readonly table: LogsourceTable; readonly problems: readonly Problem[] } {
  const nothing: LogsourceTable = { channels: {}, categories: [] };
  const [document] = readYaml(file, text);
  if (!document) return { table: nothing, problems: [problem('no-document', { source: file }, {}, 'error')] };
  const { root, remarks } = document;
  if (root && root.kind !== 'map')
    remarks.error('field-type', root.at, { field: 'channels', wanted: 'a map', found: kindOf(root) });
  if (root?.kind !== 'map') return { table: nothing, problems: remarks.problems };
  warnUnknown({ map: root, remarks }, ['about', 'channels', 'categories'], 'log sources');
  const table = {
    channels: readChannels(entry(root, 'channels')?.value, remarks),
    categories: maps(entry(root, 'categories')?.value, 'categories', remarks).map((map) =>
      readCategory({ map, remarks }),
    ),
  };
  return { table, problems: remarks.problems };
}

function readChannels(node: YamlNode | undefined, remarks: Remarks): LogsourceTable['channels'] {
  if (!node) return {};
  if (node.kind !== 'map') {
    remarks.error('field-type', node.at, {
      field: 'channels',
      wanted: 'a map of services to channels',
      found: kindOf(node),
    });
    return {};
  }
  return Object.fromEntries(
    node.entries.map(({ key }) => [key.toLowerCase(), readTexts({ map: node, remarks }, key, { needed: true }) ?? []]),
  );
}

function readCategory(reading: Reading): CategoryEntry {
  const { map, remarks } = reading;
  warnUnknown(reading, ['product', 'category', 'sources', 'why', 'replace'], 'categories');
  const why = readText(reading, 'why');
  return {
    category: readText(reading, 'category', { needed: true })?.toLowerCase() ?? '',
    product: readText(reading, 'product')?.toLowerCase() ?? null,
    sources: maps(entry(map, 'sources')?.value, 'sources', remarks).map((it) => readSource({ map: it, remarks })),
    replace: readTruth(reading, 'replace', false),
    ...(why === null ? {} : { why }),
  };
}

function readSource(reading: Reading): SourceEntry {
  const { map, remarks } = reading;
  warnUnknown(reading, ['service', 'channels', 'eventIds', 'providers', 'named', 'where', 'view'], 'sources');
  const service = readText(reading, 'service')?.toLowerCase();
  const channels = readTexts(reading, 'channels');
  const providers = readTexts(reading, 'providers');
  const ids = readTexts(reading, 'eventIds');
  const view = readText(reading, 'view');
  const named = entry(map, 'named')?.value;
  const where = entry(map, 'where')?.value;
  if (ids?.some((id) => !/^\d{1,5}$/.test(id)))
    remarks.error('field-value', map.at, { field: 'eventIds', value: ids.join(), wanted: 'numbers' });
  if (view !== null && !Object.hasOwn(VIEWS, view))
    remarks.error('field-value', map.at, { field: 'view', value: view, wanted: Object.keys(VIEWS).join(', ') });
  return {
    ...(service ? { service } : {}),
    ...(channels ? { channels } : {}),
    ...(providers ? { providers } : {}),
    ...(ids ? { eventIds: ids.map(Number) } : {}),
    ...(view === null ? {} : { view }),
    ...(named ? { named: readNamed(named, remarks) } : {}),
    ...(where ? { where: readWhere(where, remarks) } : {}),
  };
}

function readNamed(node: YamlNode, remarks: Remarks): NonNullable<SourceEntry['named']> {
  const [map] = maps(node, 'named', remarks);
  if (!map) return {};
  const part = (key: string): Record<string, string> => {
    const text = readText({ map, remarks }, key);
    return text === null ? {} : { [key]: text.toLowerCase() };
  };
  return { ...part('product'), ...part('category'), ...part('service') };
}

function readWhere(node: YamlNode, remarks: Remarks): NonNullable<SourceEntry['where']> {
  const [map] = maps(node, 'where', remarks);
  return Object.fromEntries(
    (map?.entries ?? []).map(({ key }) => [key, readTexts({ map: map!, remarks }, key, { needed: true }) ?? []]),
  );
}

function maps(node: YamlNode | undefined, field: string, remarks: Remarks): readonly YamlMap[] {
  if (!node) return [];
  return (node.kind === 'list' ? node.items : [node]).filter((item): item is YamlMap => {
    if (item.kind !== 'map') remarks.error('field-type', item.at, { field, wanted: 'a map', found: kindOf(item) });
    return item.kind === 'map';
  });
}
