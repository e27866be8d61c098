import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hunt } from '../../src/actions/hunt.ts';
import { OWN_RULES } from '../../src/actions/own-rules.ts';
import type { Sighting } from '../../src/model/sighting.ts';
import { iisHeader, zeekHeader } from '../../src/scenario/index.ts';
import { iis } from '../../src/scenario/traces/web.ts';
import { connection } from '../../src/scenario/traces/zeek.ts';
import type { Host } from '../../src/scenario/world.ts';
import { EXAMPLES, type RuleExample } from './examples.ts';

const TIME = Date.parse('2024-03-01T10:00:00Z');
const HOST: Host = { name: 'HOST', address: '10.0.0.1', role: 'mail', user: 'SYSTEM' };
const CHANNELS = {
  sysmon: ['Microsoft-Windows-Sysmon/Operational', 'Microsoft-Windows-Sysmon'],
  system: ['System', 'Service Control Manager'],
  security: ['Security', 'Microsoft-Windows-Security-Auditing'],
  exchange: ['MSExchange Management', 'MSExchange CmdletLogs'],
  powershell: ['Microsoft-Windows-PowerShell/Operational', 'Microsoft-Windows-PowerShell'],
} as const;

const RULES = readdirSync(OWN_RULES, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.yml'))
  .map((entry) => relative(OWN_RULES, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .sort();

const folder = mkdtempSync(join(tmpdir(), 'longwatch-rules-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Titles of the rules that fired, by the file the record stood in. */
const fired = new Map<string, Set<string>>();

beforeAll(async () => {
  for (const [path, example] of Object.entries(EXAMPLES))
    for (const side of ['fires', 'silent'] as const) write(join(folder, path, side), example, example[side]);
  const result = await hunt(
    {
      ...{ inputs: [folder], rules: [OWN_RULES], settings: { variables: undefined, logsources: undefined } },
      ...{ watched: [], filter: { minLevel: null, statuses: [], tags: [], only: [], except: [] } },
      ...{ after: -Infinity, before: Infinity, keepCopies: true, jobs: 1, version: 'test', hint: null },
      engine: { name: 'stream', urls: [], cluster: null, elsewhere: false, keep: null, kept: null },
    },
    { problem() {}, progress() {}, stopped: () => false },
  );
  for await (const line of result.lines()) {
    const { file, rule } = JSON.parse(line) as Sighting;
    const [path, side] = relative(folder, file)
      .replaceAll('\\', '/')
      .split(/\/(?=(?:fires|silent)\/)/) as [string, string];
    const key = `${path} ${side.split('/')[0]}`;
    fired.set(key, (fired.get(key) ?? new Set()).add(rule.title));
  }
  result.close();
});

test('every rule has an example', () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual(RULES);
});

test.each(RULES)('%s fires on its example and not on the one like it', (path) => {
  const title = /^title: (.+)$/m.exec(readFileSync(join(OWN_RULES, path), 'utf8'))![1]!;
  expect(fired.get(`${path} fires`) ?? new Set()).toContain(title);
  expect(fired.get(`${path} silent`) ?? new Set()).not.toContain(title);
});

function write(to: string, { log, eventId }: RuleExample, values: RuleExample['fires']): void {
  mkdirSync(to, { recursive: true });
  if (log === 'web') {
    const request = { ...values, client: '192.0.2.1', agent: 'a', bytes: 1 } as unknown as Parameters<typeof iis>[2];
    const trace = iis(HOST, TIME, request);
    writeFileSync(join(to, 'web.log'), `${iisHeader(TIME)}\n${'line' in trace ? trace.line : ''}\n`);
  } else if (log === 'zeek') {
    const facts = { to: '192.0.2.8', port: 443, service: 'ssl', seconds: 9, received: 5 };
    const trace = connection(HOST, TIME, { ...facts, sent: Number(values.sent) });
    writeFileSync(join(to, 'conn.log'), `${zeekHeader('conn')}\n${'line' in trace ? trace.line : ''}\n`);
  } else {
    const [Channel, SourceName] = CHANNELS[log];
    const record = {
      EventTime: '2024-03-01 10:00:00',
      Hostname: 'HOST',
      EventID: eventId,
      Channel,
      SourceName,
      ...values,
    };
    writeFileSync(join(to, 'events.json'), `${JSON.stringify(record)}\n`);
  }
}
