import type { NumberedTest, SqlDialect } from '../dialect.ts';
import { FENCE } from '../forms.ts';

/** DuckDB 1.x. Missing texts are NULL; texts are UTF-8 and compared by bytes; expressions are RE2's. */
export const duckdb: SqlDialect = Object.freeze({
  name: 'duckdb',
  types: { text: 'VARCHAR', integer: 'BIGINT', float: 'DOUBLE', flag: 'BOOLEAN' },
  missing: null,
  empty: '',
  emptied: (column: string) => column,
  maxStatement: 262_144,
  maxRules: 64,
  text,
  identifier: (name: string) => `"${name.replaceAll('"', '""')}"`,
  truth: (is: boolean) => (is ? 'true' : 'false'),
  not: (test: string) => `NOT coalesce(${test}, false)`,
  startsWith: (column: string, value: string) => `starts_with(${column}, ${text(value)})`,
  endsWith: (column: string, value: string) => `ends_with(${column}, ${text(value)})`,
  contains: (column: string, value: string) => `contains(${column}, ${text(value)})`,
  alternation: 6,
  segments: (column: string, texts: readonly string[]) =>
    // LIKE has no escape character unless it is given one, which makes it slow.
    texts.some((part) => /[%_]/.test(part))
      ? `${column} LIKE ${text(texts.map((part) => part.replace(/[\\%_]/g, '\\$&')).join('%'))} ESCAPE '\\'`
      : `${column} LIKE ${text(texts.join('%'))}`,
  matches: (column: string, re2: string) => `regexp_matches(${column}, ${text(re2)})`,
  slice: (column: string, start: number, length: number) => `substr(${column}, ${start}, ${length})`,
  twoColumns: {
    contains: (column: string, other: string) => `contains(${column}, ${other})`,
    startswith: (column: string, other: string) => `starts_with(${column}, ${other})`,
    endswith: (column: string, other: string) => `ends_with(${column}, ${other})`,
  },
  any: (column: string, item: string, test: string) =>
    `len(list_filter(string_split(${column}[2:-2], ${text(FENCE)}), lambda ${item}: ${test})) > 0`,
  nestsAny: true,
  // CASE evaluates its condition on the rows still in question; a plain boolean column would work out every part for all rows.
  ask: (table: string, gate: string, tests: readonly NumberedTest[]) => {
    const flags = tests.map(({ number, test }) => `CASE WHEN ${test} THEN ${number} END`);
    return `WITH asked AS MATERIALIZED (SELECT row, list_filter([${flags.join(', ')}], lambda rule: rule IS NOT NULL) AS rules FROM ${table} WHERE ${gate}) SELECT row, rules FROM asked WHERE len(rules) > 0`;
  },
});

/** Control characters go through chr(): a statement is a C string. */
function text(value: string): string {
  return value.includes('\0') ? `(${value.split('\0').map(quote).join(' || chr(0) || ')})` : quote(value);
}

function quote(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
