import type { SigmaCode } from './codes.ts';
import { base64, base64Offsets, ENCODINGS } from './encode.ts';
import { network } from './network.ts';
import { DASH, open, plainText } from './pattern.ts';
import { expandExpression, expandParts } from './placeholders.ts';
import { expression, ordered, refusal } from './regex.ts';
import { TIME_RANGES } from './time-parts.ts';
import type { PatternPart } from './tree.ts';
import type { Value, ValueKind } from './value.ts';
import type { Variables } from './variables.ts';

/** Why a modifier cannot be put on a value. */
export interface Fault {
  readonly code: SigmaCode;
  readonly details: Readonly<Record<string, string | number>>;
}

/** What a modifier does: to each value (`takes` what, gives what), or to the whole list (`links`). */
export interface Modifier {
  readonly takes: readonly ValueKind[];
  readonly apply?: (value: never, variables: Variables) => Value | Fault;
  readonly links?: 'all' | 'neq';
  /** Whether it makes sense without a field, for keywords. */
  readonly keyless: boolean;
}

type Text = Extract<Value, { kind: 'text' }>;
type Regex = Extract<Value, { kind: 'regex' }>;
type Reference = Extract<Value, { kind: 'reference' }>;
type Time = Extract<Value, { kind: 'time' }>;
type Numeric = Extract<Value, { kind: 'number' }>;

/**
 * From the word in the rule to what it does (Sigma modifiers appendix 2.1; `ignorecase`, `multiline`, `dotall` are pySigma's
 * names). Numbers under a modifier that takes text are used as their text.
 */
export const MODIFIERS: Readonly<Record<string, Modifier>> = {
  contains: wildcards(true, true),
  startswith: wildcards(false, true),
  endswith: wildcards(true, false),
  all: { takes: [], links: 'all', keyless: true },
  neq: { takes: [], links: 'neq', keyless: true },
  cased: {
    takes: ['text', 'reference'],
    apply: (value: Text | Reference): Value => ({ ...value, cased: true }),
    keyless: true,
  },
  exists: {
    takes: ['truth'],
    apply: ({ is }: { is: boolean }): Value => ({ kind: 'exists', is }),
    keyless: false,
  },
  re: { takes: ['text'], apply: toRegex, keyless: false },
  i: flag('i'),
  m: flag('m'),
  s: flag('s'),
  ignorecase: flag('i'),
  multiline: flag('m'),
  dotall: flag('s'),
  cidr: { takes: ['text'], apply: toNetwork, keyless: false },
  windash: { takes: ['text'], apply: dashes, keyless: true },
  base64: encoded('base64', (bytes) => [base64(bytes)]),
  base64offset: encoded('base64offset', base64Offsets),
  wide: widened('wide', 'utf16le'),
  utf16le: widened('utf16le', 'utf16le'),
  utf16be: widened('utf16be', 'utf16be'),
  utf16: widened('utf16', 'utf16le', ['\xff\xfe']),
  expand: { takes: ['text', 'regex'], apply: expand, keyless: true },
  fieldref: { takes: ['text'], apply: toReference, keyless: false },
  lt: compared('lt'),
  lte: compared('lte'),
  gt: compared('gt'),
  gte: compared('gte'),
  minute: timePart('minute'),
  hour: timePart('hour'),
  day: timePart('day'),
  week: timePart('week'),
  month: timePart('month'),
  year: timePart('year'),
};

/** Applies a modifier to one value, to each of several alternatives; the fault when it cannot be. */
export function modify(word: string, value: Value, variables: Variables): Value | Fault {
  if (value.kind === 'any') {
    const of: Value[] = [];
    for (const one of value.of) {
      const modified = modify(word, one, variables);
      if ('code' in modified) return modified;
      of.push(modified);
    }
    return { kind: 'any', of };
  }
  const modifier = MODIFIERS[word]!;
  if (modifier.apply === undefined) return value;
  const usable = modifier.takes.includes(value.kind)
    ? value
    : value.kind === 'number' && modifier.takes.includes('text')
      ? textOf(value.text)
      : null;
  if (usable === null) {
    const wanted = modifier.takes.map((kind) => KIND_WORDS[kind]).join(' or ');
    // A value that was text and became something else is the fault of the modifier before.
    const code = FIRST_KINDS.has(value.kind) ? 'modifier-value' : 'modifier-order';
    return { code, details: { modifier: word, wanted, found: KIND_WORDS[value.kind] } };
  }
  return modifier.apply(usable as never, variables);
}

/** A plain text value. */
export function textOf(text: string): Text {
  return { kind: 'text', parts: text ? [text] : [], raw: text, cased: false, bytes: false };
}

const KIND_WORDS: Readonly<Record<ValueKind, string>> = {
  text: 'a string',
  number: 'a number',
  truth: 'true or false',
  null: 'null',
  regex: 'a regular expression',
  network: 'a network',
  compare: 'a comparison',
  exists: 'a test for existence',
  reference: 'a field reference',
  time: 'a part of a time',
  any: 'several values',
};
const FIRST_KINDS: ReadonlySet<ValueKind> = new Set<ValueKind>(['text', 'number', 'truth', 'null']);

function fault(code: SigmaCode, details: Fault['details'] = {}): Fault {
  return { code, details };
}

function wildcards(front: boolean, back: boolean): Modifier {
  const how = front && back ? 'contains' : front ? 'endswith' : 'startswith';
  return {
    takes: ['text', 'regex', 'reference'],
    // An expression is searched for anywhere already.
    apply: (value: Text | Regex | Reference): Value =>
      value.kind === 'text'
        ? { ...value, parts: open(value.parts, front, back), raw: null }
        : value.kind === 'reference'
          ? { ...value, how: value.how === 'equals' ? how : value.how === how ? how : 'contains' }
          : value,
    // Keywords are searched for anywhere; a beginning or end they have none.
    keyless: front && back,
  };
}

function toRegex(value: Text): Value | Fault {
  if (value.raw === null || value.cased)
    return fault('modifier-order', { modifier: 're', wanted: 'the plain value', found: 'a modified one' });
  return checked({ kind: 'regex', ...expression(value.raw) });
}

function checked(value: Regex): Value | Fault {
  const reason = refusal(value);
  return reason === null ? value : fault('regex-invalid', { expression: value.source.slice(0, 200), reason });
}

function flag(letter: string): Modifier {
  return {
    takes: ['regex'],
    apply: (value: Regex) => checked({ ...value, flags: ordered(value.flags + letter) }),
    keyless: false,
  };
}

function toNetwork(value: Text): Value | Fault {
  const text = plainText(value.parts);
  const found = text === null ? null : network(text);
  return found === null ? fault('cidr-invalid', { value: value.raw ?? '' }) : { kind: 'network', network: found };
}

function toReference(value: Text): Value | Fault {
  const other = plainText(value.parts);
  if (other === null) return fault('wildcard-not-allowed', { modifier: 'fieldref' });
  return { kind: 'reference', other, how: 'equals', cased: value.cased };
}

/** A `-` or `/` that begins a word: nothing, or no letter, digit or underscore, before it, and one behind it. As in pySigma. */
const WORD_DASH = /(?<![\p{L}\p{N}_])[-/](?=[\p{L}\p{N}_])/u;

function dashes(value: Text): Value {
  const parts = value.parts.flatMap((part): PatternPart[] =>
    typeof part === 'string' ? part.split(WORD_DASH).flatMap((text, i) => (i ? [DASH, text] : [text])) : [part],
  );
  return { ...value, parts: parts.filter((part) => part !== ''), raw: null };
}

const DASHES = ['-', '/', '\u2013', '\u2014', '\u2015'];
const MOST_DASHES = 4;

/** The patterns without dash parts that a value with `windash` stands for, null when there are too many. */
function withEachDash(parts: readonly PatternPart[]): readonly PatternPart[][] | null {
  if (parts.filter((part) => part === DASH).length > MOST_DASHES) return null;
  let all: PatternPart[][] = [[]];
  for (const part of parts) {
    const choices = part === DASH ? DASHES : [part];
    all = all.flatMap((done) => choices.map((choice) => [...done, choice]));
  }
  return all;
}

/** One value, or several as alternatives. */
function either(of: readonly Value[]): Value {
  return of.length === 1 ? of[0]! : { kind: 'any', of };
}

function encoded(word: string, encode: (bytes: string) => readonly string[]): Modifier {
  return {
    takes: ['text'],
    apply: (value: Text): Value | Fault => {
      const texts = withEachDash(value.parts)?.map(plainText) ?? [null];
      if (texts.includes(null)) return fault('wildcard-not-allowed', { modifier: word });
      const of = (texts as string[]).flatMap((text) => encode(value.bytes ? text : ENCODINGS['utf-8'](text)));
      return either(of.map((text) => ({ ...textOf(text), raw: null, cased: value.cased })));
    },
    keyless: true,
  };
}

/** Wildcards stay where they are; a byte order mark comes before everything. */
function widened(word: string, encoding: 'utf16le' | 'utf16be', mark: readonly string[] = []): Modifier {
  return {
    takes: ['text'],
    apply: (value: Text): Value | Fault => {
      const each = withEachDash(value.parts);
      if (value.bytes || !each)
        return fault('modifier-order', {
          modifier: word,
          wanted: 'plain text',
          found: value.bytes ? 'encoded text' : 'windash',
        });
      const wide = (part: PatternPart): PatternPart => (typeof part === 'string' ? ENCODINGS[encoding](part) : part);
      return either(each.map((parts) => ({ ...value, parts: [...mark, ...parts.map(wide)], raw: null, bytes: true })));
    },
    keyless: true,
  };
}

function expand(value: Text | Regex, variables: Variables): Value | Fault {
  if (value.kind === 'regex') {
    const sources = expandExpression(value.source, variables);
    if ('code' in sources) return sources;
    const of: Value[] = [];
    for (const source of sources.of) {
      const one = checked({ ...value, source });
      if ('code' in one) return one;
      of.push(one);
    }
    return { kind: 'any', of };
  }
  const expanded = expandParts(value.parts, variables);
  if ('code' in expanded) return expanded;
  return either(expanded.of.map((parts) => ({ ...value, parts, raw: null })));
}

function compared(how: 'lt' | 'lte' | 'gt' | 'gte'): Modifier {
  const holds = {
    lt: (a: number, b: number) => a < b,
    lte: (a: number, b: number) => a <= b,
    gt: (a: number, b: number) => a > b,
    gte: (a: number, b: number) => a >= b,
  }[how];
  return {
    takes: ['number', 'time'],
    apply: (value: Numeric | Time): Value | Fault => {
      if (value.kind === 'number') return { kind: 'compare', how, than: value.number };
      const [first, last] = TIME_RANGES[value.part];
      const bound = value.numbers[0]!;
      const all = Array.from({ length: last - first + 1 }, (_, i) => first + i);
      return { ...value, numbers: all.filter((n) => holds(n, bound)) };
    },
    keyless: false,
  };
}

function timePart(part: keyof typeof TIME_RANGES): Modifier {
  return {
    takes: ['number'],
    apply: ({ number, text }: Numeric): Value | Fault => {
      const [first, last] = TIME_RANGES[part];
      if (!Number.isInteger(number) || number < first || number > last)
        return fault('time-out-of-range', { part, value: text, first, last });
      return { kind: 'time', part, numbers: [number] };
    },
    keyless: false,
  };
}
