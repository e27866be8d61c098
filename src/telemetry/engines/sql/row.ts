import { type FieldSource, type FieldTable, fieldKey, type Value } from '../../../base/fields.ts';
import type { LogEvent } from '../../../model/event.ts';
import { type Column, columnName } from '../../../sigma/sql/columns.ts';
import { FENCE, type Form, fenced, single, textsOf } from '../../../sigma/sql/forms.ts';
import type { CoreName } from './schema.ts';
import type { Source } from './sources.ts';

/** A row of the table of events. Reused for every event: writers copy. */
export interface Row {
  readonly core: Record<CoreName, string | number | boolean>;
  /** By column: its text. Only those that are `filled` count, the others are missing. */
  readonly cells: string[];
  readonly filled: number[];
}

/** Takes rows, in order. */
export interface RowWriter {
  write(row: Row): void;
  /** Settles when there is room for more. */
  ready(): Promise<void>;
  /** Writes out what is left. */
  finish(): Promise<void>;
}

/** What records of one source need of a field. */
interface FieldPlan {
  readonly id: number;
  readonly key: string;
  readonly forms: readonly FormPlan[];
  /** Its column of presence, -1 when nobody asks. */
  readonly presence: number;
}

interface FormPlan {
  readonly form: Form;
  readonly column: number;
}

interface Plan {
  readonly fields: readonly FieldPlan[];
  readonly texts: readonly FormPlan[];
}

/** Turns events into rows: of each, what the rules for its source ask for. */
export class RowMaker {
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly table: FieldTable;
  private readonly plans: Plan[] = [];
  private readonly row: Row;

  constructor(columns: readonly Column[], table: FieldTable) {
    this.numbers = new Map(columns.map((column, number) => [columnName(column), number]));
    this.table = table;
    for (const column of columns) if ('field' in column) table.id(column.field);
    this.row = { core: {} as Row['core'], cells: new Array<string>(columns.length).fill(''), filled: [] };
  }

  /**
   * The row of an event; `seen` is the event or a view of it. Its number, that of the event and the file are left to the caller.
   * `whole`: with every field the event has, not only those that somebody asks for.
   */
  make(event: LogEvent, seen: FieldSource, source: Source, whole = false): Row {
    this.plans[source.number] ??= this.plan(source);
    const plan = this.plans[source.number]!;
    const { row } = this;
    row.filled.length = 0;
    const values: Record<string, Exclude<Value, undefined>> = {};
    const found: Value[] = [];
    let several = false;
    for (const { id, key } of plan.fields) {
      const value = seen.value(id);
      found.push(value);
      if (value === undefined) continue;
      values[key] = value;
      several ||= textsOf(value).length > 1;
    }
    for (const [i, { presence, forms }] of plan.fields.entries()) {
      const value = found[i];
      if (value === undefined) continue;
      if (presence >= 0) this.fill(presence, '1');
      const texts = textsOf(value);
      if (texts.length === 0) continue;
      for (const { form, column } of forms) this.fill(column, several ? fenced(texts, form) : single(texts[0]!, form));
    }
    for (const { form, column } of plan.texts) this.fill(column, fenced(seen.texts(), form));
    const { core } = row;
    core.source = source.number;
    core.view = source.view ?? '';
    core.fenced = several;
    core.record = event.record;
    core.time = event.time;
    core.channel = event.channel;
    core.event_id = event.eventId;
    core.provider = event.provider;
    core.computer = event.computer;
    core.product = event.product;
    core.category = event.category;
    core.service = event.service;
    core.fields = JSON.stringify(whole ? { ...everyField(event, values), ...values } : values);
    return row;
  }

  private fill(column: number, text: string | null): void {
    if (text === null) return;
    this.row.cells[column] = text;
    this.row.filled.push(column);
  }

  private plan(source: Source): Plan {
    const number = (column: Column): number => this.numbers.get(columnName(column)) ?? -1;
    const fields = source.fields.map((field): FieldPlan => {
      const key = fieldKey(field);
      const own = source.columns.filter((column) => 'field' in column && fieldKey(column.field) === key);
      return {
        id: this.table.id(field),
        key,
        forms: own.flatMap((column) => (column.kind === 'field' ? { form: column.form, column: number(column) } : [])),
        presence: number({ kind: 'presence', field }),
      };
    });
    const texts = source.columns.some(({ kind }) => kind === 'texts')
      ? (['folded', 'raw'] as const).map((form): FormPlan => ({ form, column: number({ kind: 'texts', form }) }))
      : [];
    return { fields, texts };
  }
}

/** What an event holds besides these values, under its own names; a name that says the same as one of them is left out. */
function everyField(event: LogEvent, values: Readonly<Record<string, Value>>): Record<string, Value> {
  const all: Record<string, Value> = Object.create(null);
  event.each?.((name, value) => {
    const known = values[fieldKey(name)];
    if (known === undefined || !same(known, value)) all[name] = value;
  });
  return all;
}

function same(a: Value, b: Value): boolean {
  if (a === b) return true;
  return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((text, i) => text === b[i]);
}

/** The texts of a fenced column. */
export function unfenced(content: string): string[] {
  return content === '' ? [] : content.slice(FENCE.length, -FENCE.length).split(FENCE);
}
