import { expect, test } from 'vitest';
import { FieldTable } from '../../../base/fields.ts';
import type { LogEvent } from '../../../model/event.ts';
import { sightingLine } from '../../../model/sighting-line.ts';
import { HitMaker, placeOf } from './hit-maker.ts';

const RULE = { id: 'r', title: 'A "title"', level: 'high', status: 'test', tags: ['attack.t1059'] };
const fields = new FieldTable();
const user = fields.id('User');
const event = {
  record: 7,
  time: 1_714_550_400_123.4568,
  channel: 'Security',
  eventId: 4688,
  computer: 'WKS-01\u202e',
  value: (id: number) => (id === user ? 'LAB\\a' : undefined),
} as unknown as LogEvent;

test('writes the line that the model says, with nothing hidden in it', () => {
  const maker = new HitMaker([RULE], [['User', 'Gone']], fields);
  const hit = maker.make(event, event, 0, { b: ['x', 'y'], a: 'tab\t' }, placeOf('logs/a.evtx', 3));
  expect(hit).toMatchObject({ time: 1_714_550_400_123.457, file: 3, record: 7, rule: 0 });
  expect(hit.carry).toBe('{"User":"LAB\\\\a","Gone":null}');
  expect(`${hit.line}\n`).toBe(
    sightingLine({
      file: 'logs/a.evtx',
      record: 7,
      time: '2024-05-01T08:00:00.123457Z',
      channel: 'Security',
      event_id: 4688,
      computer: 'WKS-01\u202e',
      rule: RULE,
      fields: { a: 'tab\t', b: ['x', 'y'] },
    }),
  );
  expect(hit.line).toContain('WKS-01\\u202e');
});

test('copies are told by everything but the file; records without channel or computer have none', () => {
  const maker = new HitMaker([RULE], [[]], fields);
  const make = (more: object, file = 'a') =>
    maker.make({ ...event, ...more }, event, 0, {}, placeOf(file, file.charCodeAt(0))).copy;
  expect(make({}, 'b')).toBe(make({}));
  expect(make({ record: 8 })).not.toBe(make({}));
  expect(make({ time: 1 })).not.toBe(make({}));
  expect([make({ computer: '' }), make({ channel: '' })]).toEqual([0, 0]);
});
