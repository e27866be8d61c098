import type { SqlDialect } from './dialect.ts';
import { FENCE } from './forms.ts';

/** Whether a row keeps the one text of a field as it is, or all texts of each field between fences. */
export type Shape = 'single' | 'fenced';

/** A column with the texts of a field in one form: builds tests of "some text of it". All of them are false for a missing one. */
export class TextColumn {
  readonly sql: string;
  readonly dialect: SqlDialect;
  private readonly shape: Shape;

  constructor(sql: string, dialect: SqlDialect, shape: Shape) {
    this.sql = sql;
    this.dialect = dialect;
    this.shape = shape;
  }

  isPresent(): string {
    return presenceTest(this.dialect, this.sql);
  }

  equals(text: string): string {
    if (this.shape === 'fenced') return this.dialect.contains(this.sql, FENCE + text + FENCE);
    return `${this.sql} = ${this.dialect.text(text === '' ? this.dialect.empty : text)}`;
  }

  /** None of the texts may be empty. */
  isOneOf(texts: readonly string[]): string {
    if (texts.length === 1) return this.equals(texts[0]!);
    if (this.shape === 'fenced') return `(${texts.map((text) => this.equals(text)).join(' OR ')})`;
    return `${this.sql} IN (${texts.map((text) => this.dialect.text(text)).join(', ')})`;
  }

  startsWith(text: string): string {
    if (text === '') return this.isPresent();
    return this.shape === 'fenced'
      ? this.dialect.contains(this.sql, FENCE + text)
      : this.dialect.startsWith(this.sql, text);
  }

  endsWith(text: string): string {
    if (text === '') return this.isPresent();
    return this.shape === 'fenced'
      ? this.dialect.contains(this.sql, text + FENCE)
      : this.dialect.endsWith(this.sql, text);
  }

  contains(text: string): string {
    return text === '' ? this.isPresent() : this.dialect.contains(this.sql, text);
  }

  /** An expression's ends, where a text has to start or end there. */
  get ends(): { readonly start: string; readonly end: string } {
    return this.shape === 'fenced' ? { start: FENCE, end: FENCE } : { start: '\\A', end: '\\z' };
  }

  /**
   * Whether `test` holds for a text; null when the dialect cannot say the test. `reference` is the same test in the program,
   * for asking what it makes of empty texts; null when the form has none and the test fails for what stands for missing.
   */
  any(test: (item: string) => string | null, reference: ((text: string) => boolean) | null): string | null {
    const { missing, empty, any } = this.dialect;
    const item = this.shape === 'fenced' ? 'item' : this.sql;
    const inner = test(item);
    if (inner === null) return null;
    if (this.shape === 'fenced') return any(this.sql, item, inner);
    if (missing === null || !reference || !(reference('') || reference(empty))) return inner;
    return `(${this.isPresent()} AND ${test(this.plain())})`;
  }

  /** Whether some text of this column relates so to some text of another. */
  against(other: TextColumn, how: 'equals' | 'contains' | 'startswith' | 'endswith'): string | null {
    const relation = how === 'equals' ? (a: string, b: string) => `${a} = ${b}` : this.dialect.twoColumns[how];
    if (!relation) return null;
    if (this.shape === 'fenced' && !this.dialect.nestsAny) return null;
    if (this.shape === 'fenced')
      return this.dialect.any(this.sql, 'a', this.dialect.any(other.sql, 'b', relation('a', 'b')));
    const test = relation(this.plain(), other.plain());
    return this.dialect.missing === null ? test : `(${this.isPresent()} AND ${other.isPresent()} AND ${test})`;
  }

  /** The text of a single value, also where it is empty. */
  private plain(): string {
    const { empty, emptied } = this.dialect;
    return empty === '' ? this.sql : emptied(this.sql);
  }
}

/** Whether a column has content, in either shape. */
export function presenceTest({ missing, text }: SqlDialect, column: string): string {
  return missing === null ? `${column} IS NOT NULL` : `${column} != ${text(missing)}`;
}
