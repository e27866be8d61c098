import type { FieldSource, FieldTable, Value } from '../../base/fields.ts';
import type { Node, Pattern, Predicate } from '../rule/tree.ts';
import { inNetwork, readAddress, readNetwork } from './address.ts';
import { fold } from './fold.ts';
import { DASHES } from './pattern.ts';
import { compileRegex, type Regex } from './regex.ts';
import { compare, readNumber, timePart } from './scalars.ts';

/**
 * Whether a record fulfils a tree: walks the tree as it is written, with no index and no memory. Slow, and plain enough to be
 * believed: the compiled matcher is tested against it.
 */
export function evaluate(node: Node, event: FieldSource, fields: FieldTable): boolean {
  if (node.op === 'and') return node.of.every((child) => evaluate(child, event, fields));
  if (node.op === 'or') return node.of.some((child) => evaluate(child, event, fields));
  if (node.op === 'not') return !evaluate(node.of, event, fields);
  if (node.op === 'const') return node.is;
  if (node.op === 'keyword') return event.texts().some((text) => matches(node.pattern, text, node.cased));
  const value = event.value(fields.id(node.field));
  if (node.op === 'exists') return (value !== undefined) === node.is;
  if (node.op === 'null') return textsOf(value).length === 0;
  if (node.op === 'fieldref') {
    const others = textsOf(event.value(fields.id(node.other)));
    return textsOf(value).some((text) => others.some((other) => refers(node, text, other)));
  }
  return textsOf(value).some((text) => holds(node, text));
}

/** The texts of a value: none where it is missing or null. */
function textsOf(value: Value): readonly string[] {
  return value === undefined || value === null ? [] : typeof value === 'string' ? [value] : value;
}

function holds(test: Extract<Predicate, { op: 'string' | 'regex' | 'cidr' | 'compare' | 'timepart' }>, value: string) {
  switch (test.op) {
    case 'string':
      return matches(test.pattern, value, test.cased);
    case 'regex':
      return regexOf(test.source, test.flags).test(value);
    case 'cidr': {
      const network = readNetwork(test.network);
      const address = readAddress(value);
      return network !== null && address !== null && inNetwork(address, network);
    }
    case 'compare':
      return compare(test.how, readNumber(value), test.than);
    case 'timepart':
      return timePart(value, test.part) === test.is;
  }
}

const compiled = new Map<string, Regex>();

function regexOf(source: string, flags: string): Regex {
  const key = `${flags}/${source}`;
  let regex = compiled.get(key);
  if (!regex) {
    regex = compileRegex(source, flags);
    compiled.set(key, regex);
  }
  return regex;
}

/** The pattern as a regular expression over code points. */
function matches(pattern: Pattern, value: string, cased: boolean): boolean {
  const same = cased ? (text: string) => text : fold;
  const source = pattern.map((part) => (typeof part === 'string' ? quote(same(part)) : WILD[part.wild])).join('');
  return new RegExp(`^(?:${source})$`, 'su').test(same(value));
}

function refers(test: Extract<Predicate, { op: 'fieldref' }>, value: string, other: string): boolean {
  const [a, b] = test.cased ? [value, other] : [fold(value), fold(other)];
  switch (test.how) {
    case 'equals':
      return a === b;
    case 'contains':
      return a.includes(b);
    case 'startswith':
      return a.startsWith(b);
    case 'endswith':
      return a.endsWith(b);
  }
}

const quote = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
const WILD = { many: '.*', one: '.', dash: `[${DASHES.replace('-', '\\-')}]` };
