import { type FieldSource, type FieldTable, fieldKey, type TextFinder, type Value } from '../base/fields.ts';
import type { Instances } from './instances.ts';
import { JsonRecords } from './json.ts';
import { JsonBuffer } from './json-buffer.ts';
import { MAX_JSON } from './limits.ts';
import type { Entry } from './plan.ts';
import type { Found } from './shape.ts';
import { fileTimeMs } from './time.ts';
import { arrayTexts, TYPE, valueText } from './values.ts';

/**
 * A record of an event log whose fields are decoded when asked for. The object serves for the next record too: keep values,
 * not the record.
 */
export interface EvtxRecord extends FieldSource {
  /** Byte of the file where the record begins. */
  readonly offset: number;
  /** EventRecordID; the number in the header of the record where it names none. Exported logs number their headers anew. */
  readonly record: number;
  /** When it was created: milliseconds since 1970 UTC, with fractions. */
  readonly time: number;
  /** '' where the record does not name one. */
  readonly channel: string;
  readonly provider: string;
  readonly computer: string;
  /** -1 where the record has none. */
  readonly eventId: number;
  readonly level: number;
  mayHold(finder: TextFinder): boolean;
  each(visit: (name: string, value: Exclude<Value, undefined>) => void): void;
  /** The bytes of the record in its chunk: a matcher may look at them before it asks for fields. */
  rawBytes(): { readonly bytes: Buffer; readonly start: number; readonly end: number };
  /** The whole record as one line of JSON in the shape of `evtx_dump`; null if it is larger than any real record. */
  toJson(): string | null;
  /** Appends the same, without making text of it. False, with nothing appended, if it is larger than any real record. */
  writeJson(out: JsonBuffer): boolean;
}

export class Record implements EvtxRecord {
  offset = 0;
  private number = 0;
  private readonly fields: FieldTable;
  private readonly instances: Instances;
  private bytes: Buffer = Buffer.alloc(0);
  private start = 0;
  private end = 0;
  /** Values by field number, good where `stamps` holds the stamp of this record. */
  private values: Value[] = [];
  private stamps = new Float64Array(0);
  private stamp = 0;
  private allTexts: readonly string[] | null = null;
  private readonly json: JsonRecords;

  constructor(fields: FieldTable, instances: Instances) {
    this.fields = fields;
    this.instances = instances;
    this.json = new JsonRecords(instances);
  }

  /** Stands for the record from `start` up to `end` of a chunk, whose BinXML the instances have just loaded; `number` is its header's. */
  set(bytes: Buffer, start: number, end: number, offset: number, number: number): void {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.offset = offset;
    this.number = number;
    this.stamp++;
    this.allTexts = null;
  }

  get record(): number {
    const id = whole(this.first(this.instances.shape.system.record));
    return id < 0 ? this.number : id;
  }

  get time(): number {
    const found = this.instances.shape.system.time;
    if (found !== null) {
      const { substitution } = found.entries[0]!;
      const { instances } = this;
      const slot = instances.bases[found.instances[0]!]! + substitution;
      if (substitution >= 0 && instances.types[slot] === TYPE.fileTime && instances.sizes[slot] === 8)
        return this.fileTime(instances.offsets[slot]!);
      const text = this.first(found);
      const ms = text === null ? Number.NaN : Date.parse(text);
      if (!Number.isNaN(ms)) return ms;
    }
    return this.fileTime(this.start + 16);
  }

  get channel(): string {
    return this.first(this.instances.shape.system.channel) ?? '';
  }

  get provider(): string {
    return this.first(this.instances.shape.system.provider) ?? '';
  }

  get computer(): string {
    return this.first(this.instances.shape.system.computer) ?? '';
  }

  get eventId(): number {
    return whole(this.first(this.instances.shape.system.eventId));
  }

  get level(): number {
    return whole(this.first(this.instances.shape.system.level));
  }

  value(id: number): Value {
    if (id >= this.stamps.length) this.grow();
    if (this.stamps[id] === this.stamp) return this.values[id];
    const name = this.fields.names[id];
    const value = name === undefined ? undefined : this.lookUp(id, name);
    this.values[id] = value;
    this.stamps[id] = this.stamp;
    return value;
  }

  texts(): readonly string[] {
    if (this.allTexts !== null) return this.allTexts;
    const texts: string[] = [];
    const { plans } = this.instances;
    // A template may ask for one value thousands of times; no real record comes near the bound.
    let room = MAX_JSON;
    for (let i = 0; i < plans.length; i++)
      for (const entry of plans[i]!.entries) {
        if (room < 0) break;
        const before = texts.length;
        append(texts, this.evaluate(i, entry));
        for (let n = before; n < texts.length; n++) room -= texts[n]!.length + 1;
      }
    this.allTexts = texts;
    return texts;
  }

  mayHold(finder: TextFinder): boolean {
    const { plans } = this.instances;
    for (let i = 0; i < plans.length; i++) {
      if (plans[i]!.mayHold(finder)) return true;
      for (const entry of plans[i]!.variable) if (this.entryMayHold(i, entry, finder)) return true;
    }
    return false;
  }

  each(visit: (name: string, value: Exclude<Value, undefined>) => void): void {
    const { shape, plans } = this.instances;
    for (const { name, found } of shape.all()) visit(name, this.gather(found) ?? null);
    if (!shape.dynamic) return;
    const seen = new Set(shape.all().map(({ key }) => key));
    for (let i = 0; i < plans.length; i++)
      for (const { nameParts } of plans[i]!.entries) {
        if (nameParts === null) continue;
        const name = this.concatenate(i, nameParts);
        const key = fieldKey(name);
        if (seen.has(key)) continue;
        seen.add(key);
        visit(name, this.searchDynamic(key) ?? null);
      }
  }

  rawBytes(): { readonly bytes: Buffer; readonly start: number; readonly end: number } {
    return { bytes: this.bytes, start: this.start, end: this.end };
  }

  toJson(): string | null {
    SINGLE.length = 0;
    return this.writeJson(SINGLE) ? SINGLE.view().toString('utf8') : null;
  }

  writeJson(out: JsonBuffer): boolean {
    return this.json.write(this.bytes, out);
  }

  /** Strings are searched as bytes; what is within nested BinXML is searched with the plan of that. */
  private entryMayHold(instance: number, entry: Entry, finder: TextFinder): boolean {
    const { instances } = this;
    if (entry.substitution >= 0) {
      if (entry.substitution >= instances.counts[instance]!) return false;
      const slot = instances.bases[instance]! + entry.substitution;
      const type = instances.types[slot]!;
      if (type === TYPE.null || type === TYPE.binXml) return false;
      const offset = instances.offsets[slot]!;
      if (type === TYPE.string) return finder.inUtf16(this.bytes, offset, offset + instances.sizes[slot]!);
      if (finder.wordy && UNWORDY.has(type)) return false;
    }
    const value = this.evaluate(instance, entry);
    return typeof value === 'string' ? finder.inText(value) : (value?.some((text) => finder.inText(text)) ?? false);
  }

  private lookUp(id: number, name: string): Value {
    const { shape } = this.instances;
    const found = shape.field(id, name);
    const value = found === null ? undefined : this.gather(found);
    return value === undefined && shape.dynamic ? this.searchDynamic(fieldKey(name)) : value;
  }

  private gather({ instances, entries }: Found): Value {
    if (entries.length === 1) return this.evaluate(instances[0]!, entries[0]!);
    const values: string[] = [];
    for (let i = 0; i < entries.length; i++) append(values, this.evaluate(instances[i]!, entries[i]!));
    return values.length === 0 ? null : values.length === 1 ? values[0] : values;
  }

  /** Fields whose names are values themselves. */
  private searchDynamic(key: string): Value {
    let seen = false;
    const values: string[] = [];
    const { plans } = this.instances;
    for (let i = 0; i < plans.length; i++)
      for (const entry of plans[i]!.entries)
        if (entry.nameParts !== null && fieldKey(this.concatenate(i, entry.nameParts)) === key) {
          seen = true;
          append(values, this.evaluate(i, entry));
        }
    return !seen ? undefined : values.length === 0 ? null : values.length === 1 ? values[0] : values;
  }

  private evaluate(instance: number, entry: Entry): string | readonly string[] | null {
    if (entry.literal !== undefined) return entry.literal;
    if (entry.substitution >= 0) return this.substituted(instance, entry.substitution);
    return this.concatenate(instance, entry.parts);
  }

  private concatenate(instance: number, parts: Entry['parts']): string {
    let text = '';
    for (const part of parts) {
      if (part.kind === 'text') text += part.text;
      else {
        const value = this.substituted(instance, part.index);
        if (value !== null) text += typeof value === 'string' ? value : value.join(',');
      }
    }
    return text;
  }

  private substituted(instance: number, index: number): string | readonly string[] | null {
    const { instances } = this;
    if (index >= instances.counts[instance]!) return null;
    const slot = instances.bases[instance]! + index;
    const type = instances.types[slot]!;
    if (type === TYPE.null) return null;
    if (type < TYPE.array && type !== TYPE.binXml)
      return valueText(this.bytes, type, instances.offsets[slot]!, instances.sizes[slot]!);
    if (type === TYPE.binXml) return this.within(instances.inner[slot]!);
    const items = arrayTexts(this.bytes, type, instances.offsets[slot]!, instances.sizes[slot]!);
    const texts = items.map((item) => item ?? '');
    return texts.length === 0 ? null : texts.length === 1 ? texts[0]! : texts;
  }

  /** All that a nested fragment says, for the field it stands in. */
  private within(instance: number): readonly string[] | null {
    if (instance < 0) return null;
    const values: string[] = [];
    for (const entry of this.instances.plans[instance]!.entries)
      if (entry.literal !== undefined) append(values, entry.literal);
      else for (const part of entry.parts) append(values, this.plain(instance, part));
    return values;
  }

  /** A part of a nested fragment; what is nested in it in turn has fields of its own and is not repeated here. */
  private plain(instance: number, part: Entry['parts'][number]): string | readonly string[] | null {
    if (part.kind === 'text') return part.text;
    const slot = this.instances.bases[instance]! + part.index;
    const nested = part.index < this.instances.counts[instance]! && this.instances.types[slot] === TYPE.binXml;
    return nested ? null : this.substituted(instance, part.index);
  }

  /** The text of a field of System; the first where there are several. */
  private first(found: Found | null): string | null {
    if (found === null) return null;
    const value = this.evaluate(found.instances[0]!, found.entries[0]!);
    return typeof value === 'string' || value === null ? value : (value[0] ?? null);
  }

  private fileTime(at: number): number {
    return fileTimeMs(this.bytes.readUInt32LE(at), this.bytes.readUInt32LE(at + 4));
  }

  /** The table of fields may have grown since the last record. */
  private grow(): void {
    const stamps = new Float64Array(Math.max(64, 2 * this.fields.size));
    stamps.set(this.stamps);
    this.stamps = stamps;
  }
}

/** Where single records are written before they become text. */
const SINGLE = new JsonBuffer();

/** Types whose texts are digits, signs and a few letters. */
const UNWORDY: ReadonlySet<number> = new Set([
  TYPE.int8,
  TYPE.uint8,
  TYPE.int16,
  TYPE.uint16,
  TYPE.int32,
  TYPE.uint32,
  TYPE.int64,
  TYPE.uint64,
  TYPE.binary,
  TYPE.guid,
  TYPE.size,
  TYPE.fileTime,
  TYPE.systemTime,
  TYPE.sid,
  TYPE.hex32,
  TYPE.hex64,
]);

function append(values: string[], value: string | readonly string[] | null): void {
  if (typeof value === 'string') values.push(value);
  // Not with a spread call, which overflows the stack from some ten thousand items on.
  else if (value !== null) for (const item of value) values.push(item);
}

function whole(text: string | null): number {
  return text !== null && /^\d+$/.test(text) ? Number(text) : -1;
}
