import { type Reading, readMap, readText, readTexts } from './fields.ts';
import { type Head, readHead } from './head.ts';
import { readDetection } from './resolve.ts';
import type { Logsource, Node } from './tree.ts';
import type { Variables } from './variables.ts';

/** A rule as its document has it, before filters and log sources are put to it. */
export interface RuleDraft {
  readonly kind: 'rule';
  readonly head: Head;
  readonly logsource: Logsource;
  readonly where: Node;
}

/** Reads a detection rule; null when something is wrong with it, which the remarks tell. */
export function readRule(reading: Reading, text: string, variables: Variables): RuleDraft | null {
  const head = readHead(reading, text);
  const logsource = readLogsource(reading);
  readTexts(reading, 'fields');
  readTexts(reading, 'scope');
  readText(reading, 'license');
  const section = readMap(reading, 'detection', { needed: true });
  const detection = section && readDetection(section, [], variables, reading.remarks);
  return logsource && detection && !reading.remarks.fatal
    ? { kind: 'rule', head, logsource, where: detection.where }
    : null;
}

/** The `logsource` of a rule or filter. Names are compared in lower case. */
export function readLogsource(reading: Reading): Logsource | null {
  const map = readMap(reading, 'logsource', { needed: true });
  if (!map) return null;
  const { remarks } = reading;
  const part = (key: string): string | null => {
    const text = readText({ map, remarks }, key);
    if (text !== null && text !== text.toLowerCase())
      remarks.warn('logsource-case', map.at, { key, value: text.slice(0, 100) });
    return text?.toLowerCase() || null;
  };
  const logsource = { product: part('product'), category: part('category'), service: part('service') };
  if (!logsource.product && !logsource.category && !logsource.service) {
    remarks.error('logsource-empty', map.at);
    return null;
  }
  return Object.freeze(logsource);
}
