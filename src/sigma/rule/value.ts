import { open, pattern } from './pattern.ts';
import { or } from './simplify.ts';
import type { Node, PatternPart, Predicate } from './tree.ts';

type Compare = Extract<Predicate, { op: 'compare' }>['how'];
type TimePart = Extract<Predicate, { op: 'timepart' }>['part'];
type Reference = Extract<Predicate, { op: 'fieldref' }>['how'];

/** A value of a rule on its way through its modifiers. */
export type Value =
  /** `raw` is the text as the rule spells it, null once a modifier changed it; `bytes` says that characters stand for bytes. */
  | {
      readonly kind: 'text';
      readonly parts: readonly PatternPart[];
      readonly raw: string | null;
      readonly cased: boolean;
      readonly bytes: boolean;
    }
  | { readonly kind: 'number'; readonly number: number; readonly text: string }
  | { readonly kind: 'truth'; readonly is: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'regex'; readonly source: string; readonly flags: string }
  | { readonly kind: 'network'; readonly network: string }
  | { readonly kind: 'compare'; readonly how: Compare; readonly than: number }
  | { readonly kind: 'exists'; readonly is: boolean }
  | { readonly kind: 'reference'; readonly other: string; readonly how: Reference; readonly cased: boolean }
  | { readonly kind: 'time'; readonly part: TimePart; readonly numbers: readonly number[] }
  /** One of several, whatever links the values of the list. */
  | { readonly kind: 'any'; readonly of: readonly Value[] };
export type ValueKind = Value['kind'];

/** What a value tests, of a field, or of any text of the record when `field` is null. */
export function test(field: string | null, value: Value): Node {
  if (value.kind === 'any') return or(value.of.map((one) => test(field, one)));
  if (field === null) return keyword(value);
  switch (value.kind) {
    case 'text':
      return Object.freeze({ op: 'string', field, pattern: pattern(value.parts), cased: value.cased });
    case 'number':
      return Object.freeze({ op: 'string', field, pattern: pattern([value.text]), cased: false });
    case 'truth':
      return Object.freeze({ op: 'string', field, pattern: pattern([String(value.is)]), cased: false });
    case 'null':
      return Object.freeze({ op: 'null', field });
    case 'regex':
      return Object.freeze({ op: 'regex', field, source: value.source, flags: value.flags });
    case 'network':
      return Object.freeze({ op: 'cidr', field, network: value.network });
    case 'compare':
      return Object.freeze({ op: 'compare', field, how: value.how, than: value.than });
    case 'exists':
      return Object.freeze({ op: 'exists', field, is: value.is });
    case 'reference':
      return Object.freeze({ op: 'fieldref', field, other: value.other, how: value.how, cased: value.cased });
    case 'time':
      return or(value.numbers.map((is) => Object.freeze({ op: 'timepart', field, part: value.part, is }) as Node));
  }
}

/** Keywords stand anywhere in a text of the record. Kinds that need a field were refused before. */
function keyword(value: Value): Node {
  const parts =
    value.kind === 'text'
      ? value.parts
      : [value.kind === 'number' ? value.text : String((value as { is: boolean }).is)];
  const cased = value.kind === 'text' && value.cased;
  return Object.freeze({ op: 'keyword', pattern: pattern(open(parts, true, true)), cased });
}
