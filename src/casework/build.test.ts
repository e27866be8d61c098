import { expect, test } from 'vitest';
import { buildCase } from './build.ts';
import type { Finding } from './finding.ts';

const NOWHERE = { country: () => null, network: () => null };
const QUIET = { logons: [], gaps: [] };

let number = 0;
function finding(day: string, values: Partial<Finding> = {}): Finding {
  return {
    ...{ ref: `log#${++number}`, time: Date.parse(`${day}T10:00:00Z`), host: 'LAB1', channel: 'Security', eventId: 1 },
    ...{ rule: { id: `r${number}`, title: `Rule ${number}`, level: 'high' } },
    ...{ techniques: ['T1059'], tactics: ['execution'], accounts: [], inbound: [], outbound: [] },
    ...{ artefacts: ['c:\\programdata\\probe.exe'], mailboxes: [], bytesOut: 0 },
    ...values,
  };
}

const session = (day: string, values: Partial<Finding> = {}) => [
  finding(day, values),
  finding(day, { techniques: ['T1003'], tactics: ['credential-access'], ...values }),
];

const spans = (findings: readonly Finding[]) =>
  buildCase(findings, QUIET, NOWHERE)
    .intrusions.map((one) => [one.first_access.slice(0, 10), one.last_seen.slice(0, 10)])
    .sort();

test('a shared file joins what is within half a year, step by step, and not what comes after a longer silence', () => {
  expect(spans([...session('2019-01-10'), ...session('2019-06-20'), ...session('2019-12-01')])).toEqual([
    ['2019-01-10', '2019-12-01'],
  ]);
  expect(spans([...session('2019-07-19'), ...session('2020-10-15')])).toEqual([
    ['2019-07-19', '2019-07-19'],
    ['2020-10-15', '2020-10-15'],
  ]);
});

test('a shared address joins no more than a file does, nor does a lone finding on the machine', () => {
  const from = { artefacts: [], inbound: ['203.0.113.7'] };
  expect(spans([...session('2019-01-10', from), ...session('2019-03-01', from)])).toEqual([
    ['2019-01-10', '2019-03-01'],
  ]);
  expect(spans([...session('2019-01-10', from), ...session('2020-03-01', from)])).toHaveLength(2);
  expect(spans([...session('2019-01-10'), finding('2019-02-10', { artefacts: [] })])).toEqual([
    ['2019-01-10', '2019-02-10'],
  ]);
  expect(spans([...session('2019-01-10'), finding('2020-02-10', { artefacts: [] })])).toEqual([
    ['2019-01-10', '2019-01-10'],
  ]);
});

test('accounts count once, however they are written', () => {
  const [one] = buildCase(
    [...session('2019-01-10', { accounts: ['Administrator'] }), finding('2019-01-10', { accounts: ['administrator'] })],
    QUIET,
    NOWHERE,
  ).intrusions;
  expect(one!.accounts.map(({ name }) => name)).toEqual(['Administrator']);
});

test('what was reached from a machine of the intruders just before belongs to them, also where nothing else is seen there', () => {
  const service = (values: Partial<Finding>) =>
    finding('2019-01-10', {
      ...{ host: 'LAB2', artefacts: [], techniques: ['T1021.002'], tactics: ['lateral-movement'], ...values },
    });
  const at = Date.parse('2019-01-10T10:00:00Z');
  const logon = { host: 'LAB2', account: 'ann', from: 'LAB1', last: at, ref: null };
  const hosts = (first: number, from: string, values: Partial<Finding> = {}) =>
    buildCase([...session('2019-01-10'), service(values)], { logons: [{ ...logon, first, from }], gaps: [] }, NOWHERE)
      .intrusions.flatMap((one) => one.hosts)
      .filter(({ state }) => state === 'controlled')
      .map(({ name }) => name);
  expect(hosts(at - 60_000, 'LAB1')).toEqual(['LAB1', 'LAB2']);
  expect(hosts(at - 3_600_000, 'LAB1')).toEqual(['LAB1']);
  expect(hosts(at - 60_000, 'LAB9')).toEqual(['LAB1']);
  expect(hosts(at - 60_000, 'LAB1', { rule: { id: 'm', title: 'm', level: 'medium' } })).toEqual(['LAB1']);
});
