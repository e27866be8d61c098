import { UsageError } from '../base/errors.ts';
import type { FieldTable } from '../base/fields.ts';
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
import { openFailure } from '../telemetry/inputs/list.ts';
import { eachInput } from '../telemetry/inputs/open.ts';
import type { PoolOut } from './hunt-pool.ts';
import type { HuntSetup, HuntTallies } from './hunt-scan.ts';
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
  if (setup.watched.length > 0) throw new UsageError('indicators are looked for by the streaming engine only');
  const engine = await open({ rules: running, correlations: [] }, options);
  try {
    const observed = new Observed(engine.fields, setup);
    const places =
      options.kept === null
        ? await load(observed.before(engine), files, setup, observed, out)
        : await placesKept(options.kept);
    await handOn(engine, running, places, setup, out);
    return observed.tallies();
  } finally {
    await engine.close();
  }
}

async function load(
  engine: HuntEngine,
  files: readonly HuntFile[],
  { hint }: HuntSetup,
  observed: Observed,
  out: PoolOut,
): Promise<Map<string, HitPlace>> {
  const places = new Map<string, HitPlace>();
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
  return places;
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
  places: ReadonlyMap<string, HitPlace>,
  { after, before }: HuntSetup,
  out: PoolOut,
): Promise<void> {
  const { fields } = engine;
  const shown: readonly MatchedRule[] = running;
  const maker = new HitMaker(
    shown,
    running.map(({ carries }) => carries),
    fields,
  );
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
        this.logons.event(event);
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
      addresses: [],
    };
  }
}
