import fc from 'fast-check';
import { expect, test } from 'vitest';
import { event, type MadeEvent } from '../../../test/fixtures/hunt/events.ts';
import { FieldTable } from '../../base/fields.ts';
import { Logons } from './logons.ts';

const SESSIONS = 'Microsoft-Windows-TerminalServices-LocalSessionManager/Operational';
const CONNECTIONS = 'Microsoft-Windows-TerminalServices-RemoteConnectionManager/Operational';

const target = (name: string, more: Readonly<Record<string, string>> = {}) => ({
  TargetUserName: name,
  TargetDomainName: 'LAB',
  ...more,
});

function summed(events: readonly MadeEvent[], table = new FieldTable()): Logons {
  const logons = new Logons(table);
  for (const one of events) logons.event(event(table, one));
  return logons;
}

function rows(...events: MadeEvent[]) {
  return summed(events)
    .result()
    .rows.map(({ kind, account, how, from, successes, failures, reasons }) => [
      ...[kind, account, how, from, successes, failures],
      ...reasons.flat(),
    ]);
}

test('logons and refusals of one account from one address are one row, with the reasons', () => {
  const more = { LogonType: '3', IpAddress: '::ffff:192.0.2.44', WorkstationName: 'KALI' };
  const refused = (SubStatus: string) => ({
    id: 4625,
    fields: target('admin', { ...more, Status: '0xC000006D', SubStatus }),
  });
  expect(
    rows(refused('0xC000006A'), refused('0xC000006A'), refused('0xc0000234'), refused('0x0'), {
      id: 4624,
      fields: target('admin', more),
    }),
  ).toEqual([
    [
      ...['logon', 'LAB\\admin', 'network (3)', '192.0.2.44', 1, 4],
      ...['wrong password', 2, 'account locked', 1, 'wrong name or password', 1],
    ],
  ]);
});

test('first and last tell when, whatever the order of the records', () => {
  const at = (time: string) => ({ id: 4624, time, fields: target('op1', { LogonType: '10' }) });
  const { rows } = summed([at('2024-05-02T00:00:00Z'), at(''), at('2024-05-01T00:00:00Z')]).result();
  expect(rows).toMatchObject([
    { successes: 3, first: '2024-05-01T00:00:00.000Z', last: '2024-05-02T00:00:00.000Z', how: 'remote desktop (10)' },
  ]);
});

test('the first record of a row is named, whichever part of the logs was merged first', () => {
  const table = new FieldTable();
  const part = (file: string, ...times: string[]) => {
    const logons = new Logons(table);
    for (const time of times)
      logons.event(event(table, { id: 4624, time, fields: target('op1', { LogonType: '3' }) }), file);
    return logons;
  };
  const parts = () => [
    part('b.evtx', '2024-05-02T00:00:00Z', '2024-05-01T00:00:00Z'),
    part('a.evtx', '2024-05-01T00:00:00Z'),
  ];
  for (const order of [parts(), parts().reverse()]) {
    const [first, second] = order;
    first!.merge(second!);
    expect(first!.result().rows[0]!.record).toMatch(/^a\.evtx#/);
  }
});

test('other credentials, privileges, NTLM checks, sessions and RDP say what they can', () => {
  const by = { SubjectUserName: 'op1', SubjectDomainName: 'LAB' };
  expect(
    rows(
      { id: 4648, fields: target('admin', { ...by, TargetServerName: 'SRV-02', IpAddress: '-' }) },
      { id: 4672, fields: by },
      { id: 4776, fields: { TargetUserName: 'op2', Workstation: '\\\\WKS-07', Status: '0xC0000064' } },
      { id: 4776, fields: { TargetUserName: 'op2', Workstation: 'WKS-07', Status: '0x0' } },
      {
        id: 4779,
        fields: { AccountName: 'op1', AccountDomain: 'LAB', ClientName: 'WKS-01', ClientAddress: '198.51.100.7' },
      },
      { id: 21, channel: SESSIONS, fields: { User: 'LAB\\op1', Address: 'LOCAL', SessionID: '1' } },
      { id: 25, channel: SESSIONS, fields: { User: 'LAB\\op1', Address: '198.51.100.7' } },
      { id: 1149, channel: CONNECTIONS, fields: { Param1: 'op1', Param2: 'LAB', Param3: '198.51.100.7' } },
      { id: 4647, fields: target('op1') },
    ),
  ).toEqual([
    ['ntlm', 'op2', '', 'WKS-07', 1, 1, 'unknown account', 1],
    ['explicit', 'LAB\\admin', 'by LAB\\op1 at SRV-02', '', 1, 0],
    ['logoff', 'LAB\\op1', 'by the user', '', 1, 0],
    ['privileged', 'LAB\\op1', '', '', 1, 0],
    ['rdp', 'LAB\\op1', '', '198.51.100.7', 1, 0],
    ['session', 'LAB\\op1', 'disconnected', '198.51.100.7', 1, 0],
    ['session', 'LAB\\op1', 'logged on', '', 1, 0],
    ['session', 'LAB\\op1', 'reconnected', '198.51.100.7', 1, 0],
  ]);
});

test('the same numbers mean other things in other channels', () => {
  const { rows, events } = summed([
    { id: 21, channel: 'Microsoft-Windows-Sysmon/Operational', fields: { User: 'LAB\\op1' } },
    { id: 4624, channel: 'Application' },
    { id: 1, channel: 'Security' },
  ]).result();
  expect([rows, events]).toEqual([[], 0]);
});

test.each([
  ['SRV-01$', 'LAB', '3', true],
  ['SYSTEM', 'NT AUTHORITY', '5', true],
  ['DWM-2', 'Window Manager', '2', true],
  ['ANONYMOUS LOGON', 'NT AUTHORITY', '3', false],
  ['op1', 'LAB', '2', false],
])('%s of %s by type %s is ordinary: %s', (TargetUserName, TargetDomainName, LogonType, ordinary) => {
  const logon = (id: number) =>
    summed([{ id, fields: { TargetUserName, TargetDomainName, LogonType } }]).result().rows[0];
  expect(logon(4624)?.ordinary).toBe(ordinary);
  expect(logon(4625)?.ordinary).toBe(false);
});

test('fields that are missing, empty or lists stop nothing', () => {
  const odd = [{}, { TargetUserName: null }, { TargetUserName: [], LogonType: ['3', '4'] }, { TargetUserName: '-' }];
  expect(rows(...odd.map((fields) => ({ id: 4625, fields })))).toEqual([
    ['logon', '(none)', '', '', 0, 3, 'no reason given', 3],
    ['logon', '(none)', 'network (3)', '', 0, 1, 'no reason given', 1],
  ]);
});

test('parted among threads and merged in any order, the rows are the same', () => {
  const made = fc.record({
    id: fc.constantFrom(4624, 4625, 4634, 1),
    time: fc.constantFrom('', '2024-05-01T00:00:00Z', '2024-05-02T00:00:00Z'),
    fields: fc.record({
      TargetUserName: fc.constantFrom('op1', 'op2'),
      SubStatus: fc.constantFrom('0xc000006a', '0xc0000064'),
    }),
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(made, fc.nat(2)), { maxLength: 40 }), (events) => {
      const table = new FieldTable();
      const whole = summed(
        events.map(([one]) => one),
        table,
      );
      const merged = new Logons(table);
      for (const thread of [2, 0, 1]) {
        const part = summed(
          events.filter(([, n]) => n === thread).map(([one]) => one),
          table,
        );
        merged.merge(Logons.from(table, JSON.parse(JSON.stringify(part))));
      }
      expect(merged.result()).toEqual(whole.result());
    }),
  );
});

test('more rows than there is room for are counted', () => {
  const table = new FieldTable();
  const logons = new Logons(table);
  for (let i = 0; i < 20_005; i++) logons.event(event(table, { id: 4625, fields: target(`u${i}`) }));
  const { rows, leftOut, events } = logons.result();
  expect([rows.length, leftOut, events]).toEqual([20_000, 5, 20_005]);
});
