import { expect, test } from 'vitest';
import type { Incident, RecordedAttribution } from '../../model/incident.ts';
import type { StatementView } from '../../model/view.ts';
import { incidentsBy } from './accuser.ts';
import { accusations, accused } from './countries.ts';

const attribution = (by_country: string | null, to_country: string | null): RecordedAttribution => ({
  ...{ by: null, basis: null, date: null },
  ...{ by_country, to_country },
});

function incident(n: number, attributions: readonly RecordedAttribution[]): Incident {
  return {
    ...{ id: `set:${n}`, dataset: 'set', name: `incident ${n}`, time: null, end: null },
    ...{ initiators: [], targets: [], sectors: [], types: [], unit: 'incident', counter: 'A tracker' },
    ...{ origin: 'set', scores: [], outcome: null, lanes: [] },
    attributions,
  };
}

test('an incident counts once for a pair of states, however many attributions are recorded for it', () => {
  const found = accusations(
    [],
    [
      incident(1, [...Array.from({ length: 55 }, () => attribution('AU', 'IR')), attribution('US', 'IR')]),
      incident(2, [attribution('US', 'IR'), attribution('US', 'IR'), attribution('US', 'US')]),
      incident(3, [attribution('US', null), attribution(null, 'IR'), attribution('US', 'Unknown')]),
    ],
  );
  expect(found.map(({ accuser, accused, source, accusations: n }) => [accuser, accused, source, n])).toEqual([
    ['US', 'IR', 'A tracker', 2],
    ['AU', 'IR', 'A tracker', 1],
    [null, 'IR', 'A tracker', 1],
  ]);
});

test('a firm accuses in its own name, not in that of the state it has its seat in', () => {
  const on = (basis: string) => ({ ...attribution('US', 'IR'), by: 'somebody', basis });
  const found = accusations(
    [],
    [
      incident(1, [on('IT-security community attributes attacker')]),
      incident(2, [on('Attribution by receiver government / state entity')]),
      incident(3, [on('Media-based attribution'), on('Attribution by third-party')]),
    ],
  );
  expect(found.map(({ accuser, accusations: n }) => [accuser, n])).toEqual([
    [null, 2],
    ['US', 2],
  ]);
});

let made = 0;
const said = (speaker: string, given: Partial<StatementView> = {}): StatementView =>
  ({
    ...{
      id: `s${++made}`,
      origin: `o${made}`,
      kind: 'attribution',
      stance: 'asserts',
      certainty: 'certain',
      actor: 'APT1',
    },
    ...{ actor_country: 'CN', target_country: 'US', speaker, speaker_org: null },
    ...given,
  }) as StatementView;

test('only those who speak for a state accuse in its name: a firm, a paper and the people of a country do not', () => {
  const found = accusations(
    ['FireEye', 'The Wall Street Journal', 'Microsoft', 'South Koreans', 'the FBI', 'Seoul'].map((who) => said(who)),
    [],
  );
  expect(found.map(({ accuser, accusations: n }) => [accuser, n])).toEqual([
    [null, 4],
    ['US', 1],
    ['KR', 1],
  ]);
});

test('an answer, a measure, a possibility and a doubt accuse nobody; a denial of the accused is counted as one', () => {
  const found = accusations(
    [
      ...(['response', 'measure', 'effect', 'trend', 'alias'] as const).map((kind) => said('Washington', { kind })),
      said('Washington', { certainty: 'possible' }),
      said('Washington', { stance: 'doubts' }),
      said('Washington', { certainty: 'probable', kind: 'intrusion' }),
      said('Beijing', { stance: 'denies', kind: 'response' }),
    ],
    [],
  );
  expect(found.map(({ accuser, accused: by, accusations: n, denied }) => [accuser, by, n, denied])).toEqual([
    ['US', 'CN', 1, 1],
  ]);
  expect(found[0]!.records.length).toBe(2);
});

test('what others lay to a state is told apart from what the data set lists under it', () => {
  const rows = accused([
    { ...incident(1, [attribution('CN', 'US')]), initiators: ['US'] },
    { ...incident(2, [attribution(null, 'US'), attribution('IR', 'US')]), initiators: [] },
    { ...incident(3, []), initiators: ['US'] },
  ]);
  expect(rows).toEqual([{ accused: 'US', counter: 'A tracker', attributed: 2, listed: 2, both: 1 }]);
});

test('as of a day: what began later, and what was attributed later, is left out; what has no date stays', () => {
  const on = (day: string) => ({ first: day, last: day, precision: 'day' as const });
  const set = [
    { ...incident(1, [{ ...attribution('US', 'IR'), date: on('2020-01-01') }]), time: on('2016-01-01') },
    { ...incident(2, [attribution('US', 'IR')]), time: on('2017-04-23') },
    { ...incident(3, [attribution('US', 'IR')]), time: null },
  ];
  expect(incidentsBy(set, '2017-04-22').map(({ id, attributions }) => [id, attributions.length])).toEqual([
    ['set:1', 0],
    ['set:3', 1],
  ]);
  expect(incidentsBy(set, undefined)).toBe(set);
});
