import { expect, test } from 'vitest';
import type { CasePart } from '../../src/model/case-record.ts';
import { EXAMPLE_INTRUSION } from '../../src/report/bulletin/example.fixture.ts';

import type { Bench } from './ledger-subject.ts';

const logs = (findings: number): CasePart => ({
  part: 'logs',
  body: { intrusions: [EXAMPLE_INTRUSION], left_out: [], findings, read: { events: 10, files: 1 } },
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

  test('a case that does not exist, or did not yet, is not found', async () => {
    t.at('2026-03-01T10:00:00Z');
    await t.ledger.recordCase('first', [logs(1)], 'ann');
    await expect(t.ledger.case('none')).rejects.toThrow('no case none');
    await expect(t.ledger.case('first', '2001-01-01')).rejects.toThrow('no case first on 2001-01-01');
    expect(await t.ledger.cases('2001-01-01')).toEqual([]);
  });
}
