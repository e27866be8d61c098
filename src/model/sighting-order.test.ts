import { expect, test } from 'vitest';
import type { Sighting } from './sighting.ts';
import { compareSightings, compareTimes } from './sighting-order.ts';

const sighting = (time: string | null, file: string, record: number, id: string): Sighting => ({
  file,
  record,
  time,
  channel: 'Security',
  event_id: 4624,
  computer: 'WKS-01',
  rule: { id, title: id, level: 'low', status: 'test', tags: [] },
  fields: {},
});

test('time first, then file, record (as a number) and rule; no time comes last', () => {
  const wanted = [
    sighting('2024-05-01T08:00:00Z', 'b', 9, 'x'),
    sighting('2024-05-01T08:00:00.000001Z', 'a', 9, 'x'),
    sighting('2024-05-01T08:00:01Z', 'a', 9, 'x'),
    sighting('2024-05-01T08:00:01Z', 'a', 10, 'a'),
    sighting('2024-05-01T08:00:01Z', 'a', 10, 'b'),
    sighting('2024-05-01T08:00:01Z', 'b', 1, 'a'),
    sighting(null, 'a', 1, 'a'),
  ];
  expect([...wanted].reverse().sort(compareSightings)).toEqual(wanted);
});

test('decimals of a second may differ in number', () => {
  expect(compareTimes('2024-05-01T08:00:00Z', '2024-05-01T08:00:00.5Z')).toBe(-1);
  expect(compareTimes('2024-05-01T08:00:00.25Z', '2024-05-01T08:00:00.123456Z')).toBe(1);
  expect(compareTimes('2024-05-01T08:00:00Z', '2024-05-01T08:00:00Z')).toBe(0);
});
