import { expect, test } from 'vitest';
import type { LogRecord } from '../../src/model/case-evidence.ts';
import type { CasePart } from '../../src/model/case-record.ts';
import { EXAMPLE_INTRUSION } from '../../src/report/bulletin/example.fixture.ts';

import type { Bench } from './ledger-subject.ts';

const logs = (findings: number): CasePart => ({
  part: 'logs',
  body: { intrusions: [EXAMPLE_INTRUSION], left_out: [], findings, read: { events: 10, files: 1 } },
});

const record = (ref: string, computer: string): LogRecord => ({
  ...{ ref, file: ref.slice(0, -2), record: Number(ref.slice(-1)), time: '2024-03-01T10:00:00Z', channel: 'Security' },
  ...{ event_id: 4688, computer, rules: [], matched: ['Image'], fields: { Image: 'a.exe' } },
});

const withRecords = (records: readonly LogRecord[]): CasePart => ({
  part: 'logs',
  body: { intrusions: [EXAMPLE_INTRUSION], left_out: [], findings: 1, read: { events: 1, files: 1 }, records },
});

/** Cases grow by entries; what logs showed last stands, and what was known on a day can be asked. */
export function caseContract(t: Bench): void {
  test('a case keeps its entries in order, and the latest of what logs showed', async () => {
    t.at('2026-03-01T10:00:00Z');
    await t.ledger.recordCase('first', [logs(1), { part: 'note', body: { text: 'begun' } }], 'ann');
    await t.ledger.recordCase('second', [{ part: 'note', body: { text: 'other' } }], 'ann');
    await t.ledger.recordCase('first', [logs(2)], 'ben');
    const { entries } = await t.ledger.case('first');
    expect(entries.map(({ part, analyst }) => [part, analyst])).toEqual([
      ['note', 'ann'],
      ['logs', 'ben'],
    ]);
    expect(entries[1]).toMatchObject({ body: { findings: 2, intrusions: [{ dwell_days: 8 }] } });
    expect((await t.ledger.cases()).map(({ name }) => name).sort()).toEqual(['first', 'second']);
  });

  test('records of logs stand beside the entry they came with, several under one place, and not in the entry', async () => {
    t.at('2026-03-01T10:00:00Z');
    await t.ledger.recordCase('first', [withRecords([record('a.evtx#1', 'WS-1'), record('a.evtx#1', 'WS-2')])], 'ann');
    const [before] = (await t.ledger.case('first')).entries;
    expect(before!.body).not.toHaveProperty('records');
    await t.ledger.recordCase('first', [withRecords([record('b.evtx#9', 'WS-3')])], 'ann');
    const [now] = (await t.ledger.case('first')).entries;
    const of = async (entry: number, ...refs: string[]) =>
      (await t.ledger.caseRecords(entry, refs)).map(({ computer }) => computer).sort();
    expect(await of(before!.seq, 'a.evtx#1', 'b.evtx#9')).toEqual(['WS-1', 'WS-2']);
    expect(await of(now!.seq, 'a.evtx#1', 'b.evtx#9')).toEqual(['WS-3']);
  });

  test('a case that does not exist, or did not yet, is not found', async () => {
    t.at('2026-03-01T10:00:00Z');
    await t.ledger.recordCase('first', [logs(1)], 'ann');
    await expect(t.ledger.case('none')).rejects.toThrow('no case none');
    await expect(t.ledger.case('first', '2001-01-01')).rejects.toThrow('no case first on 2001-01-01');
    expect(await t.ledger.cases('2001-01-01')).toEqual([]);
  });
}
