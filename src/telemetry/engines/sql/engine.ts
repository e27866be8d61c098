import { FieldTable } from '../../../base/fields.ts';
import type { LogEvent } from '../../../model/event.ts';
import { evaluate } from '../../../sigma/match/evaluate.ts';
import type { RulePack } from '../../../sigma/rule/tree.ts';
import { type Column, columnName } from '../../../sigma/sql/columns.ts';
import type { SqlDialect } from '../../../sigma/sql/dialect.ts';
import type { EngineAccount, EngineHit, HuntEngine } from '../engine.ts';
import { RowMaker, type RowWriter } from './row.ts';
import { CORE_NAMES, type CoreName, columnsOfPack } from './schema.ts';
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

/** How an event is seen under the name of a view; null when it cannot be. */
export type See = (view: string, event: LogEvent, fields: FieldTable) => LogEvent | null;

/** Rows fetched at once for hits. */
const BATCH = 1000;

/** Hunts in a database: events become rows, rules become statements. */
export async function openSqlEngine(pack: RulePack, store: EventStore, see: See): Promise<HuntEngine> {
  const engine = new SqlEngine(pack, store, see);
  await engine.open();
  return engine;
}

class SqlEngine implements HuntEngine {
  readonly name: string;
  readonly fields = new FieldTable();
  private readonly store: EventStore;
  private readonly see: See;
  private readonly sources: Sources;
  private readonly columns: readonly Column[];
  private readonly rows: RowMaker;
  private readonly gaps: Gaps = new Map();
  private writer: RowWriter | null = null;
  private counts = { events: 0, rows: 0, statements: 0, candidates: 0 };

  constructor(pack: RulePack, store: EventStore, see: See) {
    this.name = store.dialect.name;
    this.store = store;
    this.see = see;
    this.sources = new Sources(pack);
    this.columns = columnsOfPack(pack);
    this.rows = new RowMaker(this.columns, this.fields);
  }

  async open(): Promise<void> {
    this.writer = await this.store.create(this.columns);
  }

  take(file: string, event: LogEvent): void {
    this.counts.events++;
    const source = this.sources.of(event);
    if (source.asks.length > 0) this.keep(file, event, source);
    for (const view of source.views) {
      const seen = this.see(view.view!, event, this.fields);
      if (seen) this.keep(file, seen, view);
    }
  }

  private keep(file: string, event: LogEvent, source: Source): void {
    const row = this.rows.make(event);
    row.core.row = this.counts.rows++;
    row.core.source = source.number;
    row.core.file = file;
    row.core.view = source.view ?? '';
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
    const texts =
      this.columns.find((column) => column.kind === 'texts' && column.form === 'raw') ??
      this.columns.find((column) => column.kind === 'texts');
    const names = [...CORE_NAMES.map((name) => identifier(name)), texts ? identifier(columnName(texts)) : `''`];
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
        yield { file: String(core.file), event, view: String(core.view) || null, rule };
      }
    }
  }

  account(): EngineAccount {
    const partly = [...this.gaps].map(([rule, reasons]) => ({ rule, reasons: [...reasons] }));
    return { ...this.counts, partly: partly.sort((a, b) => a.rule - b.rule) };
  }

  async close(): Promise<void> {
    await this.store.close();
  }
}
