import { expect, test } from 'vitest';
import { figuresOf } from './figures.ts';

const HUNT = { hits: 949, inputs: ['/logs'], opened: false };

test.each([
  [false, [949, 17, 94, 273], '949 hits by 17 rules on 94 hosts (273 on no named machine) in /logs'],
  [true, [36, 5, 1, 0], '36 of 949 hits by 5 rules on 1 host in /logs'],
  [true, [1, 1, 1, 0], '1 of 949 hits by 1 rule on 1 host in /logs'],
  [true, [273, 4, 0, 273], '273 of 949 hits by 4 rules on 0 hosts (all on no named machine) in /logs'],
] as const)('narrowed %s: what is filtered, beside all', (narrowed, [matching, rules, hosts, nowhere], words) => {
  const figures = { matching, matching_rules: rules, matching_hosts: hosts, matching_nowhere: nowhere };
  expect(figuresOf({ ...HUNT, ...figures }, narrowed)).toBe(words);
});
