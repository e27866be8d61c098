/**
 * How fast the SQL engines are, beside the streaming matcher on one thread: time to load events and to run all rules.
 *
 *   npx tsx bench/sql.ts RULES LOGS [stream,duckdb,clickhouse,chdb] [COPIES]
 *
 * Each log is read COPIES times (default 1), under another name each time. Prints events, seconds, events a second, hits, peak
 * memory, and the hits in which an engine differs from the matcher. ClickHouse is the cluster of scripts/clickhouse-cluster.mjs,
 * chdb that of scripts/clickhouse-chdb.mjs; engines that are not installed are left out.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findServer, startCluster } from '../scripts/clickhouse-cluster.mjs';
import { FieldTable } from '../src/base/fields.ts';
import { loadRules, type RuleFile } from '../src/sigma/load.ts';
import { compileMatcher } from '../src/sigma/match/index.ts';
import type { RulePack } from '../src/sigma/rule/tree.ts';
import { openClickhouse } from '../src/telemetry/engines/clickhouse/index.ts';
import { clickhouseStore } from '../src/telemetry/engines/clickhouse/store.ts';
import { openDuckdb } from '../src/telemetry/engines/duckdb/index.ts';
import type { HuntEngine } from '../src/telemetry/engines/engine.ts';
import { loadLog } from '../src/telemetry/engines/load.ts';
import { openSqlEngine } from '../src/telemetry/engines/sql/engine.ts';
import { listLogs } from '../src/telemetry/inputs/list.ts';
import { eachInput } from '../src/telemetry/inputs/open.ts';
import { defaultLogsources } from '../src/telemetry/logsources.ts';
import type { LogInput } from '../src/telemetry/reader.ts';
import { readLog } from '../src/telemetry/readers/index.ts';
import { openChdbLink } from '../test/contracts/chdb-link.ts';

const [rules = '', logs = '', which = 'stream,duckdb,clickhouse,chdb', copies = '1'] = process.argv.slice(2);
if (!rules || !logs) throw new Error('usage: npx tsx bench/sql.ts RULES LOGS [ENGINES] [COPIES]');

const pack = timed('rules loaded', () => loadRules(ruleFiles(rules), { logsources: defaultLogsources() }).pack);
console.log(`${pack.rules.length} rules`);
const wanted = await streamed(pack);
for (const name of which.split(',')) {
  if (name === 'duckdb') await run(name, await openDuckdb(pack));
  if (name === 'clickhouse' && findServer()) {
    const cluster = await startCluster();
    try {
      await run(name, await openClickhouse(pack, cluster));
    } finally {
      await cluster.stop();
    }
  }
  const link = name === 'chdb' ? openChdbLink() : null;
  if (link)
    await run(
      name,
      await openSqlEngine(pack, clickhouseStore(link, { cluster: null, database: 'default', onCluster: false })),
    );
}

async function streamed(pack: RulePack): Promise<Set<string>> {
  const fields = new FieldTable();
  const matcher = compileMatcher(pack.rules, fields);
  const hits = new Set<string>();
  let events = 0;
  const start = performance.now();
  await eachLog(async (input) => {
    await readLog(input, fields, {
      event(event) {
        events++;
        matcher.match(event, (rule) => hits.add(`${input.name}\t${event.record}\t${rule}`));
      },
      problem() {},
      done: () => false,
    });
  });
  report('stream', events, performance.now() - start);
  console.log(`  ${hits.size} hits`);
  return hits;
}

async function run(name: string, engine: HuntEngine): Promise<void> {
  let events = 0;
  try {
    const start = performance.now();
    await eachLog(async (input) => {
      await loadLog(engine, input, { problem() {}, done: () => false });
    });
    events = engine.account().events;
    report(`${name}: load`, events, performance.now() - start);
    const asked = performance.now();
    const hits = new Set<string>();
    let doubles = 0;
    for await (const { file, event, rule } of engine.hits()) {
      const key = `${file}\t${event.record}\t${rule}`;
      if (hits.has(key)) doubles++;
      hits.add(key);
    }
    report(`${name}: all rules`, events, performance.now() - asked);
    const { rows, statements, partly, candidates } = engine.account();
    const missing = [...wanted].filter((hit) => !hits.has(hit));
    const extra = [...hits].filter((hit) => !wanted.has(hit));
    console.log(`  ${rows} rows, ${statements} statements; ${partly.length} rules in part (${candidates} candidates)`);
    console.log(
      `  ${hits.size} hits, ${doubles} named twice; against the matcher ${missing.length} missing, ${extra.length} more`,
    );
    for (const hit of [...missing.slice(0, 5), ...extra.slice(0, 5)])
      console.log(`    ${hit} ${pack.rules[Number(hit.split('\t')[2])]!.file}`);
    for (const { rule, reasons } of partly)
      console.log(`    in part: ${pack.rules[rule]!.file}: ${reasons.join('; ')}`);
  } finally {
    await engine.close();
  }
}

async function eachLog(use: (input: LogInput) => Promise<void>): Promise<void> {
  const { files } = await listLogs([logs]);
  for (let copy = 0; copy < Number(copies); copy++)
    for (const file of files)
      await eachInput(file, {}, (input) => use(copy ? { ...input, name: `${input.name}#${copy}` } : input));
}

function ruleFiles(path: string): RuleFile[] {
  if (!statSync(path).isDirectory()) return [{ file: path, text: readFileSync(path, 'utf8') }];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name) && !name.startsWith('regression_data'))
    .sort()
    .map((name) => ({ file: name, text: readFileSync(join(path, name), 'utf8') }));
}

function timed<T>(what: string, work: () => T): T {
  const start = performance.now();
  const result = work();
  console.log(`${what}: ${((performance.now() - start) / 1000).toFixed(2)} s`);
  return result;
}

function report(what: string, events: number, milliseconds: number): void {
  const rate = Math.round((events * 1000) / milliseconds);
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`${what}: ${events} events, ${(milliseconds / 1000).toFixed(2)} s, ${rate}/s, peak ${peak} MB`);
}
