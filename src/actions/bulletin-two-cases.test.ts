import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fakeContext } from '../../test/http/fakes.ts';
import { EXAMPLE_INTRUSION } from '../report/bulletin/example.fixture.ts';
import type { Ledger } from '../store/ledger.ts';
import { openLedger } from '../store/open.ts';
import type { Context } from './action.ts';
import { readingTools } from './load-tools.ts';
import { runAction } from './registry.ts';

/** Tells two cases, each in a paragraph, and what is said of both in others. */
const TWO = readFileSync(new URL('../../data/dossier/2025-08-01-two-defense-firms.md', import.meta.url), 'utf8');

const home = mkdtempSync(join(tmpdir(), 'longwatch-two-'));
let ledger: Ledger;
let context: Context;
let document: string;

beforeAll(async () => {
  ledger = await openLedger({ home });
  context = { ...fakeContext(ledger), analyst: 'ann', tools: readingTools('rules') };
  const { documents } = await runAction(context, 'documents.add', { from: { text: TWO }, given: {} });
  document = documents[0]!.document.id;
  for (const [name, first, last] of [
    ['mail', '2022-07-05', '2023-04-24'],
    ['updates', '2024-07-09', '2024-10-29'],
  ] as const) {
    const intrusion = { ...EXAMPLE_INTRUSION, first_access: `${first}T10:00:00Z`, last_seen: `${last}T10:00:00Z` };
    await runAction(context, 'cases.record', {
      name,
      parts: [
        { part: 'logs', body: { intrusions: [intrusion], left_out: [], findings: 5, read: { events: 9, files: 2 } } },
        { part: 'document', body: { document } },
      ],
    });
  }
});
afterAll(async () => {
  await ledger.close();
  rmSync(home, { recursive: true, force: true });
});

const UNMATCHED = '## Reported, not matched to this case';

test('facts of the second case of a report are in no bulletin of the first, and what was left out is listed with the reason', async () => {
  const { markdown, faults, left_out: left } = await runAction(context, 'cases.bulletin', { name: 'mail' });
  const [facts, rest] = markdown.split(UNMATCHED) as [string, string];
  for (const foreign of ['document system', 'over 300 machines', 'military networks', 'software update service'])
    expect(markdown).not.toContain(foreign);
  expect(facts).toContain('unknown flaw in Microsoft Exchange');
  expect(rest).toContain('two Chinese defense companies');
  expect(faults).toEqual([]);
  const why = (words: string) => left.find(({ statement }) => statement.quote.includes(words))?.why;
  expect(why('over 300 machines')).toBe('other-case');
  expect(why('two Chinese defense companies')).toBe('several-cases');
});

test('sector, product and weakness come from the statements of the case, with a source each', async () => {
  const { bulletin } = await runAction(context, 'cases.bulletin', { name: 'mail' });
  const said = bulletin.sections.flatMap(({ sentences }) => sentences);
  for (const text of [
    'The victim is an organisation of the sector defence.',
    'What was entered is Microsoft Exchange (unknown flaw).',
    'The weakness was not public then.',
  ])
    expect(bulletin.sources[said.find((one) => one.text === text)!.sources[0]! - 1]).toMatch(
      /^doc-.*characters 681 to 790/,
    );
});

test('where no passage can be told to be this case, nothing of the report is a fact of it until it is put in', async () => {
  const before = await runAction(context, 'cases.bulletin', { name: 'updates' });
  expect(before.markdown.split(UNMATCHED)[0]).not.toContain('“');
  const wanted = before.left_out.find(({ statement }) => statement.quote.includes('military networks'))!.statement;
  await runAction(context, 'cases.record', {
    name: 'updates',
    parts: [{ part: 'statement', body: { statement: wanted.id } }],
  });
  const after = await runAction(context, 'cases.bulletin', { name: 'updates' });
  expect(after.markdown.split(UNMATCHED)[0]).toContain(wanted.quote);
  expect(after.faults).toEqual([]);
});
