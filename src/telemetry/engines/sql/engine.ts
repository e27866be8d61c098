import { type FieldSource, FieldTable } from '../../../base/fields.ts';
import type { LogEvent } from '../../../model/event.ts';
import { viewer } from '../../../sigma/logsource/views.ts';
import { evaluate, type Views } from '../../../sigma/match/index.ts';
import type { RulePack } from '../../../sigma/rule/tree.ts';
import { type Column, columnName } from '../../../sigma/sql/columns.ts';
import type { SqlDialect } from '../../../sigma/sql/dialect.ts';
import type { EngineAccount, EngineHit, HuntEngine } from '../engine.ts';
import { RowMaker, type RowWriter } from './row.ts';
import { CORE_NAMES, type CoreName, columnsOfPack, TEXTS } from './schema.ts';
import { type Source, Sources } from './sources.ts';
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
  close(): Promise<void>;
}

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
  private counts = { events: 0, rows: 0, statements: 0, candidates: 0 };

  constructor(pack: RulePack, store: EventStore, views: Views) {
    this.name = store.dialect.name;
    this.store = store;

    this.sources = new Sources(pack, this.fields);
    this.columns = columnsOfPack(pack);
    this.rows = new RowMaker(this.columns, this.fields);
    // Readers leave out fields that have no number when they begin.
    for (const rule of pack.rules) for (const field of rule.carries) this.fields.id(field);
    for (const view of new Set(pack.rules.flatMap(({ routes }) => routes.map((route) => route.view))))
      if (view !== null) this.views.set(view, views(view, this.fields));
  }

  async open(): Promise<void> {
    this.writer = await this.store.create(this.columns);
  }

  take(file: string, event: LogEvent): void {
    const source = this.sources.of(event);
    if (source.asks.length > 0) this.keep(file, event, event, source);
    for (const view of source.views) this.keep(file, event, this.views.get(view.view!)!(event), view);
    this.counts.events++;
  }

  private keep(file: string, event: LogEvent, seen: FieldSource, source: Source): void {
    const row = this.rows.make(event, seen, source);
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
    if (!this.sources.all[Number(core.source)]!.twice.has(rule)) return false;
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
