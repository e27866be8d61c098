import { expect, test } from 'vitest';
import { listedSectors } from './listed-sectors.ts';
import { sectorsOf } from './sectors.ts';

test.each([
  ['Space', ['space']],
  ['Diplomacy', ['government']],
  ['Research - Innovation', ['education']],
  ['Military', ['defence']],
  ['Bank', ['finance']],
  ['Private sector', []],
  ['Unknown', []],
])('%s in a list: %j', (words, sectors) => {
  expect(listedSectors(words)).toEqual(sectors);
});

test('reading takes none of the bare nouns for a sector', () => {
  expect(sectorsOf('a game of legal arts in space')).toEqual([]);
});
