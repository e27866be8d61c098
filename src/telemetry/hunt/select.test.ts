import { expect, test } from 'vitest';
import type { Correlation, Rule } from '../../sigma/rule/tree.ts';
import { isWanted, NO_FILTER, selectRules } from './select.ts';

const rule = (id: string, more: Partial<Rule> = {}) =>
  ({
    kind: 'rule',
    id,
    title: `Title ${id}`,
    level: 'medium',
    status: 'test',
    tags: [],
    reported: true,
    ...more,
  }) as Rule;
const correlation = (id: string, rules: string[], more: Partial<Correlation> = {}) =>
  ({
    kind: 'correlation',
    id,
    title: id,
    level: 'high',
    status: 'test',
    tags: [],
    rules,
    reported: true,
    ...more,
  }) as Correlation;

test.each([
  [{ minLevel: 'medium' }, { level: 'medium' }, true],
  [{ minLevel: 'high' }, { level: 'medium' }, false],
  [{ statuses: ['stable'] }, { status: 'test' }, false],
  [{ statuses: ['stable', 'test'] }, { status: 'test' }, true],
  [{ tags: ['attack.t1059'] }, { tags: ['attack.t1059.001'] }, true],
  [{ tags: ['T1059'] }, { tags: ['attack.t1059.001'] }, true],
  [{ tags: ['t105'] }, { tags: ['attack.t1059'] }, false],
  [{ only: ['title r1'] }, {}, true],
  [{ only: ['r1'] }, {}, true],
  [{ only: ['other'] }, {}, false],
  [{ except: ['TITLE'] }, {}, false],
  [{}, {}, true],
] as const)('%j on %j: %s', (filter, more, wanted) => {
  expect(isWanted(rule('r1', more as Partial<Rule>), { ...NO_FILTER, ...filter } as typeof NO_FILTER)).toBe(wanted);
});

test('a wanted correlation brings the rules below it, unreported when they are not wanted themselves', () => {
  const rules = [
    rule('a', { level: 'low' }),
    rule('b', { level: 'high' }),
    rule('c', { level: 'low' }),
    rule('d', { level: 'low' }),
  ];
  const correlations = [
    correlation('k', ['a', 'b']),
    correlation('chain', ['k', 'c']),
    correlation('no', ['d'], { level: 'low' }),
  ];
  const chosen = selectRules(rules, correlations, { ...NO_FILTER, minLevel: 'high' });
  expect(chosen.run).toEqual([0, 1, 2]);
  expect([...chosen.reported]).toEqual([1]);
  expect([...chosen.shown]).toEqual(['k', 'chain']);
  expect(chosen.correlations.map(({ id }) => id)).toEqual(['k', 'chain']);
});
