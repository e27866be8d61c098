import { expect, test } from 'vitest';
import type { Incident, RecordedAttribution } from '../../model/incident.ts';
import { accusations } from './countries.ts';

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
