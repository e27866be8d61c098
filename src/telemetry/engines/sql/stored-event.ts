import { type FieldTable, fieldKey, type Value } from '../../../base/fields.ts';
import type { LogEvent } from '../../../model/event.ts';
import { unfenced } from './row.ts';
import type { CoreName } from './schema.ts';

/** An event as it was stored: the same fields and texts that its reader gave, as far as rules ask for them or all were kept. */
export class StoredEvent implements LogEvent {
  readonly record: number;
  readonly time: number;
  readonly channel: string;
  readonly eventId: number;
  readonly provider: string;
  readonly computer: string;
  readonly product: string;
  readonly category: string;
  readonly service: string;
  private readonly table: FieldTable;
  private readonly json: string;
  private readonly content: string;
  private values: Readonly<Record<string, Value>> | null = null;
  private byKey: Record<string, Value> | null = null;

  /** `texts` is the content of the fenced column, '' when it was not stored. */
  constructor(core: Readonly<Record<CoreName, unknown>>, texts: string, table: FieldTable) {
    this.record = Number(core.record);
    this.time = core.time === null ? Number.NaN : Number(core.time);
    this.channel = String(core.channel);
    this.eventId = Number(core.event_id);
    this.provider = String(core.provider);
    this.computer = String(core.computer);
    this.product = String(core.product);
    this.category = String(core.category);
    this.service = String(core.service);
    this.json = String(core.fields);
    this.content = texts;
    this.table = table;
  }

  value(id: number): Value {
    const name = this.table.names[id] ?? '';
    this.values ??= Object.assign(Object.create(null), JSON.parse(this.json)) as Record<string, Value>;
    // Names that somebody asked for are folded; others stand as the record spells them, for two may differ by case alone.
    if (name in this.values) return this.values[name];
    const key = fieldKey(name);
    return key in this.values ? this.values[key] : this.folded(key);
  }

  each(visit: (name: string, value: Exclude<Value, undefined>) => void): void {
    this.values ??= Object.assign(Object.create(null), JSON.parse(this.json)) as Record<string, Value>;
    for (const name in this.values) visit(name, this.values[name] ?? null);
  }

  private folded(key: string): Value {
    if (this.byKey === null) {
      this.byKey = Object.create(null) as Record<string, Value>;
      for (const name in this.values)
        if (!(fieldKey(name) in this.byKey)) this.byKey[fieldKey(name)] = this.values[name];
    }
    return this.byKey[key];
  }

  texts(): readonly string[] {
    return unfenced(this.content);
  }
}
