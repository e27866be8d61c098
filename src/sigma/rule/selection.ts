import { MODIFIERS, modify, textOf } from './modifiers.ts';
import { parseString } from './pattern.ts';
import type { Remarks } from './remarks.ts';
import { and, constant, not, or } from './simplify.ts';
import type { Node } from './tree.ts';
import { test, type Value } from './value.ts';
import type { Variables } from './variables.ts';
import { kindOf, type YamlEntry, type YamlNode, type YamlScalar } from './yaml-node.ts';

/**
 * A search identifier as a tree (Sigma rules specification 2.1, "Detection"): a map is an `and` of its keys, a list an `or` of
 * maps or keywords. Faults go to the remarks; what is returned then is of no use.
 */
export function readSelection(node: YamlNode, variables: Variables, remarks: Remarks): Node {
  if (node.kind === 'scalar') return keywords([node], node.at, variables, remarks);
  const children = node.kind === 'map' ? node.entries : node.items;
  if (children.length === 0) {
    remarks.error('selection-empty', node.at);
    return NOTHING;
  }
  if (node.kind === 'map') return and(node.entries.map((entry) => item(entry, variables, remarks)));
  if (node.items.every((it) => it.kind === 'scalar')) return keywords(node.items, node.at, variables, remarks);
  return or(node.items.map((it) => readSelection(it, variables, remarks)));
}

const NOTHING = constant(false);

function keywords(values: readonly YamlNode[], at: number, variables: Variables, remarks: Remarks): Node {
  return item({ key: '', keyAt: at, value: { kind: 'list', at, items: values } }, variables, remarks);
}

/** One `field|modifiers: values`. */
function item({ key, keyAt, value }: YamlEntry, variables: Variables, remarks: Remarks): Node {
  const [name = '', ...words] = key.split('|');
  const field = name.trim() === '' ? null : name.trim();
  if (!modifiersFit(key, keyAt, field, words, remarks)) return NOTHING;
  const items = value.kind === 'list' ? value.items : [value];
  if (items.length === 0) {
    remarks.error('value-list-empty', value.at);
    return NOTHING;
  }
  const tests: Node[] = [];
  let count = 0;
  for (const one of items) {
    const read = readValue(one, field, words, items.length > 1, remarks);
    if (!read) return NOTHING;
    const final = modified(read, words, variables, one, remarks);
    if (!final) return NOTHING;
    count += alternatives(final);
    if (count > MOST_VALUES) {
      remarks.error('too-many-values', value.at, { limit: MOST_VALUES });
      return NOTHING;
    }
    tests.push(test(field, final));
  }
  const all = words.includes('all');
  if (all && items.length === 1 && value.kind !== 'list') remarks.warn('all-with-one-value', keyAt, { key });
  const linked = all ? and(tests) : or(tests);
  return words.includes('neq') ? not(linked) : linked;
}

const MOST_VALUES = 100_000;

function alternatives(value: Value): number {
  return value.kind === 'any' ? value.of.reduce((sum, one) => sum + alternatives(one), 0) : 1;
}

/** Whether every modifier is known, stands once and has the field it needs. */
function modifiersFit(
  key: string,
  at: number,
  field: string | null,
  words: readonly string[],
  remarks: Remarks,
): boolean {
  let column = at + key.indexOf('|') + 1;
  for (const [i, word] of words.entries()) {
    const modifier = Object.hasOwn(MODIFIERS, word) ? MODIFIERS[word]! : null;
    if (modifier === null) remarks.error('modifier-unknown', column, { modifier: word.slice(0, 50) });
    else if (words.indexOf(word) !== i) remarks.error('modifier-twice', column, { modifier: word });
    else if (field === null && !modifier.keyless) remarks.error('modifier-needs-field', column, { modifier: word });
    else {
      column += word.length + 1;
      continue;
    }
    return false;
  }
  return true;
}

function readValue(
  node: YamlNode,
  field: string | null,
  words: readonly string[],
  inList: boolean,
  remarks: Remarks,
): Value | null {
  if (node.kind !== 'scalar') {
    remarks.error('value-type', node.at, { wanted: 'a string, number, truth value or null', found: kindOf(node) });
    return null;
  }
  const value = scalarValue(node, words.includes('re'));
  if (value.kind !== 'null') return value;
  if (field === null) {
    remarks.error('value-type', node.at, { wanted: 'a keyword', found: 'null' });
    return null;
  }
  if (inList) remarks.warn('null-in-list', node.at, { field });
  return value;
}

function scalarValue(node: YamlScalar, raw: boolean): Value {
  const { value, text } = node;
  if (value === null) return { kind: 'null' };
  if (raw) return textOf(text);
  if (typeof value === 'number') return { kind: 'number', number: value, text };
  if (typeof value === 'boolean') return { kind: 'truth', is: value };
  return { ...textOf(text), parts: parseString(text) };
}

function modified(
  start: Value,
  words: readonly string[],
  variables: Variables,
  node: YamlNode,
  remarks: Remarks,
): Value | null {
  let value = start;
  for (const word of words) {
    const next = modify(word, value, variables);
    if ('code' in next) {
      remarks.error(next.code, node.at, next.details);
      return null;
    }
    value = next;
  }
  const text = asText(value);
  if (!text) remarks.error('not-encodable', node.at, {});
  return text;
}

/**
 * Encoded text that never became Base64 has to be plain enough to stand in a record: bytes above 127 are no characters. A byte
 * order mark is the one that is.
 */
function asText(value: Value): Value | null {
  if (value.kind === 'any') {
    const of = value.of.map(asText);
    return of.includes(null) ? null : { kind: 'any', of: of as Value[] };
  }
  if (value.kind !== 'text' || !value.bytes) return value;
  const parts = value.parts.map((part) => (typeof part === 'string' ? part.replace(/^\xff\xfe/, '\ufeff') : part));
  return parts.every((part) => typeof part !== 'string' || /^\ufeff?\p{ASCII}*$/u.test(part))
    ? { ...value, parts }
    : null;
}
