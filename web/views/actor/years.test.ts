import { expect, test } from 'vitest';
import type { ActorView, StatementView } from '../../../src/http/contract/index.ts';
import { yearsOf } from './years.ts';

const said = (id: string, first: string | null, last = first, kind = 'intrusion'): StatementView =>
  ({ id, kind, when: first && { first, last, precision: 'day' } }) as unknown as StatementView;
const report = (title: string, published: string | null) => ({ title, url: null, published });

const ATTACK: ActorView['attack'] = {
  version: '18.1',
  techniques: [{ id: 'T1', name: 'One', tactics: [], sources: [report('A', '2015-03-01'), report('B', null)] }],
  software: [{ id: 'S1', name: 'Tool', kind: 'tool', sources: [report('A', '2015-03-01')] }],
  campaigns: [{ id: 'C1', name: 'Nest', first: '2012-02-01', last: null, sources: [] }],
};

test('statements stand in each year they speak of, reports once, what has no date apart', () => {
  const years = yearsOf({ statements: [said('a', '2016-05-01', '2018-01-01'), said('b', null)], attack: ATTACK });
  expect([years?.first, years?.last]).toEqual([2012, 2018]);
  expect([...(years?.statements.cells ?? [])]).toEqual([
    [2016, ['a']],
    [2017, ['a']],
    [2018, ['a']],
    [null, ['b']],
  ]);
  expect([...(years?.works.cells ?? [])].map(([at, all]) => [at, all.length])).toEqual([
    [2015, 1],
    [null, 1],
  ]);
  expect(years?.campaigns).toEqual([{ name: 'Nest', first: 2012, last: 2012 }]);
});

test('what is no activity is not counted, and nothing dated gives no strip', () => {
  const answers = [said('a', '2016-05-01', '2016-05-01', 'response'), said('b', '2016-05-01', '2016-05-01', 'alias')];
  expect(yearsOf({ statements: answers, attack: null })).toBeNull();
});
