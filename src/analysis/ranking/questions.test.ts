import { expect, test } from 'vitest';
import type { AttackTable } from '../../knowledge/attack/table.ts';
import { asOf, evidenceOf } from './evidence.ts';
import { TABLE } from './example.fixture.ts';
import { campaignsOf, leaveReportOut, newcomersAfter, reportsOf, reportsSince, yearsAfter } from './questions.ts';

const EVIDENCE = evidenceOf(TABLE);
const termsOf = (facts: readonly (readonly [string, string, ...unknown[]])[], group: string) =>
  facts.filter(([of, term]) => of === group && /^[TS]\d/.test(term)).map(([, term]) => term);

test('reports with five items of one group are questions', () => {
  expect(reportsOf(EVIDENCE).map((r) => [r.source, r.group, r.items.length])).toEqual([
    [0, 'G0001', 6],
    [1, 'G0001', 5],
    [2, 'G0002', 5],
  ]);
});

test('a report that is left out takes with it what only it states, nothing else', () => {
  const questions = leaveReportOut(TABLE, EVIDENCE);
  expect(questions.map((q) => q.name)).toEqual(['https://a.example/0', 'https://a.example/1']);
  const [first] = questions;
  // T1001 (as T1002) and T1003.001 stand in the first report alone; facts without a source stay.
  expect(termsOf(first!.evidence.facts, 'G0001').sort()).toEqual(['S0001', 'T1003', 'T1004', 'T1005', 'T1006']);
  expect(first!.evidence.facts.some(([, , sources]) => sources.includes(0))).toBe(false);
});

test('what was known at a cut is what dated sources had said', () => {
  const then = asOf(EVIDENCE, 2019);
  expect([...new Set(then.facts.map(([of]) => of))]).toEqual(['G0001']);
  expect(then.until).toBe(2019);
  const questions = yearsAfter(TABLE, EVIDENCE, [2019], 2);
  expect(questions.map((q) => [q.name, q.known])).toEqual([
    ['https://a.example/1', true],
    ['https://b.example/2', false],
  ]);
});

test('known at a cut is who had an entry by then; the youngest reports are not asked about', () => {
  const days: Readonly<Record<string, string>> = { G0001: '2018-06-01', G0002: '2018-06-01' };
  const entered = (one: Readonly<Record<string, string>>): AttackTable => ({
    ...TABLE,
    groups: TABLE.groups.map(([id, name]) => [id, name, [], [], [], [], one[id] ?? null]),
  });
  const ask = (table: AttackTable, settled: number) =>
    newcomersAfter(table, evidenceOf(table), [2019], 2, settled).map((q) => [q.name, q.known]);
  expect(ask(entered(days), 2021)).toEqual([['https://a.example/1', true]]);
  expect(ask(entered({ ...days, G0001: '2019-06-01' }), 2021)).toEqual([['https://a.example/1', false]]);
  // Published about before the cut, but without an entry then: as new to the ranking as somebody never heard of.
  const [question] = newcomersAfter(entered({ G0001: '2019-06-01' }), EVIDENCE, [2019], 2, 2021);
  expect(question!.evidence.facts).toEqual([]);
  expect(ask(entered({ ...days, G0002: '2019-03-01' }), 2019.9)).toEqual([['https://b.example/2', false]]);
  expect(ask(TABLE, 2021)).toEqual([]);
});

test('reports since an earlier version, dated after it', () => {
  const old: AttackTable = {
    ...TABLE,
    sources: TABLE.sources.slice(0, 1),
    uses: TABLE.uses.filter(([, , s]) => s[0] === 0).map(([a, b]) => [a, b, [0]]),
    exploits: [],
  };
  const earlier = { table: old, evidence: evidenceOf(old) };
  const later = { table: TABLE, evidence: EVIDENCE };
  expect(reportsSince(earlier, later).map((q) => [q.name, q.known])).toEqual([
    ['https://a.example/1', true],
    ['https://b.example/2', false],
  ]);
  expect(reportsSince(earlier, later, '2019-12-31').map((q) => q.name)).toEqual(['https://a.example/1']);
});

test('a campaign is asked for without its own sources', () => {
  const [strict] = campaignsOf(TABLE, EVIDENCE);
  expect(strict).toMatchObject({ name: 'C0001', truth: 'G0001', items: ['T1001', 'T1003', 'T1004', 'T1005', 'S0001'] });
  expect(strict!.evidence.facts.some(([, , sources]) => sources.includes(1))).toBe(false);
  const [gentle] = campaignsOf(TABLE, EVIDENCE, false);
  expect(termsOf(gentle!.evidence.facts, 'G0001')).not.toContain('T1006');
  expect(gentle!.evidence.facts.some(([, , sources]) => sources.includes(1))).toBe(true);
});
