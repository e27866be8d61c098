import { availableParallelism } from 'node:os';
import { UsageError } from '../base/errors.ts';
import { FieldTable } from '../base/fields.ts';
import type { Problem } from '../base/problem.ts';
import { Addresses } from '../casework/addresses.ts';
import type { Machines } from '../casework/machines.ts';
import { Gaps } from '../report/hunt/gaps.ts';
import { type RunFacts, Tally } from '../report/hunt/index.ts';
import { Logons } from '../report/hunt/logons.ts';
import { isKept } from '../telemetry/engines/duckdb/manifest.ts';
import type { Hit } from '../telemetry/engines/stream/hit.ts';
import { HitStore } from '../telemetry/engines/stream/hit-store.ts';
import { compilePack, type LoadedPack } from '../telemetry/hunt/rule-pack.ts';
import { type ChosenRules, type RuleFilter, selectRules } from '../telemetry/hunt/select.ts';
import type { Watched } from '../telemetry/indicators/watched.ts';
import { type LogFile, listLogs } from '../telemetry/inputs/list.ts';
import { eachInput } from '../telemetry/inputs/open.ts';
import type { LogsourceHint } from '../telemetry/reader.ts';
import { readerFor } from '../telemetry/readers/index.ts';
import type { RuleSettings } from '../telemetry/rule-files.ts';
import { type EngineOptions, runInEngine } from './hunt-engine.ts';
import { filterWords, ruleFacts } from './hunt-facts.ts';
import { linesOf } from './hunt-lines.ts';
import { type PoolOut, runInPool } from './hunt-pool.ts';
import { type HuntOut, HuntScan, type HuntSetup, type HuntTallies } from './hunt-scan.ts';
import { type HuntFile, type HuntTask, planTasks } from './hunt-tasks.ts';

/** What to hunt for, where. Times are milliseconds since 1970, both inclusive. */
export interface HuntRequest {
  readonly inputs: readonly string[];
  readonly rules: readonly string[];
  readonly settings: RuleSettings;
  readonly watched: readonly Watched[];
  readonly filter: RuleFilter;
  readonly after: number;
  readonly before: number;
  readonly keepCopies: boolean;
  /** Threads; null for as many as the machine has. */
  readonly jobs: number | null;
  readonly version: string;
  /** What the user says the logs are, where they do not say so themselves. */
  readonly hint: LogsourceHint | null;
  readonly engine: EngineOptions;
  /** Counting what the logs hold is enough: there need be nothing to look for. */
  readonly counting?: boolean;
  /** Fields that every hit carries for a case; only the streaming engine gives them. */
  readonly carry?: readonly string[];
}

export interface HuntHooks {
  problem(problem: Problem): void;
  progress(progress: { readonly done: number; readonly of: number; readonly hits: number }): void;
  stopped(): boolean;
}

/** What a hunt found. `lines` may be read several times; `close` removes what did not fit in memory. */
export interface HuntResult {
  readonly facts: RunFacts;
  readonly loaded: LoadedPack;
  /** Lines of `--jsonl` in the order of every output. */
  lines(): AsyncGenerator<string>;
  /** Hits of rules in the same order with what they carry, as JSON; without correlations. */
  hits(): AsyncGenerator<{ readonly line: string; readonly carry: string }>;
  /** Address → machine, where hits carry fields. */
  readonly addresses: ReadonlyMap<string, string>;
  /** What machines go by, where hits carry fields. */
  readonly machines: Machines;
  /** Hits left out as copies, once the lines were read to their end. */
  copies(): number;
  close(): void;
}

/** Runs rules and indicators over logs in one pass. Throws UsageError when there is nothing to look for. */
export async function hunt(request: HuntRequest, hooks: HuntHooks): Promise<HuntResult> {
  const started = new Date();
  const engine = await engineOf(request);
  const problems = new Gathered(hooks);
  const [loaded, listed] = await Promise.all([
    compilePack({ paths: request.rules, ...request.settings }),
    engine.kept === null ? listLogs(request.inputs) : { files: [], problems: [] },
  ]);
  problems.add(...loaded.problems.filter(({ severity }) => severity !== 'note'), ...listed.problems);
  const { pack } = loaded.read;
  const wanted = selectRules(pack.rules, pack.correlations, request.filter);
  // What is kept serves later hunts, which may choose other rules.
  const chosen = engine.keep === null ? wanted : { ...wanted, run: pack.rules.map((_, n) => n) };
  if (chosen.run.length + request.watched.length === 0 && !request.counting)
    throw new UsageError('there is nothing to look for: no rule was loaded and chosen, and there are no indicators');

  const { watched, after, before, hint } = request;
  const { keepCopies, carry = [] } = request;
  const setup: HuntSetup = { pack: loaded.place, run: chosen.run, watched, after, before, hint, keepCopies, carry };
  const files = await numbered(listed.files, threadsOf(request.jobs, sizeOf(listed.files)));
  const total = sizeOf(files);
  const store = new HitStore(undefined, keepCopies);
  let done = 0;
  const out: PoolOut = {
    hits: (hits) => store.add(hits),
    problem: (found) => problems.add(expected(found, request.inputs)),
    done: (bytes) => {
      done += bytes;
      hooks.progress({ done, of: total, hits: store.added });
    },
    stopped: hooks.stopped,
  };
  const tallies = await run(setup, loaded, chosen, files, { ...request, engine }, out);
  const fields = new FieldTable();
  const facts: RunFacts = {
    version: request.version,
    engine: engine.name,
    started: started.toISOString(),
    seconds: (Date.now() - started.getTime()) / 1000,
    stopped: hooks.stopped(),
    inputs: request.inputs,
    files: sum(tallies, 'inputs'),
    bytes: done,
    events: sum(tallies, 'events'),
    duplicates: 0,
    rules: ruleFacts(loaded.read, chosen.run.length + chosen.correlations.length),
    indicators: watched.length,
    filters: filterWords(request),
    tally: merged(tallies, ({ tally }) => Tally.from(tally), new Tally()).result(),
    logons: merged(tallies, ({ logons }) => Logons.from(fields, logons), new Logons(fields)).result(),
    gaps: merged(tallies, ({ gaps }) => Gaps.from(fields, gaps), new Gaps(fields)).result(),
    problems: problems.kept,
    moreProblems: problems.more,
  };
  return {
    facts,
    loaded,
    lines: () => linesOf(store.sorted(), chosen, pack),
    hits: () => reported(store.sorted(), chosen),
    ...merged(tallies, ({ addresses }) => new Addresses(fields, addresses), new Addresses(fields)).result(),
    copies: () => store.copies + sum(tallies, 'copies'),
    close: () => store.close(),
  };
}

async function* reported(hits: AsyncIterable<Hit>, { run, reported: wanted }: ChosenRules): AsyncGenerator<Hit> {
  for await (const hit of hits) {
    const number = run[hit.rule];
    if (number === undefined || wanted.has(number)) yield hit;
  }
}

/** Records kept as Parquet, and keeping them, are DuckDB's. */
async function engineOf({ engine, inputs }: HuntRequest): Promise<EngineOptions> {
  const [folder] = inputs;
  const kept = inputs.length === 1 && (await isKept(folder!)) ? folder! : null;
  if (engine.name === 'clickhouse' && (engine.keep !== null || kept !== null))
    throw new UsageError('records are kept as Parquet by DuckDB, not by ClickHouse');
  return engine.keep === null && kept === null ? engine : { ...engine, name: 'duckdb', kept };
}

/** Runs the rules where the request says; what one thread does is done in this one. */
async function run(
  setup: HuntSetup,
  loaded: LoadedPack,
  { run: numbers }: ChosenRules,
  files: readonly HuntFile[],
  { engine, jobs }: HuntRequest,
  out: PoolOut,
): Promise<HuntTallies[]> {
  if (engine.name !== 'stream') {
    const running = numbers.map((n) => loaded.read.pack.rules[n]!);
    return [await runInEngine(setup, running, files, engine, out)];
  }
  const threads = threadsOf(jobs, sizeOf(files));
  const tasks = planTasks(files, threads);
  const inThreads = threads > 1 && !files.some(({ path }) => path === '-');
  return inThreads ? runInPool(setup, tasks, threads, out) : [await runHere(setup, loaded, tasks, out)];
}

/**
 * Each thread compiles the rules that its records need, about a second's work that only pays over many records: without a
 * wish, one thread for every 512 MB, up to the cores (docs/BENCHMARKS.md).
 */
function threadsOf(jobs: number | null, total: number): number {
  return Math.max(1, jobs ?? Math.min(availableParallelism(), Math.ceil(total / WORTH_A_THREAD)));
}

const WORTH_A_THREAD = 512e6;

function sizeOf(files: readonly LogFile[]): number {
  return files.reduce((sum, { size }) => sum + Math.max(0, size), 0);
}

/** A folder may hold anything: what is no log is a problem only where the user named the file. */
function expected(found: Problem, inputs: readonly string[]): Problem {
  if (found.code !== 'not-a-log' || inputs.includes(found.place.source ?? '')) return found;
  return { ...found, severity: 'note' };
}

/** Files below this many bytes are not worth being read in parts. */
const SMALL = 6 << 20;

/** Numbers files by their names, so that outputs do not depend on the order of arguments, and asks large ones for their format. */
async function numbered(files: readonly LogFile[], jobs: number): Promise<HuntFile[]> {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return Promise.all(
    sorted.map(async (file, n) => ({
      ...file,
      file: n,
      splits: jobs > 1 && file.size > SMALL && (await canSplit(file)),
    })),
  );
}

async function canSplit(file: LogFile): Promise<boolean> {
  let splits = false;
  try {
    await eachInput(file, {}, async (input) => {
      if (input.readAt && input.name === file.path)
        splits = readerFor(await input.readAt(0, HEAD), input.name)?.splits ?? false;
      return true;
    });
  } catch {
    // Whoever reads it says why it cannot be read.
  }
  return splits;
}

const HEAD = 1 << 16;

async function runHere(
  setup: HuntSetup,
  pack: LoadedPack,
  tasks: readonly HuntTask[],
  out: PoolOut,
): Promise<HuntTallies> {
  const scan = HuntScan.load(setup, pack.read);
  let stored: Promise<void> = Promise.resolve();
  const own: HuntOut = {
    hits: (hits) => {
      stored = stored.then(() => out.hits(hits));
    },
    problem: out.problem,
    done: (bytes) => {
      out.done(bytes);
      return out.stopped();
    },
  };
  for (const task of tasks) {
    if (out.stopped()) break;
    await scan.read(task, own);
    await stored;
  }
  return scan.tallies();
}

/** Problems as they come: all are passed on, the first are kept for reports. */
class Gathered {
  readonly kept: Problem[] = [];
  more = 0;
  private readonly hooks: HuntHooks;

  constructor(hooks: HuntHooks) {
    this.hooks = hooks;
  }

  add(...found: readonly Problem[]): void {
    for (const one of found) {
      this.hooks.problem(one);
      if (this.kept.length < KEPT) this.kept.push(one);
      else this.more++;
    }
  }
}

const KEPT = 2000;

function sum(tallies: readonly HuntTallies[], key: 'inputs' | 'events' | 'matched' | 'copies'): number {
  return tallies.reduce((total, one) => total + one[key], 0);
}

function merged<T extends { merge(other: T): void }>(
  tallies: readonly HuntTallies[],
  from: (one: HuntTallies) => T,
  empty: T,
): T {
  const [first = empty, ...others] = tallies.map(from);
  for (const other of others) first.merge(other);
  return first;
}
