import { expect, test } from 'vitest';
import type { CaseHost, CaseStep, Intrusion } from '../model/case.ts';
import { pathOf } from './path.ts';

const at = (hour: number) => `2024-03-01T${String(hour).padStart(2, '0')}:00:00.000000Z`;
const host = (name: string, hour: number, more: Partial<CaseHost> = {}): CaseHost => ({
  ...{ name, state: 'controlled', first: at(hour), last: at(20), evidence: [] },
  ...more,
});
const step = (technique: string, on: string, hour: number): CaseStep => ({
  ...{ technique, tactics: [], time: at(hour), host: on, count: 1, evidence: [] },
});

function intrusion(values: Partial<Intrusion>): Intrusion {
  return {
    ...{
      hosts: [],
      accounts: [],
      mailboxes: [],
      relays: [],
      steps: [],
      visits: [],
      moves: [],
      files: [],
      sent_out: [],
    },
    ...{ first_access: at(0), last_seen: at(20), dwell_days: 0, gaps: [] },
    hours: { by_hour: [], by_weekday: [], offsets: [], n: 0 },
    ...values,
  };
}

const told = (values: Partial<Intrusion>) =>
  pathOf(intrusion(values)).map(({ from, to, how, certainty, count }) => [from, to, how, certainty, count]);

test('entry, a move by logon, an update that was tampered with, a machine only touched', () => {
  expect(
    told({
      hosts: [
        host('DOC01', 1),
        host('UPD01', 3),
        host('WS-1', 6),
        host('WS-2', 7),
        host('DC01', 8, { state: 'touched', from: 'UPD01' }),
      ],
      steps: [
        step('T1190', 'DOC01', 1),
        step('T1021.002', 'UPD01', 3),
        step('T1195.002', 'UPD01', 5),
        step('T1072', 'WS-1', 6),
        step('T1072', 'WS-2', 7),
      ],
      visits: [
        { relay: '84.128.0.0', host: 'DOC01', start: at(1), end: at(1), requests: 3 },
        { relay: '91.0.0.0', host: 'DOC01', start: at(9), end: at(9), requests: 1 },
      ],
      moves: [
        { from: 'DOC01', to: 'UPD01', time: at(3), account: 'svc' },
        { from: 'DOC01', to: 'UPD01', time: at(9), account: 'svc' },
      ],
    }),
  ).toEqual([
    [null, 'DOC01', 'entry', 'certain', 2],
    ['DOC01', 'UPD01', 'move', 'certain', 2],
    ['UPD01', 'WS-1', 'delivery', 'probable', 1],
    ['UPD01', 'WS-2', 'delivery', 'probable', 1],
    ['UPD01', 'DC01', 'touch', 'certain', 1],
  ]);
});

test('the first machine is where they came in, though nobody saw from where; what is not known has no edge', () => {
  expect(told({ hosts: [host('A', 1), host('B', 5)], steps: [step('T1133', 'A', 1), step('T1003', 'B', 5)] })).toEqual([
    [null, 'A', 'entry', 'probable', 0],
  ]);
});

test('a package before the tampering is not delivered by it', () => {
  expect(
    told({
      hosts: [host('A', 1), host('UPD', 4), host('WS', 2)],
      steps: [step('T1190', 'A', 1), step('T1072', 'WS', 2), step('T1195.002', 'UPD', 4)],
    }).map(([, to]) => to),
  ).toEqual(['A']);
});

test('lateral movement when only one machine was held came from it; with two of them nobody can say', () => {
  const sideways = (on: string, hour: number) => ({ ...step('T1021.002', on, hour), tactics: ['lateral-movement'] });
  const hosts = [host('A', 1), host('B', 3), host('C', 5)];
  const steps = [step('T1190', 'A', 1), sideways('B', 3), sideways('C', 5)];
  expect(told({ hosts, steps })).toEqual([
    [null, 'A', 'entry', 'probable', 0],
    ['A', 'B', 'only', 'probable', 1],
  ]);
});
