/**
 * How fast logs are read, format by format: 100 MB each of records made with a seed (the same events in every format, as far as it
 * can hold them) lie in a temporary folder; each file is read in a process of its own, every record is asked for 16 fields out of
 * 300 known ones, as a matcher would. `JSON.parse` alone over the lines of a file is the measure for JSON. The last line is the
 * memory for one gigabyte of JSON lines.
 *
 *   npx tsx bench/readers.ts [MEGABYTES] [FORMAT …]          limit: under 300 MB of memory whatever the size
 */
import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { FieldTable } from '../src/base/fields.ts';
import { listLogs } from '../src/telemetry/inputs/list.ts';
import { eachInput } from '../src/telemetry/inputs/open.ts';
import { readLog } from '../src/telemetry/readers/index.ts';

const SEED = 20_200_920;
const MOST_MEGABYTES = 300;
const LARGE = 1000;

interface Record {
  readonly n: number;
  readonly time: string;
  readonly epoch: string;
  readonly image: string;
  readonly line: string;
  readonly parent: string;
  readonly user: string;
  readonly ip: string;
  readonly status: number;
}

interface Format {
  readonly head: readonly string[];
  readonly line: (record: Record) => string;
  readonly tail?: string;
  /** What is done with the bytes before they are written. */
  readonly pack?: (bytes: Buffer) => Uint8Array;
  readonly name: string;
}

const data = ({ image, line, parent, user, n }: Record) => ({
  RuleName: '-',
  ProcessGuid: `{b34bc01c-${n}}`,
  ProcessId: String(n % 9999),
  Image: image,
  FileVersion: '10.0.17763.1 (WinBuild.160101.0800)',
  Description: 'A program of some kind',
  Product: 'Operating System',
  Company: 'Some Company',
  OriginalFileName: 'Prog.Exe',
  CommandLine: line,
  CurrentDirectory: 'C:\\Users\\x\\',
  User: user,
  LogonId: '0x3e7',
  IntegrityLevel: 'High',
  Hashes: `SHA256=${String(n).padStart(64, '0')}`,
  ParentProcessId: '123',
  ParentImage: parent,
  ParentCommandLine: parent,
});
const flat = (r: Record) => ({
  EventTime: r.time,
  Hostname: 'pc.example',
  EventID: 1,
  SourceName: 'Microsoft-Windows-Sysmon',
  Version: 5,
  Task: 1,
  RecordNumber: r.n,
  Channel: 'Microsoft-Windows-Sysmon/Operational',
  Message: `Process Create:\r\nImage: ${r.image}\r\nCommandLine: ${r.line}`,
  ...data(r),
});
const dumped = (r: Record) => ({
  Event: {
    '#attributes': { xmlns: 'x' },
    System: {
      Provider: { '#attributes': { Name: 'Microsoft-Windows-Sysmon', Guid: '5770385F' } },
      EventID: 1,
      Level: 4,
      TimeCreated: { '#attributes': { SystemTime: r.time } },
      EventRecordID: r.n,
      Execution: { '#attributes': { ProcessID: 3544, ThreadID: 4272 } },
      Channel: 'Microsoft-Windows-Sysmon/Operational',
      Computer: 'pc.example',
    },
    EventData: data(r),
  },
});
const beat = (r: Record) => ({
  '@timestamp': r.time,
  event: { code: '1', provider: 'Microsoft-Windows-Sysmon' },
  winlog: {
    channel: 'Microsoft-Windows-Sysmon/Operational',
    event_id: 1,
    record_id: r.n,
    computer_name: 'pc',
    event_data: data(r),
  },
});
const trail = (r: Record) => ({
  eventVersion: '1.08',
  userIdentity: {
    type: 'IAMUser',
    arn: `arn:aws:iam::1:user/${r.user}`,
    sessionContext: { attributes: { mfa: 'false' } },
  },
  eventTime: r.time,
  eventSource: 'iam.amazonaws.com',
  eventName: 'CreateUser',
  awsRegion: 'eu-west-1',
  sourceIPAddress: r.ip,
  requestParameters: { userName: r.user, path: r.line },
});

const FORMATS: Readonly<{ [name: string]: Format }> = {
  'json-flat': { name: 'a.jsonl', head: [], line: (r) => JSON.stringify(flat(r)) },
  'json-evtx_dump': { name: 'a.jsonl', head: [], line: (r) => JSON.stringify(dumped(r)) },
  'json-winlogbeat': { name: 'a.jsonl', head: [], line: (r) => JSON.stringify(beat(r)) },
  'json-pretty': { name: 'a.json', head: [], line: (r) => JSON.stringify(dumped(r), null, 2) },
  'json-cloudtrail': {
    name: 'a.json',
    head: ['{"Records":['],
    line: (r) => `${r.n > 1 ? ',' : ''}${JSON.stringify(trail(r))}`,
    tail: ']}',
  },
  'json-flat-gzip': { name: 'a.gz', head: [], line: (r) => JSON.stringify(flat(r)), pack: (bytes) => gzipSync(bytes) },
  'json-flat-zip': {
    name: 'a.zip',
    head: [],
    line: (r) => JSON.stringify(flat(r)),
    pack: (bytes) => zipSync({ 'a.jsonl': bytes }),
  },
  csv: {
    name: 'a.csv',
    head: ['EventID,Channel,Computer,TimeCreated,Image,CommandLine,ParentImage,User'],
    line: (r) => `1,Sysmon,pc,${r.time},${r.image},"${r.line.replaceAll('"', '""')}",${r.parent},${r.user}`,
  },
  zeek: {
    name: 'http.log',
    head: [
      '#separator \\x09',
      '#unset_field\t-',
      '#path\thttp',
      '#fields\tts\tuid\tid.orig_h\tid.orig_p\tmethod\thost\turi\tuser_agent\tstatus_code\ttags',
      '#types\ttime\tstring\taddr\tport\tstring\tstring\tstring\tstring\tcount\tset[enum]',
    ],
    line: (r) =>
      `${r.epoch}\tC${r.n}\t${r.ip}\t50000\tGET\tw.example\t/a/${r.n}?q=${r.status}\tMozilla/5.0 (X11; Linux)\t${r.status}\ta,b`,
  },
  iis: {
    name: 'u_ex.log',
    head: [
      '#Software: Microsoft Internet Information Services 10.0',
      '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status time-taken',
    ],
    line: (r) =>
      `${r.time.slice(0, 10)} ${r.time.slice(11, 19)} 192.0.2.1 GET /a/${r.n}.aspx q=${r.status} 443 - ${r.ip} Mozilla/5.0+(X11) - ${r.status} 15`,
  },
  access: {
    name: 'access.log',
    head: [],
    line: (r) =>
      `${r.ip} - - [20/Sep/2020:10:11:12 +0000] "GET /a/${r.n}?q=${r.status} HTTP/1.1" ${r.status} 512 "https://w.example/" "Mozilla/5.0 (X11; Linux)"`,
  },
  syslog: {
    name: 'auth.log',
    head: [],
    line: (r) => `Sep 20 10:11:12 web sshd[${r.n % 9999}]: Failed password for ${r.user} from ${r.ip} port 50000 ssh2`,
  },
  auditd: {
    name: 'audit.log',
    head: [],
    line: (r) =>
      `type=SYSCALL msg=audit(${r.epoch}:${r.n}): arch=c000003e syscall=59 success=yes exit=0 a0=55d1 a1=55d2 ppid=41 pid=42 uid=0 comm="ls" exe="/usr/bin/ls" key="x"`,
  },
};

/** What a matcher may ask for; most records have some of it. */
const ASKED = [
  'Image',
  'CommandLine',
  'ParentImage',
  'User',
  'OriginalFileName',
  'Hashes',
  'IntegrityLevel',
  'EventID',
  'TargetObject',
  'eventName',
  'requestParameters',
  'cs-uri-query',
  'cs-user-agent',
  'c-uri',
  'exe',
  'message',
];

interface Measured {
  readonly events: number;
  readonly problems: number;
  readonly bytes: number;
  readonly seconds: number;
  /** Computing of all threads; on a machine with other work it tells more than the clock. */
  readonly computed: number;
  readonly megabytes: number;
}

const [first, ...rest] = process.argv.slice(2);
if (first === 'read') console.log(JSON.stringify(await measure(rest[0]!, rest[1] === 'parse')));
else await compare(Number(first ?? 100), rest);

async function compare(megabytes: number, wanted: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'longwatch-bench-'));
  console.log(
    `${availableParallelism()} cores, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}, ${megabytes} MB a format`,
  );
  try {
    for (const [name, format] of Object.entries(FORMATS)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      const path = make(folder, format, megabytes);
      print(name, child(path));
      if (name === 'json-flat') print('  JSON.parse alone', child(path, 'parse'));
      rmSync(path);
    }
    if (wanted.length > 0) return;
    const path = make(folder, FORMATS['json-flat']!, LARGE);
    const measured = child(path);
    print(`json-flat, ${LARGE} MB`, measured);
    if (measured.megabytes > MOST_MEGABYTES) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function child(path: string, mode = ''): Measured {
  const args = [...process.execArgv, fileURLToPath(import.meta.url), 'read', path, mode];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Measured;
}

function print(name: string, { events, problems, bytes, seconds, computed, megabytes }: Measured): void {
  const per = (time: number): string =>
    `${(bytes / 1e6 / time).toFixed(0).padStart(4)} MB/s ${Math.round(events / time)
      .toLocaleString('en')
      .padStart(8)} events/s`;
  console.log(
    `${name.padEnd(22)} ${per(seconds)}, computing ${per(computed)}, ${megabytes.toFixed(0)} MB memory, ${events} events, ${problems} problems`,
  );
}

async function measure(path: string, parseOnly: boolean): Promise<Measured> {
  const start = performance.now();
  const before = process.cpuUsage();
  let [events, problems, bytes, answers] = [0, 0, 0, 0];
  if (parseOnly) {
    const text = readFileSync(path);
    bytes = text.length;
    for (let at = 0, end = text.indexOf(10); end >= 0; at = end + 1, end = text.indexOf(10, at)) {
      answers += JSON.parse(text.toString('utf8', at, end)) === null ? 1 : 0;
      events++;
    }
  } else {
    const fields = new FieldTable();
    for (let n = 0; n < 300; n++) fields.id(`field${n}`);
    const asked = ASKED.map((name) => fields.id(name));
    const { files } = await listLogs([path]);
    await eachInput(files[0]!, {}, async (input) => {
      await readLog(input, fields, {
        event(event) {
          events++;
          if (event.channel === 'x' || event.product === 'x') return;
          for (const id of asked) if (event.value(id) !== undefined) answers++;
        },
        problem: () => void problems++,
        done(count) {
          bytes += count;
          return false;
        },
      });
    });
  }
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  const computed = (user + system) / 1e6;
  if (answers < 0) throw new Error('never');
  return { events, problems, bytes, seconds, computed, megabytes: peakMemory() };
}

/** Of this process alone: what `resourceUsage` gives begins with its parent's. */
function peakMemory(): number {
  const peak = existsSync('/proc/self/status') && /VmHWM:\s*(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'));
  return (peak ? Number(peak[1]) : process.resourceUsage().maxRSS) / 1024;
}

function make(folder: string, format: Format, megabytes: number): string {
  const path = join(folder, format.name);
  const random = generator(SEED);
  const parts: Buffer[] = [];
  const file = openSync(path, 'w');
  const out = (bytes: Buffer): void => void (format.pack ? parts.push(bytes) : writeSync(file, bytes));
  let written = 0;
  let lines: string[] = [...format.head];
  for (let n = 1; written < megabytes * 1e6; n++) {
    lines.push(format.line(recordOf(n, random)));
    if (lines.length < 2000) continue;
    const bytes = Buffer.from(`${lines.join('\n')}\n`);
    out(bytes);
    written += bytes.length;
    lines = [];
  }
  if (format.tail) out(Buffer.from(format.tail));
  if (format.pack) writeSync(file, format.pack(Buffer.concat(parts)));
  closeSync(file);
  if (statSync(path).size === 0) throw new Error(`nothing was made for ${format.name}`);
  return path;
}

function recordOf(n: number, random: () => number): Record {
  const pick = (count: number): number => Math.floor(random() * count);
  const ms = 1_600_596_672_000 + n * 137;
  return {
    n,
    time: new Date(ms).toISOString(),
    epoch: (ms / 1000).toFixed(3),
    image: `C:\\Windows\\System32\\prog${pick(200)}.exe`,
    line: `"C:\\Windows\\System32\\prog${pick(200)}.exe" /c option${pick(5000)} --name value${pick(90)}`,
    parent: `C:\\Program Files\\Vendor\\app${pick(40)}.exe`,
    user: `LAB\\user${pick(300)}`,
    ip: `192.0.2.${pick(255)}`,
    status: [200, 200, 200, 302, 404, 500][pick(6)]!,
  };
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
