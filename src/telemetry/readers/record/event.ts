import type { FieldTable, TextFinder, Value } from '../../../base/fields.ts';
import type { LogEvent } from '../../../model/event.ts';
import type { LogInput } from '../../reader.ts';
import { withHint } from '../hint.ts';
import { logTime } from '../times.ts';
import { EveryField, type KeyEntry, type KeyNode, KeyTree } from './keys.ts';
import { type Head, isObject, type Layout, type LogRecord } from './layout.ts';
import { asValue, collectTexts, isRounded, lineTexts, mayHold } from './texts.ts';

/** Reads the text of a record once more, so that its long numbers keep their digits; null where there are none. */
export type Reread = (source: string) => LogRecord | null;

/**
 * A record as a log event. One object serves all records of a file: fields are picked up in one walk over the record when
 * the first is asked for, and turned into text when they are asked for themselves. Slots are never emptied, only outdated:
 * each carries the number of the record it was filled for.
 */
export class RecordEvent implements LogEvent, Head {
  channel = '';
  eventId = -1;
  provider = '';
  computer = '';
  product = '';
  category = '';
  service = '';
  private rawTime: unknown;
  private timed = false;
  private ms = Number.NaN;
  private rawRecord: unknown;
  private position = 0;

  private data: LogRecord = {};
  private source = '';
  private layout: Layout | null = null;
  private readonly fields: FieldTable;
  private readonly input: LogInput;
  private readonly reread: Reread | null;
  private readonly trees = new Map<Layout, KeyTree>();
  private turn = 0;
  private filled = 0;
  private exact = false;
  private allTexts: readonly string[] | null = null;
  private every: RecordEvent | null = null;

  private readonly raw: unknown[] = [];
  private readonly ranks: number[] = [];
  private readonly from: (KeyEntry | null)[] = [];
  private readonly rawTurn: number[] = [];
  private readonly values: Value[] = [];
  private readonly valueTurn: number[] = [];

  constructor(fields: FieldTable, input: LogInput, reread: Reread | null = null) {
    this.fields = fields;
    this.input = input;
    this.reread = reread;
  }

  /** Turns to the next record. `source` is its text, `position` its line or place in the file. */
  set(record: LogRecord, layout: Layout, source: string, position: number): void {
    this.turn++;
    this.data = record;
    this.layout = layout;
    this.source = source;
    this.position = position;
    this.exact = false;
    this.allTexts = null;
    this.channel = '';
    this.eventId = -1;
    this.provider = '';
    this.computer = '';
    this.product = '';
    this.category = '';
    this.service = '';
    this.time = undefined;
    this.rawRecord = undefined;
    layout.head(record, this, this.input.name);
    if (this.input.hint) withHint(this, this.input.hint);
  }

  get time(): number {
    if (!this.timed) {
      this.timed = true;
      this.ms = logTime(this.rawTime);
    }
    return this.ms;
  }

  set time(value: unknown) {
    this.rawTime = value;
    this.timed = false;
  }

  get record(): number {
    const own = this.rawRecord;
    if (own === undefined || own === null || own === '') return this.position;
    const number = Number(own);
    return Number.isFinite(number) ? number : this.position;
  }

  set record(value: unknown) {
    this.rawRecord = value;
  }

  value(id: number): Value {
    if (this.filled !== this.turn) this.fill();
    if (this.valueTurn[id] === this.turn) return this.values[id];
    if (this.rawTurn[id] !== this.turn) return undefined;
    const raw = this.raw[id];
    if (typeof raw === 'number' && isRounded(raw) && this.restoreDigits()) return this.value(id);
    this.values[id] = asValue(raw);
    this.valueTurn[id] = this.turn;
    return this.values[id];
  }

  texts(): readonly string[] {
    if (this.allTexts) return this.allTexts;
    if (this.layout?.line) {
      this.allTexts = lineTexts(this.source, this.data);
      return this.allTexts;
    }
    this.restoreDigits();
    const texts: string[] = [];
    collectTexts(this.data, texts);
    this.allTexts = texts;
    return texts;
  }

  mayHold(finder: TextFinder): boolean {
    return (this.layout?.line === true && finder.inText(this.source)) || mayHold(this.data, finder);
  }

  /** With an event of its own that wants every field; it is given up when records use keys as data and names become too many. */
  each(visit: (name: string, value: Exclude<Value, undefined>) => void): void {
    if (!this.layout) return;
    if (this.every === null || this.every.fields.size > MAX_NAMES)
      this.every = new RecordEvent(new EveryField(), this.input, this.reread);
    const { every } = this;
    every.set(this.data, this.layout, this.source, this.position);
    every.fill();
    const { names } = every.fields;
    // Asking may read the record once more, for digits, which outdates what was filled.
    const ids = names.flatMap((_, id) => (every.rawTurn[id] === every.turn ? id : []));
    for (const id of ids) visit(names[id]!, every.value(id) ?? null);
  }

  /** One walk over the record: every field that somebody may ask for gets into its slot. */
  private fill(): void {
    this.filled = this.turn;
    const layout = this.layout;
    if (!layout) return;
    let tree = this.trees.get(layout);
    if (!tree || tree.size < this.fields.size) {
      tree = new KeyTree(layout, this.fields);
      this.trees.set(layout, tree);
    }
    this.walk(tree, tree.root, this.data, layout.objects);
  }

  private walk(tree: KeyTree, node: KeyNode, object: LogRecord, objects: boolean): void {
    let guess = node.first;
    let before: KeyEntry | null = null;
    for (const key in object) {
      let entry = guess;
      if (entry === null || entry.key !== key) {
        entry = node.entries.get(key) ?? tree.add(node, key);
        if (before) before.next = entry;
        else node.first = entry;
      }
      before = entry;
      guess = entry.next;
      const { targets, inside } = entry;
      if (targets.length === 0 && inside === null) continue;
      const value = object[key];
      if (typeof value !== 'object' || value === null) this.put(entry, value);
      else if (Array.isArray(value)) {
        this.put(entry, value);
        if (inside) for (const item of value) if (isObject(item)) this.walk(tree, inside, item, objects);
      } else {
        if (objects) this.put(entry, value);
        if (inside) this.walk(tree, inside, value as LogRecord, objects);
      }
    }
  }

  private put(entry: KeyEntry, value: unknown): void {
    const { turn } = this;
    for (const { id, rank } of entry.targets) {
      if (this.rawTurn[id] !== turn || rank < this.ranks[id]!) {
        this.raw[id] = value;
        this.ranks[id] = rank;
        this.from[id] = entry;
        this.rawTurn[id] = turn;
      } else if (this.from[id] === entry) {
        // The same place again, in the next item of a list: one more value.
        const held = this.raw[id];
        if (held instanceof Several) held.push(value);
        else this.raw[id] = Several.of(held, value);
      }
    }
  }

  /** False if there was nothing to restore. */
  private restoreDigits(): boolean {
    if (this.exact || !this.reread) return false;
    this.exact = true;
    const again = this.reread(this.source);
    if (!again) return false;
    this.data = again;
    this.turn++;
    return true;
  }
}

/** Distinct names of fields of one file that are remembered. */
const MAX_NAMES = 20_000;

/** Values of one field from several items of a list. */
class Several extends Array<unknown> {}
