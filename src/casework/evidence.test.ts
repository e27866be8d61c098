import { expect, test } from 'vitest';
import type { Intrusion } from '../model/case.ts';
import type { CaseSubject } from '../model/case-evidence.ts';
import type { Sighting } from '../model/sighting.ts';
import { carrying, pointersTo } from './evidence.ts';
import { RecordKeeper, recordsNamed } from './records.ts';

const at = (minute: number) => `2024-03-01T10:${String(minute).padStart(2, '0')}:00.000000Z`;

const ONE: Intrusion = {
  hosts: [
    { name: 'MAIL01', state: 'controlled', first: at(0), last: at(9), evidence: ['iis.log#4', 'fwd.evtx#2'] },
    { name: 'WS-001', state: 'controlled', first: at(5), last: at(5), evidence: ['fwd.evtx#2'] },
  ],
  accounts: [{ name: 'adm-ops1', evidence: ['fwd.evtx#2'] }],
  mailboxes: [],
  relays: [
    { address: '84.128.0.0', country: 'DE', network: null, first: at(0), last: at(1), evidence: ['iis.log#4'] },
    { address: '91.0.0.0', country: 'DE', network: null, first: at(2), last: at(2), evidence: ['iis.log#9'] },
  ],
  steps: [
    { technique: 'T1190', tactics: ['initial-access'], time: at(0), host: 'MAIL01', count: 1, evidence: ['iis.log#4'] },
    {
      technique: 'T1021.002',
      tactics: ['lateral-movement'],
      time: at(5),
      host: 'WS-001',
      count: 1,
      evidence: ['fwd.evtx#2'],
    },
  ],
  visits: [{ relay: '84.128.0.0', host: 'MAIL01', start: at(0), end: at(1), requests: 2 }],
  moves: [{ from: 'MAIL01', to: 'WS-001', time: at(5), account: 'adm-ops1' }],
  files: [{ name: 'c:\\programdata\\probe.exe', hosts: 1, first: at(5), last: at(5), evidence: ['fwd.evtx#2'] }],
  sent_out: [],
  first_access: at(0),
  last_seen: at(9),
  dwell_days: 0,
  gaps: [],
  hours: { by_hour: [], by_weekday: [], offsets: [], n: 0 },
};

function sighting(file: string, record: number, computer: string, fields: Sighting['fields'], technique = 't1190') {
  return {
    ...{ file, record, time: at(5), channel: 'Security', event_id: 1, computer, fields },
    rule: { id: technique, title: technique, level: 'high', status: 'stable', tags: [`attack.${technique}`] },
  };
}

/** A forwarded log: the second record of two machines has the same number. */
function kept() {
  const keeper = new RecordKeeper(recordsNamed({ intrusions: [ONE], left_out: [], findings: 3 }));
  keeper.add(sighting('fwd.evtx', 2, 'WS-001.corp.example', { User: 'CORP\\adm-ops1' }, 't1021.002'), {
    Image: 'C:\\ProgramData\\probe.exe',
  });
  keeper.add(sighting('fwd.evtx', 2, 'WS-001.corp.example', { CommandLine: 'probe' }, 't1059'), {});
  keeper.add(sighting('fwd.evtx', 2, 'WS-777.corp.example', { User: 'CORP\\someone' }), { Image: null });
  // Another channel of the same machine has this number too, from before anybody came.
  keeper.add({ ...sighting('fwd.evtx', 2, 'WS-001.corp.example', {}), time: '2023-11-01T00:00:00.000000Z' }, {});
  keeper.add(sighting('iis.log', 4, '', { 'c-ip': '84.128.0.0' }), { 'cs-method': 'POST' });
  return keeper.result();
}

const refs = (subject: CaseSubject, key: string) => pointersTo(ONE, { subject, key })?.map(({ ref }) => ref);

test('every kind of fact points to the records that the case names for it', () => {
  expect(refs('host', 'MAIL01')).toEqual(['iis.log#4', 'fwd.evtx#2']);
  expect(refs('country', 'DE')).toEqual(['iis.log#4', 'iis.log#9']);
  expect(refs('technique', 'T1021.002')).toEqual(['fwd.evtx#2']);
  expect(refs('move', 'MAIL01 WS-001')).toEqual(['fwd.evtx#2']);
  expect(refs('visit', `84.128.0.0 ${at(0)}`)).toEqual(['iis.log#4']);
  expect(refs('figure', 'relays')).toEqual(['iis.log#4', 'iis.log#9']);
  expect(refs('figure', 'hosts-controlled')).toEqual(['iis.log#4', 'fwd.evtx#2']);
  expect(refs('first-access', '')).toEqual(['iis.log#4']);
  expect(pointersTo(ONE, { subject: 'host', key: 'NOBODY' })).toBeNull();
  expect(pointersTo(ONE, { subject: 'gap', key: '7' })).toBeNull();
});

test('one record with two rules is one, with the fields of both marked', () => {
  const [record] = kept().filter(({ computer, time }) => computer.startsWith('WS-001') && time === at(5));
  expect(record).toMatchObject({
    ref: 'fwd.evtx#2',
    matched: ['CommandLine', 'User'],
    fields: { CommandLine: 'probe', Image: 'C:\\ProgramData\\probe.exe', User: 'CORP\\adm-ops1' },
  });
  expect(record!.rules.map(({ techniques }) => techniques)).toEqual([['T1021.002'], ['T1059']]);
});

test('records of other machines under the same number are told apart by machine, value and technique', () => {
  const carries = (subject: CaseSubject, key: string) =>
    carrying(kept(), pointersTo(ONE, { subject, key })!).map(({ ref, computer }) => `${ref} ${computer.slice(0, 6)}`);
  expect(carries('host', 'WS-001')).toContain('fwd.evtx#2 WS-001');
  expect(carries('host', 'WS-001')).toEqual(['fwd.evtx#2 WS-001']);
  expect(carries('figure', 'hosts-controlled')).toEqual(['iis.log#4 ', 'fwd.evtx#2 WS-001']);
  expect(carries('account', 'adm-ops1')).not.toContain('fwd.evtx#2 WS-777');
  expect(carries('file', 'c:\\programdata\\probe.exe')).not.toContain('fwd.evtx#2 WS-777');
  expect(carries('step', 'T1021.002 WS-001')).not.toContain('fwd.evtx#2 WS-777');
});

test('what the record does not say is not made up, and a value of a megabyte is cut', () => {
  const keeper = new RecordKeeper(new Set(['a.log#1']));
  keeper.add(sighting('a.log', 1, 'X', { ScriptBlockText: 'x'.repeat(1e6) }), { User: null, Hashes: '' });
  const [record] = keeper.result();
  expect(Object.keys(record!.fields)).toEqual(['ScriptBlockText']);
  expect(record!.fields.ScriptBlockText).toHaveLength(2001);
});

test('a logon that was only counted is kept with what the count read of it, and not beside a record of a rule', () => {
  const keeper = new RecordKeeper(new Set(['dc.evtx#7', 'fwd.evtx#2']));
  const logon = { time: at(5), channel: 'Security', event_id: 4624, fields: { Account: 'adm-ops1' } };
  keeper.add(sighting('fwd.evtx', 2, 'WS-001', {}), {});
  keeper.count('dc.evtx#7', { ...logon, computer: 'DC01' });
  keeper.count('fwd.evtx#2', { ...logon, computer: 'WS-001' });
  keeper.count('fwd.evtx#2', { ...logon, computer: 'WS-002' });
  keeper.count('other.evtx#1', { ...logon, computer: 'DC01' });
  expect(keeper.result().map(({ ref, rules }) => [ref, rules.length])).toEqual([
    ['dc.evtx#7', 0],
    ['fwd.evtx#2', 1],
    ['fwd.evtx#2', 0],
  ]);
});
