import { expect, test } from 'vitest';
import { stanceOf } from './stance.ts';
import { tokenize } from './tokens.ts';

test.each([
  ['no data was stolen', 'effect', 'denies'],
  ['the server did not hold secrets', 'effect', 'denies'],
  ['they failed to compromise any accounts', 'effect', 'denies'],
  ['the raids backfired, failing to stop the city from voting', 'effect', 'asserts'],
  ['the raids failed to deter the city from voting', 'effect', 'asserts'],
  ['no one acting for the city paid any ransom', 'response', 'denies'],
  ['the agency would not say which victims paid', 'response', 'declines'],
  ['it is not known who is behind the group', 'attribution', 'doubts'],
  ['it is unclear whether files were taken', 'effect', 'doubts'],
  ['attributing attacks is notoriously difficult', 'attribution', 'doubts'],
  ['the group not only stole files but wiped disks', 'effect', 'asserts'],
  ['the minister could not rule out interference', 'targeting', 'asserts'],
  ['the hackers stole files', 'effect', 'asserts'],
  ['the attackers used an unknown flaw', 'uses', 'asserts'],
  ['the group hit firms that had not installed the update', 'intrusion', 'asserts'],
] as const)('%s (%s) → %s', (clause, kind, expected) => {
  expect(stanceOf(clause, tokenize(clause), { start: 0, end: clause.length }, kind, null)).toBe(expected);
});
