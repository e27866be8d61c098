import { problem } from '../../../base/problem.ts';
import type { LogReader } from '../../reader.ts';
import { encodingOf, headText } from '../bytes/encoding.ts';
import { headOf } from '../bytes/head.ts';
import { eachLine } from '../bytes/lines.ts';
import { isFirst } from '../bytes/parts.ts';
import { unwrap } from '../json/wrappers.ts';
import { RecordEvent } from '../record/event.ts';
import { layoutOf } from '../shapes/index.ts';
import { Rows } from './rows.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/**
 * Tables with a header line, delimited by commas, semicolons, tabs or bars. Rows are records under the names of the columns and
 * are recognised like JSON records (a table with Channel and EventID holds Windows' events); what they cannot tell, the hint does.
 * Empty values are no values. Rows with another number of values than the header are problems.
 */
export const csvReader: LogReader = {
  name: 'csv',
  splits: false,
  recognises(head, name) {
    const table = tableOf(headText(head));
    if (!table) return 0;
    return /\.(csv|tsv|txt)(\.\w+)?$/i.test(name) || name === '-' || table.columns.length >= 4 ? 1 : 0;
  },
  async read(input, fields, sink, part) {
    if (!isFirst(part)) return;
    const { head, rest } = await headOf(input);
    const event = new RecordEvent(fields, input);
    const delimiter = tableOf(headText(head))?.delimiter ?? ',';
    const broken = (line: number, reason: string): void =>
      sink.problem(problem('record-broken', { source: input.name, line }, { reason }));
    let columns: readonly string[] | null = null;
    const rows = new Rows(delimiter, {
      broken,
      row(cells, line, text) {
        if (!columns) {
          if (!/^sep=.$/.test(text)) columns = namesOf(cells);
        } else if (cells.length !== columns.length)
          broken(line, `${cells.length} values for ${columns.length} columns`);
        else {
          const record = unwrap(recordOf(columns, cells));
          event.set(record, layoutOf(record, input.name), text, line);
          sink.event(event);
        }
      },
    });
    await eachLine(rest, sink, { encoding: encodingOf(head) }, (line, number) => rows.line(line, number));
    rows.end();
  },
};

/** How the first lines are delimited, null if they are no table: a header of names, and rows of as many values. */
function tableOf(text: string): { readonly delimiter: string; readonly columns: readonly string[] } | null {
  const start = /^sep=(.)\r?\n/.exec(text);
  const body = start ? text.slice(start[0].length) : text;
  const first = body.slice(0, 16_384).split(/\r?\n/, 1)[0]!;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what tells binary data from text
  if (/[\0-\x08\x0e-\x1f]/.test(first)) return null;
  const counts = DELIMITERS.map((mark) => first.split(mark).length);
  const most = Math.max(...counts);
  const delimiter = start?.[1] ?? DELIMITERS[counts.indexOf(most)]!;
  const seen: (readonly string[])[] = [];
  const rows = new Rows(delimiter, { row: (cells) => seen.push(cells), broken: () => {} });
  // The last line of the head may be cut off.
  for (const [i, line] of body.split('\n').slice(0, -1).slice(0, 50).entries()) rows.line(line, i + 1);
  const columns = seen[0] ?? first.split(delimiter);
  if (columns.length < 2 || !columns.every((name) => /^[^\d\s"<>{}=][^"<>{}=]{0,100}$/.test(name.trim()))) return null;
  const same = seen.filter((cells) => cells.length === columns.length).length;
  return same >= seen.length * 0.5 ? { delimiter, columns } : null;
}

/** A column that has a name twice keeps the first; one without gets its number. */
function namesOf(cells: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return cells.map((cell, i) => {
    const name = cell.trim() || `column${i + 1}`;
    const unique = seen.has(name) ? `${name} ${i + 1}` : name;
    seen.add(unique);
    return unique;
  });
}

function recordOf(columns: readonly string[], cells: readonly string[]): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (let i = 0; i < columns.length; i++) record[columns[i]!] = cells[i] === '' ? null : cells[i];
  return record;
}
