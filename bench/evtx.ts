/**
 * How fast event logs (EVTX) are read, on one thread.
 *
 *   npx tsx bench/evtx.ts [MEGABYTES] [CORPUS]
 *
 * A log of MEGABYTES (default 256) is made by repeating the used chunks of the logs under CORPUS, a folder or one log (default
 * $LONGWATCH_SHARED/data/evtx, else ../shared/data/evtx). Every way of reading runs REPEATS times; the median is printed with its
 * range, as MB of chunks and records a second of processor time (user and system), so that a busy machine does not count.
 *
 * EVTX_DUMP names a program of the Rust crate evtx (its `evtx_dump`): it then writes the same log as JSON lines on one thread to
 * /dev/null, without checking checksums, as it does by itself, and with checking, as Longwatch always does; turn by turn with
 * `JsonLines` in a warm process and with `longwatch evtx dump` as a whole process. Ratios are of medians: above 1 is faster.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import {
  CHUNK_SIZE,
  EvtxDecoder,
  type EvtxRecord,
  FILE_HEADER_SIZE,
  FieldTable,
  JsonBuffer,
  JsonLines,
} from '../src/evtx/index.ts';

const REPEATS = 5;
const root = resolve(import.meta.dirname, '..');
const megabytes = Number(process.argv[2] ?? 256);
const corpus = resolve(process.argv[3] ?? join(process.env.LONGWATCH_SHARED ?? join(root, '../shared'), 'data/evtx'));

const POPULAR = [
  ...['Image', 'CommandLine', 'ParentImage', 'ParentCommandLine', 'User', 'TargetFilename', 'TargetObject', 'Details'],
  ...['SubjectUserName', 'TargetUserName', 'LogonType', 'IpAddress', 'ServiceName', 'ScriptBlockText', 'Hashes'],
];

if (!existsSync(corpus)) console.log(`skipped: no sample logs at ${corpus}`);
else await main();

async function main(): Promise<void> {
  const log = repeated(usedChunks(corpus), Math.floor((megabytes * 1_000_000) / CHUNK_SIZE));
  const records = walk(log, () => undefined);
  console.log(`${(log.length / 1e6).toFixed(0)} MB of chunks, ${records} records, Node ${process.version}`);
  const system = ['EventID', 'Channel', 'Provider_Name', 'Computer', 'Level'];
  report('walk only', log, records, walk);
  report('five System fields', log, records, asking(system));
  report('all fields', log, records, (bytes) => walk(bytes, (record) => record.texts()));
  report('20 fields by name', log, records, asking([...system, ...POPULAR]));
  report('JSON, record by record', log, records, json);
  report('JSON lines', log, records, lines);
  if (process.env.EVTX_DUMP) await against(log, process.env.EVTX_DUMP, records);
}

function usedChunks(folder: string): Buffer[] {
  const chunks: Buffer[] = [];
  const files = statSync(folder).isFile()
    ? [folder]
    : readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.evtx'))
        .map((name) => join(folder, name));
  for (const file of files.sort()) {
    const bytes = readFileSync(file);
    for (let at = FILE_HEADER_SIZE; at + CHUNK_SIZE <= bytes.length; at += CHUNK_SIZE)
      if (bytes.toString('latin1', at, at + 7) === 'ElfChnk') chunks.push(bytes.subarray(at, at + CHUNK_SIZE));
  }
  return chunks;
}

/** A log with the header that its chunks need. */
function repeated(chunks: readonly Buffer[], count: number): Buffer {
  const header = Buffer.alloc(FILE_HEADER_SIZE);
  header.write('ElfFile\0', 'latin1');
  header.writeBigUInt64LE(BigInt(count - 1), 16);
  header.writeUInt32LE(128, 32);
  header.writeUInt16LE(1, 36);
  header.writeUInt16LE(3, 38);
  header.writeUInt16LE(FILE_HEADER_SIZE, 40);
  header.writeUInt16LE(count & 0xffff, 42);
  header.writeUInt32LE(crc32(header.subarray(0, 120)), 124);
  return Buffer.concat([header, ...Array.from({ length: count }, (_, i) => chunks[i % chunks.length]!)]);
}

function walk(
  log: Buffer,
  onRecord: (record: EvtxRecord) => void = () => undefined,
  fields = new FieldTable(),
): number {
  const decoder = new EvtxDecoder(fields);
  let records = 0;
  decoder.begin(log.subarray(0, FILE_HEADER_SIZE));
  for (let at = FILE_HEADER_SIZE; at < log.length; at += CHUNK_SIZE)
    decoder.chunk(
      log.subarray(at, at + CHUNK_SIZE),
      at,
      (record) => {
        records++;
        onRecord(record);
      },
      () => undefined,
    );
  return records;
}

function asking(names: readonly string[]): (log: Buffer) => number {
  return (log) => {
    const fields = new FieldTable();
    const ids = names.map((name) => fields.id(name));
    return walk(
      log,
      (record) => {
        for (const id of ids) record.value(id);
      },
      fields,
    );
  };
}

function json(log: Buffer): number {
  const out = new JsonBuffer(4 << 20);
  return walk(log, (record) => {
    record.writeJson(out);
    out.byte(0x0a);
    if (out.length > 1 << 20) out.length = 0;
  });
}

function lines(log: Buffer): number {
  const reader = new JsonLines(new FieldTable());
  let bytes = 0;
  reader.begin(log.subarray(0, FILE_HEADER_SIZE));
  for (let at = FILE_HEADER_SIZE; at < log.length; at += CHUNK_SIZE)
    for (const piece of reader.chunk(log.subarray(at, at + CHUNK_SIZE), at, () => undefined)) bytes += piece.length;
  return bytes + reader.rest().length;
}

function report(name: string, log: Buffer, records: number, run: (log: Buffer) => number): void {
  run(log.subarray(0, FILE_HEADER_SIZE + 200 * CHUNK_SIZE));
  print(
    name,
    Array.from({ length: REPEATS }, () => spent(() => run(log))),
    log.length,
    records,
  );
}

function spent(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function print(name: string, seconds: readonly number[], bytes: number, records: number): number {
  const sorted = [...seconds].sort((a, b) => a - b);
  const median = sorted[sorted.length >> 1]!;
  const rate = (n: number): string => n.toFixed(0).padStart(9);
  console.log(
    `${name.padEnd(28)}${rate(bytes / 1e6 / median)} MB/s ${rate(records / median)} records/s   ` +
      `${median.toFixed(3)} s (${sorted[0]!.toFixed(3)}-${sorted.at(-1)!.toFixed(3)})`,
  );
  return median;
}

/** Whole processes, turn by turn. */
async function against(log: Buffer, rival: string, records: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'longwatch-evtx-'));
  const file = join(folder, 'bench.evtx');
  const main = join(root, 'dist/program/cli.js');
  const script = `import('${main}').then(({ cli }) => cli(['evtx', 'dump', '${file}']))`;
  try {
    writeFileSync(file, log);
    const [plain, checked, warm, whole]: [number[], number[], number[], number[]] = [[], [], [], []];
    lines(log);
    for (let i = 0; i < REPEATS; i++) {
      plain.push(await timed(rival, ['-t', '1', '-o', 'jsonl', file]));
      warm.push(spent(() => lines(log)));
      checked.push(await timed(rival, ['-t', '1', '-o', 'jsonl', '--validate-checksums', file]));
      whole.push(await timed(process.execPath, ['-e', script]));
    }
    const size = log.length;
    const rust = print('evtx_dump -t 1', plain, size, records);
    const careful = print('  the same with checksums', checked, size, records);
    const inside = print('JSON lines, in process', warm, size, records);
    const command = print('longwatch evtx dump', whole, size, records);
    const ratio = (mine: number): string =>
      `${(rust / mine).toFixed(2)}, with checksums ${(careful / mine).toFixed(2)}`;
    console.log(`speed against evtx_dump: in process ${ratio(inside)}; whole process ${ratio(command)}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function timed(command: string, args: readonly string[]): Promise<number> {
  const child = spawn('bash', ['-c', `TIMEFORMAT='%U %S'; time "$@" >/dev/null 2>&1`, 'bash', command, ...args]);
  let text = '';
  child.stderr.on('data', (part) => {
    text += part;
  });
  await new Promise((done) => child.on('close', done));
  const [user, system] = text.trim().split(' ').map(Number);
  return user! + system!;
}
