import { expect, test } from 'vitest';
import type { CaseView } from '../../../src/http/contract/index.ts';
import { EXAMPLE_INTRUSION } from '../../../src/report/bulletin/example.fixture.ts';
import { factsOfCase } from './case-facts.ts';

const view = (intrusions: readonly (typeof EXAMPLE_INTRUSION)[]): Pick<CaseView, 'name' | 'figures' | 'logs'> => ({
  name: 'mill',
  figures: [
    { fact: 'hosts-controlled', value: 1 },
    { fact: 'mailboxes', value: 0 },
  ],
  logs: { intrusions, left_out: [], findings: 1, read: { events: 1, files: 1 } },
});

test('figures and relays become evidence with their records; what was not seen does not', () => {
  const facts = factsOfCase(view([EXAMPLE_INTRUSION]));
  expect(facts[0]).toMatchObject({
    text: '1 host controlled',
    source: 'logs of mill',
    origin: 'case mill hosts-controlled',
    absence: false,
  });
  expect(facts[0]!.records.length).toBeGreaterThan(0);
  for (const { records } of facts) for (const { file, record } of records) expect([file, record]).not.toContain('');
  expect(facts.map(({ text }) => text).join('\n')).toMatch(/Came through .* in Germany: a relay, not an origin/);
  expect(facts.some(({ text }) => text.includes('mailbox'))).toBe(false);
  expect(new Set(facts.map(({ origin }) => origin)).size).toBe(facts.length);
});

test('a case without logs shows nothing', () => {
  expect(factsOfCase(view([]))).toEqual([]);
});
