import type { Fault } from './modifiers.ts';
import { MANY, ONE, parseString } from './pattern.ts';
import type { PatternPart } from './tree.ts';
import { type Variables, valuesOf } from './variables.ts';

/** How many alternatives one value may expand to. */
const MOST = 10_000;
const PLACEHOLDER = /(?<!\\)%([^%]+)%/;
const NOT_ONE = /\\%/g;

/**
 * The patterns that come of putting each value of each `%name%` in its place; `\%` is a plain percent sign. A placeholder
 * without a value is a fault, one with an empty list leaves nothing (specification 2.1, "Placeholders").
 */
export function expandParts(
  parts: readonly PatternPart[],
  variables: Variables,
): { readonly of: readonly PatternPart[][] } | Fault {
  let of: PatternPart[][] = [[]];
  for (const part of parts) {
    if (typeof part !== 'string') {
      of = of.map((done) => [...done, part]);
      continue;
    }
    const pieces = part.split(PLACEHOLDER);
    for (const [i, piece] of pieces.entries()) {
      const choices = i % 2 ? valuesOf(variables, piece)?.map(parseString) : [[piece.replace(NOT_ONE, '%')]];
      if (choices === undefined) return { code: 'placeholder-without-value', details: { name: piece } };
      if (of.length * choices.length > MOST) return { code: 'too-many-values', details: { limit: MOST } };
      of = of.flatMap((done) => choices.map((choice) => [...done, ...choice.filter((p) => p !== '')]));
    }
  }
  return { of };
}

/** The same in a regular expression, where the values are matched as the strings they are. */
export function expandExpression(source: string, variables: Variables): { readonly of: readonly string[] } | Fault {
  let of = [''];
  for (const [i, piece] of source.split(PLACEHOLDER).entries()) {
    const choices = i % 2 ? valuesOf(variables, piece)?.map(toExpression) : [piece.replace(NOT_ONE, '%')];
    if (choices === undefined) return { code: 'placeholder-without-value', details: { name: piece } };
    if (of.length * choices.length > MOST) return { code: 'too-many-values', details: { limit: MOST } };
    of = of.flatMap((done) => choices.map((choice) => done + choice));
  }
  return { of };
}

function toExpression(value: string): string {
  return parseString(value)
    .map((part) =>
      part === MANY ? '.*' : part === ONE ? '.' : (part as string).replace(/[\\^$.*+?()[\]{}|-]/g, '\\$&'),
    )
    .join('');
}
