import { describe, expect, test } from 'vitest';
import { inputOf, see } from '../../../../test/fixtures/logs/see.ts';

const SYSTEM = {
  Provider: { '#attributes': { Name: 'Microsoft-Windows-Sysmon' } },
  EventID: 1,
  TimeCreated: { '#attributes': { SystemTime: '2025-11-27T07:40:10.165324Z' } },
  EventRecordID: 571146,
  Execution: { '#attributes': { ProcessID: 3544 } },
  Channel: 'Microsoft-Windows-Sysmon/Operational',
  Computer: 'pc-1',
};
const DATA = { Image: 'C:\\Windows\\cmd.exe', ProcessId: 4460, 'Threat Name': 'x', Empty: '', None: null };
const NAMES = ['Image', 'ProcessId', 'ThreatName', 'Empty', 'None', 'Provider_Name', 'EventID', 'Execution_ProcessID'];
const EXPECTED = {
  channel: 'Microsoft-Windows-Sysmon/Operational',
  eventId: 1,
  provider: 'Microsoft-Windows-Sysmon',
  computer: 'pc-1',
  source: 'windows//',
  record: 571146,
  time: '2025-11-27T07:40:10.165Z',
};
const FIELDS = { Image: 'C:\\Windows\\cmd.exe', ProcessId: '4460', ThreatName: 'x', Empty: '', None: null };

describe('event records of Windows', () => {
  const shapes: readonly (readonly [string, object])[] = [
    ['evtx_dump', { Event: { System: SYSTEM, EventData: DATA } }],
    [
      'evtx_dump with separate attributes',
      {
        Event_attributes: { xmlns: 'x' },
        Event: {
          System: {
            ...SYSTEM,
            Provider: null,
            Provider_attributes: { Name: 'Microsoft-Windows-Sysmon' },
            EventID_attributes: { Qualifiers: 0 },
            TimeCreated: null,
            TimeCreated_attributes: { SystemTime: '2025-11-27T07:40:10.165324Z' },
          },
          EventData: DATA,
        },
      },
    ],
    [
      'evtx_dump with an attribute on EventID',
      {
        Event: {
          System: { ...SYSTEM, EventID: { '#attributes': { Qualifiers: 16384 }, '#text': 1 } },
          EventData: DATA,
        },
      },
    ],
    ['user data', { Event: { System: SYSTEM, UserData: { RuleAndFileData: DATA } } }],
    [
      'Velociraptor',
      {
        System: {
          ...SYSTEM,
          Provider: { Name: 'Microsoft-Windows-Sysmon' },
          EventID: { Value: 1 },
          TimeCreated: { SystemTime: 1764229210.165324 },
        },
        EventData: DATA,
      },
    ],
    [
      'winlogbeat',
      {
        '@timestamp': '2025-11-27T07:40:10.165Z',
        event: { code: '1', provider: 'Microsoft-Windows-Sysmon' },
        winlog: {
          channel: 'Microsoft-Windows-Sysmon/Operational',
          event_id: '1',
          provider_name: 'Microsoft-Windows-Sysmon',
          computer_name: 'pc-1',
          record_id: '571146',
          event_data: DATA,
        },
      },
    ],
    [
      'NXLog',
      {
        EventTime: '2025-11-27 07:40:10.165',
        Hostname: 'pc-1',
        EventID: 1,
        SourceName: 'Microsoft-Windows-Sysmon',
        RecordNumber: 571146,
        ProcessID: 3544,
        Channel: 'Microsoft-Windows-Sysmon/Operational',
        ...DATA,
      },
    ],
    ['Splunk', { preview: false, result: { Event: { System: SYSTEM, EventData: DATA } } }],
    ['Elasticsearch', { _index: 'x', _source: { Event: { System: SYSTEM, EventData: DATA } } }],
  ];

  test.each(shapes)('%s', async (_, record) => {
    const { events, problems } = await see(inputOf(`${JSON.stringify(record)}\n`), NAMES);
    expect(problems).toEqual([]);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject(EXPECTED);
    expect(events[0]!.fields).toMatchObject({ ...FIELDS, EventID: '1', Provider_Name: 'Microsoft-Windows-Sysmon' });
  });

  test('unnamed data are one field with several values', async () => {
    const record = { Event: { System: SYSTEM, EventData: { Data: { '#text': ['a', 'b'] } } } };
    const { events } = await see(inputOf(JSON.stringify(record)), ['Data']);
    expect(events[0]!.fields).toEqual({ Data: ['a', 'b'] });
  });
});

describe('sequences of records', () => {
  const one = JSON.stringify({ a: { b: 1 } });
  const pretty = JSON.stringify({ a: { b: 1 }, c: ['{', '"'] }, null, 2);
  const paths: readonly (readonly [string, string, number])[] = [
    ['lines', `${one}\n${one}\n`, 2],
    ['lines with blank ones, carriage returns, no end', `${one}\r\n\r\n${one}`, 2],
    ['a byte order mark', `\ufeff${one}\n${one}`, 2],
    ['two records on a line', `${one}\n${one}${one}\n`, 3],
    ['an array', `[${one},${one}]`, 2],
    ['an array, one record a line', `[\n${one},\n${one}\n]\n`, 2],
    ['pretty-printed', pretty, 1],
    ['pretty-printed, one after the other', `${pretty}\n${pretty}\n`, 2],
    ['as evtx_dump prints', `Record 1\n${pretty}\nRecord 2\n${pretty}\n`, 2],
    ['a pretty-printed array', JSON.stringify([{ a: { b: 1 } }, { a: { b: 1 } }], null, 4), 2],
    ['a wrapper', `{"Records":[${one},${one}]}`, 2],
    [
      'a pretty-printed wrapper',
      JSON.stringify({ next: 'x"[', value: [{ a: { b: 1 } }, { a: { b: 1 } }], end: {} }, null, 2),
      2,
    ],
    ['wrappers, one a line', `{"Records":[${one}]}\n{"Records":[${one},${one}]}\n`, 3],
  ];

  test.each(paths)('%s', async (_, text, count) => {
    for (const step of [0, 1, 7]) {
      const { events, problems } = await see(inputOf(text, { step }), ['a.b']);
      expect(problems).toEqual([]);
      expect(events.map((event) => event.fields)).toEqual(Array(count).fill({ 'a.b': '1' }));
    }
  });

  test.each(['utf-16le', 'utf-16be'] as const)('%s', async (encoding) => {
    const bytes = Buffer.from(`\ufeff${one}\n${one}\n`, 'utf16le');
    if (encoding === 'utf-16be') bytes.swap16();
    expect((await see(inputOf(bytes), ['a.b'])).events).toHaveLength(2);
    expect((await see(inputOf(bytes.subarray(2), { step: 5 }), ['a.b'])).events).toHaveLength(2);
  });
});

describe('damage', () => {
  test('a broken line is a problem with its number, the others are read', async () => {
    const { events, problems } = await see(inputOf('{"a":1}\n{"a":\n{"a":3}\nnonsense\n[1]\n{"a":6}\n'), ['a']);
    expect(events.map(({ record, fields }) => [record, fields.a])).toEqual([
      [1, '1'],
      [3, '3'],
      [6, '6'],
    ]);
    expect(problems.map(({ code, place }) => [code, place.line])).toEqual([
      ['record-broken', 2],
      ['record-broken', 4],
      ['record-broken', 5],
    ]);
  });

  test.each([
    ['inside a name', 12, 3],
    ['before a colon', 16, 3],
    ['after a bracket', 10, 3],
    ['after a colon, where another record could be its value', 20, 2],
  ])('a pretty-printed record that breaks off %s', async (_, cut, count) => {
    const whole = JSON.stringify({ a: { b: 1 } }, null, 2);
    const { events, problems } = await see(inputOf(`${whole}\n${whole.slice(0, cut)}\n${whole}\n${whole}\n`), ['a.b']);
    expect(problems.map(({ code, place }) => [code, place.line])).toEqual([['record-broken', 6]]);
    expect(events).toHaveLength(count);
  });
});

test('of many problems the first are told, of the others the number', async () => {
  const { events, problems } = await see(inputOf('{"a":1}\n'.concat('{"a":\n'.repeat(1500), '{"a":2}\n')), ['a']);
  expect(events).toHaveLength(2);
  expect(problems).toHaveLength(1001);
  expect(problems.at(-1)).toMatchObject({ code: 'problems-left-out', details: { count: 500, shown: 1000 } });
});

test('long numbers keep their digits, in fields and in texts', async () => {
  const text = '{"Event":{"x":12345678901234567890,"y":"z 12345678901234567890","n":9007199254740993}}';
  const { events } = await see(inputOf(text), ['Event.x', 'Event.n']);
  expect(events[0]!.fields).toEqual({ 'Event.x': '12345678901234567890', 'Event.n': '9007199254740993' });
  expect(events[0]!.texts).toEqual(['12345678901234567890', 'z 12345678901234567890', '9007199254740993']);
});

test('lists of objects give one field with several values; objects are JSON text', async () => {
  const record = { target: [{ name: 'a' }, { name: 'b' }, { id: 1 }], request: { x: [1, true] }, none: [] };
  const { events } = await see(inputOf(JSON.stringify(record)), [
    'target.name',
    'request',
    'request.x',
    'none',
    'absent',
  ]);
  expect(events[0]!.fields).toEqual({
    'target.name': ['a', 'b'],
    request: '{"x":[1,true]}',
    'request.x': ['1', 'true'],
    none: null,
  });
});

test('every line belongs to exactly one part', async () => {
  const lines = Array.from({ length: 40 }, (_, i) => JSON.stringify({ i, pad: 'x'.repeat(i % 7) }));
  const text = `${lines.join('\n')}\n`;
  for (let cut = 0; cut <= text.length; cut++) {
    const parts = [
      { start: 0, end: cut },
      { start: cut, end: text.length },
    ];
    const { events } = await see(inputOf(text), ['i'], { parts });
    expect(events.map((event) => event.record)).toEqual(lines.map((_, i) => i + 1));
    expect(events.map((event) => event.fields.i)).toEqual(lines.map((_, i) => String(i)));
  }
});
