import { expect, test } from 'vitest';
import { BASE, element, fieldsOf, logOf, readLog, templated, textToken } from '../../test/evtx-bytes.ts';
import { CHUNK_SIZE, FILE_HEADER_SIZE } from './limits.ts';
import { writeEvtx } from './write/index.ts';

const CHUNK = FILE_HEADER_SIZE;
const FIRST = CHUNK + 512;
/** Three records in one chunk. */
const LOG = writeEvtx([1, 2, 3].map((n) => ({ ...BASE, eventData: { Number: n } })));
const SECOND = FIRST + LOG.readUInt32LE(FIRST + 4);

function changed(change: (log: Buffer) => void, log = LOG): Buffer {
  const copy = Buffer.from(log);
  change(copy);
  return copy;
}

/** A log of several chunks of three records each. */
function chunks(count: number, change: (log: Buffer) => void = () => undefined): Buffer {
  const log = Buffer.concat([LOG.subarray(0, CHUNK), ...Array.from({ length: count }, () => LOG.subarray(CHUNK))]);
  change(log);
  return log;
}

test('an undamaged log has no problems', () => {
  expect(readLog(LOG)).toEqual({ numbers: [1, 2, 3], problems: [], codes: [] });
});

test('other bytes than an event log are an error, not an exception', () => {
  expect(readLog(Buffer.from('PK zip or so')).problems).toMatchObject([{ code: 'evtx-not-a-log', severity: 'error' }]);
  expect(readLog(Buffer.alloc(0)).codes).toEqual(['evtx-not-a-log']);
});

test('the end of records too far on leads into zeros, which end the chunk', () => {
  const log = changed((bytes) => bytes.writeUInt32LE(60_000, CHUNK + 48));
  expect(readLog(log)).toMatchObject({ numbers: [1, 2, 3], codes: ['evtx-chunk-header-crc', 'evtx-chunk-crc'] });
});

test.each([0, 511, 65_537, 0xffff_ffff])(
  'an impossible end of records (%i) is reported and the chunk searched',
  (free) => {
    const log = changed((bytes) => bytes.writeUInt32LE(free, CHUNK + 48));
    expect(readLog(log)).toMatchObject({ numbers: [1, 2, 3], codes: ['evtx-chunk-header', 'evtx-chunk-header-crc'] });
  },
);

test('what is left over behind the end of records is not read', () => {
  const log = changed((bytes) => bytes.writeUInt32LE(SECOND - CHUNK, CHUNK + 48));
  expect(readLog(log).numbers).toEqual([1]);
});

test.each([0, 1, 27, 70_000, 0xffff_ffff])(
  'a record of %i bytes is reported with its offset, and the next ones read',
  (size) => {
    const log = changed((bytes) => bytes.writeUInt32LE(size, SECOND + 4));
    const { numbers, problems } = readLog(log);
    expect(numbers).toEqual([1, 3]);
    expect(problems.at(-1)).toMatchObject({ code: 'evtx-record-header', place: { offset: SECOND } });
  },
);

test('a record whose end is overwritten is read as far as it goes', () => {
  const log = changed((bytes) =>
    bytes.fill(0xff, SECOND + bytes.readUInt32LE(SECOND + 4) - 4, SECOND + bytes.readUInt32LE(SECOND + 4)),
  );
  expect(readLog(log)).toMatchObject({ numbers: [1, 2, 3] });
  expect(readLog(log).problems.at(-1)).toMatchObject({ code: 'evtx-record-end', place: { offset: SECOND } });
});

test('a record whose values are cut off is a problem with offset, number and reason', () => {
  const log = logOf(
    (to, base) => {
      templated(to, base, () => element(to, base, 'Event', () => undefined, { dependency: true }));
      to.u32(1_000);
    },
    (to, base) => element(to, base, 'Event', () => undefined),
  );
  expect(readLog(log)).toMatchObject({
    numbers: [2],
    problems: [{ code: 'evtx-record', place: { offset: FIRST }, details: { record: 1 } }],
  });
});

test('checksums are notes; logs that say they have none are not checked', () => {
  const broken = changed((bytes) => bytes.writeUInt32LE(1, SECOND + 16));
  expect(readLog(broken).codes).toEqual(['evtx-chunk-crc']);
  expect(readLog(changed((bytes) => bytes.writeUInt32LE(9, 124))).codes).toEqual(['evtx-header-crc']);
  expect(readLog(changed((bytes) => bytes.writeUInt32LE(4, 120), broken)).codes).toEqual([]);
});

test('unknown flags and versions are notes', () => {
  const log = changed((bytes) => {
    bytes.writeUInt32LE(0x1b97_0004, 120);
    bytes.writeUInt16LE(4, 38);
  });
  expect(readLog(log)).toMatchObject({ numbers: [1, 2, 3], codes: ['evtx-version', 'evtx-flags'] });
});

test('unused and foreign chunks between used ones are passed over', () => {
  const log = chunks(4, (bytes) => {
    bytes.fill(0, CHUNK + CHUNK_SIZE, CHUNK + 2 * CHUNK_SIZE);
    bytes.fill('?', CHUNK + 2 * CHUNK_SIZE, CHUNK + 3 * CHUNK_SIZE);
  });
  const { numbers, problems } = readLog(log);
  expect(numbers).toEqual([1, 2, 3, 1, 2, 3]);
  expect(problems).toMatchObject([{ code: 'evtx-chunk-magic', place: { offset: CHUNK + 2 * CHUNK_SIZE } }]);
});

test('more chunks than the file header counts are read', () => {
  expect(LOG.readUInt16LE(42)).toBe(1);
  expect(readLog(chunks(5)).numbers).toHaveLength(15);
});

test('a file that breaks off inside a chunk gives the records before', () => {
  const { numbers, codes } = readLog(LOG.subarray(0, SECOND + 10));
  expect(numbers).toEqual([1]);
  expect(codes).toContain('evtx-cut-off');
  expect(readLog(LOG.subarray(0, 2_000)).codes).toEqual(['evtx-cut-off']);
});

test('names and templates that follow themselves do no harm', () => {
  const log = logOf((to, base) => {
    const offset = templated(to, base, () =>
      element(to, base, 'Event', () => textToken(to, 'x'), { dependency: true }),
    );
    to.patch(offset - base, offset);
    to.u32(0);
  });
  // The name of Event begins behind the header of the definition, the fragment header, token, dependency, size and offset.
  const name = log.indexOf(Buffer.from('Event', 'utf16le')) - 8;
  log.writeUInt32LE(name - CHUNK, name);
  expect(readLog(log)).toEqual({ numbers: [1], problems: [], codes: [] });
});

test('a template that is damaged in one chunk is taken from another', () => {
  const log = chunks(2, (bytes) => {
    bytes.writeUInt32LE(4, 120);
    // The first name of the definition now lies outside the chunk.
    const name = bytes.indexOf(Buffer.from('Event', 'utf16le'), CHUNK + CHUNK_SIZE) - 12;
    bytes.writeUInt32LE(0xffff_fff0, name);
  });
  const { numbers, codes } = readLog(log);
  expect(numbers).toEqual([1, 2, 3, 1, 2, 3]);
  expect(new Set(codes)).toEqual(new Set(['evtx-stand-in']));
  expect(codes).toHaveLength(1);
});

test('a template that is damaged everywhere costs the records that use it', () => {
  const log = changed((bytes) => {
    bytes.writeUInt32LE(4, 120);
    bytes.writeUInt32LE(0xffff_fff0, bytes.indexOf(Buffer.from('Event', 'utf16le'), CHUNK) - 12);
  });
  expect(readLog(log)).toMatchObject({ numbers: [], codes: ['evtx-record', 'evtx-record', 'evtx-record'] });
});

test('two templates of one GUID are told apart by what they say', () => {
  const named = (name: string) =>
    logOf((to, base) => {
      templated(to, base, () =>
        element(
          to,
          base,
          'Event',
          () =>
            element(
              to,
              base,
              'UserData',
              () => element(to, base, name, () => textToken(to, name), { dependency: true }),
              { dependency: true },
            ),
          { dependency: true },
        ),
      );
      to.u32(0);
    });
  const [one, two] = [named('Alpha'), named('Gamma')];
  const both = Buffer.concat([one, two.subarray(CHUNK)]);
  const seen: string[] = [];
  readLog(both, (record) => seen.push(...record.texts()));
  expect(seen).toEqual(['Alpha', 'Gamma']);
});

test('BinXML nested too deeply is left out; what stands around it is read', () => {
  const log = logOf((to, base) => {
    const define = () =>
      element(
        to,
        base,
        'Event',
        () => {
          element(to, base, 'UserData', () => to.raw(Uint8Array.from([0x0e, 0, 0, 0x21])), { dependency: true });
        },
        { dependency: true },
      );
    const offset = templated(to, base, define);
    // Each level is 18 bytes and four for its only value.
    const levels = 100;
    for (let left = levels; left > 0; left--) {
      to.u32(1);
      to.u16(22 * (left - 1) + 18);
      to.u16(0x21);
      templated(to, base, offset);
    }
    to.u32(0);
  });
  const { numbers, problems } = readLog(log, (record) => JSON.parse(record.toJson()!));
  expect(numbers).toEqual([1]);
  expect(problems).toMatchObject([{ code: 'evtx-record-part', details: { reason: 'BinXML is nested too deeply' } }]);
});

test('too many open elements are a problem, not a stack overflow', () => {
  const nested = (depth: number) =>
    logOf((to, base) => {
      const open = (left: number): void =>
        element(to, base, 'E', () => (left > 0 ? open(left - 1) : textToken(to, 'deep')));
      open(depth);
    });
  expect(readLog(nested(600)).problems).toMatchObject([
    { code: 'evtx-record', details: { reason: 'too many open elements' } },
  ]);
  expect(readLog(nested(500), (record) => JSON.parse(record.toJson()!)).numbers).toEqual([1]);
});

test('a record that would be written many times its size is refused by JSON alone', () => {
  const log = logOf((to, base) => {
    const uses = (count: number) => () =>
      element(
        to,
        base,
        'Event',
        () => {
          for (let i = 0; i < count; i++) to.raw(Uint8Array.from([0x0e, 0, 0, 0x21]));
        },
        { dependency: true },
      );
    const offset = templated(to, base, uses(200));
    for (let left = 6; left > 0; left--) {
      to.u32(1);
      to.u16(22 * (left - 1) + 18);
      to.u16(0x21);
      templated(to, base, offset);
    }
    to.u32(0);
  });
  let json: string | null = '';
  expect(
    readLog(log, (record) => {
      json = record.toJson();
      expect(record.texts().length).toBeLessThan(1_000);
    }).numbers,
  ).toEqual([1]);
  expect(json).toBeNull();
});

test('a name outside the chunk is a problem', () => {
  const log = logOf((to) => {
    to.u8(0x01);
    to.u32(0);
    to.u32(0xffff);
  });
  expect(readLog(log).codes).toEqual(['evtx-record']);
  expect(fieldsOf(log, 'X')).toEqual(['no record']);
});
