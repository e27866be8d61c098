/**
 * What the compiler asks of a SQL engine: data and small functions that turn SQL expressions into SQL expressions. Shared code
 * asks for what a dialect can do, never for its name. Columns hold texts (see `forms.ts`); a dialect decides how a missing one looks.
 */
export interface SqlDialect {
  readonly name: string;
  /** Column types the schema uses. */
  readonly types: { readonly text: string; readonly integer: string; readonly float: string; readonly flag: string };
  /**
   * What a column of a single value holds instead of a text that is missing or empty; null is SQL's NULL. Never the same.
   * With texts, tests have to keep away from both stand-ins; with NULL, negations have to take it for false.
   */
  readonly missing: string | null;
  readonly empty: string;
  /** The text of a column in which `empty` may stand for an empty one. */
  emptied(column: string): string;
  /** Longest statement in bytes, and the most rules it may ask at once. */
  readonly maxStatement: number;
  readonly maxRules: number;
  /** A literal, a quoted name, a truth value. */
  text(value: string): string;
  identifier(name: string): string;
  truth(is: boolean): string;
  /** Negation of a test; a test that is NULL is false. */
  not(test: string): string;
  startsWith(column: string, text: string): string;
  endsWith(column: string, text: string): string;
  contains(column: string, text: string): string;
  /** From how many texts on one expression with all of them is better than a test of each. */
  readonly alternation: number;
  /** The texts in this order, the whole value, gaps of any length where two meet; empty texts at the ends leave them open. */
  segments(column: string, texts: readonly string[]): string;
  /** Whether an RE2 expression is found; null for expressions that this engine cannot run. */
  matches(column: string, re2: string): string | null;
  /** `length` characters from `start` (1 is the first) of a text of ASCII characters. */
  slice(column: string, start: number, length: number): string;
  /** Tests of one column against another, both with a text. Null where the engine has none. */
  readonly twoColumns: Record<
    'contains' | 'startswith' | 'endswith',
    ((column: string, other: string) => string) | null
  >;
  /** Whether a test holds for one of the texts in a fenced column (`forms.ts`). `item` names the one at hand. */
  any(column: string, item: string, test: string): string;
  /** Whether `any` may stand within `any` and name columns there. */
  readonly nestsAny: boolean;
  /** A statement that gives `row` and an array of the numbers of the tests that hold, for rows where one does. */
  ask(table: string, gate: string, tests: readonly NumberedTest[]): string;
}

/** A test of a row, and the number that stands for it. */
export interface NumberedTest {
  readonly number: number;
  readonly test: string;
}
