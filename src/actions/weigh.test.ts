import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entry } from '../../test/contracts/ledger-fixtures.ts';
import { fakeContext } from '../../test/http/fakes.ts';
import { UsageError } from '../base/errors.ts';
import type { Ledger } from '../store/ledger.ts';
import { openLedger } from '../store/open.ts';
import type { Context } from './action.ts';
import { runAction } from './registry.ts';

const STORY =
  'The intruders came in through a mail with a forged invoice and stayed for ninety days. Nobody saw any damage, said Firm One. The ministry denied any part in it.';
const told = (title: string, extra = '') =>
  entry({
    document: { text: STORY + extra, title, publisher: title, published: '2020-01-01' },
    statements: [
      { quote: 'Nobody saw any damage', speaker: 'Firm One', kind: 'effect' },
      { quote: 'The ministry denied any part in it', speaker: 'Ministry', kind: 'response', stance: 'denies' },
    ],
  });
const [first, repost] = [told('First Wire'), told('Second Wire', ' More soon.')];

const home = mkdtempSync(join(tmpdir(), 'longwatch-weigh-'));
let ledger: Ledger;
let context: Context;
beforeAll(async () => {
  ledger = await openLedger({ home });
  await ledger.add([first, repost], 'ann');
  context = { ...fakeContext(ledger), analyst: 'ann' };
});
afterAll(async () => {
  await ledger.close();
  rmSync(home, { recursive: true, force: true });
});

const question = {
  part: 'question',
  key: '',
  body: { question: 'What for?', template: 'purpose', case: null, note: null },
};
const rating = (key: string, body: string | null) => ({ part: 'rating', key, body });

test('a question from a template, evidence from a statement, an echo that joins it, a rejection that shows', async () => {
  const { id, assessment } = await runAction(context, 'weigh.record', { entries: [question] });
  expect(assessment.hypotheses.map(({ text }) => text)).toEqual(['Espionage', 'Disruption', 'Coercion', 'Money']);

  const [damage, denial] = first.reading.statements;
  const cited = await runAction(context, 'weigh.cite', { id, statement_id: damage!.id });
  expect(cited).toMatchObject({ cited: 'E1', joined: false });
  expect(cited.evidence[0]).toMatchObject({ text: 'Nobody saw any damage', source: 'Firm One', via: ['First Wire'] });
  const echo = await runAction(context, 'weigh.cite', { id, statement_id: repost.reading.statements[0]!.id });
  expect(echo).toMatchObject({ cited: 'E1', joined: true });
  expect(echo.evidence[0]).toMatchObject({ via: ['First Wire', 'Second Wire'] });
  expect(echo.evidence[0]!.statements).toHaveLength(2);
  expect(await runAction(context, 'weigh.cite', { id, statement_id: damage!.id })).toMatchObject({
    cited: 'E1',
    joined: true,
  });
  expect(await runAction(context, 'weigh.cite', { id, statement_id: denial!.id })).toMatchObject({
    cited: 'E2',
    joined: false,
  });

  const rated = await runAction(context, 'weigh.record', {
    id,
    entries: [rating('E1/H1', 'CC'), rating('E1/H2', 'II')],
  });
  expect(rated.assessment.flips.single).toEqual([]);
  expect(rated.assessment.hypotheses[1]).toMatchObject({ id: 'H2', inconsistency: 2 });
  await ledger.review({ statement_id: damage!.id, analyst: 'ann', verdict: 'reject', corrected: null, note: null });
  const after = await runAction(context, 'weigh.get', { id });
  expect(after.assessment.evidence[0]!.rests_on.map(({ review }) => review)).toEqual(['rejected', 'unreviewed']);
  expect(after.assessment.remarks).toContainEqual(
    expect.objectContaining({ code: 'weigh-statement-rejected', place: { part: 'E1' } }),
  );
  const list = await runAction(context, 'weigh.list', {});
  expect(list.rows).toMatchObject([{ id, question: 'What for?', evidence: 2, analysts: ['ann'] }]);
});

test('what speaks of nothing that exists is refused', async () => {
  const { id } = await runAction(context, 'weigh.record', { entries: [question] });
  const refuse = (entries: unknown) =>
    expect(runAction(context, 'weigh.record', { id, entries })).rejects.toThrow(UsageError);
  await refuse([rating('E9/H1', 'C')]);
  await refuse([rating('E9', 'C')]);
  await refuse([rating('E9/H1', 'perhaps')]);
  await refuse([{ part: 'stated', key: '', body: { H9: 0.5 } }]);
  await refuse([{ part: 'stated', key: '', body: { H1: 1.5 } }]);
  await refuse([{ part: 'outcome', key: '', body: { hypothesis: 'H9' } }]);
  await refuse([{ part: 'evidence', key: 'E1', body: { text: 'incomplete' } }]);
  await refuse([]);
  await expect(runAction(context, 'weigh.record', { entries: [rating('E1/H1', 'C')] })).rejects.toThrow(UsageError);
});

test('a file names statements by their passage', async () => {
  const text = `question: Who?
hypotheses: [One, Another]
evidence:
  - { text: Quiet, passages: ["nobody  saw any damage"] }
  - { text: Gone, passages: ["no such words"] }
`;
  const { id, problems } = await runAction(context, 'weigh.import', { text });
  expect(problems).toMatchObject([{ code: 'weigh-passage-unknown', place: { part: 'E2' } }]);
  const { evidence } = await runAction(context, 'weigh.get', { id: id! });
  expect(evidence.map(({ statements }) => statements.length)).toEqual([2, 0]);
  expect(await runAction(context, 'weigh.import', { text: 'no: yes' })).toMatchObject({ id: null });
});
