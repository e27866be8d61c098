import { type FieldTable, fieldKey, type Value } from '../../../base/fields.ts';
import type { LogEvent } from '../../../model/event.ts';
import type { Column } from '../../../sigma/sql/columns.ts';
import { FENCE, type Form, fenced, single, textsOf } from '../../../sigma/sql/forms.ts';
import type { CoreName } from './schema.ts';

/** A row of the table of events. Reused for every event: writers copy. */
export interface Row {
  readonly core: Record<CoreName, string | number | boolean>;
  /** By column: its text, null for a missing one. Empty texts are ''. */
  readonly cells: (string | null)[];
  /** The columns that have a text, in no order; only these count. */
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

interface FieldPlan {
  readonly id: number;
  readonly key: string;
  readonly forms: readonly { readonly form: Form; readonly column: number }[];
  /** Its column of presence, -1 when nobody asks. */
  readonly presence: number;
}

/** Turns events into rows. */
export class RowMaker {
  private readonly plans: readonly FieldPlan[];
  private readonly texts: readonly { readonly form: Form; readonly column: number }[];
  private readonly row: Row;

  constructor(columns: readonly Column[], fields: FieldTable) {
    const byField = new Map<
      string,
      { id: number; key: string; forms: { form: Form; column: number }[]; presence: number }
    >();
    const texts: { form: Form; column: number }[] = [];
    columns.forEach((column, number) => {
      if (column.kind === 'texts') {
        texts.push({ form: column.form, column: number });
        return;
      }
      const key = fieldKey(column.field);
      let plan = byField.get(key);
      if (!plan) {
        plan = { id: fields.id(column.field), key, forms: [], presence: -1 };
        byField.set(key, plan);
      }
      if (column.kind === 'presence') plan.presence = number;
      else plan.forms.push({ form: column.form, column: number });
    });
    this.plans = [...byField.values()];
    this.texts = texts;
    this.row = { core: {} as Row['core'], cells: new Array<string | null>(columns.length).fill(null), filled: [] };
  }

  /** The row of an event, or of a view of it. The number of the row, its source and file are for the caller to fill in. */
  make(event: LogEvent): Row {
    const { row } = this;
    for (const column of row.filled) row.cells[column] = null;
    row.filled.length = 0;
    const values: Record<string, Exclude<Value, undefined>> = {};
    const found: { plan: FieldPlan; texts: readonly string[] }[] = [];
    let several = false;
    for (const plan of this.plans) {
      const value = event.value(plan.id);
      if (value === undefined) continue;
      values[plan.key] = value;
      const texts = textsOf(value);
      several ||= texts.length > 1;
      found.push({ plan, texts });
    }
    for (const { plan, texts } of found) {
      if (plan.presence >= 0) this.fill(plan.presence, '1');
      if (texts.length === 0) continue;
      for (const { form, column } of plan.forms)
        this.fill(column, several ? fenced(texts, form) : single(texts[0]!, form));
    }
    for (const { form, column } of this.texts) this.fill(column, fenced(event.texts(), form));
    const { core } = row;
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
    core.fields = JSON.stringify(values);
    return row;
  }

  private fill(column: number, text: string | null): void {
    if (text === null) return;
    this.row.cells[column] = text;
    this.row.filled.push(column);
  }
}

/** The texts of a fenced column. */
export function unfenced(content: string): string[] {
  return content === '' ? [] : content.slice(FENCE.length, -FENCE.length).split(FENCE);
}
