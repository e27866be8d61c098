import { describe, expect, test } from 'vitest';
import { countries, countryCode, isCountry } from './names.ts';

describe('the list of countries', () => {
  const names = countries().map(({ name }) => name);

  test('has the 249 of ISO 3166-1 and Kosovo, each name once', () => {
    expect(names).toHaveLength(250);
    expect(new Set(names).size).toBe(250);
    expect(names).toEqual(expect.arrayContaining(['Kosovo', 'Serbia', 'Germany', 'Åland Islands', 'South Sudan']));
  });

  test('has no groups, no test codes, no codes that were taken back', () => {
    expect(names.filter((name) => /pseudo|eurozone|european|united nations|outlying oceania/i.test(name))).toEqual([]);
    expect(['SU', 'YU', 'CS', 'DD', 'UK', 'FX', 'VD', 'XA', 'UN', 'ZZ', 'QM', 'x'].filter(isCountry)).toEqual([]);
  });
});

test.each([
  ['kr', 'KR'],
  ['south korea', 'KR'],
  ['Kosovo', 'XK'],
  ['UK', 'GB'],
  ['Atlantis', undefined],
])('%s is the country %s', (text, code) => {
  expect(countryCode(text)).toBe(code);
});
