import { expect, test } from 'vitest';
import { aliasAsides, without } from './aside.ts';

test.each([
  ['APT10, also known as Stone Panda, struck again', ['APT10, also known as Stone Panda']],
  [
    'experts link the group, also known as "Fancy Bear" or "APT 28", to Moscow',
    ['the group, also known as "Fancy Bear" or "APT 28"'],
  ],
  ['attributing the attack to APT28, aka Fancy Bear, and Sofacy', ['APT28, aka Fancy Bear, and Sofacy']],
  ['Sednit (also known as Sofacy) is behind it', ['Sednit (also known as Sofacy)']],
  ['he is known for his work', []],
  ['the tool is known to have been used', []],
])('%s', (clause, expected) => {
  expect(aliasAsides(clause).map(({ start, end }) => clause.slice(start, end))).toEqual(expected);
});

test('blanking keeps the length and the name', () => {
  const clause = 'attributed to APT28, aka Fancy Bear, in May';
  const rest = without(clause, aliasAsides(clause));
  expect(rest).toHaveLength(clause.length);
  expect(rest).toContain('APT28,');
  expect(rest).not.toContain('Fancy');
});
