import { expect, test } from 'vitest';
import { TABLE } from './example.fixture.ts';
import { seenIn } from './seen.ts';

const current = (id: string) => (id === 'T1002' ? 'T1001' : null);

test('names, aliases and withdrawn ids become terms; what is unknown is told', () => {
  const { terms, problems } = seenIn(
    {
      techniques: ['t1002', 'T1003/001', 'phishing'],
      software: ['own-ware', 'S0002', 'Nothing'],
      vulnerabilities: ['cve-2019-0001', 'CVE'],
      sectors: ['Energy', 'magic'],
      countries: ['ua', 'Ukraine'],
      infrastructure: ['Evil.example', 7],
      colours: ['red'],
    },
    TABLE,
    current,
  );
  expect(terms).toEqual([
    'T1001',
    'T1003.001',
    'S0001',
    'S0002',
    'CVE-2019-0001',
    'sector:energy',
    'country:UA',
    'evil.example',
  ]);
  expect(problems.map((p) => [p.code, p.place.part, p.details.item])).toEqual([
    ['item-unknown', 'techniques', 'phishing'],
    ['item-unknown', 'software', 'Nothing'],
    ['item-unknown', 'vulnerabilities', 'CVE'],
    ['item-unknown', 'sectors', 'magic'],
    ['item-unknown', 'countries', 'Ukraine'],
    ['item-unknown', 'infrastructure', '7'],
    ['items-list-unknown', 'colours', undefined],
  ]);
});

test.each([null, 3, ['T1001']])('%j is no list of what was seen', (value) => {
  expect(seenIn(value, TABLE, current)).toMatchObject({ terms: [], problems: [{ code: 'items-unreadable' }] });
});
