import { expect, test } from 'vitest';
import type { RunFacts } from './facts.ts';
import { statsLines, statsText } from './stats.ts';

const run = {
  files: 2,
  bytes: 69_632,
  seconds: 0.25,
  events: 40,
  problems: [],
  logons: null,
  gaps: null,
  tally: {
    kinds: [
      { channel: 'Security', eventId: 4688, events: 30 },
      { channel: 'zeek dns\u001b[2J', eventId: -1, events: 8 },
    ],
    hosts: [
      { host: 'WKS-01', events: 38 },
      { host: '', events: 2 },
    ],
    leftOut: { kinds: 2, hosts: 0 },
  },
} as unknown as RunFacts;

test('every kind and host with its share; no text of a log commands the terminal', () => {
  expect(statsText(run)).toBe(`40 events of 2 kinds from 2 hosts
Read 2 files, 69.6 kB in 0.3 s.

Events by kind
  events  share    id  channel
      30  75.0%  4688  Security
       8  20.0%        zeek dns␛[2J

Events by host
  events  share  host
      38  95.0%  WKS-01
       2   5.0%  no host named

2 events of further kinds are not listed.
`);
});

test('the same as lines of JSON', () => {
  expect(statsLines(run).map((line) => JSON.parse(line) as unknown)).toEqual([
    { count: 'kind', channel: 'Security', event_id: 4688, events: 30 },
    { count: 'kind', channel: 'zeek dns\u001b[2J', event_id: null, events: 8 },
    { count: 'host', computer: 'WKS-01', events: 38 },
    { count: 'host', computer: '', events: 2 },
  ]);
});
