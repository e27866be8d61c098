import { parse } from 'csv-parse/sync';
import { type Problem, problem } from '../../base/problem.ts';

/** A row of a table by column name, with its line in the file. Cells are trimmed. */
export interface Row {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
}

/** Reads CSV (RFC 4180; comma, semicolon or tab) with a header line. Rows that cannot be taken apart are problems. */
export function csvRows(text: string, source: string): Rows {
  const problems: Problem[] = [];
  const clean = text.startsWith('\ufeff') ? text.slice(1) : text;
  const head = clean.slice(0, clean.search(/\r?\n|$/));
  const delimiter = [',', ';', '\t'].sort((a, b) => head.split(b).length - head.split(a).length)[0]!;
  const parsed = parse(clean, {
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      problems.push(problem('row-damaged', { source, line: Number(error?.lines ?? 0) }, { reason: error?.code ?? '' }));
      return undefined;
    },
  }) as unknown as { info: { lines: number }; record: string[] }[];
  const [header, ...body] = parsed;
  const columns = (header?.record ?? []).map((name) => name.trim());
  return { columns, rows: body.map(({ info, record }) => rowOf(columns, record, info.lines)), problems };
}

export function rowOf(columns: readonly string[], cells: readonly string[], line: number): Row {
  return { line, cells: Object.fromEntries(columns.map((name, i) => [name, (cells[i] ?? '').trim()])) };
}

/** Names in the notation of a Python list, however deep: `['China', "Côte d'Ivoire"]`. */
export function pythonList(text: string): string[] {
  return [...text.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g)].map((m) =>
    (m[1] ?? m[2] ?? '').replace(/\\(.)/g, '$1').trim(),
  );
}

/** Values of a cell that holds several, split at semicolons outside of brackets. */
export const several = (text: string): string[] => text.split(/;\s*/).map((part) => part.trim());
