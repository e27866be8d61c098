import type { NumberedTest, SqlDialect } from '../dialect.ts';
import { EMPTY, FENCE } from '../forms.ts';

/**
 * ClickHouse, in words that its version 18.16 of 2018 knows as well as today's. Columns are not nullable: '' is a missing
 * text, and an empty one is a noncharacter of Unicode. `LIKE` and `match` take expressions by RE2.
 */
export const clickhouse: SqlDialect = Object.freeze({
  name: 'clickhouse',
  types: { text: 'String', integer: 'Int64', float: 'Nullable(Float64)', flag: 'UInt8' },
  missing: '',
  empty: EMPTY,
  emptied: (column: string) => `replaceAll(${column}, ${text(EMPTY)}, '')`,
  // max_query_size is 262,144 by default, and shards get the statement in a longer spelling.
  maxStatement: 120_000,
  // The time that 18.16 takes to prepare a statement grows faster than the statement.
  maxRules: 60,
  text,
  identifier: (name: string) => `\`${name.replace(/[\\`]/g, '\\$&')}\``,
  truth: (is: boolean) => (is ? '1' : '0'),
  not: (test: string) => `NOT (${test})`,
  startsWith: (column: string, value: string) => `startsWith(${column}, ${text(value)})`,
  endsWith: (column: string, value: string) => `endsWith(${column}, ${text(value)})`,
  contains: (column: string, value: string) => `position(${column}, ${text(value)}) > 0`,
  alternation: 3,
  segments: (column: string, texts: readonly string[]) =>
    `like(${column}, ${text(texts.map((part) => part.replace(/[\\%_]/g, '\\$&')).join('%'))})`,
  // A pattern may not hold the character NUL.
  matches: (column: string, re2: string) => (re2.includes('\0') ? null : `match(${column}, ${text(re2)})`),
  slice: (column: string, start: number, length: number) => `substring(${column}, ${start}, ${length})`,
  twoColumns: {
    // position() takes only a constant to look for.
    contains: (column: string, other: string) =>
      `arrayExists(i -> substring(${column}, i + 1, length(${other})) = ${other}, range(toUInt32(greatest(0, toInt64(length(${column})) - toInt64(length(${other})) + 1))))`,
    startswith: (column: string, other: string) => `substring(${column}, 1, length(${other})) = ${other}`,
    endswith: (column: string, other: string) =>
      `(length(${column}) >= length(${other}) AND substring(${column}, toUInt32(greatest(0, toInt64(length(${column})) - toInt64(length(${other})))) + 1, length(${other})) = ${other})`,
  },
  any: (column: string, item: string, test: string) =>
    `(${column} != '' AND arrayExists(${item} -> ${test}, splitByString(${text(FENCE)}, substring(${column}, 4, length(${column}) - 6))))`,
  // Version 18.16 does not find a column in the inner of two functions.
  nestsAny: false,
  // One level: a sub-select would bring every row from the shards before the filter.
  ask: (table: string, gate: string, tests: readonly NumberedTest[]) => {
    const flags = tests.map(({ number, test }) => `if(${test}, ${number}, -1)`);
    return `SELECT row, arrayFilter(rule -> rule >= 0, [${flags.join(', ')}]) AS rules FROM ${table} WHERE ${gate} AND notEmpty(rules)`;
  },
});

function text(value: string): string {
  return `'${value.replace(/[\\']/g, '\\$&').replaceAll('\0', '\\0')}'`;
}
