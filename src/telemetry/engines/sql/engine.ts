import { UsageError } from '../../../base/errors.ts';
import { type FieldSource, FieldTable } from '../../../base/fields.ts';
import type { LogEvent } from '../../../model/event.ts';
import { viewer } from '../../../sigma/logsource/views.ts';
import { evaluate, type Views } from '../../../sigma/match/index.ts';
import type { RulePack } from '../../../sigma/rule/tree.ts';
import { type Column, columnName } from '../../../sigma/sql/columns.ts';
import type { SqlDialect } from '../../../sigma/sql/dialect.ts';
import type { EngineAccount, EngineHit, HuntEngine } from '../engine.ts';
import { RowMaker, type RowWriter } from './row.ts';
import { CORE_NAMES, type CoreName, columnsOfPack, columnsToKeep, TEXTS } from './schema.ts';
import { type Kind, type Source, Sources } from './sources.ts';
import { type Gaps, type Statement, statements } from './statements.ts';
import { StoredEvent } from './stored-event.ts';

/** A database with the table of events. */
export interface EventStore {
  readonly dialect: SqlDialect;
  /** The table's name as statements spell it. */
  readonly table: string;
  /** Creates the table and gives its writer. */
  create(columns: readonly Column[]): Promise<RowWriter>;
  /** Runs a statement; columns come by their position. */
  rows(sql: string): AsyncIterable<readonly unknown[]>;
  /** Keeps the table for later hunts, with a description of it, and whether every field stands in it; null where nothing is kept. */
  readonly keep: ((description: KeptSource[], whole: boolean) => Promise<void>) | null;
  /** What is kept of an earlier hunt, when this is that: no more events are taken. */
  readonly kept: readonly KeptSource[] | null;
  close(): Promise<void>;
}

/** A source of kept rows. */
export interface KeptSource extends Kind {
  readonly number: number;
  readonly view: string | null;
  readonly single: number;
  readonly fenced: number;
}

/** The rows that an earlier hunt kept cannot answer what these rules ask as they are. */
export class NotKeptError extends UsageError {}

/** Rows fetched at once for hits. */
const BATCH = 1000;

/** Hunts in a database: events become rows, rules become statements. */
export async function openSqlEngine(pack: RulePack, store: EventStore, views: Views = viewer): Promise<HuntEngine> {
  const engine = new SqlEngine(pack, store, views);
  await engine.open();
  return engine;
}

class SqlEngine implements HuntEngine {
  readonly name: string;
  readonly fields = new FieldTable();
  private readonly store: EventStore;
  private readonly views = new Map<string, ReturnType<Views>>();
  private readonly sources: Sources;
  private readonly columns: readonly Column[];
  private readonly rows: RowMaker;
  private readonly gaps: Gaps = new Map();
  private readonly met = new Set<string>();
  private writer: RowWriter | null = null;
  /** Whether every event could say all its fields. */
  private whole = true;
  private counts = { events: 0, rows: 0, statements: 0, candidates: 0 };

  constructor(pack: RulePack, store: EventStore, views: Views) {
    this.name = store.dialect.name;
    this.store = store;

    const whole = store.keep ? columnsToKeep(pack) : null;
    this.sources = new Sources(pack, this.fields, whole);
    this.columns = whole?.columns ?? columnsOfPack(pack);
    if (store.kept) this.restore(store.kept);
    this.rows = new RowMaker(this.columns, this.fields);
    // Readers leave out fields that have no number when they begin.
    for (const rule of pack.rules) for (const field of rule.carries) this.fields.id(field);
    for (const view of new Set(pack.rules.flatMap(({ routes }) => routes.map((route) => route.view))))
      if (view !== null) this.views.set(view, views(view, this.fields));
  }

  async open(): Promise<void> {
    this.writer = await this.store.create(this.columns);
  }

  /** Finds the rules for rows that an earlier hunt kept. */
  private restore(kept: readonly KeptSource[]): void {
    for (const base of kept.filter(({ view }) => view === null)) {
      const source = this.sources.ofKind(base);
      for (const one of [source, ...source.views]) {
        const rows = kept.find((it) => it.view === one.view && sameKind(it, base));
        if (!rows) throw new NotKeptError(`the kept records cannot be seen as ${one.view}: load the logs anew`);
        one.number = rows.number;
        one.single = rows.single;
        one.fenced = rows.fenced;
        this.counts.rows += rows.single + rows.fenced;
        if (one.view === null) this.counts.events += rows.single + rows.fenced;
      }
    }
  }

  take(file: string, event: LogEvent): void {
    if (this.store.kept) throw new UsageError('kept records take no more events');
    const source = this.sources.of(event);
    if (source.asks.length > 0 || this.store.keep) this.keep(file, event, event, source);
    for (const view of source.views) this.keep(file, event, this.views.get(view.view!)!(event), view);
    this.counts.events++;
  }

  private keep(file: string, event: LogEvent, seen: FieldSource, source: Source): void {
    const whole = this.store.keep !== null && seen === event;
    this.whole &&= !whole || event.each !== undefined;
    const row = this.rows.make(event, seen, source, whole);
    row.core.row = this.counts.rows++;
    row.core.event = this.counts.events;
    row.core.file = file;
    source[row.core.fenced ? 'fenced' : 'single']++;
    this.writer!.write(row);
  }

  ready(): Promise<void> {
    return this.writer!.ready();
  }

  async *hits(): AsyncGenerator<EngineHit> {
    await this.writer!.finish();
    await this.store.keep?.(
      this.sources.all.map(({ kind, number, view, single, fenced }) => ({ ...kind, number, view, single, fenced })),
      this.whole,
    );
    const { dialect, table } = this.store;
    for (const statement of statements(this.sources.all, table, dialect, this.gaps)) {
      this.counts.statements++;
      let found = new Map<number, readonly number[]>();
      for await (const [row, rules] of this.store.rows(statement.sql)) {
        found.set(Number(row), (rules as unknown[]).map(Number));
        if (found.size < BATCH) continue;
        yield* this.fetch(found, statement);
        found = new Map();
      }
      if (found.size > 0) yield* this.fetch(found, statement);
    }
  }

  /** The hits of some rows, with their events. */
  private async *fetch(found: ReadonlyMap<number, readonly number[]>, statement: Statement): AsyncGenerator<EngineHit> {
    const { identifier } = this.store.dialect;
    const texts = columnName(TEXTS);
    const hasTexts = this.columns.some((column) => columnName(column) === texts);
    const names = [...CORE_NAMES.map((name) => identifier(name)), hasTexts ? identifier(texts) : `''`];
    const sql = `SELECT ${names.join(', ')} FROM ${this.store.table} WHERE ${identifier('source')} IN (${statement.sources.map(({ number }) => number).join(', ')}) AND ${identifier('row')} IN (${[...found.keys()].join(', ')})`;
    for await (const cells of this.store.rows(sql)) {
      const core = Object.fromEntries(CORE_NAMES.map((name, i) => [name, cells[i]])) as Record<CoreName, unknown>;
      const event = new StoredEvent(core, String(cells[CORE_NAMES.length] ?? ''), this.fields);
      for (const rule of found.get(Number(core.row)) ?? []) {
        const again = statement.again.get(rule);
        if (again) {
          this.counts.candidates++;
          if (!evaluate(again, event, this.fields)) continue;
        }
        if (this.isSecond(rule, core)) continue;
        yield { file: String(core.file), event, view: String(core.view) || null, rule };
      }
    }
  }

  /** Whether a rule that is asked under several views was met for the event before. */
  private isSecond(rule: number, core: Readonly<Record<CoreName, unknown>>): boolean {
    const source = this.sources.all.find(({ number }) => number === Number(core.source));
    if (!source?.twice.has(rule)) return false;
    const key = `${core.event}/${rule}`;
    if (this.met.has(key)) return true;
    this.met.add(key);
    return false;
  }

  account(): EngineAccount {
    const partly = [...this.gaps].map(([rule, reasons]) => ({ rule, reasons: [...reasons] }));
    return { ...this.counts, partly: partly.sort((a, b) => a.rule - b.rule) };
  }

  async close(): Promise<void> {
    await this.store.close();
  }
}

function sameKind(a: Kind, b: Kind): boolean {
  return (Object.keys(b) as (keyof Kind)[]).every((key) => NOT_KIND.has(key) || a[key] === b[key]);
}
const NOT_KIND: ReadonlySet<string> = new Set(['number', 'view', 'single', 'fenced']);
