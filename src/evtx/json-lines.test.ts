import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { damagedLogs, writtenSeeds } from '../../bench/evtx-damage.ts';
import { FieldTable } from '../base/fields.ts';
import { JsonLines } from './json-lines.ts';
import { Kernel } from './kernel.ts';
import { KERNEL_SOURCE } from './kernel-code.ts';
import { CHUNK_SIZE, FILE_HEADER_SIZE } from './limits.ts';
import { type NewRecord, type NewValue, writeEvtx } from './write/index.ts';

const base: NewRecord = { provider: 'P', eventId: 1, channel: 'C', computer: 'H', time: 1.7e12, userId: 'S-1-5-18' };

describe('lines of JSON', () => {
  test('are those of its records, one a line', () => {
    const log = writeEvtx([
      { ...base, eventData: { Image: 'C:\\a.exe', Flag: true } },
      { ...base, eventData: { Image: 'é ☃ 𝄞 "\u0001"', Flag: false } },
    ]);
    const events = lines(new JsonLines(new FieldTable()), log).map((line) => JSON.parse(line).Event.EventData);
    expect(events).toEqual([
      { Image: 'C:\\a.exe', Flag: true },
      { Image: 'é ☃ 𝄞 "\u0001"', Flag: false },
    ]);
  });

  test('WebAssembly is there, so that the comparisons below compare something', () => {
    expect(Kernel.create()).not.toBeNull();
  });

  test('the compiled kernel is that of its source', () => {
    const source = readFileSync(resolve(import.meta.dirname, '../../scripts/kernel/records.ts'), 'utf8');
    expect(createHash('sha256').update(source).digest('hex'), 'run scripts/kernel/build.mjs').toBe(KERNEL_SOURCE);
  });
});

describe('with and without the kernel', () => {
  const values: fc.Arbitrary<NewValue> = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.replaceAll('\0', '')),
    // Halves of pairs that stand alone, and everything else that 16 bits can say.
    fc.array(fc.integer({ min: 1, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
    fc.string({ maxLength: 80 }),
    fc.constantFrom(null, true, false, ''),
    fc.date({ min: new Date('1601-01-01'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true }),
    fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
    integers('uint8', 0n, 0xffn),
    integers('int8', -128n, 127n),
    integers('uint16', 0n, 0xffffn),
    integers('int16', -32_768n, 32_767n),
    integers('uint32', 0n, 0xffff_ffffn),
    integers('int32', -0x8000_0000n, 0x7fff_ffffn),
    integers('uint64', 0n, 0xffff_ffff_ffff_ffffn),
    integers('int64', -0x8000_0000_0000_0000n, 0x7fff_ffff_ffff_ffffn),
    integers('hex32', 0n, 0xffff_ffffn),
    integers('hex64', 0n, 0xffff_ffff_ffff_ffffn),
  );

  test('all values are written the same', () => {
    fc.assert(
      fc.property(fc.array(values, { minLength: 1, maxLength: 12 }), (list) => {
        const eventData = list.map((value, i): [string, NewValue] => [`Field${i}`, value]);
        expectSame(writeEvtx([{ ...base, eventData }]));
      }),
      { numRuns: 400 },
    );
  });

  test('lists of texts are written the same', () => {
    const texts = fc.array(fc.string({ maxLength: 20 }).map((text) => text.replaceAll('\0', '')));
    fc.assert(
      fc.property(texts, texts, (named, unnamed) => {
        const list = (items: string[]): NewValue => ({ type: 'string', values: items });
        expectSame(
          writeEvtx([
            {
              ...base,
              eventData: [
                ['', list(unnamed)],
                ['Named', list(named)],
                ['', 'x'],
              ],
            },
          ]),
        );
      }),
    );
  });

  test('damaged logs are written the same, with the same problems', () => {
    let records = 0;
    for (const log of damagedLogs([...writtenSeeds()], 1_500, 7)) records += expectSame(log);
    expect(records).toBeGreaterThan(500);
  });
});

function integers(type: string, min: bigint, max: bigint): fc.Arbitrary<NewValue> {
  return fc.bigInt({ min, max }).map((value) => ({ type, value }) as NewValue);
}

const fast = new JsonLines(new FieldTable());
const slow = new JsonLines(new FieldTable(), null);

function expectSame(log: Buffer): number {
  const problems: unknown[][] = [[], []];
  const [one, other] = [fast, slow].map((reader, i) => lines(reader, log, (found) => problems[i]!.push(found)));
  expect(one).toEqual(other);
  expect(problems[0]).toEqual(problems[1]);
  return one!.length;
}

function lines(reader: JsonLines, log: Buffer, report: (problem: unknown) => void = () => undefined): string[] {
  for (const found of reader.begin(log.subarray(0, FILE_HEADER_SIZE))) report(found);
  const pieces: string[] = [];
  for (let at = FILE_HEADER_SIZE; at < log.length; at += CHUNK_SIZE)
    for (const piece of reader.chunk(log.subarray(at, at + CHUNK_SIZE), at, report)) pieces.push(piece.toString());
  pieces.push(reader.rest().toString());
  const text = pieces.join('');
  return text === '' ? [] : text.slice(0, -1).split('\n');
}
