import type { Intrusion } from '../../model/case.ts';
import type { BulletinRecord } from './record.ts';

/** A small intrusion for tests: two machines, one of them only touched, through one relay. */
export const EXAMPLE_INTRUSION: Intrusion = {
  hosts: [
    {
      name: 'MAIL01',
      state: 'controlled',
      first: '2024-03-01T10:00:00.000000Z',
      last: '2024-03-09T11:00:00.000000Z',
      evidence: ['iis.log#4', 'sysmon.evtx#9'],
    },
    {
      name: 'WS-001',
      state: 'touched',
      first: '2024-03-02T10:00:00.000000Z',
      last: '2024-03-02T10:00:00.000000Z',
      evidence: [],
    },
  ],
  accounts: [{ name: 'adm-ops1', evidence: ['security.evtx#7'] }],
  mailboxes: [],
  relays: [
    {
      address: '84.128.0.0',
      country: 'DE',
      network: 'AS3320 Example',
      first: '2024-03-01T10:00:00.000000Z',
      last: '2024-03-09T11:00:00.000000Z',
      evidence: ['iis.log#4'],
    },
  ],
  steps: [
    {
      technique: 'T1190',
      tactics: ['initial-access'],
      time: '2024-03-01T10:00:00.000000Z',
      host: 'MAIL01',
      count: 1,
      evidence: ['iis.log#4'],
    },
    {
      technique: 'T1505.003',
      tactics: ['persistence'],
      time: '2024-03-01T10:00:09.000000Z',
      host: 'MAIL01',
      count: 3,
      evidence: ['sysmon.evtx#9'],
    },
  ],
  visits: [
    {
      relay: '84.128.0.0',
      host: 'MAIL01',
      start: '2024-03-01T10:00:00.000000Z',
      end: '2024-03-01T10:20:00.000000Z',
      requests: 4,
    },
  ],
  moves: [],
  files: [
    {
      name: 'page x.aspx',
      hosts: 1,
      first: '2024-03-01T10:00:09.000000Z',
      last: '2024-03-09T11:00:00.000000Z',
      evidence: ['sysmon.evtx#9'],
    },
  ],
  sent_out: [],
  first_access: '2024-03-01T10:00:00.000000Z',
  last_seen: '2024-03-09T11:00:00.000000Z',
  dwell_days: 8,
  gaps: [
    {
      host: 'MAIL01',
      channel: 'Security',
      time: '2024-03-09T11:00:00.000000Z',
      kind: 'cleared',
      evidence: ['security.evtx#12'],
    },
  ],
  hours: { by_hour: [], by_weekday: [], offsets: [{ offset: 60, share: 0.4 }], n: 1 },
};

export const EXAMPLE_RECORD: BulletinRecord = {
  ...{ id: 'LW-1', version: 1, date: '2024-04-02', tlp: 'GREEN', issuer: null, detected: null, reported: '2024-03-20' },
  victim: { sector: 'energy', country: 'NL', size: null },
  ...{ product: 'a mail server', weakness: null, zero_day: true },
  intrusion: EXAMPLE_INTRUSION,
  attributions: [
    {
      speaker: 'A firm',
      words: 'the group works for a state',
      stance: 'asserts',
      date: '2024-03-30',
      source: 'report-1',
      ...{ party: 'a state', level: 'state', certainty: 'probable', origins: 1, others: [], denials: 1 },
    },
  ],
  answers: [{ speaker: 'The state', words: 'we oppose all attacks', stance: 'denies', date: null, source: 'report-2' }],
  ...{ tools: [], effects: [], comparisons: [], unmatched: [], related: [] },
  told: { victim: [], product: [], zero_day: [] },
};
