import { expect, test } from 'vitest';
import { turnsOf } from './turns.ts';

test.each([
  ['a campaign of hacking run by the ministry', 'attribution'],
  ['officials accused the army of hacking the registry', 'attribution'],
  ['voters could be targeted next', 'targeting'],
  ['the group targeted the parliament in 2016', 'intrusion'],
  ['the most sustained operation ever recorded', 'trend'],
  ['the bank refused to comment', 'response'],
  ['the note demanded two bitcoins', 'uses'],
  ['the tool was used by several groups', 'uses'],
  ['no votes were altered', 'effect'],
  ['a grand jury returned an indictment', 'measure'],
  ['the group focuses on collecting diplomatic cables', 'intent'],
] as const)('%s → %s', (clause, kind) => {
  const turns = turnsOf(clause);
  expect(turns[kind] ?? 0).toBeGreaterThan(0);
});

test('what a tool can do takes weight from its use', () => {
  expect(turnsOf('it can be used to record keystrokes').uses).toBeLessThan(0);
});

test('plain clauses turn nowhere', () => {
  expect(turnsOf('the summit ended on Friday')).toEqual({});
});
