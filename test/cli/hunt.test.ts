import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ended, longwatch, start, temporaryFolder } from './run.ts';

const RULES = `title: A tool started
id: 11111111-1111-4111-8111-111111111111
name: tool_started
status: test
tags: [attack.execution, attack.t1059.001]
logsource: {category: process_creation, product: windows}
detection:
    selection: {Image|endswith: '\\tool.exe'}
    condition: selection
level: high
---
title: Many tools
id: 22222222-2222-4222-8222-222222222222
correlation: {type: event_count, rules: [tool_started], generate: true, group-by: [User], timespan: 10m, condition: {gte: 2}}
level: critical
---
title: Something small
id: 33333333-3333-4333-8333-333333333333
logsource: {category: process_creation, product: windows}
detection:
    keywords: [needle]
    condition: keywords
level: low
---
title: Not a rule
`;

const CHANNEL = 'Microsoft-Windows-Sysmon/Operational';

/** A process that Sysmon saw, in the flat shape that log shippers write. */
function started(record: number, minute: number, image: string, more: object = {}): string {
  const EventTime = `2024-05-01T08:${String(minute).padStart(2, '0')}:00Z`;
  const event = { Channel: CHANNEL, EventID: 1, EventRecordID: record, Hostname: 'WKS-01', EventTime, Image: image };
  return `${JSON.stringify({ ...event, User: 'LAB\\analyst', CommandLine: 'x', ...more })}\n`;
}

const LOG = [
  started(4, 9, 'C:\\b\\TOOL.exe'),
  started(1, 1, 'C:\\other.exe', { CommandLine: 'find the Needle' }),
  started(2, 2, 'C:\\a\\tool.exe', { Hashes: 'MD5=D41D8CD98F00B204E9800998ECF8427E' }),
  started(3, 3, 'C:\\mytool.exe'),
].join('');

function prepared(path: string): void {
  mkdirSync(join(path, 'logs'));
  mkdirSync(join(path, 'rules'));
  writeFileSync(join(path, 'rules', 'all.yml'), RULES);
  writeFileSync(join(path, 'logs', 'a.jsonl'), LOG);
  writeFileSync(join(path, 'logs', 'copy.jsonl'), LOG);
  writeFileSync(join(path, 'logs', 'notes.txt'), 'nothing of the kind\n');
}

const parsed = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('hits come as lines in order, copies once, correlations where they became certain', async () => {
  using folder = temporaryFolder();
  prepared(folder.path);
  const { code, stdout, stderr } = await longwatch(folder.path, ['hunt', 'logs', '--rules', 'rules', '--jsonl', '-']);
  expect(code).toBe(0);
  const hits = parsed(stdout);
  expect(hits.map(({ record, rule }) => [record, rule.title])).toEqual([
    [1, 'Something small'],
    [2, 'A tool started'],
    [4, 'A tool started'],
    [4, 'Many tools'],
  ]);
  expect(hits[1]).toEqual({
    file: 'logs/a.jsonl',
    record: 2,
    time: '2024-05-01T08:02:00.000000Z',
    channel: CHANNEL,
    event_id: 1,
    computer: 'WKS-01',
    rule: {
      id: '11111111-1111-4111-8111-111111111111',
      title: 'A tool started',
      level: 'high',
      tags: ['attack.execution', 'attack.t1059.001'],
      status: 'test',
    },
    fields: { Image: 'C:\\a\\tool.exe' },
  });
  expect(hits[3].fields).toMatchObject({ User: 'LAB\\analyst', 'correlation.count': '2' });
  expect(stderr).toContain('Rules: 3 loaded, 3 matched, 1 not loaded.');
  expect(stderr).toContain('3 hits stood in several copies and counted once.');
});

test('filters choose rules; the summary goes to standard output when nothing else does', async () => {
  using folder = temporaryFolder();
  prepared(folder.path);
  const args = ['hunt', 'logs/a.jsonl', '--rules', 'rules', '--min-level', 'high', '--except', 'many'];
  const { code, stdout, stderr } = await longwatch(folder.path, args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^2 high hits on 1 host\.\nRead 1 file, .* 4 events in /);
  expect(stdout).not.toContain('Something small');
  const later = await longwatch(folder.path, [...args, '--after', '2024-05-01T08:05', '--jsonl', '-', '--quiet']);
  expect(parsed(later.stdout).map(({ record }) => record)).toEqual([4]);
  expect(later.stderr).toBe('');
});

test('indicators are matched in the same pass', async () => {
  using folder = temporaryFolder();
  prepared(folder.path);
  writeFileSync(join(folder.path, 'list.txt'), 'd41d8cd98f00b204e9800998ecf8427e  # a file\nother.exe\nnothing\n');
  const args = ['hunt', 'logs/a.jsonl', '--indicators', 'list.txt', '--jsonl', 'hits.jsonl'];
  const { code, stderr, stdout } = await longwatch(folder.path, args);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^list\.txt, line 3: .*\[no-indicator\]\n$/);
  expect(stdout).toMatch(/^2 high hits on 1 host\./);
  const hits = parsed(readFileSync(join(folder.path, 'hits.jsonl'), 'utf8'));
  expect(hits.map(({ record, rule, fields }) => [record, rule.tags[0], Object.keys(fields)[0]])).toEqual([
    [1, 'indicator.file-name', 'Image'],
    [2, 'indicator.md5', 'Hashes'],
  ]);
});

test('any engine finds the same indicators, in logs and in records that were kept', async () => {
  using folder = temporaryFolder();
  prepared(folder.path);
  writeFileSync(join(folder.path, 'list.txt'), 'd41d8cd98f00b204e9800998ecf8427e\nother.exe\n');
  const args = ['--rules', 'rules', '--indicators', 'list.txt', '--jsonl', '-', '--quiet'];
  const stream = await longwatch(folder.path, ['hunt', 'logs', ...args]);
  expect(parsed(stream.stdout).filter(({ rule }) => rule.tags[0]?.startsWith('indicator.'))).toHaveLength(2);
  const duckdb = await longwatch(folder.path, ['hunt', 'logs', ...args, '--engine', 'duckdb', '--keep', 'kept']);
  expect(duckdb).toEqual(stream);
  expect(await longwatch(folder.path, ['hunt', 'kept', ...args])).toEqual(stream);
  const alone = await longwatch(folder.path, ['hunt', 'kept', ...args.slice(2)]);
  expect(parsed(alone.stdout).map(({ record }) => record)).toEqual([1, 2]);
});

test('indicators of the ledger are looked for, and the hit names their document', async () => {
  using folder = temporaryFolder();
  prepared(folder.path);
  const md5 = '5f1dcc3b5aa765d61d8327deb882cf9a';
  writeFileSync(
    join(folder.path, 'logs', 'b.jsonl'),
    started(7, 7, 'C:\\x.exe', { Hashes: `MD5=${md5.toUpperCase()}` }),
  );
  // The hash of nothing is no sign of anything.
  const report = `# A loader in May\n\nThe loader has the MD5 hash ${md5}; empty files have d41d8cd98f00b204e9800998ecf8427e.\n`;
  writeFileSync(join(folder.path, 'report.md'), report);
  const added = await longwatch(folder.path, ['read', 'report.md', '--add', '--json', '--published', '2024-05-02']);
  const { document } = JSON.parse(added.stdout);
  const args = ['hunt', 'logs', '--indicators', 'ledger', '--jsonl', '-', '--quiet'];
  const { code, stdout, stderr } = await longwatch(folder.path, args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(parsed(stdout).map(({ record, rule }) => [record, rule.title, rule.tags])).toEqual([
    [
      7,
      expect.stringMatching(/^Indicator: 5f1dcc3b5aa765d61d8327deb882cf9a \(".*loader.*", 2024-05-02\)$/i),
      ['indicator.md5', `document.${document.id}`],
    ],
  ]);
});

test('all outputs are written in one run, and standard input is read', async () => {
  using folder = temporaryFolder();
  prepared(folder.path);
  const outputs = ['--jsonl', 'h.jsonl', '--csv', 'h.csv', '--timesketch', 'h.ts.jsonl', '--html', 'h.html'];
  const { code } = await longwatch(folder.path, ['hunt', '-', '--rules', 'rules', ...outputs], LOG);
  expect(code).toBe(0);
  const text = (name: string) => readFileSync(join(folder.path, name), 'utf8');
  expect(text('h.jsonl').split('\n')).toHaveLength(5);
  expect(text('h.csv').split('\r\n')).toHaveLength(6);
  expect(parsed(text('h.ts.jsonl'))[0]).toMatchObject({ datetime: expect.stringContaining('2024-05-01T08:01:00') });
  expect(text('h.html')).toMatch(/^<!doctype html>[\s\S]*<\/html>\s*$/);
});

test('a bad line and a missing file are problems with their place; the rest is read', async () => {
  using folder = temporaryFolder();
  prepared(folder.path);
  appendFileSync(join(folder.path, 'logs', 'a.jsonl'), '{"EventID": 1, "Image": \n');
  const args = ['hunt', 'logs/a.jsonl', 'nowhere.evtx', '--rules', 'rules', '--jsonl', '-'];
  const { code, stdout, stderr } = await longwatch(folder.path, args);
  expect(code).toBe(1);
  expect(parsed(stdout)).toHaveLength(4);
  expect(stderr).toMatch(/^nowhere\.evtx: .*\[not-found\]$/m);
  expect(stderr).toMatch(/^logs\/a\.jsonl, line 5: /m);
});

test('without rules it hunts with its own, and says so; with indicators alone for these alone', async () => {
  using folder = temporaryFolder();
  prepared(folder.path);
  const cleared = { Channel: 'Security', EventID: 1102, EventRecordID: 1, Hostname: 'WKS-01' };
  const events = `${JSON.stringify({ ...cleared, EventTime: '2024-05-01T08:00:00Z' })}\n`;
  writeFileSync(join(folder.path, 'logs', 'cleared.jsonl'), events);
  const own = await longwatch(folder.path, ['hunt', 'logs/cleared.jsonl', '--jsonl', '-']);
  expect([own.code, parsed(own.stdout)]).toMatchObject([0, [{ event_id: 1102 }]]);
  expect(own.stderr).toContain('hunting with those that come with Longwatch');
  writeFileSync(join(folder.path, 'list.txt'), '192.0.2.1\n');
  const watched = await longwatch(folder.path, [
    'hunt',
    'logs/cleared.jsonl',
    '--indicators',
    'list.txt',
    '--jsonl',
    '-',
  ]);
  expect([watched.code, watched.stdout]).toEqual([0, '']);
  expect(watched.stderr).not.toContain('come with Longwatch');
  const empty = await longwatch(folder.path, ['hunt', 'logs', '--rules', 'logs']);
  expect(empty.code).toBe(2);
  expect(empty.stderr).toContain('nothing to look for');
});

test('DuckDB names the same hits, and records that were kept can be hunted in again', async () => {
  using folder = temporaryFolder();
  prepared(folder.path);
  const args = ['--rules', 'rules', '--jsonl', '-', '--quiet'];
  const stream = await longwatch(folder.path, ['hunt', 'logs', ...args]);
  const duckdb = await longwatch(folder.path, ['hunt', 'logs', ...args, '--min-level', 'high', '--keep', 'kept']);
  expect(duckdb.code).toBe(0);
  expect(duckdb.stdout).toBe(stream.stdout.split('\n').slice(1).join('\n'));
  const again = await longwatch(folder.path, ['hunt', 'kept', ...args]);
  expect(again.stdout).toBe(stream.stdout);
  const full = await longwatch(folder.path, ['hunt', 'logs', ...args, '--keep', 'kept']);
  expect([full.code, full.stderr]).toEqual([2, expect.stringContaining('kept is not empty')]);
});

/** Many records in several files, so that threads are used and there is time to stop them. */
function many(path: string, files: number, lines: number): void {
  for (let f = 0; f < files; f++) {
    let text = '';
    for (let n = 0; n < lines; n++)
      text += started(f * lines + n, n % 60, n % 50 === 0 ? 'C:\\tool.exe' : 'C:\\Windows\\System32\\svchost.exe');
    writeFileSync(join(path, 'logs', `many-${f}.jsonl`), text);
  }
}

test('threads change nothing about the result', async () => {
  using folder = temporaryFolder();
  prepared(folder.path);
  many(folder.path, 6, 6000);
  const run = (jobs: string) =>
    longwatch(folder.path, ['hunt', 'logs', '--rules', 'rules', '--jsonl', '-', '--jobs', jobs]);
  const [one, three] = [await run('1'), await run('3')];
  expect(one.code).toBe(0);
  expect(three.stdout).toBe(one.stdout);
  expect(one.stdout.split('\n').length).toBeGreaterThan(700);
});

test('Ctrl-C leaves what was found, and says so', async () => {
  using folder = temporaryFolder();
  prepared(folder.path);
  many(folder.path, 12, 20_000);
  const child = start(folder.path, ['hunt', 'logs', '--rules', 'rules', '--jsonl', 'part.jsonl', '--jobs', '1']);
  const end = ended(child);
  // Once the compiled rules are kept, the records are being read.
  const kept = join(folder.path, 'home', 'cache');
  const timer = setInterval(() => {
    if (!existsSync(kept) || readdirSync(kept).length < 2) return;
    clearInterval(timer);
    child.kill('SIGINT');
  }, 100);
  const { code, stderr } = await end;
  clearInterval(timer);
  // On a very fast machine it may be done before it is told to stop.
  if (code === 0) return;
  expect(code).toBe(130);
  expect(stderr).toContain('Stopped before the end; what was found until then is written.');
  for (const line of readFileSync(join(folder.path, 'part.jsonl'), 'utf8').split('\n').filter(Boolean))
    JSON.parse(line);
});

test('--stats counts what logs hold without rules, for people and for programs', async () => {
  using folder = temporaryFolder();
  prepared(folder.path);
  const { code, stdout } = await longwatch(folder.path, ['hunt', 'logs', '--stats']);
  expect(code).toBe(0);
  expect(stdout).toContain('8 events of 1 kind from 1 host');
  expect(stdout).toMatch(/8\s+100\.0%\s+1\s+Microsoft-Windows-Sysmon\/Operational/);
  expect(stdout).toMatch(/8\s+100\.0%\s+WKS-01/);
  const lines = parsed((await longwatch(folder.path, ['hunt', 'logs', '--stats', '--json'])).stdout);
  expect(lines).toEqual([
    { count: 'kind', channel: CHANNEL, event_id: 1, events: 8 },
    { count: 'host', computer: 'WKS-01', events: 8 },
  ]);
  const refused = await longwatch(folder.path, ['hunt', 'logs', '--stats', '--jsonl', '-']);
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('it does not go with --jsonl')]);
});
