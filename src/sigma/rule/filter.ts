import type { RuleReference } from './correlation.ts';
import { type Reading, readMap } from './fields.ts';
import { type Head, readHead } from './head.ts';
import { readDetection } from './resolve.ts';
import { readLogsource } from './rule.ts';
import type { Logsource, Node } from './tree.ts';
import type { Variables } from './variables.ts';
import { entry, kindOf } from './yaml-node.ts';

/** A filter: what has to hold besides, for some rules of a log source or for all of them (`rules` null). */
export interface FilterDraft {
  readonly kind: 'filter';
  readonly head: Head;
  readonly logsource: Logsource;
  readonly rules: readonly RuleReference[] | null;
  readonly where: Node;
}

/**
 * Reads a filter (Sigma filters specification 2.1). Its condition is taken as written and joined to the rule's with `and`, as
 * pySigma does; one without `not` would keep only what it describes, which is seldom meant and remarked.
 */
export function readFilter(reading: Reading, text: string, variables: Variables): FilterDraft | null {
  const { remarks } = reading;
  const head = readHead(reading, text);
  const logsource = readLogsource(reading);
  const map = readMap(reading, 'filter', { needed: true });
  if (!map) return null;
  const rules = readRules({ map, remarks });
  const detection = readDetection(map, ['rules'], variables, remarks);
  if (!logsource || !detection || remarks.fatal) return null;
  if (!detection.negates) remarks.warn('filter-without-not', entry(map, 'condition')!.value.at);
  return { kind: 'filter', head, logsource, rules, where: detection.where };
}

function readRules({ map, remarks }: Reading): readonly RuleReference[] | null {
  const node = entry(map, 'rules')?.value;
  if (!node || (node.kind === 'scalar' && node.value === null)) {
    remarks.error('filter-without-rules', map.at);
    return null;
  }
  const items = node.kind === 'list' ? node.items : [node];
  if (items.length === 0 || (node.kind === 'scalar' && node.text.toLowerCase() === 'any')) return null;
  return items.map((item) => {
    const name = item.kind === 'scalar' ? item.text.trim() : '';
    if (name === '')
      remarks.error('field-type', item.at, {
        field: 'rules',
        wanted: 'any, or ids or names of rules',
        found: kindOf(item),
      });
    return { name, at: item.at };
  });
}
