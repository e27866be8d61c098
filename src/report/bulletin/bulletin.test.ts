import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import type { Bulletin } from './bulletin.ts';
import { EXAMPLE_INTRUSION, EXAMPLE_RECORD } from './example.fixture.ts';
import { bulletinText, composeBulletin, ENGLISH, lintBulletin } from './index.ts';
import { bulletinPdf } from './pdf.ts';

const compose = (record = EXAMPLE_RECORD): Bulletin => composeBulletin(record, ENGLISH, (id) => `name of ${id}`);

test('a bulletin as Markdown says what the record holds, with its sources', async () => {
  await expect(bulletinText('markdown', compose(), EXAMPLE_RECORD)).toMatchFileSnapshot(
    '../../../test/golden/bulletin/example.md',
  );
});

test('all points are there, and what is not known is said to be', () => {
  const empty = {
    ...EXAMPLE_RECORD,
    victim: { sector: null, country: null, size: null },
    reported: null,
    product: null,
    zero_day: null,
    attributions: [],
    answers: [],
  };
  const sections = compose(empty).sections;
  expect(sections.map(({ heading }) => heading)).toEqual([
    ...['Victim', 'When', 'Entry', 'Path', 'Reach', 'Loss', 'Relays', 'Tools', 'State of the logs', 'Attribution'],
    ...['Answer of the accused', 'Related cases', 'Advice', 'Not known', 'Indicators'],
  ]);
  const unknown = sections.find(({ heading }) => heading === 'Not known')!.sentences.map(({ text }) => text);
  expect(unknown).toContain('Nobody is named as responsible.');
  expect(unknown).toContain('When and how it was detected is not stated.');
});

test('a bulletin made from a record has no fault', () => {
  expect(lintBulletin(compose(), EXAMPLE_RECORD)).toEqual([]);
});

test('parts of a second are left out of a sentence without fault', () => {
  const intrusion = { ...EXAMPLE_INTRUSION, last_seen: '2024-03-09T11:17:56.000000Z' };
  const record = { ...EXAMPLE_RECORD, intrusion };
  expect(bulletinText('markdown', compose(record), record)).toContain('11:17:56 UTC');
  expect(lintBulletin(compose(record), record)).toEqual([]);
});

test.each([
  ['The intruders controlled 54 hosts.', 'figure-not-in-record'],
  ['Of the victims, 50 % are in one sector, 20 % in another and 20 % in a third.', 'shares-do-not-add-up'],
  ['It is likely, with high confidence, that a state did it.', 'likelihood-with-confidence'],
  ['The attack came from Germany.', 'relay-as-origin'],
  ['Hackers based in Germany were seen.', 'relay-as-origin'],
  ['A firm says: “it was the neighbour”.', 'quote-not-in-record'],
  ['A firm says: “the group works for a state”.', 'no-source'],
])('%s', (text, code) => {
  const bulletin = compose();
  const edited = {
    ...bulletin,
    sections: [...bulletin.sections, { heading: 'Added', sentences: [{ text, sources: [] }] }],
  };
  expect(lintBulletin(edited, EXAMPLE_RECORD).map((fault) => fault.code)).toContain(code);
});

test.each([
  'The first trace is of 2024-03-01.',
  'The traffic passed through an address in Germany.',
  'Of the visits, 1 was by day.',
])('without fault: %s', (text) => {
  const bulletin = compose();
  const edited = { ...bulletin, sections: [{ heading: 'Added', sentences: [{ text, sources: [] }] }] };
  expect(lintBulletin(edited, EXAMPLE_RECORD)).toEqual([]);
});

test('a quotation is the speaker’s own: figures, origins and mixed estimates in it are no faults', () => {
  const words = 'we saw 900 attacks from Germany, very likely and with high confidence, said “the chief”';
  const record = { ...EXAMPLE_RECORD, answers: [{ ...EXAMPLE_RECORD.answers[0]!, words }] };
  expect(bulletinText('markdown', compose(record), record)).toContain('said ‘the chief’”');
  expect(lintBulletin(compose(record), record)).toEqual([]);
});

test('markup in a record stays text', () => {
  const record = {
    ...EXAMPLE_RECORD,
    intrusion: { ...EXAMPLE_INTRUSION, accounts: [{ name: '<img src=x onerror=y>', evidence: [] }] },
  };
  const page = bulletinText('html', compose(record), record);
  expect(page).not.toContain('<img');
  expect(page).toContain('&lt;img');
});

test('the PDF carries the text and the marking of every page', async () => {
  const pdf = await bulletinPdf(compose());
  const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  expect(text.join(' ')).toContain('The Security log of MAIL01 was cleared on 2024-03-09.');
  for (let page = 0; page < totalPages; page++) expect(text[page]).toContain('TLP:GREEN');
});

test('STIX holds the indicators with their marking, the same each time', () => {
  const [first, second] = [1, 2].map(() => bulletinText('stix', compose(), EXAMPLE_RECORD));
  expect(first).toBe(second);
  const { objects } = JSON.parse(first!) as {
    objects: { type: string; pattern?: string; object_marking_refs: string[] }[];
  };
  expect(objects.map(({ type, pattern }) => pattern ?? type)).toEqual([
    "[ipv4-addr:value = '84.128.0.0']",
    "[file:name = 'x.aspx']",
    'report',
  ]);
  expect(objects.every((object) => object.object_marking_refs[0]?.startsWith('marking-definition--bab4'))).toBe(true);
});
