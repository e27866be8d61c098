import { expect, test } from 'vitest';
import { BASE, element, fieldsOf, logOf, readLog, templated, textToken } from '../../test/evtx-bytes.ts';
import { FieldTable } from '../base/fields.ts';
import { EvtxDecoder } from './decoder.ts';
import { FILE_HEADER_SIZE } from './limits.ts';
import type { ByteWriter } from './write/bytes.ts';
import { type NewRecord, writeEvtx } from './write/index.ts';

const written = (more: Partial<NewRecord>) => writeEvtx([{ ...BASE, ...more }]);
const json = (log: Buffer): unknown[] => {
  const found: unknown[] = [];
  readLog(log, (record) => found.push(JSON.parse(record.toJson()!)));
  return found;
};

test('System fields carry the names that rules use', () => {
  const log = written({
    providerGuid: '5770385F-C22A-43E0-BF4C-06F5698FFBD9',
    qualifiers: 9,
    activityId: '00000000-0000-0000-0000-000000000001',
    processId: 4,
    threadId: 8,
    userId: 'S-1-5-18',
  });
  const wanted = {
    Provider_Name: 'Some-Provider',
    Provider_Guid: '5770385F-C22A-43E0-BF4C-06F5698FFBD9',
    EventID: '7',
    EventID_Qualifiers: '9',
    Level: '4',
    Keywords: '0x8000000000000000',
    TimeCreated_SystemTime: '2024-01-02T03:04:05.678000Z',
    EventRecordID: '1',
    Correlation_ActivityID: '00000000-0000-0000-0000-000000000001',
    Execution_ProcessID: '4',
    Execution_ThreadID: '8',
    Channel: 'Some/Operational',
    Computer: 'host-1',
    Security_UserID: 'S-1-5-18',
    NotThere: undefined,
  };
  expect(fieldsOf(log, ...Object.keys(wanted))).toEqual(Object.values(wanted));
});

test('the record tells what every reader asks without names', () => {
  let seen: unknown;
  readLog(
    written({ level: 2, recordId: 77 }),
    ({ offset, record, time, channel, provider, computer, eventId, level }) => {
      seen = { offset, record, time, channel, provider, computer, eventId, level };
    },
  );
  expect(seen).toEqual({
    offset: 4_608,
    record: 77,
    time: Date.UTC(2024, 0, 2, 3, 4, 5, 678),
    channel: 'Some/Operational',
    provider: 'Some-Provider',
    computer: 'host-1',
    eventId: 7,
    level: 2,
  });
});

test('names match without regard to case and spaces', () => {
  expect(fieldsOf(written({ eventData: { 'Threat Name': 'x' } }), 'threatname', 'THREAT NAME')).toEqual(['x', 'x']);
});

test('trailing spaces are kept, null and empty told apart', () => {
  const log = written({ eventData: { Process: 'Advapi  ', Empty: '', Null: null } });
  expect(fieldsOf(log, 'Process', 'Empty', 'Null', 'Missing')).toEqual(['Advapi  ', '', null, undefined]);
});

test('Data without a name is the field Data, with all values', () => {
  const one = written({ eventData: [['', 'only']] });
  const two = written({
    eventData: [
      ['', 'a'],
      ['', ''],
      ['', 'c'],
    ],
  });
  expect([fieldsOf(one, 'Data'), fieldsOf(two, 'Data')]).toEqual([['only'], [['a', '', 'c']]]);
  expect(json(one)).toMatchObject([{ Event: { EventData: { Data: { '#text': 'only' } } } }]);
  expect(json(two)).toMatchObject([{ Event: { EventData: { Data: { '#text': ['a', '', 'c'] } } } }]);
});

test('one array that carries all Data, as event collectors write it, is spread', () => {
  const log = written({ eventData: [['', { type: 'string', values: ['Set-Mailbox', '', 'fr-FR'] }]] });
  expect(fieldsOf(log, 'Data')).toEqual([['Set-Mailbox', '', 'fr-FR']]);
  expect(json(log)).toMatchObject([{ Event: { EventData: { Data: { '#text': ['Set-Mailbox', '', 'fr-FR'] } } } }]);
});

test('a name that comes twice keeps both values', () => {
  const log = written({
    eventData: [
      ['LogonGuid', 'first'],
      ['Between', 'x'],
      ['LogonGuid', 'second'],
    ],
  });
  expect(fieldsOf(log, 'LogonGuid', 'Between')).toEqual([['first', 'second'], 'x']);
  expect(json(log)).toMatchObject([
    { Event: { EventData: { LogonGuid: 'first', Between: 'x', LogonGuid_1: 'second' } } },
  ]);
});

test('what the event says wins over System of the same name, but not for the record itself', () => {
  const log = written({
    userData: { name: 'LogFileCleared', children: [{ name: 'Channel', children: [{ value: 'Security' }] }] },
  });
  expect(fieldsOf(log, 'Channel')).toEqual(['Security']);
  readLog(log, (record) => expect(record.channel).toBe('Some/Operational'));
});

test('UserData gives its leaves by element name, and attributes behind it', () => {
  const log = written({
    userData: {
      name: 'EventXML',
      attributes: { xmlns: 'Event_NS', Kind: { value: 'k' } },
      children: [
        { name: 'User', attributes: { Domain: 'D' }, children: [{ value: 'bob' }] },
        {
          name: 'List',
          children: [
            { name: 'Item', children: [{ value: 'a' }] },
            { name: 'Item', children: [{ value: 'b' }] },
          ],
        },
        { name: 'Empty' },
      ],
    },
  });
  expect(fieldsOf(log, 'User', 'User_Domain', 'EventXML_Kind', 'Item', 'Empty', 'EventXML_xmlns')).toEqual([
    'bob',
    'D',
    'k',
    ['a', 'b'],
    null,
    undefined,
  ]);
  expect(json(log)).toMatchObject([
    {
      Event: {
        UserData: {
          EventXML: {
            '#attributes': { xmlns: 'Event_NS', Kind: 'k' },
            User: { '#attributes': { Domain: 'D' }, '#text': 'bob' },
            List: { Item: 'a', Item_1: 'b' },
            Empty: null,
          },
        },
      },
    },
  ]);
});

test('ComplexData is keyed like Data, and its parts are fields too', () => {
  const log = written({
    payload: {
      name: 'EventData',
      children: [
        { name: 'ComplexData', attributes: { Name: 'Rules' }, children: [{ value: 'plain' }] },
        {
          name: 'ComplexData',
          attributes: { Name: 'Tree' },
          children: [
            { name: 'Leaf', children: [{ value: 'x' }] },
            { name: 'Leaf', children: [{ value: 'y' }] },
          ],
        },
      ],
    },
  });
  expect(fieldsOf(log, 'Rules', 'Leaf', 'Tree')).toEqual(['plain', ['x', 'y'], 'xy']);
  expect(json(log)).toMatchObject([{ Event: { EventData: { Rules: 'plain', Tree: { Leaf: 'x', Leaf_1: 'y' } } } }]);
});

test('a name that is itself a value of the record is found', () => {
  const log = written({
    payload: {
      name: 'EventData',
      children: [{ name: 'Data', attributes: { Name: { value: 'Dynamic' } }, children: [{ value: 'x' }] }],
    },
  });
  expect(fieldsOf(log, 'Dynamic', 'Other')).toEqual(['x', undefined]);
});

test('what was rendered by a collector gives way to System', () => {
  const rendered = (name: string, value: string) => ({ name, children: [{ value }] });
  const log = written({
    payload: {
      name: 'RenderingInfo',
      attributes: { Culture: 'en-US' },
      children: [rendered('Level', 'Information'), rendered('Message', 'It ran.')],
    },
  });
  expect(fieldsOf(log, 'Level', 'Message', 'RenderingInfo_Culture')).toEqual(['4', 'It ran.', 'en-US']);
});

test('text and values that stand together are one value', () => {
  const log = written({
    userData: { name: 'X', children: [{ name: 'Line', children: [{ value: 5 }, ' of ', { value: 'many' }] }] },
  });
  expect(fieldsOf(log, 'Line')).toEqual(['5 of many']);
  expect(json(log)).toMatchObject([{ Event: { UserData: { X: { Line: '5 of many' } } } }]);
});

test('elements without a template and without dependency numbers, character and entity references, CDATA', () => {
  const log = logOf((to, base) => {
    to.raw(Uint8Array.from([0x0f, 1, 1, 0]));
    element(to, base, 'Event', () =>
      element(to, base, 'EventData', () => {
        element(to, base, 'Data', () => textToken(to, 'plain'), { attributes: { Name: () => textToken(to, 'A') } });
        element(
          to,
          base,
          'Data',
          () => {
            textToken(to, 'x');
            to.u8(0x08);
            to.u16(0x41);
            to.u8(0x07);
            to.u16(3);
            to.text('<&>');
          },
          { attributes: { Name: () => textToken(to, 'B') } },
        );
      }),
    );
    to.u8(0);
  });
  expect(fieldsOf(log, 'A', 'B')).toEqual(['plain', 'xA<&>']);
  expect(json(log)).toEqual([{ Event: { EventData: { A: 'plain', B: 'xA<&>' } } }]);
});

test('nested BinXML without a template', () => {
  const log = logOf((to, base) => {
    templated(to, base, () =>
      element(to, base, 'Event', () => to.raw(Uint8Array.from([0x0e, 0, 0, 0x21])), { dependency: true }),
    );
    to.u32(1);
    const size = to.length;
    to.u32(0);
    const start = to.length;
    to.raw(Uint8Array.from([0x0f, 1, 1, 0]));
    element(to, base, 'UserData', () => element(to, base, 'Leaf', () => textToken(to, 'inside')));
    to.u8(0);
    to.patch(size, (to.length - start) | 0x21_0000);
  });
  expect(fieldsOf(log, 'Leaf')).toEqual(['inside']);
  expect(json(log)).toEqual([{ Event: { UserData: { Leaf: 'inside' } } }]);
});

test('two fragments in one value, as collectors add what they rendered', () => {
  const part = (root: string, leaf: string) => (to: ByteWriter, base: number, guid: number) => {
    templated(
      to,
      base,
      () =>
        element(to, base, root, () => element(to, base, leaf, () => textToken(to, leaf), { dependency: true }), {
          dependency: true,
        }),
      guid,
    );
    to.u32(0);
    to.u8(0);
  };
  const log = logOf((to, base) => {
    templated(to, base, () =>
      element(to, base, 'Event', () => to.raw(Uint8Array.from([0x0e, 0, 0, 0x21])), { dependency: true }),
    );
    to.u32(1);
    const size = to.length;
    to.u32(0);
    const start = to.length;
    part('EventData', 'Inside')(to, base, 2);
    to.length--;
    part('RenderingInfo', 'Message')(to, base, 3);
    to.patch(size, (to.length - start) | 0x21_0000);
  });
  expect(fieldsOf(log, 'Inside', 'Message')).toEqual(['Inside', 'Message']);
  expect(json(log)).toEqual([{ Event: { EventData: { Inside: 'Inside' }, RenderingInfo: { Message: 'Message' } } }]);
});

test('fields that are asked for only after templates were compiled are found', () => {
  const fields = new FieldTable();
  const decoder = new EvtxDecoder(fields);
  const log = written({ eventData: { Early: 'a', Late: 'b' } });
  const seen: unknown[] = [];
  const pass = () => {
    decoder.begin(log.subarray(0, FILE_HEADER_SIZE));
    decoder.chunk(
      log.subarray(FILE_HEADER_SIZE),
      FILE_HEADER_SIZE,
      (record) => seen.push(Array.from({ length: fields.size + 1 }, (_, id) => record.value(id))),
      () => undefined,
    );
  };
  fields.id('Early');
  pass();
  for (let i = 0; i < 200; i++) fields.id(`Other${i}`);
  const late = fields.id('Late');
  pass();
  expect(seen[0]).toEqual(['a', undefined]);
  expect((seen[1] as unknown[])[late]).toBe('b');
});

test('asking twice gives the same value, and the next record its own', () => {
  const fields = new FieldTable();
  const id = fields.id('N');
  const seen: unknown[] = [];
  const log = writeEvtx([1, 2].map((n) => ({ ...BASE, eventData: { N: `number ${n}` } })));
  readLog(log, (record) => seen.push(record.value(id), record.value(id)), fields);
  expect(seen).toEqual(['number 1', 'number 1', 'number 2', 'number 2']);
});

test('all texts of a record are those of System and of its own', () => {
  readLog(written({ eventData: { A: 'x', B: ['', 'y'][1]!, C: 5, D: null } }), (record) => {
    expect(record.texts()).toEqual(expect.arrayContaining(['Some-Provider', '7', 'host-1', 'x', 'y', '5']));
    const { bytes, start, end } = record.rawBytes();
    expect(bytes.subarray(start, end).includes(Buffer.from('Some-Provider', 'utf16le'))).toBe(true);
  });
});
