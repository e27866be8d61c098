import { crc32 } from 'node:zlib';
import type { FieldTable } from '../base/fields.ts';
import { type Problem, problem } from '../base/problem.ts';
import { Instances } from './instances.ts';
import { CHUNK_HEADER_SIZE, CHUNK_SIZE, FILE_HEADER_SIZE, RECORD_HEADER_SIZE, RECORD_TRAILER_SIZE } from './limits.ts';
import type { Fault } from './parse-binxml.ts';
import { type EvtxRecord, Record } from './record.ts';
import { Templates } from './templates.ts';

const FILE_MAGIC = Buffer.from('ElfFile\0', 'latin1');
const CHUNK_MAGIC = Buffer.from('ElfChnk\0', 'latin1');
/** `**\0\0` */
const RECORD_MAGIC = 0x0000_2a2a;
const RECORD_MAGIC_BYTES = Buffer.from('**\0\0', 'latin1');
const MIN_RECORD = RECORD_HEADER_SIZE + RECORD_TRAILER_SIZE;
const NO_CRC = 4;
const KNOWN_FLAGS = 7;

/**
 * Reads event logs of Windows (EVTX, [MS-EVEN6] 2.2 and the documentation of libevtx) chunk by chunk. Templates are kept from
 * chunk to chunk and file to file, so one decoder should read many files. Whatever the bytes, it throws nothing: what cannot be
 * read is a problem with its byte offset, and the rest is read.
 */
export class EvtxDecoder {
  readonly templates = new Templates();
  private readonly instances = new Instances(this.templates);
  private readonly record: Record;
  private checks = true;
  /** Whether this chunk was found to have a damaged template: said once, as many records may use it. */
  private stoodIn = false;
  private bytes: Buffer = NOTHING;
  private fileOffset = 0;
  /** Chunk offsets: of the record that is next, and where records end. */
  at = 0;
  end = 0;

  constructor(fields: FieldTable) {
    this.record = new Record(fields, this.instances);
  }

  /** Begins a file by its first 4,096 bytes. An `error` among the problems means that this is no event log. */
  begin(header: Uint8Array): Problem[] {
    const bytes = asBuffer(header);
    this.checks = true;
    if (bytes.length < 128 || bytes.compare(FILE_MAGIC, 0, 8, 0, 8) !== 0)
      return [problem('evtx-not-a-log', { offset: 0 }, {}, 'error')];
    const problems: Problem[] = [];
    const flags = bytes.readUInt32LE(120);
    this.checks = (flags & NO_CRC) === 0;
    const [minor, major] = [bytes.readUInt16LE(36), bytes.readUInt16LE(38)];
    if (major !== 3) problems.push(problem('evtx-version', { offset: 36 }, { version: `${major}.${minor}` }, 'note'));
    if ((flags & ~KNOWN_FLAGS) !== 0) problems.push(problem('evtx-flags', { offset: 120 }, { flags }, 'note'));
    if (this.checks && crc32(bytes.subarray(0, 120)) !== bytes.readUInt32LE(124))
      problems.push(problem('evtx-header-crc', { offset: 124 }, {}, 'note'));
    if (bytes.length < FILE_HEADER_SIZE) problems.push(problem('evtx-cut-off', { offset: bytes.length }));
    return problems;
  }

  /**
   * Reads one chunk, which begins at byte `fileOffset` of its file. Unused (zero) chunks give nothing: used ones may follow.
   * The record handed to `onRecord` is the same object each time.
   */
  chunk(
    chunk: Uint8Array,
    fileOffset: number,
    onRecord: (record: EvtxRecord) => void,
    onProblem: (problem: Problem) => void,
  ): void {
    if (this.open(chunk, fileOffset, onProblem)) while (this.next(onRecord, onProblem));
  }

  /** Makes a chunk the one that `next` reads; false if it holds nothing that could be read. */
  open(chunk: Uint8Array, fileOffset: number, onProblem: (problem: Problem) => void): boolean {
    const bytes = asBuffer(chunk);
    if (bytes.length < CHUNK_HEADER_SIZE || bytes.compare(CHUNK_MAGIC, 0, 8, 0, 8) !== 0) {
      if (!isZero(bytes)) onProblem(problem('evtx-chunk-magic', { offset: fileOffset }));
      return false;
    }
    if (bytes.length < CHUNK_SIZE) onProblem(problem('evtx-cut-off', { offset: fileOffset + bytes.length }));
    this.bytes = bytes;
    this.fileOffset = fileOffset;
    this.at = CHUNK_HEADER_SIZE;
    this.end = this.check(bytes, fileOffset, onProblem);
    this.templates.open(bytes);
    this.instances.open(bytes);
    this.stoodIn = false;
    return true;
  }

  /** Reads what begins at `at`, one record at most, and goes on to the next; false when there is none. */
  next(onRecord: (record: EvtxRecord) => void, onProblem: (problem: Problem) => void): boolean {
    const { bytes, at, end, fileOffset } = this;
    if (at + MIN_RECORD > end) return false;
    const size = recordSize(bytes, at, end);
    if (size > 0) {
      this.read(bytes, at, size, fileOffset, onRecord, onProblem);
      this.at = at + size;
      return true;
    }
    if (bytes.readUInt32LE(at) === 0) return false;
    this.at = this.broken(bytes, at, end, fileOffset, onRecord, onProblem);
    return this.at >= 0;
  }

  /** Looks at the header of a chunk; gives the offset where its records end. */
  private check(bytes: Buffer, fileOffset: number, onProblem: (problem: Problem) => void): number {
    const free = bytes.readUInt32LE(48);
    const plausible = free >= CHUNK_HEADER_SIZE && free <= bytes.length;
    if (!plausible && bytes.length === CHUNK_SIZE)
      onProblem(problem('evtx-chunk-header', { offset: fileOffset + 48 }, { free }));
    if (this.checks && (bytes.readUInt32LE(120) & NO_CRC) === 0) {
      const header = crc32(bytes.subarray(128, 512), crc32(bytes.subarray(0, 120)));
      if (header !== bytes.readUInt32LE(124))
        onProblem(problem('evtx-chunk-header-crc', { offset: fileOffset + 124 }, {}, 'note'));
      if (plausible && crc32(bytes.subarray(CHUNK_HEADER_SIZE, free)) !== bytes.readUInt32LE(52))
        onProblem(problem('evtx-chunk-crc', { offset: fileOffset + 52 }, {}, 'note'));
    }
    return plausible ? free : bytes.length;
  }

  /**
   * A record that is overwritten from its header on, or at its end: what stands of it is read. Gives the offset of the next
   * whole record, -1 when there is none.
   */
  private broken(
    bytes: Buffer,
    at: number,
    end: number,
    fileOffset: number,
    onRecord: (record: EvtxRecord) => void,
    onProblem: (problem: Problem) => void,
  ): number {
    const next = nextRecord(bytes, at + 4, end);
    const size = bytes.readUInt32LE(at + 4);
    const begins =
      bytes.readUInt32LE(at) === RECORD_MAGIC && size >= MIN_RECORD && size <= (next < 0 ? end : next) - at;
    if (begins) {
      onProblem(problem('evtx-record-end', { offset: fileOffset + at }));
      this.read(bytes, at, size, fileOffset, onRecord, onProblem);
    } else onProblem(problem('evtx-record-header', { offset: fileOffset + at }));
    return next;
  }

  private read(
    bytes: Buffer,
    at: number,
    size: number,
    fileOffset: number,
    onRecord: (record: EvtxRecord) => void,
    onProblem: (problem: Problem) => void,
  ): void {
    const number = bytes.readUInt32LE(at + 8) + bytes.readUInt32LE(at + 12) * 4_294_967_296;
    const end = at + size - RECORD_TRAILER_SIZE;
    const fault = this.instances.load(at + RECORD_HEADER_SIZE, end);
    if (fault) {
      onProblem(damage('evtx-record', fileOffset, at, number, fault));
      return;
    }
    this.record.set(bytes, at, at + size, fileOffset + at, number);
    onRecord(this.record);
    if (this.instances.fault) onProblem(damage('evtx-record-part', fileOffset, at, number, this.instances.fault));
    if (this.instances.stoodIn && !this.stoodIn) {
      this.stoodIn = true;
      onProblem(problem('evtx-stand-in', { offset: fileOffset + at }, { record: number }, 'note'));
    }
  }
}

const NOTHING = Buffer.alloc(0);

function damage(code: string, fileOffset: number, at: number, record: number, fault: Fault): Problem {
  return problem(code, { offset: fileOffset + at }, { record, reason: fault.reason, at: fileOffset + fault.at });
}

/** Bytes of the record at an offset, 0 when none can begin there. */
function recordSize(bytes: Buffer, at: number, end: number): number {
  if (bytes.readUInt32LE(at) !== RECORD_MAGIC) return 0;
  const size = bytes.readUInt32LE(at + 4);
  if (size < MIN_RECORD || size > end - at) return 0;
  return bytes.readUInt32LE(at + size - 4) === size ? size : 0;
}

/** The next place from which a whole record can be read, -1 when there is none. */
function nextRecord(bytes: Buffer, from: number, end: number): number {
  for (let at = bytes.indexOf(RECORD_MAGIC_BYTES, from); at >= 0; at = bytes.indexOf(RECORD_MAGIC_BYTES, at + 1)) {
    if (at + MIN_RECORD > end) return -1;
    if (recordSize(bytes, at, end) > 0) return at;
  }
  return -1;
}

function isZero(bytes: Buffer): boolean {
  for (let at = 0; at < Math.min(bytes.length, CHUNK_HEADER_SIZE); at++) if (bytes[at] !== 0) return false;
  return true;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
