import fc from 'fast-check';
import { expect, test } from 'vitest';
import { event, type MadeEvent } from '../../../test/fixtures/hunt/events.ts';
import { FieldTable } from '../../base/fields.ts';
import { Gaps } from './gaps.ts';

const START = Date.parse('2024-05-01T00:00:00Z');

/** Records with these numbers, ten minutes apart by number. */
function records(numbers: readonly number[], more: Partial<MadeEvent> = {}): MadeEvent[] {
  return numbers.map((record) => ({
    id: 4688,
    record,
    time: new Date(START + record * 600_000).toISOString(),
    ...more,
  }));
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function fed(events: readonly MadeEvent[], table = new FieldTable()): Gaps {
  const gaps = new Gaps(table);
  for (const one of events) gaps.event(event(table, one), 'logs/security.evtx');
  return gaps;
}

function signs(events: readonly MadeEvent[]) {
  return fed(events)
    .result()
    .signs.map(({ computer, channel, file, ...sign }) => sign);
}

test('a whole log has no sign; nor has one whose oldest part stands behind its newest', () => {
  expect(signs(records(range(1, 300)))).toEqual([]);
  expect(signs(records([...range(201, 300), ...range(101, 200)]))).toEqual([]);
  expect(signs(records(range(1, 300).reverse()))).toEqual([]);
});

test('missing records are told with the times on either side', () => {
  expect(signs(records([...range(1, 100), ...range(151, 200)]))).toEqual([
    {
      kind: 'missing',
      firstRecord: 101,
      lastRecord: 150,
      before: '2024-05-01T16:40:00.000Z',
      after: '2024-05-02T01:10:00.000Z',
    },
  ]);
});

test('a log of chosen records is called an extract: its holes are no signs', () => {
  const chosen = [...range(1, 20), 40, 41, 60, 80, 100];
  expect(fed(records(chosen)).result()).toMatchObject({ logs: 1, extracts: 1, signs: [] });
  const scattered = range(1, 3000).map((n) => n * 7);
  expect(fed(records(scattered)).result()).toMatchObject({ extracts: 1, signs: [] });
});

test('numbers that come twice', () => {
  expect(signs(records([...range(1, 100), ...range(60, 120)]))).toEqual([
    { kind: 'repeated', firstRecord: 60, lastRecord: 100 },
  ]);
});

test('a clock that runs back by more than the moment by which threads are late', () => {
  const late = (record: number, seconds: number) =>
    records([record], { time: new Date(START + record * 600_000 - 600_000 - seconds * 1000).toISOString() });
  expect(signs([...records(range(1, 49)), ...late(50, 30), ...records(range(51, 100))])).toEqual([]);
  expect(signs([...records(range(1, 49)), ...late(50, 3600), ...records(range(51, 100))])).toEqual([
    {
      kind: 'clock-back',
      record: 50,
      before: '2024-05-01T08:10:00.000Z',
      after: '2024-05-01T07:10:00.000Z',
      seconds: 3600,
    },
  ]);
});

test('silence counts when it is long, and far longer than is usual in this log', () => {
  const days = (hours: readonly number[]) =>
    hours.flatMap((hour) => range(0, 9).map((minute) => START + hour * 3_600_000 + minute * 60_000));
  const log = (times: readonly number[], id = 4688) =>
    times.map((time, i) => ({ id, record: i + 1, time: new Date(time).toISOString() }));
  const week = range(0, 6).flatMap((day) => range(8, 17).map((hour) => day * 24 + hour));
  expect(signs(log(days(week)))).toEqual([]);
  const weekends = [...week, ...week.map((hour) => hour + 24 * 9)];
  expect(signs(log(days(weekends)))).toEqual([]);
  const away = [...week, ...week.map((hour) => hour + 24 * 14)];
  expect(signs(log(days(away)))).toEqual([
    {
      kind: 'silence',
      before: '2024-05-07T17:09:00.000Z',
      after: '2024-05-15T08:00:00.000Z',
      seconds: 658_260,
      shutdown: false,
    },
  ]);
  const blocks = [0, 5, 10].flatMap((day) => range(day * 24, day * 24 + 47));
  expect(signs(log(days(blocks)))).toEqual([]);
  const rare = [0, 3, 6, 9, 12, 40].flatMap((day) => range(day * 24, day * 24 + 2));
  expect(signs(log(days(rare)))).toEqual([]);
  expect(signs(log(days(away), 6006))).toMatchObject([{ kind: 'silence', shutdown: true }]);
});

test('logs that were cleared, and a clock that was set, say so themselves', () => {
  const by = { SubjectUserName: 'admin', SubjectDomainName: 'LAB' };
  const one = (id: number, channel: string, fields: Record<string, string>) => ({
    id,
    channel,
    fields: { ...by, ...fields },
  });
  const times = { PreviousTime: '2024-05-01T10:00:00Z', NewTime: '2024-05-01T08:00:00Z' };
  expect(
    signs(
      [
        one(1102, 'Security', {}),
        one(104, 'System', { Channel: 'Application' }),
        one(104, 'Application', {}),
        one(4616, 'Security', times),
        one(4616, 'Security', { ...times, NewTime: '2024-05-01T10:00:02Z' }),
      ].map((made, record) => ({ ...made, record })),
    ),
  ).toMatchObject([
    { kind: 'cleared', log: 'Security', account: 'LAB\\admin', record: 0 },
    { kind: 'cleared', log: 'Application', account: 'LAB\\admin', record: 1 },
    { kind: 'clock-set', seconds: -7200 },
  ]);
});

test('each computer, channel and file is a log of its own, however their records are mixed', () => {
  const mixed = range(1, 100).flatMap((n) => [
    ...records([n], { computer: 'A' }),
    ...records([n + 5000], { computer: 'B' }),
    ...records([n], { computer: 'A', channel: 'System' }),
  ]);
  expect(fed(mixed).result()).toMatchObject({ logs: 3, signs: [] });
});

test('records without numbers of their own are not counted by their lines', () => {
  const lines = records([...range(1, 100), ...range(151, 200)], { fields: { EventRecordID: undefined } });
  expect(fed(lines).result()).toMatchObject({ logs: 1, unnumbered: 1, signs: [] });
});

test('records without a time stop nothing', () => {
  expect(signs(records([...range(1, 50), ...range(61, 100)], { time: '' }))).toEqual([
    { kind: 'missing', firstRecord: 51, lastRecord: 60, before: null, after: null },
  ]);
});

test('parts read side by side and merged in any order give the same signs', () => {
  const numbers = fc
    .array(fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 120 })), { minLength: 1, maxLength: 6 })
    .map((runs) => runs.flatMap(([first, length]) => range(first, first + length)));
  const jumps = fc.array(fc.nat(400), { maxLength: 2 });
  fc.assert(
    fc.property(numbers, jumps, fc.nat(), fc.nat(), (present, late, a, b) => {
      const events = records([...new Set(present)]).map((one) =>
        late.includes(one.record ?? 0) ? { ...one, time: new Date(START).toISOString() } : one,
      );
      const table = new FieldTable();
      const [x, y] = [a % (events.length + 1), b % (events.length + 1)].sort((m, n) => m - n) as [number, number];
      const merged = new Gaps(table);
      for (const part of [events.slice(y), events.slice(0, x), events.slice(x, y)])
        merged.merge(Gaps.from(table, JSON.parse(JSON.stringify(fed(part, table)))));
      expect(merged.result()).toEqual(fed(events, table).result());
    }),
  );
});
