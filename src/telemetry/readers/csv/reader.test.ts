import { describe, expect, test } from 'vitest';
import { inputOf, see } from '../../../../test/fixtures/logs/see.ts';

const ROWS = 'EventID,Channel,Computer,TimeCreated,Image,Empty\n1,Sec,pc,2020-09-20 10:11:12,"C:\\a ""b"",\nc",\n';

describe('tables', () => {
  test('a table of event records; quoted values, empty values', async () => {
    const { reader, events, problems } = await see(inputOf(ROWS, { name: 'x.csv' }), ['Image', 'Empty', 'EventID']);
    expect({ reader, problems }).toEqual({ reader: 'csv', problems: [] });
    expect(events).toMatchObject([
      {
        record: 2,
        channel: 'Sec',
        eventId: 1,
        computer: 'pc',
        source: 'windows//',
        time: '2020-09-20T10:11:12.000Z',
        fields: { Image: 'C:\\a "b",\nc', Empty: null, EventID: '1' },
      },
    ]);
  });

  test.each([[';'], ['\t'], ['|']])('delimited by %j', async (mark) => {
    const { events } = await see(inputOf('abcd\n1234\n'.split(/(?<=\w)(?=\w)/).join(mark)), ['c']);
    expect(events.map((event) => event.fields)).toEqual([{ c: '3' }]);
  });

  test('EvtxECmd: the payload is taken apart', async () => {
    const payload = '{""EventData"":{""Data"":[{""@Name"":""Image"",""#text"":""C:\\\\x.exe""}]}}';
    const text = `RecordNumber,EventRecordId,TimeCreated,EventId,Provider,Channel,Computer,Payload\r\n1,42,2020-09-20 10:11:12.1234567,1,P,Sysmon,pc,"${payload}"\r\n`;
    const { events } = await see(inputOf(text), ['Image', 'Provider_Name']);
    expect(events).toMatchObject([
      { eventId: 1, channel: 'Sysmon', provider: 'P', fields: { Image: 'C:\\x.exe', Provider_Name: 'P' } },
    ]);
  });

  test('what the table cannot tell, the hint does', async () => {
    const hint = { product: '', category: 'dns', service: '' };
    const text = 'time,query,x,y\n1600596672,a.example,,\n';
    expect((await see(inputOf(text))).unknown).toBe(1);
    const { events, unknown } = await see(inputOf(text, { hint }), ['query']);
    expect(unknown).toBe(0);
    expect(events).toMatchObject([{ source: '/dns/', fields: { query: 'a.example' } }]);
  });

  test('a missing quotation mark costs its line only, other rows are read', async () => {
    const good = Array.from({ length: 1200 }, (_, i) => `${i},b,c,d`);
    const text = ['n,x,y,z', ...good.slice(0, 5), '6,"b,c,d', ...good.slice(5), '1,2'].join('\n');
    const { events, problems } = await see(inputOf(text), ['n']);
    expect(events.map((event) => event.fields.n)).toEqual(good.map((_, i) => String(i)));
    expect(problems.map(({ code, place }) => [code, place.line])).toEqual([
      ['record-broken', 7],
      ['record-broken', 1203],
    ]);
  });

  test('prose is no table', async () => {
    const { reader, problems } = await see(inputOf('Dear all, this is a letter, and no table.\nYours, me\n'));
    expect(reader).toBe('');
    expect(problems.map((p) => p.code)).toEqual(['not-a-log']);
  });
});
