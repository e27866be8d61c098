/**
 * How fast `longwatch hunt` is beside other tools that run Sigma rules: the same machine, files and rules, in turn.
 *
 *   npm run build && npx tsx bench/hunt.ts [--tools DIR] [--logs DIR] [--rules DIR …] [--only samples,big,size,rules,json]
 *                                          [--megabytes 1,10,100] [--threads 1,2] [--runs 3] [--rival-limit 500]
 *
 * Logs and rules come from the shared data (LONGWATCH_SHARED, else ../shared); the tools from the folder that
 * `bench/rivals/install.mjs` filled, and it goes without those that are not there. Rivals are not asked to read more than
 * `--rival-limit` MB. Every figure is the median of the runs. Processor seconds (user and system, of all threads) are the figure to
 * compare: they change little when others use the machine. Linux only. Needs room for the logs it makes, which it removes.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { arch, cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bigFile, copies, fieldNames, jsonLines, type Logs, ruleSet, size } from './rivals/data.ts';
import { measure, type Run } from './rivals/measure.ts';
import { type Job, longwatch, type RuleSet, rivals, type Tool } from './rivals/tools.ts';

const root = resolve(import.meta.dirname, '..');
const shared = resolve(root, process.env.LONGWATCH_SHARED ?? '../shared', 'data');
const { values: given } = parseArgs({
  options: {
    tools: { type: 'string', default: '' },
    logs: { type: 'string', default: join(shared, 'evtx/attack-samples') },
    rules: {
      type: 'string',
      multiple: true,
      default: ['rules', 'rules-emerging-threats', 'rules-threat-hunting'].map((name) => join(shared, 'sigma', name)),
    },
    only: { type: 'string', default: 'samples,big,size,rules,json' },
    megabytes: { type: 'string', default: '1,10,100,1000' },
    threads: { type: 'string', default: '1,2' },
    runs: { type: 'string', default: '3' },
    'rival-limit': { type: 'string', default: '500' },
  },
});
const runs = Number(given.runs);
const threads = given.threads.split(',').map(Number);
const parts = new Set(given.only.split(','));
const megabytes = given.megabytes.split(',').map(Number);
const rivalLimit = Number(given['rival-limit']) * 1e6;

if (!existsSync(given.logs) || !given.rules.every((folder) => existsSync(folder))) {
  console.log(`skipped: no logs at ${given.logs}, or no rules`);
} else {
  const work = mkdtempSync(join(tmpdir(), 'longwatch-bench-'));
  try {
    await bench(work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function bench(work: string): Promise<void> {
  const tools = [
    longwatch('warm', work),
    longwatch('cold', work),
    ...(given.tools ? rivals(resolve(given.tools), versions()) : []),
  ];
  console.log(
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} x ${cpus()[0]!.model} (${arch()}), ${size(totalmem())}, Node ${process.version}`,
  );
  for (const { name, version } of tools) console.log(`  ${name}: ${version}`);
  const all = ruleSet(given.rules, Number.POSITIVE_INFINITY, work, resolve(given.tools || work));
  if (parts.has('samples'))
    for (const times of [1, 20]) await over(copies(given.logs, times, join(work, `x${times}`)), all, tools, work);
  if (parts.has('big')) await over(bigFile(given.logs, 500e6, join(work, 'big.evtx')), all, tools, work);
  if (parts.has('size'))
    for (const mb of megabytes)
      await over(bigFile(given.logs, mb * 1e6, join(work, `size-${mb}.evtx`)), all, tools, work);
  if (parts.has('rules')) {
    const logs = bigFile(given.logs, 100e6, join(work, 'rules.evtx'));
    for (const count of [100, 1_000])
      await over(logs, ruleSet(given.rules, count, work, resolve(given.tools || work)), tools, work, true);
    await over(logs, all, tools, work);
  }
  if (parts.has('json')) {
    const log = bigFile(given.logs, 100e6, join(work, 'json.evtx'));
    await over(await jsonLines(log, join(work, 'events.jsonl'), fieldNames(all)), all, tools, work);
    rmSync(log.input);
  }
}

/** All tools over the same logs in turn, as often as asked for; then a line for each. The logs are removed unless kept. */
async function over(logs: Logs, rules: RuleSet, tools: readonly Tool[], work: string, keep = false): Promise<void> {
  console.log(
    `\n${logs.name}: ${logs.events.toLocaleString('en')} events, ${size(logs.bytes)}, ${rules.count.toLocaleString('en')} rules`,
  );
  console.log('  threads   wall s    cpu s  events/s  per cpu s    MB/s  peak MB     hits  cpu ratio');
  for (const count of threads) {
    const rows = new Map<Tool, { runs: Run[]; hits: number | null }>();
    for (let run = 0; run <= runs; run++)
      for (const tool of tools) {
        if (!tool.name.startsWith('longwatch') && logs.bytes > rivalLimit) continue;
        // The first round warms the file cache and ours; it counts only for tools that are run once anyway.
        if (run === 0 && !tool.name.startsWith('longwatch, warm')) continue;
        const scratch = mkdtempSync(join(work, 'run-'));
        const job: Job = {
          ...logs,
          rules,
          threads: count,
          scratch,
          hits: join(scratch, 'hits'),
          out: join(scratch, 'out'),
          errors: join(scratch, 'errors'),
        };
        const command = tool.command(job);
        if (command) {
          const result = await measure(command.args, job.out, job.errors, command);
          const row = rows.get(tool) ?? { runs: [], hits: null };
          if (run > 0) row.runs.push(result);
          row.hits = tool.count(job);
          rows.set(tool, row);
        }
        rmSync(scratch, { recursive: true, force: true });
      }
    const ours = middle(rows.get(tools[0]!)!.runs.map(({ cpu }) => cpu));
    for (const [tool, row] of rows) console.log(line(tool, row.runs, row.hits, count, logs, ours));
  }
  if (!keep) rmSync(logs.input, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
}

function line(
  { name }: Tool,
  all: readonly Run[],
  hits: number | null,
  count: number,
  logs: Logs,
  ours: number,
): string {
  const [wall, cpu, memory] = (['wall', 'cpu', 'memory'] as const).map((key) => middle(all.map((run) => run[key])));
  const failed = all.some(({ code }) => code === null || code > 1) ? '  FAILED' : '';
  const cells = [
    String(count).padStart(9),
    wall!.toFixed(2).padStart(9),
    cpu!.toFixed(2).padStart(9),
    Math.round(logs.events / wall!)
      .toLocaleString('en')
      .padStart(10),
    Math.round(logs.events / cpu!)
      .toLocaleString('en')
      .padStart(11),
    (logs.bytes / 1e6 / wall!).toFixed(1).padStart(8),
    memory!.toFixed(0).padStart(9),
    (hits === null ? '-' : hits.toLocaleString('en')).padStart(9),
    (cpu! / ours).toFixed(2).padStart(11),
  ];
  return `${cells.join('')}  ${name}${failed}`;
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** What the tools say about themselves. */
function versions(): Record<string, string> {
  const folder = resolve(given.tools);
  const ask = (program: string, args: readonly string[], pattern: RegExp): string => {
    const path = join(folder, program);
    if (!existsSync(path)) return '';
    try {
      const said = execFileSync(path, args, {
        encoding: 'utf8',
        cwd: join(path, '..'),
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      return pattern.exec(said)?.[0] ?? '?';
    } catch {
      return '?';
    }
  };
  const number = /\d+\.\d+[.\d]*/;
  return {
    rsigma: ask('rsigma/bin/rsigma', ['--version'], number),
    Hayabusa: ask('hayabusa/hayabusa', ['help'], number),
    Chainsaw: ask('chainsaw/chainsaw', ['--version'], number),
    Zircolite: existsSync(join(folder, 'zircolite')) ? zircoliteVersion(folder) : '',
    'evtx_dump (no rules)': ask('evtx/bin/evtx_dump', ['--version'], number),
  };
}

function zircoliteVersion(folder: string): string {
  const said = execFileSync(
    join(folder, 'zircolite-python/bin/python'),
    [join(folder, 'zircolite/zircolite.py'), '-v'],
    {
      encoding: 'utf8',
    },
  );
  return /\d+\.\d+\.\d+/.exec(said)?.[0] ?? '?';
}
