import { expect, test } from 'vitest';
import { asidesOf, without } from './aside.ts';

test.each([
  ['APT10, also known as Stone Panda, struck again in the north', ['alias: APT10, also known as Stone Panda']],
  [
    'the group, also known as "Blue Heron" or "APT 99", was seen in the north',
    ['alias: the group, also known as "Blue Heron" or "APT 99"'],
  ],
  ['they pinned the leak on APT99, aka Blue Heron, and Osprey', ['alias: APT99, aka Blue Heron, and Osprey']],
  ['Sednit (also known as Sofacy) is behind it', ['alias: Sednit (also known as Sofacy)']],
  [
    'new activity by Blue Heron, a well-known Ruritania-based threat group, was seen',
    ['attribution: Blue Heron, a well-known Ruritania-based threat group'],
  ],
  [
    'two spy groups that the vendor linked to the army have attacked ports',
    ['attribution: two spy groups that the vendor linked to the army'],
  ],
  ['a group known as Blue Heron broke in', []],
  ['The group, known as Blue Heron or Grey Owl, broke in', ['alias: The group, known as Blue Heron or Grey Owl']],
  [
    'The northern hacking group blamed for leaking the cables has broken into a port',
    ['attribution: The northern hacking group blamed for leaking the cables'],
  ],
  [
    'The group behind the leaks, dubbed Blue Heron, was seen again in the north',
    ['attribution: The group behind the leaks, dubbed Blue Heron'],
  ],
  ['he is known for his work', []],
  ['the tool is known to have been used', []],
])('%s', (clause, expected) => {
  expect(asidesOf(clause).map(({ kind, start, end }) => `${kind}: ${clause.slice(start, end)}`)).toEqual(expected);
});

test('blanking keeps the length and the name', () => {
  const clause = 'attributed to APT28, aka Fancy Bear, in May';
  const rest = without(clause, asidesOf(clause));
  expect(rest).toHaveLength(clause.length);
  expect(rest).toContain('APT28');
  expect(rest).not.toContain('Fancy');
});
