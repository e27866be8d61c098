import { FieldTable } from '../src/base/fields.ts';
import type { Problem } from '../src/base/problem.ts';
import { CHUNK_SIZE, EvtxDecoder, type EvtxRecord, FILE_HEADER_SIZE, type NewRecord } from '../src/evtx/index.ts';
import { ByteWriter } from '../src/evtx/write/bytes.ts';

/** Helpers of tests that damage event logs or make them by hand. */

export const BASE: NewRecord = {
  provider: 'Some-Provider',
  eventId: 7,
  channel: 'Some/Operational',
  computer: 'host-1',
  time: Date.UTC(2024, 0, 2, 3, 4, 5, 678),
};

export interface Seen {
  readonly numbers: number[];
  readonly problems: Problem[];
  readonly codes: string[];
}

/** Reads a whole log; `look` sees each record while it is good. */
export function readLog(
  log: Buffer,
  look: (record: EvtxRecord) => void = () => undefined,
  fields = new FieldTable(),
): Seen {
  const decoder = new EvtxDecoder(fields);
  const numbers: number[] = [];
  const problems = decoder.begin(log.subarray(0, FILE_HEADER_SIZE));
  for (let at = FILE_HEADER_SIZE; at < log.length; at += CHUNK_SIZE)
    decoder.chunk(
      log.subarray(at, at + CHUNK_SIZE),
      at,
      (record) => {
        numbers.push(record.record);
        look(record);
      },
      (problem) => problems.push(problem),
    );
  return { numbers, problems, codes: problems.map(({ code }) => code) };
}

/** The value of some fields in the first record. */
export function fieldsOf(log: Buffer, ...names: string[]): unknown[] {
  const fields = new FieldTable();
  const ids = names.map((name) => fields.id(name));
  let values: unknown[] = ['no record'];
  const { numbers } = readLog(
    log,
    (record) => {
      if (values[0] === 'no record') values = ids.map((id) => record.value(id));
    },
    fields,
  );
  if (numbers.length === 0) return ['no record'];
  return values;
}

/** A log of one chunk without checksums whose records hold the BinXML that `bodies` write; each is told where it begins. */
export function logOf(...bodies: ((to: ByteWriter, base: number) => void)[]): Buffer {
  const log = Buffer.alloc(FILE_HEADER_SIZE + CHUNK_SIZE);
  log.write('ElfFile\0', 0, 'latin1');
  log.writeUInt16LE(3, 38);
  log.writeUInt32LE(4, 120);
  const chunk = log.subarray(FILE_HEADER_SIZE);
  chunk.write('ElfChnk\0', 0, 'latin1');
  let at = 512;
  for (const [i, write] of bodies.entries()) {
    const body = new ByteWriter();
    write(body, at + 24);
    const size = (28 + body.length + 7) & ~7;
    chunk.writeUInt32LE(0x2a2a, at);
    chunk.writeUInt32LE(size, at + 4);
    chunk.writeUInt32LE(i + 1, at + 8);
    chunk.set(body.view(), at + 24);
    chunk.writeUInt32LE(size, at + size - 4);
    at += size;
  }
  chunk.writeUInt32LE(at, 48);
  return log;
}

/** Writes BinXML by hand: `<name attributes>content</name>` with names in full, and a dependency number inside templates. */
export function element(
  to: ByteWriter,
  base: number,
  name: string,
  content: () => void,
  { dependency = false, attributes = {} }: { dependency?: boolean; attributes?: Record<string, () => void> } = {},
): void {
  const list = Object.entries(attributes);
  to.u8(list.length > 0 ? 0x41 : 0x01);
  if (dependency) to.u16(0xffff);
  to.u32(0);
  nameAt(to, base, name);
  if (list.length > 0) to.u32(0);
  for (const [i, [attribute, write]] of list.entries()) {
    to.u8(i < list.length - 1 ? 0x46 : 0x06);
    nameAt(to, base, attribute);
    write();
  }
  to.u8(0x02);
  content();
  to.u8(0x04);
}

export function nameAt(to: ByteWriter, base: number, name: string): void {
  to.u32(base + to.length + 4);
  to.u32(0);
  to.u16(0);
  to.u16(name.length);
  to.text(name);
  to.u16(0);
}

export function textToken(to: ByteWriter, text: string): void {
  to.u8(0x05);
  to.u8(0x01);
  to.u16(text.length);
  to.text(text);
}

/** Fragment header and template instance up to the values; `define` writes the definition in full. Gives the definition's offset. */
export function templated(to: ByteWriter, base: number, define: (() => void) | number, guid = 0x1111_1111): number {
  to.raw(Uint8Array.from([0x0f, 1, 1, 0, 0x0c, 1]));
  to.u32(guid);
  const here = base + to.length + 4;
  if (typeof define === 'number') {
    to.u32(define);
    return define;
  }
  to.u32(here);
  to.u32(0);
  to.u32(guid);
  to.raw(Buffer.alloc(12));
  const size = to.length;
  to.u32(0);
  to.raw(Uint8Array.from([0x0f, 1, 1, 0]));
  define();
  to.u8(0);
  to.patch(size, to.length - size - 4);
  return here;
}
