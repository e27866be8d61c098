import type { Remarks } from './remarks.ts';
import { entry, kindOf, type YamlMap, type YamlNode } from './yaml-node.ts';

/** Readers of a document's own keys. They return null for what is missing or of a wrong kind and say so in the remarks. */
export interface Reading {
  readonly map: YamlMap;
  readonly remarks: Remarks;
}

interface How {
  /** Without it the document cannot be used. */
  readonly needed?: boolean;
  readonly longest?: number;
}

/** A text; numbers and truth values are taken as their text. */
export function readText(
  { map, remarks }: Reading,
  key: string,
  { needed = false, longest = 65_535 }: How = {},
): string | null {
  const found = entry(map, key);
  if (!found || isEmpty(found.value)) {
    if (needed) remarks.error('field-missing', found?.keyAt ?? map.at, { field: key });
    return null;
  }
  if (found.value.kind !== 'scalar') {
    wrongType(remarks, found.value, key, 'a string', needed);
    return null;
  }
  const text = found.value.text.trim();
  if (text.length > longest) remarks.warn('field-too-long', found.value.at, { field: key, limit: longest });
  return text;
}

/** A list of texts; a single text counts as a list of one. */
export function readTexts({ map, remarks }: Reading, key: string, { needed = false }: How = {}): string[] | null {
  const found = entry(map, key);
  if (!found || isEmpty(found.value)) {
    if (needed) remarks.error('field-missing', found?.keyAt ?? map.at, { field: key });
    return null;
  }
  const items = found.value.kind === 'list' ? found.value.items : [found.value];
  const texts: string[] = [];
  for (const item of items) {
    if (item.kind === 'scalar' && item.value !== null) texts.push(item.text.trim());
    else if (item.kind !== 'scalar') wrongType(remarks, item, key, 'a list of strings', needed);
  }
  return texts;
}

/** One of a closed list of words, in either case. */
export function readWord<W extends string>(
  reading: Reading,
  key: string,
  words: readonly W[],
  how: How = {},
): W | null {
  const text = readText(reading, key, how);
  if (text === null) return null;
  const word = words.find((w) => w === text.toLowerCase());
  if (word !== undefined) return word;
  const { value } = entry(reading.map, key)!;
  const details = { field: key, value: text.slice(0, 100), wanted: words.join(', ') };
  if (how.needed) reading.remarks.error('field-value', value.at, details);
  else reading.remarks.warn('field-value', value.at, details);
  return null;
}

/** A map under a key. */
export function readMap({ map, remarks }: Reading, key: string, { needed = false }: How = {}): YamlMap | null {
  const found = entry(map, key);
  if (!found || isEmpty(found.value)) {
    if (needed) remarks.error('field-missing', found?.keyAt ?? map.at, { field: key });
    return null;
  }
  if (found.value.kind === 'map') return found.value;
  wrongType(remarks, found.value, key, 'a map', needed);
  return null;
}

/** A truth value, `fallback` when there is none. */
export function readTruth({ map, remarks }: Reading, key: string, fallback: boolean): boolean {
  const found = entry(map, key);
  if (!found || isEmpty(found.value)) return fallback;
  if (found.value.kind === 'scalar' && typeof found.value.value === 'boolean') return found.value.value;
  wrongType(remarks, found.value, key, 'true or false', true);
  return fallback;
}

/** Says which keys of a map have no meaning. */
export function warnUnknown({ map, remarks }: Reading, known: readonly string[], part: string): void {
  for (const { key, keyAt } of map.entries)
    if (!known.includes(key)) remarks.warn('key-unknown', keyAt, { key: key.slice(0, 100), part });
}

function isEmpty(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

function wrongType(remarks: Remarks, node: YamlNode, field: string, wanted: string, fatal: boolean): void {
  const details = { field, wanted, found: kindOf(node) };
  if (fatal) remarks.error('field-type', node.at, details);
  else remarks.warn('field-type', node.at, details);
}
