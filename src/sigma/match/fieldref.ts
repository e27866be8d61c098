import type { Value } from '../../base/fields.ts';
import type { Predicate } from '../rule/tree.ts';
import { fold } from './fold.ts';

/** Compiles the comparison of two fields of a record: some value of the one with some value of the other. */
export function compileFieldref(node: Extract<Predicate, { op: 'fieldref' }>): (value: Value, other: Value) => boolean {
  const same = node.cased ? (text: string) => text : fold;
  const test = REFERS[node.how];
  return (value, other) => {
    const others = textsOf(other).map(same);
    return others.length > 0 && textsOf(value).some((text) => others.some((with_) => test(same(text), with_)));
  };
}

/** The texts of a value: none where it is missing or null. */
export function textsOf(value: Value): readonly string[] {
  return value === undefined || value === null ? [] : typeof value === 'string' ? [value] : value;
}

const REFERS = {
  equals: (value: string, other: string) => value === other,
  contains: (value: string, other: string) => value.includes(other),
  startswith: (value: string, other: string) => value.startsWith(other),
  endswith: (value: string, other: string) => value.endsWith(other),
};
