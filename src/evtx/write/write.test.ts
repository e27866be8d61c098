import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FieldTable } from '../../base/fields.ts';
import { EvtxDecoder } from '../decoder.ts';
import { CHUNK_SIZE, FILE_HEADER_SIZE } from '../limits.ts';
import type { EvtxRecord } from '../record.ts';
import { EvtxWriter, type NewRecord, type NewValue, writeEvtx } from './index.ts';

const BASE: NewRecord = {
  provider: 'Some-Provider',
  eventId: 7,
  channel: 'Some/Operational',
  computer: 'host-1.example',
  time: Date.UTC(2024, 0, 2, 3, 4, 5, 678),
};

test('what is written is read: System fields, Data by name, their order in JSON', () => {
  const log = writeEvtx([
    {
      ...BASE,
      processId: 4,
      userId: 'S-1-5-18',
      eventData: { Image: 'C:\\x.exe', Number: 5, Nothing: null, Empty: '' },
    },
  ]);
  expect(lines(log)).toEqual([
    {
      Event: {
        '#attributes': { xmlns: 'http://schemas.microsoft.com/win/2004/08/events/event' },
        System: {
          Provider: { '#attributes': { Name: 'Some-Provider' } },
          EventID: 7,
          Version: 0,
          Level: 4,
          Task: 0,
          Opcode: 0,
          Keywords: '0x8000000000000000',
          TimeCreated: { '#attributes': { SystemTime: '2024-01-02T03:04:05.678000Z' } },
          EventRecordID: 1,
          Correlation: null,
          Execution: { '#attributes': { ProcessID: 4 } },
          Channel: 'Some/Operational',
          Computer: 'host-1.example',
          Security: { '#attributes': { UserID: 'S-1-5-18' } },
        },
        EventData: { Image: 'C:\\x.exe', Number: 5, Nothing: '', Empty: '' },
      },
    },
  ]);
});

const TEXT = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((text) => !/[\0\ud800-\udfff]/u.test(text));
const NAME = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,12}$/);
const DATA = fc.array(fc.tuple(NAME, fc.oneof(TEXT, fc.nat(), fc.boolean(), fc.constant(null))), { maxLength: 12 });

test('any texts under any names come back, in fields, in all texts and in JSON', () => {
  fc.assert(
    fc.property(fc.array(DATA, { minLength: 1, maxLength: 40 }), (events) => {
      const fields = new FieldTable();
      const log = writeEvtx(events.map((eventData) => ({ ...BASE, eventData })));
      let seen = 0;
      read(
        log,
        (record) => {
          const data = events[seen++]!;
          expect(record.record).toBe(seen);
          const wanted = new Map<string, (string | null)[]>();
          for (const [name, value] of data) {
            const key = name.toLowerCase();
            wanted.set(key, [...(wanted.get(key) ?? []), value === null ? null : String(value)]);
          }
          for (const [name, values] of wanted) {
            const texts = values.filter((value) => value !== null);
            const value = texts.length === 0 ? null : texts.length === 1 ? texts[0] : texts;
            expect([name, record.value(fields.id(name))]).toEqual([name, value]);
          }
          for (const [, value] of data) if (value !== null) expect(record.texts()).toContain(String(value));
          const json = JSON.parse(record.toJson()!).Event.EventData;
          for (const [name, value] of data.slice(0, 1)) {
            const [first] = [json[name]].flat();
            expect(first).toBe(value ?? '');
          }
        },
        fields,
      );
      expect(seen).toBe(events.length);
    }),
    { numRuns: 60 },
  );
});

test('times keep their 100 nanoseconds as far as a number holds them', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 4e12, noNaN: true }), (time) => {
      let got = Number.NaN;
      read(writeEvtx([{ ...BASE, time }]), (record) => {
        got = record.time;
      });
      expect(Math.abs(got - time)).toBeLessThan(0.001);
    }),
    { numRuns: 200 },
  );
});

test('many records fill several chunks, each with right checksums, tables and numbers', () => {
  const count = 3_000;
  const pieces: Buffer[] = [];
  const writer = new EvtxWriter((bytes) => pieces.push(Buffer.from(bytes)));
  for (let i = 0; i < count; i++)
    writer.add({ ...BASE, recordId: 100 + i, eventData: { [`Name${i % 7}`]: `value ${i}`, Same: 'x'.repeat(i % 90) } });
  const header = writer.finish();
  expect(pieces.slice(1).every(({ length }) => length === CHUNK_SIZE)).toBe(true);
  expect(header.readUInt16LE(42)).toBe(pieces.length - 1);
  expect(pieces.length).toBeGreaterThan(10);
  const numbers: number[] = [];
  read(Buffer.concat([header, ...pieces.slice(1)]), (record) => numbers.push(record.record));
  expect(numbers).toEqual(Array.from({ length: count }, (_, i) => 100 + i));
});

test('refuses a record that no chunk holds', () => {
  expect(() => writeEvtx([{ ...BASE, eventData: { Much: 'x'.repeat(40_000) } }])).toThrow('larger than a chunk');
});

const TYPED: readonly (readonly [NewValue, string | readonly string[] | null, unknown?])[] = [
  ['text', 'text'],
  ['snow ☃ and 😀', 'snow ☃ and 😀'],
  ['quote " backslash \\ line\n', 'quote " backslash \\ line\n'],
  ['', ''],
  [null, null, ''],
  [{ type: 'ansi', value: 'caf\u00e9' }, 'caf\u00e9'],
  [{ type: 'int8', value: -128 }, '-128', -128],
  [{ type: 'uint8', value: 255 }, '255', 255],
  [{ type: 'int16', value: -32_768 }, '-32768', -32_768],
  [{ type: 'uint16', value: 65_535 }, '65535', 65_535],
  [{ type: 'int32', value: -2_147_483_648 }, '-2147483648', -2_147_483_648],
  [{ type: 'uint32', value: 4_294_967_295 }, '4294967295', 4_294_967_295],
  [{ type: 'int64', value: -9_223_372_036_854_775_808n }, '-9223372036854775808', -(2 ** 63)],
  [{ type: 'uint64', value: 18_446_744_073_709_551_615n }, '18446744073709551615', 2 ** 64],
  [{ type: 'uint64', value: 9_007_199_254_740_991n }, '9007199254740991', 9_007_199_254_740_991],
  [{ type: 'real32', value: 0.1 }, '0.1'],
  [{ type: 'real64', value: -2.5 }, '-2.5'],
  [{ type: 'real64', value: Number.NaN }, 'NaN'],
  [true, 'true', true],
  [false, 'false', false],
  [{ type: 'bool', value: 65_536 }, '65536', 65_536],
  [Uint8Array.from([0, 16, 255]), '0010FF'],
  [{ type: 'guid', value: '{5770385f-c22a-43e0-bf4c-06f5698ffbd9}' }, '5770385F-C22A-43E0-BF4C-06F5698FFBD9'],
  [{ type: 'size', value: 0x1234n }, '0x1234'],
  [{ type: 'fileTime', value: Date.UTC(2024, 1, 29, 23, 59, 59, 5) }, '2024-02-29T23:59:59.005000Z'],
  [{ type: 'fileTime', value: Date.UTC(1601, 0, 1) }, '1601-01-01T00:00:00.000000Z'],
  [{ type: 'systemTime', value: Date.UTC(2024, 1, 29, 23, 59, 59, 5) }, '2024-02-29T23:59:59.005000Z'],
  [{ type: 'sid', value: 'S-1-5-21-1-2-4294967295-500' }, 'S-1-5-21-1-2-4294967295-500'],
  [{ type: 'hex32', value: 0 }, '0x0'],
  [{ type: 'hex32', value: 0xdeadbeef }, '0xdeadbeef'],
  [{ type: 'hex64', value: 0x8000_0000_0000_0001n }, '0x8000000000000001'],
  [{ type: 'hex64', value: 0x1_0000_0000n }, '0x100000000'],
  [{ type: 'handle', value: 0x10n }, '0x10'],
  [{ type: 'xml', value: '<a/>' }, '<a/>'],
  [{ type: 'string', values: ['a', '', 'c'] }, ['a', '', 'c']],
  [{ type: 'string', values: ['only'] }, 'only'],
  [{ type: 'string', values: [] }, null, ''],
  [{ type: 'ansi', values: ['a', 'b'] }, ['a', 'b']],
  [{ type: 'uint16', values: [1, 2, 3] }, ['1', '2', '3'], [1, 2, 3]],
  [{ type: 'int64', values: [-1n, 5n] }, ['-1', '5'], [-1, 5]],
  [{ type: 'bool', values: [true, false] }, ['true', 'false'], [true, false]],
  [{ type: 'real64', values: [0.5, 1] }, ['0.5', '1']],
  [
    { type: 'guid', values: ['5770385F-C22A-43E0-BF4C-06F5698FFBD9', '00000000-0000-0000-0000-000000000001'] },
    ['5770385F-C22A-43E0-BF4C-06F5698FFBD9', '00000000-0000-0000-0000-000000000001'],
  ],
  [{ type: 'sid', values: ['S-1-5-18', 'S-1-5-32-544'] }, ['S-1-5-18', 'S-1-5-32-544']],
  [{ type: 'hex32', values: [1, 255] }, ['0x1', '0xff']],
  [{ type: 'hex64', values: [1n] }, '0x1'],
  [{ type: 'size', values: [1n, 2n] }, ['0x1', '0x2']],
  [{ type: 'fileTime', values: [0, 1_000] }, ['1970-01-01T00:00:00.000000Z', '1970-01-01T00:00:01.000000Z']],
  [{ type: 'systemTime', values: [0, 1_000] }, ['1970-01-01T00:00:00.000000Z', '1970-01-01T00:00:01.000000Z']],
];

test.each(TYPED.map(([value, text, json]) => ({ value, text, json: json ?? text })))(
  '$value is $text',
  ({ value, text, json }) => {
    const fields = new FieldTable();
    let seen = 0;
    read(
      writeEvtx([{ ...BASE, eventData: { Field: value } }]),
      (record) => {
        seen++;
        expect(record.value(fields.id('Field'))).toEqual(text);
        expect(JSON.parse(record.toJson()!).Event.EventData).toEqual({ Field: json });
      },
      fields,
    );
    expect(seen).toBe(1);
  },
);

function read(log: Buffer, onRecord: (record: EvtxRecord) => void, fields = new FieldTable()): void {
  const decoder = new EvtxDecoder(fields);
  expect(decoder.begin(log.subarray(0, FILE_HEADER_SIZE))).toEqual([]);
  for (let at = FILE_HEADER_SIZE; at < log.length; at += CHUNK_SIZE)
    decoder.chunk(log.subarray(at, at + CHUNK_SIZE), at, onRecord, (problem) => expect(problem).toBeUndefined());
}

function lines(log: Buffer): unknown[] {
  const found: unknown[] = [];
  read(log, (record) => found.push(JSON.parse(record.toJson()!)));
  return found;
}
