import { expect, test } from 'vitest';
import { buildCase, type Finding } from '../casework/index.ts';
import type { CaseGap } from '../model/case.ts';
import { caseWords } from './case-words.ts';

const finding = (n: number, technique: string, tactic: string): Finding => ({
  ...{ ref: `log#${n}`, time: Date.parse('2020-10-15T10:00:00Z') + n, host: 'FILE01', channel: 'Security', eventId: 1 },
  ...{ rule: { id: `r${n}`, title: `Rule ${n}`, level: 'high' }, techniques: [technique], tactics: [tactic] },
  ...{ accounts: [], inbound: ['203.0.113.7'], outbound: [], artefacts: [], mailboxes: [], bytesOut: 0 },
});
const gap = (kind: CaseGap['kind'], time: string): CaseGap => ({
  ...{ host: 'FILE01', channel: 'Security', evidence: [] },
  ...{ kind, time },
});

test('logs that were cleared or lack records are told with their day, silences are not; one is not several', () => {
  const gaps = [
    gap('silence', '2020-10-15T09:00:00Z'),
    gap('silence', '2020-10-15T11:00:00Z'),
    gap('missing', '2020-10-15T12:00:00Z'),
  ];
  const nowhere = { country: () => null, network: () => null };
  const built = buildCase(
    [finding(1, 'T1059', 'execution'), finding(2, 'T1003', 'credential-access')],
    { logons: [], gaps },
    nowhere,
  );
  const words = caseWords({ ...built, events: 2, files: 1, stopped: false, records: [] });
  expect(words).toContain('  Logs          Security of FILE01 records missing 2020-10-15\n');
  expect(words).toContain('and 1 address outside');
});
