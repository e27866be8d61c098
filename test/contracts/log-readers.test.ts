import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { READERS } from '../../src/telemetry/readers/index.ts';
import { inputOf, see } from '../fixtures/logs/see.ts';
import { logReaderContract, type Sample } from './log-readers.ts';

const NUMBERS = Array.from({ length: 12 }, (_, i) => i + 1);
const lines = (head: readonly string[], line: (n: number) => string): Buffer =>
  Buffer.from([...head, ...NUMBERS.map(line), ''].join('\n'));

const TEXTS: Readonly<Record<string, Omit<Sample, 'events' | 'text'>>> = {
  'JSON lines': {
    reader: 'json',
    name: 'sysmon.jsonl',
    bytes: lines([], (n) =>
      JSON.stringify({ Channel: 'Sysmon', EventID: n, Image: `C:\\ä${n}.exe`, '@timestamp': '2020-09-20T10:11:12Z' }),
    ),
    fields: ['Image', 'EventID'],
  },
  Zeek: {
    reader: 'zeek',
    name: 'dns.log',
    bytes: lines(
      ['#separator \\x09', '#unset_field\t-', '#path\tdns', '#fields\tts\tquery', '#types\ttime\tstring'],
      (n) => `160059667${n % 10}.5\ta${n}.example`,
    ),
    fields: ['query'],
  },
  IIS: {
    reader: 'w3c',
    name: 'u_ex200920.log',
    bytes: lines(
      ['#Software: Microsoft Internet Information Services 10.0', '#Fields: date time cs-method cs-uri-stem sc-status'],
      (n) => `2020-09-20 10:11:12 GET /x${n} 200`,
    ),
    fields: ['cs-uri-stem', 'sc-status'],
  },
  'access log': {
    reader: 'access',
    name: 'access.log',
    bytes: lines(
      [],
      (n) => `192.0.2.${n} - - [20/Sep/2020:10:11:12 +0000] "GET /x?a=${n} HTTP/1.1" 200 5 "-" "curl/8"`,
    ),
    fields: ['c-ip', 'cs-uri-query', 'cs-user-agent'],
  },
  CSV: {
    reader: 'csv',
    name: 'events.csv',
    bytes: lines(['EventID,Channel,Image,Note'], (n) => `${n},Sysmon,C:\\x${n}.exe,"a, ""b"""`),
    fields: ['Image', 'Note'],
  },
  syslog: {
    reader: 'text',
    name: 'auth.log',
    bytes: lines([], (n) => `Sep 20 10:11:12 web sshd[${n}]: Failed password for root`),
    fields: ['pid', 'message'],
  },
  auditd: {
    reader: 'text',
    name: 'audit.log',
    bytes: lines([], (n) => `type=EXECVE msg=audit(1600596672.123:${n}): argc=2 a0="ls" a1="-${n}"`),
    fields: ['type', 'CommandLine', 'a1'],
  },
};

for (const [title, sample] of Object.entries(TEXTS))
  logReaderContract(title, { ...sample, events: NUMBERS.length, text: true });

logReaderContract('pretty-printed JSON', {
  reader: 'json',
  name: 'dump.json',
  bytes: Buffer.from(
    NUMBERS.map(
      (n) =>
        `Record ${n}\n${JSON.stringify({ Event: { System: { EventID: n, Channel: 'X' }, EventData: { A: `{"${n}` } } }, null, 2)}\n`,
    ).join(''),
  ),
  fields: ['A'],
  events: NUMBERS.length,
  text: false,
});

logReaderContract('a wrapped list', {
  reader: 'json',
  name: 'trail.json',
  bytes: Buffer.from(
    JSON.stringify({
      Records: NUMBERS.map((n) => ({ eventSource: 's3', eventName: `n${n}`, awsRegion: 'x', a: { b: [n] } })),
    }),
  ),
  fields: ['eventName', 'a.b'],
  events: NUMBERS.length,
  text: false,
});

const shared = resolve(process.env.LONGWATCH_SHARED ?? '../shared', 'data/evtx/attack-samples');
const EVTX = join(shared, 'UACME_59_Sysmon.evtx');
if (existsSync(EVTX))
  logReaderContract('event log', {
    reader: 'evtx',
    name: 'UACME_59_Sysmon.evtx',
    bytes: readFileSync(EVTX),
    fields: ['Image', 'EventID'],
    events: (await see(inputOf(readFileSync(EVTX)))).events.length,
    text: false,
  });
else console.log('no shared samples of event logs: their contract is skipped');

test('any bytes at all: nothing is thrown, and files without a reader say what they look like', async () => {
  const starts = [
    '',
    '{',
    '[',
    '{"a":',
    '#Fields: a b\n',
    '#separator \\x09\n',
    'a,b\n',
    'ElfFile\0',
    'type=A msg=audit(1:2): ',
  ];
  const bytes = fc.tuple(
    fc.constantFrom(...starts),
    fc.uint8Array({ maxLength: 3000 }),
    fc.string({ maxLength: 300, unit: 'binary' }),
  );
  const property = fc.asyncProperty(bytes, fc.boolean(), async ([start, noise, text], streamed) => {
    const given = Buffer.concat([Buffer.from(start), noise, Buffer.from(text)]);
    const { reader, events, problems } = await see(inputOf(given, streamed ? { step: 100 } : {}), ['a', 'b']);
    if (reader === '') expect(problems.map((p) => p.code)).toEqual([given.length ? 'not-a-log' : 'empty-file']);
    for (const event of events) expect(Number.isInteger(event.record)).toBe(true);
    expect(problems.map((p) => p.code)).not.toContain('file-unreadable');
  });
  await fc.assert(property, { numRuns: 300 });
});

test('long lines that repeat themselves keep no expression busy', async () => {
  const starts = [
    '',
    'x ',
    'a - - [20/Sep/2020:10:11:12 +0000] "',
    'type=A msg=audit(1:2): ',
    'Sep 20 10:11:12 h sudo: ',
  ];
  const repeated = ['a', ':1', 'a.b:', '" ', '\\', 'node=', 'a=', '%41', '{"a":', '[', ','];
  for (const [title, { bytes, name }] of Object.entries(TEXTS))
    for (const text of repeated) {
      const lines = starts.map((start) => `${start}${text.repeat(60_000 / text.length)}\n`);
      const given = Buffer.concat([bytes, Buffer.from(lines.join(''))]);
      const { events, problems } = await see(inputOf(given, { name }), ['a']);
      expect({ title, text, records: events.length + problems.length > NUMBERS.length }).toMatchObject({
        records: true,
      });
    }
});

test('every reader has a sample here', () => {
  const sampled = new Set([...Object.values(TEXTS).map((sample) => sample.reader), 'evtx']);
  expect(READERS.map((reader) => reader.name).filter((name) => !sampled.has(name))).toEqual([]);
});
