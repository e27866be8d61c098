import { UsageError } from '../base/errors.ts';
import type { FieldTable } from '../base/fields.ts';
import type { LogEvent } from '../model/event.ts';
import type { MatchedRule } from '../model/sighting.ts';
import { Gaps } from '../report/hunt/gaps.ts';
import { Logons } from '../report/hunt/logons.ts';
import { Tally } from '../report/hunt/tally.ts';
import { explain } from '../sigma/match/explain.ts';
import type { Rule, RulePack } from '../sigma/rule/tree.ts';
import type { HuntEngine } from '../telemetry/engines/engine.ts';
import { loadLog } from '../telemetry/engines/load.ts';
import type { Hit } from '../telemetry/engines/stream/hit.ts';
import { HitMaker, type HitPlace, placeOf } from '../telemetry/engines/stream/hit-maker.ts';
import { indicatorsIn } from '../telemetry/indicators/find.ts';
import { IndicatorMatcher } from '../telemetry/indicators/matcher.ts';
import { indicatorRule } from '../telemetry/indicators/watched.ts';
import { openFailure } from '../telemetry/inputs/list.ts';
import { eachInput } from '../telemetry/inputs/open.ts';
import type { PoolOut } from './hunt-pool.ts';
import { type HuntSetup, type HuntTallies, TELLING } from './hunt-scan.ts';
import type { HuntFile } from './hunt-tasks.ts';

export const ENGINES = ['stream', 'duckdb', 'clickhouse'] as const;
export type EngineName = (typeof ENGINES)[number];

/** Where the SQL engines work. */
export interface EngineOptions {
  readonly name: EngineName;
  /** Addresses of ClickHouse servers, and their cluster's name. User and password come from the environment. */
  readonly urls: readonly string[];
  readonly cluster: string | null;
  /** Whether servers beyond this machine may be asked. */
  readonly elsewhere: boolean;
  /** A new folder in which DuckDB keeps the records as Parquet; null for none. */
  readonly keep: string | null;
  /** A folder of records that an earlier hunt kept, to hunt in instead of logs. */
  readonly kept: string | null;
}

/** Opens an SQL engine. Throws UsageError when it lacks what it needs. */
async function open(pack: RulePack, options: EngineOptions): Promise<HuntEngine> {
  const { name, urls, cluster, elsewhere, keep, kept } = options;
  if (name === 'duckdb') {
    const { openDuckdb, openKept } = await import('../telemetry/engines/duckdb/index.ts');
    return kept === null ? openDuckdb(pack, keep === null ? {} : { keep }) : openKept(pack, kept);
  }
  if (urls.length === 0) throw new UsageError('--engine clickhouse needs --clickhouse URL');
  const { CLICKHOUSE_USER: username, CLICKHOUSE_PASSWORD: password } = process.env;
  return (await import('../telemetry/engines/clickhouse/index.ts')).openClickhouse(pack, {
    urls,
    cluster,
    elsewhere,
    ...(username ? { username } : {}),
    ...(password ? { password } : {}),
  });
}

/** Loads files into an SQL engine and has it run the rules; hits, tallies and problems are those of the streaming engine. */
export async function runInEngine(
  setup: HuntSetup,
  running: readonly Rule[],
  files: readonly HuntFile[],
  options: EngineOptions,
  out: PoolOut,
): Promise<HuntTallies> {
  const engine = await open({ rules: running, correlations: [] }, options);
  try {
    const observed = new Observed(engine.fields, setup);
    const shown: readonly MatchedRule[] = [...running, ...setup.watched.map(indicatorRule)];
    const maker = new HitMaker(
      shown,
      running.map(({ carries }) => carries),
      engine.fields,
    );
    const lookout = setup.watched.length > 0 ? new Lookout(engine.fields, maker, running.length, setup, out) : null;
    const places = options.kept === null ? new Map<string, HitPlace>() : await placesKept(options.kept);
    if (options.kept === null)
      await load(lookout?.before(engine, places) ?? engine, files, setup, observed, places, out);
    else await lookout?.throughKept(options.kept, places);
    await handOn(engine, running, maker, places, setup, out);
    return observed.tallies();
  } finally {
    await engine.close();
  }
}

async function load(
  unobserved: HuntEngine,
  files: readonly HuntFile[],
  { hint }: HuntSetup,
  observed: Observed,
  places: Map<string, HitPlace>,
  out: PoolOut,
): Promise<void> {
  const engine = observed.before(unobserved);
  for (const file of files) {
    if (out.stopped()) break;
    let entry = 0;
    try {
      await eachInput(file, hint ? { hint } : {}, async (input) => {
        places.set(input.name, placeOf(input.name, file.file + entry++ / ENTRIES));
        const format = await loadLog(engine, input, {
          problem: (found) => out.problem(found),
          done: (bytes) => {
            out.done(bytes);
            return out.stopped();
          },
        });
        if (format) observed.inputs++;
      });
    } catch (error) {
      out.problem(openFailure(file.path, error));
    }
  }
}

async function placesKept(folder: string): Promise<Map<string, HitPlace>> {
  const { keptFiles } = await import('../telemetry/engines/duckdb/keep.ts');
  return new Map((await keptFiles(folder)).map((name, n) => [name, placeOf(name, n)]));
}

/** Entries of an archive are ordered by fractions of its number. */
const ENTRIES = 2 ** 24;

async function handOn(
  engine: HuntEngine,
  running: readonly Rule[],
  maker: HitMaker,
  places: ReadonlyMap<string, HitPlace>,
  { after, before }: HuntSetup,
  out: PoolOut,
): Promise<void> {
  const { fields } = engine;
  let batch: Hit[] = [];
  for await (const { file, event, rule } of engine.hits()) {
    // Kept records were not chosen by time when they were loaded.
    if (event.time < after || event.time > before) continue;
    const found = explain(running[rule]!.where, event, fields);
    batch.push(maker.make(event, event, rule, found, places.get(file)!));
    if (batch.length < BATCH) continue;
    await out.hits(batch);
    batch = [];
    if (out.stopped()) return;
  }
  await out.hits(batch);
}

const BATCH = 1000;

/**
 * Looks for indicators in the records on their way into an engine, or in those that were kept: in the program, not in SQL, which
 * has nothing that takes a text apart and looks up its words.
 */
class Lookout {
  private readonly fields: FieldTable;
  private readonly maker: HitMaker;
  private readonly first: number;
  private readonly setup: HuntSetup;
  private readonly out: PoolOut;
  private readonly matcher: IndicatorMatcher;
  private found: Hit[] = [];

  /** `first` is the number of the first indicator among the rules of `maker`. */
  constructor(fields: FieldTable, maker: HitMaker, first: number, setup: HuntSetup, out: PoolOut) {
    this.fields = fields;
    this.maker = maker;
    this.first = first;
    this.setup = setup;
    this.out = out;
    this.matcher = new IndicatorMatcher(setup.watched);
    for (const name of TELLING) fields.id(name);
  }

  /** The engine, with its events searched before it takes them. */
  before(engine: HuntEngine, places: ReadonlyMap<string, HitPlace>): HuntEngine {
    return {
      name: engine.name,
      fields: engine.fields,
      take: (file, event) => {
        this.search(event, places.get(file)!);
        engine.take(file, event);
      },
      ready: async () => {
        await this.handOn();
        await engine.ready();
      },
      hits: () => engine.hits(),
      account: () => engine.account(),
      close: () => engine.close(),
    };
  }

  async throughKept(folder: string, places: ReadonlyMap<string, HitPlace>): Promise<void> {
    const { after, before } = this.setup;
    const { keptEvents } = await import('../telemetry/engines/duckdb/keep.ts');
    for await (const { file, event } of keptEvents(folder, this.fields, {})) {
      if (event.time < after || event.time > before) continue;
      this.search(event, places.get(file)!);
      if (this.found.length >= BATCH) await this.handOn();
      if (this.out.stopped()) break;
    }
    await this.handOn();
  }

  private search(event: LogEvent, place: HitPlace): void {
    for (const { indicator, fields } of indicatorsIn(event, this.matcher, this.fields))
      this.found.push(this.maker.make(event, event, this.first + indicator, fields, place));
  }

  private async handOn(): Promise<void> {
    if (this.found.length === 0) return;
    const hits = this.found;
    this.found = [];
    await this.out.hits(hits);
  }
}

/** What is counted on the way into an engine. */
class Observed {
  inputs = 0;
  private events = 0;
  private readonly tally = new Tally();
  private readonly logons: Logons;
  private readonly gaps: Gaps;
  private readonly setup: HuntSetup;

  constructor(fields: FieldTable, setup: HuntSetup) {
    this.setup = setup;
    this.logons = new Logons(fields);
    this.gaps = new Gaps(fields);
  }

  /** The engine, with its events counted before it takes them and those outside the time asked for left out. */
  before(engine: HuntEngine): HuntEngine {
    const { after, before } = this.setup;
    return {
      name: engine.name,
      fields: engine.fields,
      take: (file, event) => {
        if (event.time < after || event.time > before) return;
        this.events++;
        this.tally.event(event);
        this.logons.event(event, file);
        this.gaps.event(event, file);
        engine.take(file, event);
      },
      ready: () => engine.ready(),
      hits: () => engine.hits(),
      account: () => engine.account(),
      close: () => engine.close(),
    };
  }

  tallies(): HuntTallies {
    const { inputs, events, tally, logons, gaps } = this;
    return {
      inputs,
      events,
      matched: 0,
      copies: 0,
      tally: tally.toJSON(),
      logons: logons.toJSON(),
      gaps: gaps.toJSON(),
      addresses: { pairs: [], computers: [] },
    };
  }
}
