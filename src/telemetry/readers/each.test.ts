import { expect, test } from 'vitest';
import { inputOf } from '../../../test/fixtures/logs/see.ts';
import { FieldTable, type Value } from '../../base/fields.ts';
import { writeEvtx } from '../../evtx/index.ts';
import { readLog } from './index.ts';

const LOGS: Readonly<Record<string, string | Buffer>> = {
  'EVTX.evtx': writeEvtx([
    {
      provider: 'P',
      eventId: 4688,
      channel: 'Security',
      computer: 'H',
      time: 1.7e12,
      eventData: [
        ['NewProcessName', 'C:\\a.exe'],
        ['Nothing', null],
        ['Twice', '1'],
        ['Twice', '2'],
        ['', { type: 'string', values: ['x', 'y'] }],
      ],
    },
    { provider: 'P', eventId: 2, channel: 'C', computer: 'H', time: 1.7e12, userData: { name: 'U', children: ['z'] } },
  ]),
  'winlogbeat.json': lines(
    { '@timestamp': '2024-01-01T00:00:00Z', winlog: { channel: 'Security', event_id: 1, event_data: { Image: 'a' } } },
    {
      '@timestamp': '2024-01-01T00:00:00Z',
      winlog: { channel: 'Security', event_id: 1, event_data: { Other: ['b'] } },
    },
  ),
  'nxlog.json': lines({ EventTime: 1, Channel: 'Security', EventID: 1, ProcessID: 4, ProcessId: '0x7', Big: 2 ** 60 }),
  'cloud.json': lines({
    eventSource: 's3.amazonaws.com',
    eventVersion: '1',
    eventName: 'Get',
    userIdentity: { arn: 'x', list: [{ a: 1 }, { a: 2 }] },
    requestParameters: { deep: { deeper: null } },
  }),
  'zeek.log':
    '#separator \\x09\n#path\tdns\n#fields\tts\tid.orig_h\tquery\n#types\ttime\taddr\tstring\n1.5\t192.0.2.1\ta.example\n',
  'table.csv': 'time,host,CommandLine\n2024-01-01T00:00:00Z,h,"a, b"\n',
};

test.each(Object.keys(LOGS))(
  'each field of %s comes under every name that finds it, with the value it has',
  async (name) => {
    const listed: Map<string, Value>[] = [];
    await read(name, new FieldTable(), (event) => {
      const found = new Map<string, Value>();
      event.each!((field, value) => found.set(field, value));
      listed.push(found);
    });
    expect(listed.length).toBeGreaterThan(0);
    for (const [n, found] of listed.entries()) {
      expect(found.size).toBeGreaterThan(2);
      for (const [field, value] of found) {
        // A table of its own for each, as names that differ by case alone are one to a table.
        const fields = new FieldTable();
        const id = fields.id(field);
        let at = 0;
        await read(name, fields, (event) => {
          if (at++ === n) expect([field, event.value(id)]).toEqual([field, value]);
        });
      }
    }
  },
);

test('the names are those that rules use', async () => {
  const names: Record<string, string[]> = {};
  for (const log of Object.keys(LOGS))
    await read(log, new FieldTable(), (event) => {
      event.each!((field) => {
        names[log] ??= [];
        names[log].push(field);
      });
    });
  expect(names['EVTX.evtx']).toEqual(expect.arrayContaining(['NewProcessName', 'Nothing', 'Twice', 'Data', 'EventID']));
  expect(names['winlogbeat.json']).toEqual(expect.arrayContaining(['Image', 'Other']));
  expect(names['nxlog.json']).toEqual(expect.arrayContaining(['ProcessID', 'ProcessId', 'Big']));
  expect(names['cloud.json']).toEqual(expect.arrayContaining(['userIdentity.arn', 'userIdentity.list.a', 'eventName']));
  expect(names['zeek.log']).toEqual(expect.arrayContaining(['id.orig_h', 'query']));
  expect(names['table.csv']).toEqual(expect.arrayContaining(['CommandLine', 'host']));
});

type Use = Parameters<typeof readLog>[2]['event'];

async function read(name: string, fields: FieldTable, event: Use): Promise<void> {
  const content = LOGS[name]!;
  const input = inputOf(typeof content === 'string' ? Buffer.from(content) : content, { name });
  await readLog(input, fields, { event, problem() {}, done: () => false });
}

function lines(...records: readonly object[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}
