import type { Value } from '../../base/fields.ts';
import type { Correlation } from '../rule/tree.ts';
import type { Entry } from './hits.ts';

/** The value of a field of a correlation in a hit of one of its rules, by the name that rule has for it. */
export function valueIn(
  correlation: Correlation,
  { rule, fields }: Pick<Entry<unknown>, 'rule' | 'fields'>,
  field: string,
): Value {
  const alias = Object.hasOwn(correlation.aliases, field) ? correlation.aliases[field]! : {};
  const name = Object.hasOwn(alias, rule) ? alias[rule]! : field;
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** A value as one text; null when there is none. Several texts count as one value made of all. */
export function textOf(value: Value): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : value.join(', ');
}

/** The numbers in a value. Text that is no number is none. */
export function numbersOf(value: Value): number[] {
  const texts = value === null || value === undefined ? [] : typeof value === 'string' ? [value] : value;
  return texts
    .filter((text) => text.trim() !== '')
    .map(Number)
    .filter(Number.isFinite);
}

/** What tells a combination of values apart: values are compared in either case, as everywhere in Sigma. Null when one is missing. */
export function keyOf(values: readonly (string | null)[]): string | null {
  return values.includes(null) ? null : values.map((text) => text!.toLowerCase()).join('\0');
}
