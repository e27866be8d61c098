import { expect, test } from 'vitest';
import { event, type MadeEvent } from '../../../test/fixtures/hunt/events.ts';
import { FieldTable } from '../../base/fields.ts';
import { Tally } from './tally.ts';

const table = new FieldTable();

function tallied(...events: MadeEvent[]): Tally {
  const tally = new Tally();
  for (const one of events) tally.event(event(table, one));
  return tally;
}

test('events by kind and host, the most first', () => {
  const { kinds, hosts, leftOut } = tallied(
    { id: 1, channel: 'System' },
    { id: 4624, computer: 'WKS-01' },
    { id: 4624, computer: 'SRV-01' },
    { id: -1, channel: '', product: 'zeek' },
  ).result();
  expect(kinds).toEqual([
    { channel: 'Security', eventId: 4624, events: 2 },
    { channel: 'System', eventId: 1, events: 1 },
    { channel: 'zeek', eventId: -1, events: 1 },
  ]);
  expect(hosts).toEqual([
    { host: 'SRV-01', events: 3 },
    { host: 'WKS-01', events: 1 },
  ]);
  expect(leftOut).toEqual({ kinds: 0, hosts: 0 });
});

test('parts are merged after their way through JSON', () => {
  const whole = tallied({ id: 1 });
  whole.merge(Tally.from(JSON.parse(JSON.stringify(tallied({ id: 1 }, { id: 2, computer: 'WKS-02' })))));
  expect(whole.result()).toEqual(tallied({ id: 1 }, { id: 1 }, { id: 2, computer: 'WKS-02' }).result());
});

test('more kinds and hosts than there is room for are counted', () => {
  const tally = new Tally();
  const one = event(table, { id: 0 });
  for (let i = 0; i < 20_010; i++) tally.event({ ...one, eventId: i, computer: `WKS-${i}` });
  tally.event({ ...one, channel: 'New' });
  const { kinds, hosts, leftOut } = tally.result();
  expect([kinds.length, hosts.length, leftOut]).toEqual([20_000, 20_000, { kinds: 11, hosts: 11 }]);
});
