import { describe, expect, test } from 'vitest';
import type { DocumentText } from '../model/document.ts';
import { contraryToFact } from './counterfactual.ts';
import { rulesReader } from './read.ts';

const document = (text: string): DocumentText => ({
  id: 'doc-test',
  medium: 'text',
  text,
  blocks: [],
  title: null,
  publisher: null,
  author: null,
  published: '2020-05-04',
  url: null,
  language: 'eng',
});

test.each<[string, string | null]>([
  [
    'If this were revenge, we would expect wiped servers, but we have not found any.',
    'If this were revenge, we would expect wiped servers, but we have not found any.',
  ],
  [
    "If it was about money they'd ask for a ransom, which nobody did.",
    "If it was about money they'd ask for a ransom, which nobody did.",
  ],
  ["If it was about money they'd ask for a ransom.", null],
  [
    "If it was about money they'd ask for a ransom, which they didn't.",
    "If it was about money they'd ask for a ransom, which they didn't.",
  ],
  ['Had it been sabotage, the plant would have gone dark.', 'Had it been sabotage, the plant would have gone dark.'],
  [
    'If the group had been after money, it would have encrypted the files.',
    'If the group had been after money, it would have encrypted the files.',
  ],
  ['If this were revenge, we would expect wiped servers.', null],
  ['If the ministry were hit again, it would close the site.', null],
  ['The gang would publish the files if no ransom was paid.', null],
])('%s', (text, expected) => {
  const [found] = contraryToFact(text, { start: 0, end: text.length });
  expect(found ? text.slice(found.start, found.end) : null).toBe(expected);
});

describe('what a condition contrary to fact says is doubted', () => {
  test.each([
    '"If this were done in retaliation we\'d expect some kind of destruction of servers, which we did not see," Ana Petrova, a researcher at Northwind Labs, said.',
    'Ana Petrova, a researcher at Northwind Labs, said that if it had been done to disrupt the election, the hackers would have published the data.',
    '"If the intrusion were meant to punish the ministry, we would expect damage to its servers. We have not seen that," said Ana Petrova of Northwind Labs.',
    '"Had it been done in retaliation, we would have expected wiped servers, but there were none," said Ana Petrova of Northwind Labs.',
  ])('%s', async (text) => {
    const { statements } = await rulesReader().read(document(text));
    const intents = statements.filter(({ kind }) => kind === 'intent');
    expect(intents.length).toBeGreaterThan(0);
    for (const { stance, certainty } of intents) expect([stance, certainty]).toEqual(['doubts', 'unlikely']);
    for (const { stance } of statements) expect(stance).not.toBe('asserts');
  });

  test('the purpose is what stands in the condition', async () => {
    const text =
      '"If this were done in retaliation we\'d expect some kind of destruction of servers, which we did not see," Ana Petrova said.';
    const { statements } = await rulesReader().read(document(text));
    expect(statements.find(({ kind }) => kind === 'intent')?.object).toBe('retaliation');
  });
});
