import { FieldTable } from '../src/base/fields.ts';
import { EvtxDecoder } from '../src/evtx/decoder.ts';
import { JsonBuffer } from '../src/evtx/json-buffer.ts';
import { JsonLines } from '../src/evtx/json-lines.ts';
import { CHUNK_HEADER_SIZE, CHUNK_SIZE, FILE_HEADER_SIZE } from '../src/evtx/limits.ts';
import type { EvtxRecord } from '../src/evtx/record.ts';
import { type NewRecord, writeEvtx } from '../src/evtx/write/index.ts';

/** What a run of `fuzzEvtx` came upon. */
export interface Fuzzed {
  readonly records: number;
  readonly problems: number;
  /** Milliseconds of the input that took longest. */
  readonly slowest: number;
}

/**
 * Reads damaged copies of logs with one decoder, as a long run over many files would, and asks every record for all it has. The
 * lines of `JsonLines` have to be the same as those of its records. The same seed gives the same damage. Throws what the decoder
 * throws: nothing, it is hoped.
 */
export function fuzzEvtx(
  logs: readonly Buffer[],
  mutations: number,
  seed: number,
  onProgress: (done: number) => void = () => undefined,
): Fuzzed {
  const fields = new FieldTable();
  const ids = ['EventID', 'Image', 'CommandLine', 'Data', 'User', 'Param1', 'Nothing'].map((name) => fields.id(name));
  let decoder = new EvtxDecoder(fields);
  let lines = new JsonLines(fields);
  const out = new JsonBuffer();
  const found = { records: 0, problems: 0, slowest: 0 };
  const readAll = (log: Buffer): void => {
    out.length = 0;
    found.problems += decoder.begin(log.subarray(0, FILE_HEADER_SIZE)).length;
    lines.begin(log.subarray(0, FILE_HEADER_SIZE));
    let same = 0;
    const compare = (piece: Buffer): void => {
      if (out.view().compare(piece, 0, piece.length, same, same + piece.length) !== 0)
        throw new Error('JsonLines and writeJson differ');
      same += piece.length;
    };
    for (let at = FILE_HEADER_SIZE; at < log.length; at += CHUNK_SIZE) {
      const chunk = log.subarray(at, at + CHUNK_SIZE);
      decoder.chunk(chunk, at, askAll, () => {
        found.problems++;
      });
      for (const piece of lines.chunk(chunk, at, () => undefined)) compare(piece);
    }
    compare(lines.rest());
    if (same !== out.length) throw new Error('JsonLines left something out');
  };
  const askAll = (record: EvtxRecord): void => {
    found.records++;
    for (const id of ids) record.value(id);
    // What System says is asked for as well.
    if (record.time + record.eventId + record.level < -1e300) found.records--;
    if (record.channel + record.provider + record.computer === '\0') found.records--;
    record.texts();
    const start = out.length;
    if (!record.writeJson(out)) return;
    JSON.parse(out.view().toString('utf8', start));
    out.byte(NEWLINE);
  };
  let i = -1;
  for (const log of damagedLogs(logs, mutations, seed)) {
    i++;
    let ms = timed(() => readAll(log));
    // A slow one is read again, as the machine may have been busy with something else.
    if (ms > SLOW)
      ms = Math.min(
        ms,
        timed(() => readAll(log)),
      );
    if (ms > found.slowest) found.slowest = ms;
    // Other runs begin with other files.
    if (i % 10_007 === 10_006) {
      decoder = new EvtxDecoder(fields);
      lines = new JsonLines(fields);
    }
    if (i % 50_000 === 49_999) onProgress(i + 1);
  }
  return found;
}

/** As many damaged copies of logs; the same seed gives the same. */
export function* damagedLogs(logs: readonly Buffer[], count: number, seed: number): Generator<Buffer> {
  const random = generator(seed);
  for (let i = 0; i < count; i++) yield damaged(logs[i % logs.length]!, random);
}

const NEWLINE = 0x0a;

/** Milliseconds from which an input is read twice. */
const SLOW = 50;

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Logs with all kinds of content. */
export function* writtenSeeds(): Generator<Buffer> {
  const base: NewRecord = { provider: 'P', eventId: 1, channel: 'C', computer: 'H', time: 1.7e12, userId: 'S-1-5-18' };
  yield writeEvtx([
    { ...base, eventData: { Image: 'C:\\a.exe', CommandLine: 'a "b" ☃', Flag: true, Nothing: null, Number: 5 } },
    { ...base, eventData: { Image: 'C:\\b.exe', CommandLine: '', Flag: false, Nothing: null, Number: 6 } },
  ]);
  yield writeEvtx([
    {
      ...base,
      eventData: [
        ['', 'one'],
        ['', { type: 'string', values: ['two', '', 'three'] }],
        ['Bin', Buffer.alloc(9)],
      ],
    },
    { ...base, eventData: { Sids: { type: 'sid', values: ['S-1-5-18', 'S-1-5-32-544'] }, When: new Date(0) } },
  ]);
  yield writeEvtx([
    {
      ...base,
      userData: {
        name: 'EventXML',
        attributes: { xmlns: 'n', Kind: { value: 'k' } },
        children: [
          { name: 'Param1', children: [{ value: 'p' }, ' and ', { value: 7 }] },
          { name: 'Deep', children: [nest(30)] },
        ],
      },
    },
  ]);
}

function nest(depth: number): NonNullable<NewRecord['userData']> {
  return { name: `N${depth}`, children: [depth === 0 ? { value: 'deep' } : nest(depth - 1)] };
}

const EXTREMES = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xffffffff];

function damaged(log: Buffer, random: () => number): Buffer {
  let copy = Buffer.from(log);
  const below = (limit: number): number => Math.floor(random() * limit);
  // Nearly all damage goes where the records are; the rest of a chunk is empty or left over.
  const end = Math.min(
    copy.length,
    FILE_HEADER_SIZE + Math.max(CHUNK_HEADER_SIZE, log.readUInt32LE(FILE_HEADER_SIZE + 48)),
  );
  const place = (): number => {
    if (random() < 0.05) return below(copy.length);
    const from = FILE_HEADER_SIZE + (random() < 0.1 ? 0 : CHUNK_HEADER_SIZE);
    return from + below(Math.max(1, end - from));
  };
  for (let n = 1 + below(8); n > 0; n--) {
    const at = Math.min(place(), copy.length - 4);
    const kind = below(10);
    if (kind < 4) copy[at]! ^= 1 << below(8);
    else if (kind < 6) copy.writeUInt32LE(EXTREMES[below(EXTREMES.length)]!, at);
    else if (kind < 7) copy.writeUInt16LE(EXTREMES[below(8)]!, at);
    else if (kind < 8) copy.copyWithin(at, place(), place());
    else if (kind < 9) copy.fill(0, at, Math.min(copy.length, at + below(64)));
    else if (random() < 0.2) copy = copy.subarray(0, Math.max(FILE_HEADER_SIZE + 4, at));
    else copy[at] = below(256);
  }
  return copy;
}

/** Mulberry32: 32 bits of state, good enough to choose places. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
