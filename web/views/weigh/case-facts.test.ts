import { expect, test } from 'vitest';
import type { CaseView } from '../../../src/http/contract/index.ts';
import { factsOfCase } from './case-facts.ts';

type One = NonNullable<CaseView['logs']>['intrusions'][number];

const SEEN = { first: '2025-03-01T01:00:00Z', last: '2025-03-02T01:00:00Z' };
const INTRUSION: One = {
  hosts: [{ name: 'MAIL', state: 'controlled', ...SEEN, evidence: ['iis/a.log#7', 'security.evtx#42'] }],
  relays: [{ address: '192.0.2.9', country: 'DE', network: null, ...SEEN, evidence: ['iis/a.log#7'] }],
  gaps: [
    { host: 'MAIL', channel: 'Security', time: SEEN.last, kind: 'cleared', evidence: ['security.evtx#50'] },
    { host: 'MAIL', channel: 'System', time: null, kind: 'silence', evidence: [] },
  ],
  ...{ accounts: [], mailboxes: [], steps: [], visits: [], moves: [], files: [], sent_out: [] },
  ...{ first_access: SEEN.first, last_seen: SEEN.last, dwell_days: 1 },
  hours: { by_hour: [], by_weekday: [], offsets: [], n: 0 },
};

const view = (intrusions: readonly One[]): Pick<CaseView, 'name' | 'figures' | 'logs'> => ({
  name: 'mill',
  figures: [
    { fact: 'hosts-controlled', value: 1 },
    { fact: 'mailboxes', value: 0 },
  ],
  logs: { intrusions, left_out: [], findings: 1, read: { events: 1, files: 1 } },
});

test('figures, relays and cleared logs become evidence with their records; what was not seen does not', () => {
  const facts = factsOfCase(view([INTRUSION]));
  expect(facts.map(({ text }) => text)).toEqual([
    '1 host controlled',
    'Came through 192.0.2.9 in Germany: a relay, not an origin',
    'The log Security of MAIL was cleared on 2025-03-02',
  ]);
  expect(facts[0]).toMatchObject({ source: 'logs of mill', origin: 'case mill hosts-controlled', absence: false });
  expect(facts[0]!.records).toEqual([
    { file: 'iis/a.log', record: '7' },
    { file: 'security.evtx', record: '42' },
  ]);
});

test('a case without logs shows nothing', () => {
  expect(factsOfCase(view([]))).toEqual([]);
});
