import { fold } from '../match/fold.ts';
import { compilePattern, DASHES, foldPattern, type SimpleShape, simpleShape } from '../match/pattern.ts';
import { spell } from '../match/re2-spelling.ts';
import type { Pattern } from '../rule/tree.ts';
import { plainText } from './forms.ts';
import type { TextColumn } from './text-column.ts';

/**
 * A test of whether some text of a column matches a pattern as a whole, with a rough price; null where the engine cannot run
 * it. The shapes of nearly all patterns become plain functions; gaps only (`a*b*c`) become LIKE; the rest becomes an
 * expression. Both stand behind a test for the pattern's longest text.
 */
export function patternTest(
  pattern: Pattern,
  cased: boolean,
  column: TextColumn,
): { readonly sql: string; readonly cost: number } | null {
  const simple = simplePattern(pattern, cased);
  if (simple) return { sql: column[METHOD[simple.kind]](simple.text), cost: COST[simple.kind] };
  const parts = clean(cased ? pattern : foldPattern(pattern));
  const texts = textsBetweenGaps(parts);
  const sql = column.any(
    (item) => (texts ? column.dialect.segments(item, texts) : column.dialect.matches(item, expression(parts))),
    compilePattern(parts),
  );
  if (sql === null) return null;
  const longest = parts.reduce<string>(
    (best, part) => (typeof part === 'string' && part.length > best.length ? part : best),
    '',
  );
  return { sql: longest === '' ? sql : `(${column.contains(longest)} AND ${sql})`, cost: texts ? 20 : 30 };
}

/** A pattern that is one text with or without gaps at its ends, ready for a column; null for others. */
export function simplePattern(pattern: Pattern, cased: boolean): SimpleShape | null {
  const shape = simpleShape(pattern);
  return shape && { kind: shape.kind, text: plainText(cased ? shape.text : fold(shape.text)) };
}

/**
 * Tests of which one has to hold for some text of a column to match one of several simple patterns, none of them empty. Texts
 * to be equal become a list; of the others many become one expression, as far as the dialect prefers that.
 */
export function oneOfShapes(column: TextColumn, shapes: readonly SimpleShape[]): { sql: string; cost: number }[] {
  const { alternation, matches } = column.dialect;
  const equal = shapes.filter(({ kind }) => kind === 'equals').map(({ text }) => text);
  const open = shapes.filter(({ kind }) => kind !== 'equals');
  const tests = equal.length > 0 ? [{ sql: column.isOneOf([...new Set(equal)]), cost: 2 }] : [];
  if (open.length < alternation) {
    return [...tests, ...open.map(({ kind, text }) => ({ sql: column[METHOD[kind]](text), cost: COST[kind] }))];
  }
  const { start, end } = column.ends;
  const options = open.map(
    ({ kind, text }) => `${kind === 'startswith' ? start : ''}${spelled(text)}${kind === 'endswith' ? end : ''}`,
  );
  for (const some of portions([...new Set(options)])) {
    const sql = matches(column.sql, `(?s:${some.join('|')})`);
    if (sql !== null) tests.push({ sql, cost: 25 });
  }
  return tests;
}

/** Expressions stay small: RE2 gives up those that need much memory. */
function* portions(options: readonly string[]): Generator<string[]> {
  let portion: string[] = [];
  let size = 0;
  for (const option of options) {
    if (size + option.length > MOST && portion.length > 0) {
      yield portion;
      portion = [];
      size = 0;
    }
    portion.push(option);
    size += option.length;
  }
  yield portion;
}
const MOST = 4000;

function clean(pattern: Pattern): Pattern {
  return pattern.map((part) => (typeof part === 'string' ? plainText(part) : part));
}

/** The texts of a pattern whose only wildcards are `many`, '' for an open end; null for other patterns. */
function textsBetweenGaps(pattern: Pattern): string[] | null {
  const texts = [''];
  for (const part of pattern) {
    if (typeof part === 'string') texts[texts.length - 1] += part;
    else if (part.wild === 'many') texts.push('');
    else return null;
  }
  return texts;
}

function expression(pattern: Pattern): string {
  const parts = pattern.map((part) => (typeof part === 'string' ? spelled(part) : WILD[part.wild]));
  if (parts[0] === WILD.many) parts.shift();
  else parts.unshift('\\A');
  if (parts[parts.length - 1] === WILD.many) parts.pop();
  else parts.push('\\z');
  return `(?s:${parts.join('')})`;
}

const spelled = (text: string): string => [...text].map((char) => spell(char.codePointAt(0)!)).join('');
const METHOD = { equals: 'equals', startswith: 'startsWith', endswith: 'endsWith', contains: 'contains' } as const;
const COST = { equals: 1, startswith: 2, endswith: 2, contains: 6 } as const;
const WILD = { many: '.*', one: '.', dash: `[${spelled(DASHES)}]` } as const;
