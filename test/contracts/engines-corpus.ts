import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { FieldTable } from '../../src/base/fields.ts';
import { loadRules } from '../../src/sigma/load.ts';
import { compileMatcher } from '../../src/sigma/match/index.ts';
import type { RulePack } from '../../src/sigma/rule/tree.ts';
import { loadLog } from '../../src/telemetry/engines/load.ts';
import { listLogs } from '../../src/telemetry/inputs/list.ts';
import { eachInput } from '../../src/telemetry/inputs/open.ts';
import { defaultLogsources } from '../../src/telemetry/logsources.ts';
import type { LogInput, LogSink } from '../../src/telemetry/reader.ts';
import { readLog } from '../../src/telemetry/readers/index.ts';
import type { OpenEngine } from './engines.ts';

const SHARED = resolve(process.env.LONGWATCH_SHARED ?? '../shared', 'data');
const RULES = ['rules', 'rules-emerging-threats', 'rules-threat-hunting'].map((name) => join(SHARED, 'sigma', name));
const LOGS = ['sigma/regression_data', 'evtx/attack-samples'].map((name) => join(SHARED, name));

/**
 * Every rule of SigmaHQ over its regression data, as EVTX and as JSON, and over the attack samples: an engine has to name the
 * hits of the streaming matcher, no more and no less. Left out, and said so, where the data are not there.
 */
export function corpusContract(name: string, open: OpenEngine, { seconds = 300 } = {}): void {
  if (!existsSync(RULES[0]!)) {
    test.skip(`${name}: the rules of SigmaHQ are not there (LONGWATCH_SHARED)`, () => {});
    return;
  }
  test(
    `${name}: all rules over regression data and attack samples`,
    async () => {
      const pack = corpusRules();
      const wanted = await matched(pack);
      expect(wanted.size).toBeGreaterThan(1500);
      const engine = await open(pack);
      try {
        await eachLog(async (input) => {
          await loadLog(engine, input, QUIET);
        });
        const found = new Set<string>();
        for await (const { file, event, rule } of engine.hits()) found.add(hit(file, event.record, pack, rule));
        expect([...wanted].filter((one) => !found.has(one))).toEqual([]);
        expect([...found].filter((one) => !wanted.has(one))).toEqual([]);
      } finally {
        await engine.close();
      }
    },
    seconds * 1000,
  );
}

const QUIET: Omit<LogSink, 'event'> = { problem() {}, done: () => false };

export function corpusRules(): RulePack {
  const files = RULES.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yml'))
      .map((name) => ({ file: name, text: readFileSync(join(folder, name), 'utf8') })),
  );
  return loadRules(files, { logsources: defaultLogsources() }).pack;
}

async function matched(pack: RulePack): Promise<Set<string>> {
  const fields = new FieldTable();
  const matcher = compileMatcher(pack.rules, fields);
  const found = new Set<string>();
  await eachLog(async (input) => {
    await readLog(input, fields, {
      ...QUIET,
      event(event) {
        matcher.match(event, (rule) => found.add(hit(input.name, event.record, pack, rule)));
      },
    });
  });
  return found;
}

export async function eachLog(use: (input: LogInput) => Promise<void>): Promise<void> {
  for (const file of (await listLogs(LOGS)).files) {
    if (/\.(evtx|json)$/.test(file.path)) await eachInput(file, {}, use);
  }
}

function hit(file: string, record: number, pack: RulePack, rule: number): string {
  return `${file}\t${record}\t${pack.rules[rule]!.id}`;
}
