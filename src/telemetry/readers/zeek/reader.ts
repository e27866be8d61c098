import { problem } from '../../../base/problem.ts';
import type { LogReader } from '../../reader.ts';
import { encodingOf, headText } from '../bytes/encoding.ts';
import { headOf } from '../bytes/head.ts';
import { eachLine } from '../bytes/lines.ts';
import { isFirst } from '../bytes/parts.ts';
import { RecordEvent } from '../record/event.ts';
import type { Layout } from '../record/layout.ts';
import { pathOf, zeekLayout } from './layouts.ts';

/**
 * Logs of Zeek as tables (ASCII writer): `#separator`, `#set_separator`, `#empty_field`, `#unset_field`, `#path`, `#fields`,
 * `#types`, any of which may change in the middle. Fields have Zeek's own names; unset ones have no value, sets and vectors
 * have several; T and F of `bool` columns are read as true and false, as Zeek's JSON has them.
 */
export const zeekReader: LogReader = {
  name: 'zeek',
  splits: false,
  recognises(head) {
    const text = headText(head);
    if (/^#separator \S+\r?\n/.test(text)) return 2;
    return /^(?:#[a-z_]+[ \t].*\r?\n){1,7}#types\t/.test(text) ? 2 : 0;
  },
  async read(input, fields, sink, part) {
    if (!isFirst(part)) return;
    const { head, rest } = await headOf(input);
    const event = new RecordEvent(fields, input);
    const table = new Table(pathOf(input.name));
    const broken = (line: number, reason: string): void =>
      sink.problem(problem('record-broken', { source: input.name, line }, { reason }));
    await eachLine(rest, sink, { encoding: encodingOf(head) }, (raw, number) => {
      const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
      if (line === '') return;
      if (line.startsWith('#')) {
        table.directive(line);
        return;
      }
      const cells = line.split(table.separator);
      if (cells.length !== table.names.length) {
        broken(number, `${cells.length} values for ${table.names.length} fields`);
        return;
      }
      event.set(table.record(cells), table.layout, line, number);
      sink.event(event);
    });
  },
};

/** What the lines with a hash say about the lines that follow. */
class Table {
  separator = '\t';
  names: readonly string[] = [];
  layout: Layout;
  private types: readonly string[] = [];
  private within = ',';
  private empty = '(empty)';
  private unset = '-';

  constructor(path: string) {
    this.layout = zeekLayout(path);
  }

  directive(line: string): void {
    // The line that names the separator cannot use it yet.
    const [name = '', ...values] = line.startsWith('#separator ') ? line.split(' ') : line.split(this.separator);
    const [first = ''] = values;
    if (name === '#separator') this.separator = unescaped(first) || '\t';
    else if (name === '#set_separator') this.within = unescaped(first) || ',';
    else if (name === '#empty_field') this.empty = first;
    else if (name === '#unset_field') this.unset = first;
    else if (name === '#path') this.layout = zeekLayout(first);
    else if (name === '#fields') this.names = values;
    else if (name === '#types') this.types = values;
  }

  record(cells: readonly string[]): Record<string, unknown> {
    const record: Record<string, unknown> = {};
    for (let i = 0; i < cells.length; i++) record[this.names[i]!] = this.value(cells[i]!, this.types[i] ?? 'string');
    return record;
  }

  private value(cell: string, type: string): string | readonly string[] | null {
    if (cell === this.unset) return null;
    if (cell === this.empty) return type === 'string' ? '' : null;
    if (type === 'bool') return BOOLEANS[cell] ?? cell;
    if (!type.startsWith('set[') && !type.startsWith('vector[')) return cell;
    return cell.split(this.within);
  }
}

const BOOLEANS: Readonly<Record<string, string>> = { T: 'true', F: 'false' };

/** `\x09` is a tab. */
function unescaped(text: string): string {
  return text.replace(/\\x([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
