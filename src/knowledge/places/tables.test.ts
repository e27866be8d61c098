import { expect, test } from 'vitest';
import { countryOf } from './belong.ts';
import { BODIES } from './bodies.ts';
import { CITIES, REGIONS } from './cities.ts';
import { COMPANIES } from './companies.ts';
import { PEOPLE } from './people.ts';
import { STATES } from './states.ts';
import { countryNames } from './word-index.ts';

const TABLES = { BODIES, CITIES, REGIONS, COMPANIES, PEOPLE };
const rows = (table: string): string[] => table.split('\n').filter(Boolean);

test.each(Object.entries(TABLES))('%s: one row a country, every name trimmed and given once', (_, table) => {
  const codes = rows(table).map((row) => row.slice(0, 2));
  expect(codes.filter((code) => !countryNames().has(code))).toEqual([]);
  expect(new Set(codes).size).toBe(codes.length);
  const names = rows(table).flatMap((row) => row.slice(3).split(';'));
  expect(names.filter((name) => !name || name !== name.trim())).toEqual([]);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

/** Capitals that are left out: they are better known as another place, another body, a person's name or a word. */
const NO_CAPITAL =
  'AG AI AQ AS BE BL BM BO BQ BV CC CR DJ FK GD GF GI HK HM IM IO KY LU MC MF MO MS MV NF NZ PM RE SC SH SM SG TK UM VA';

test('every country of ISO 3166-1 has a capital that is told, or a reason why not', () => {
  const without = rows(STATES).flatMap((row) => {
    const [code, , , capitals] = row.split('|');
    return capitals ? [] : [code!];
  });
  expect(without.filter((code) => !NO_CAPITAL.split(' ').includes(code))).toEqual([]);
  expect(rows(STATES).length).toBe(250);
});

test.each([
  ['Gitega', 'BI'],
  ['Fort-de-France', 'MQ'],
  ['Charlotte Amalie', 'VI'],
  ['Lomé', 'TG'],
  ['Aland Islands', 'AX'],
  ['Timor Leste', 'TL'],
])('%s is in %s', (words, code) => {
  expect(countryOf(words)).toBe(code);
});

test('states have four columns', () => {
  expect(rows(STATES).filter((row) => row.split('|').length !== 4)).toEqual([]);
});

test('the tables are broad enough to be of use', () => {
  const count = (table: string): number => rows(table).flatMap((row) => row.split(';')).length;
  expect(count(COMPANIES)).toBeGreaterThan(600);
  expect(count(BODIES)).toBeGreaterThan(300);
  expect(count(PEOPLE)).toBeGreaterThan(300);
});
