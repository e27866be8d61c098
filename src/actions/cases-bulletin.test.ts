import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fakeContext } from '../../test/http/fakes.ts';
import type { CasePart } from '../model/case-record.ts';
import { EXAMPLE_INTRUSION } from '../report/bulletin/example.fixture.ts';
import type { Bulletin, Fault } from '../report/bulletin/index.ts';
import type { Ledger } from '../store/ledger.ts';
import { openLedger } from '../store/open.ts';
import type { Context } from './action.ts';
import { readingTools } from './load-tools.ts';
import { runAction } from './registry.ts';

const FIRST = `Intruders at a machine builder

The National Response Centre said on 12 May 2025 that intruders broke into the mail server of a machine builder in March 2024 and took control of more than 50 devices.

The centre said the intrusion was likely the work of the group Copper Heron.

The intruders used the remote access tool SyncDoor. Designs of turbines were stolen.

The Russian foreign ministry denied on 14 May 2025 that Russia had attacked the company.
`;
const SECOND = `Another look at the machine builder

Security firm Northlight said it assesses with moderate confidence that Copper Heron works for Russia's military intelligence.
`;

const home = mkdtempSync(join(tmpdir(), 'longwatch-bulletin-'));
let ledger: Ledger;
let context: Context;
let bulletin: Bulletin;
let faults: readonly Fault[];

beforeAll(async () => {
  ledger = await openLedger({ home });
  context = { ...fakeContext(ledger), analyst: 'ann', tools: readingTools('rules') };
  const ids: string[] = [];
  for (const [text, published, publisher] of [
    [FIRST, '2025-05-15', 'First Wire'],
    [SECOND, '2025-06-20', 'Second Wire'],
  ] as const) {
    const { documents } = await runAction(context, 'documents.add', {
      from: { text },
      given: { published, publisher },
    });
    ids.push(documents[0]!.document.id);
  }
  const { rows } = await ledger.statements({ document: ids[0]! });
  const devices = rows.find(({ quote }) => quote.includes('more than 50 devices'))!;
  const logs: CasePart = {
    part: 'logs',
    body: { intrusions: [EXAMPLE_INTRUSION], left_out: [], findings: 5, read: { events: 9, files: 2 } },
  };
  await runAction(context, 'cases.record', {
    name: 'turbine',
    parts: [
      logs,
      ...ids.map((document): CasePart => ({ part: 'document', body: { document } })),
      { part: 'link', body: { statement: devices.id, fact: 'hosts-controlled' } },
    ],
  });
  await runAction(context, 'cases.record', { name: 'twin', parts: [logs] });
  ({ bulletin, faults } = await runAction(context, 'cases.bulletin', {
    ...{ name: 'turbine', tlp: 'GREEN', sector: 'machinery', country: 'NL', zero_day: false },
  }));
});
afterAll(async () => {
  await ledger.close();
  rmSync(home, { recursive: true, force: true });
});

const inSection = (heading: string): string =>
  bulletin.sections
    .filter((section) => section.heading === heading)
    .flatMap(({ sentences, table }) => [...sentences.map(({ text }) => text), ...(table?.rows.flat() ?? [])])
    .join('\n');

/** The 17 points of a case report, each with what this one must say. */
test.each<readonly [point: string, heading: string, words: readonly (string | RegExp)[]]>([
  ['2 victim', 'Victim', ['sector machinery in Netherlands']],
  ['3 time', 'When', ['2024-03-01, 10:00:00 UTC', '8 whole days', 'detected is not stated', 'handled is not stated']],
  ['4 entry', 'Entry', ['T1190', 'its weakness are not stated', 'The weakness was public then.']],
  ['5 path', 'Path', ['2024-03-01 10:00:09', 'T1505.003']],
  ['6 reach', 'Reach', ['1 host', 'adm-ops1', 'Whether a domain controller was entered is not known.']],
  [
    '7 loss',
    'Loss',
    ['No export of a mailbox was seen', '“Designs of turbines were stolen”', 'what was taken is not known'],
  ],
  ['8 infrastructure', 'Relays', ['84.128.0.0', 'where the traffic passed, not where it came from']],
  ['9 tools', 'Tools', ['SyncDoor']],
  [
    '10 attribution',
    'Attribution',
    [
      /National Response Centre \(2025-05-15\) says: “[^”]*Copper Heron”/,
      'The claim names Copper Heron: a group.',
      'The claimant puts it as likely.',
      'The confidence of this bulletin in the claim is low.',
      'The reason: 1 origin says so, the logs do not show who, and it is denied once.',
      'a state or an organ of one',
      'would raise the confidence',
    ],
  ],
  [
    '11 response',
    'Answer of the accused',
    [/Russian foreign ministry \(2025-05-15\) denies: “denied on 14 May 2025[^”]*”/],
  ],
  ['12 related', 'Related cases', ['Case twin shares']],
  ['13 indicators', 'Indicators', ['2 indicators', 'x.aspx', '2024-03-09']],
  ['14 advice', 'Advice', ['Update what faces the Internet']],
  ['17 unknowns', 'Not known', ['detected is not stated', 'Whether a domain controller was entered is not known.']],
  [
    'report beside logs',
    'Reports beside the logs',
    ['The report counts at least 50 devices, the logs show 1 host', 'both stand', 'does not bear the report out'],
  ],
])('%s', (_, heading, words) => {
  for (const some of words) expect(inSection(heading)).toMatch(some);
});

test('1 the head names case, version, date, issuer and language, and the marking is one of TLP 2.0', () => {
  expect(bulletin.head.map(([name]) => name)).toEqual(['Case', 'Version', 'Date', 'Issued by', 'Language', 'Made']);
  expect(Object.fromEntries(bulletin.head)).toMatchObject({ Case: 'turbine', Version: '4', 'Issued by': 'not stated' });
  expect(bulletin.tlp).toBe('TLP:GREEN');
});

test('15 every quotation is verbatim and has a source that names document, day and place', () => {
  const quoting = bulletin.sections.flatMap(({ sentences }) => sentences).filter(({ text }) => text.includes('“'));
  expect(quoting.length).toBeGreaterThan(4);
  for (const { text, sources } of quoting) {
    const [, quote] = /“([^”]*)”/.exec(text)!;
    expect(`${FIRST}\n${SECOND}`).toContain(quote);
    expect(bulletin.sources[sources[0]! - 1]).toMatch(/Wire, 2025-0\d-\d\d, characters \d+ to \d+/);
  }
});

test('16 no figure that is not in the record: the lint finds nothing', () => {
  expect(faults).toEqual([]);
});

test('a claim that was rejected in review is in no bulletin', async () => {
  const { rows } = await ledger.statements({ kind: ['attribution'], speaker: 'National Response Centre' });
  for (const { id } of rows)
    await ledger.review({ statement_id: id, verdict: 'reject', corrected: null, note: null, analyst: 'ann' });
  const again = await runAction(context, 'cases.bulletin', { name: 'turbine' });
  expect(again.markdown).not.toContain('the group Copper Heron');
  expect(again.markdown).toContain('military intelligence');
});
