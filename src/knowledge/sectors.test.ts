import { expect, test } from 'vitest';
import { findSectors, SECTORS, sectorsOf } from './sectors.ts';

test.each<[string, string[]]>([
  ['a defense contractor', ['defense contractor=defence']],
  ['defence companies', ['defence=defence']],
  ['banks and hospitals', ['banks=finance', 'hospitals=health']],
  ['The power grid in Ukraine', ['power grid=energy']],
  ['oil and gas firms', ['oil and gas=energy']],
  ['NGOs and think tanks', ['NGOs=civil-society', 'think tanks=civil-society']],
  ['managed service providers', ['managed service providers=technology']],
  ['the foreign ministry', ['foreign ministry=government']],
  ['water utilities', ['water utilities=water']],
  ['a bankrupt schoolmate', []],
  ['in this msp', []],
  ['', []],
])('sectors in %j', (text, wanted) => {
  expect(findSectors(text).map((m) => `${m.words}=${m.sector}`)).toEqual(wanted);
});

test('the sectors of a phrase, most often named first', () => {
  expect(
    sectorsOf('Norway’s army, its arms makers and defense contractors, the government and a large holding'),
  ).toEqual(['defence', 'government']);
});

test('every sector can be found', () => {
  const text =
    'ministry, army, pipeline, telecom, bank, clinic, school, newspaper, charity, software, factory, airline, dam, supermarket, casino, satellite, law firm, agriculture, real estate, athlete, election';
  expect(new Set(findSectors(text).map((m) => m.sector))).toEqual(new Set(SECTORS));
});
