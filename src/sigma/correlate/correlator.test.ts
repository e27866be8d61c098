import { expect, test } from 'vitest';
import { brief, read, run, type Spec } from '../../../test/sigma-correlations.ts';
import type { Correlation } from '../rule/tree.ts';
import { Correlator } from './correlator.ts';

test('event_count fires when enough hits fall in the window, whose ends belong to it', () => {
  const three = read('type: event_count\nrules: a\ngroup-by: [User]\ntimespan: 10s\ncondition: {gte: 3}');
  const at = (seconds: number, User = 'x'): Spec => ['a', seconds, { User }];
  expect(brief(run(three, [at(0), at(5), at(10)]))).toEqual(['t0@10 [0,1,2]']);
  expect(brief(run(three, [at(0), at(5), at(10.001)]))).toEqual([]);
  // The window slides: no fixed borders.
  expect(brief(run(three, [at(0), at(8), at(14), at(16)]))).toEqual(['t0@16 [1,2,3]']);
  // Users are counted apart, whatever the case of their names.
  expect(brief(run(three, [at(0), at(1, 'y'), at(2, 'X'), at(3, 'y')]))).toEqual([]);
  expect(run(three, [at(0), at(1, 'X'), at(2)])[0]).toMatchObject({ group: { User: 'x' }, first: 0, last: 2000 });
});

test('a window fires again only for hits that were not there when it fired', () => {
  const two = read('type: event_count\nrules: [a]\ntimespan: 10s\ncondition: {gte: 2}');
  const at = (...seconds: number[]): Spec[] => seconds.map((s) => ['a', s]);
  // One burst of twelve seconds: the second hit shares none of its records with the first.
  expect(brief(run(two, at(0, 1, 2, 9, 11, 12)))).toEqual(['t0@1 [0,1]', 't0@12 [2,3,4,5]']);
  expect(brief(run(two, at(0, 1, 50, 51)))).toEqual(['t0@1 [0,1]', 't0@51 [2,3]']);
});

test('a stream at the very rate of the bound fires once a window', () => {
  const three = read('type: event_count\nrules: [a]\ntimespan: 10s\ncondition: {gte: 3}');
  const every5 = Array.from({ length: 12 }, (_, i): Spec => ['a', i * 5]);
  expect(brief(run(three, every5))).toEqual(['t0@10 [0,1,2]', 't0@25 [3,4,5]', 't0@40 [6,7,8]', 't0@55 [9,10,11]']);
});

test('hits without time or without a group field take no part and are counted', () => {
  const one = read('type: event_count\nrules: [a]\ngroup-by: [User]\ntimespan: 10s\ncondition: {gte: 1}');
  const correlator = new Correlator<number>(one, () => expect.unreachable());
  const push = (time: number, fields: Record<string, string | null>): void =>
    correlator.push({ rule: one[0]!.rules[0]!, time, fields, ref: 0 });
  push(Number.POSITIVE_INFINITY, { User: 'x' });
  push(Number.NaN, { User: 'x' });
  push(1, { User: null });
  push(2, {});
  correlator.push({ rule: 'unknown', time: 3, fields: {}, ref: 0 });
  correlator.end();
  expect(correlator.counts).toEqual({ hits: 4, withoutTime: 2, withoutGroup: 2, withoutField: 0 });
});

test('an upper bound is judged when the window is over', () => {
  const few = read('type: event_count\nrules: [a]\ntimespan: 10s\ncondition: {lt: 3}');
  expect(
    brief(
      run(few, [
        ['a', 0],
        ['a', 1],
        ['a', 2],
        ['a', 20],
      ]),
    ),
  ).toEqual(['t0@30 [3]']);
  const exactly = read('type: event_count\nrules: [a]\ntimespan: 10s\ncondition: {eq: 2}');
  expect(
    brief(
      run(exactly, [
        ['a', 0],
        ['a', 10],
        ['a', 11],
        ['a', 12],
        ['a', 13],
      ]),
    ),
  ).toEqual(['t0@10 [0,1]']);
  const range = read('type: event_count\nrules: [a]\ntimespan: 10s\ncondition: {gt: 1, lte: 2}');
  expect(
    brief(
      run(range, [
        ['a', 0],
        ['a', 1],
        ['a', 2],
        ['a', 20],
        ['a', 21],
      ]),
    ),
  ).toEqual(['t0@30 [3,4]']);
});

test('value_count counts different values, or combinations of several fields', () => {
  const users = read('type: value_count\nrules: [a]\ngroup-by: [Host]\ntimespan: 1m\ncondition: {field: User, gte: 2}');
  const hit = (seconds: number, User: string | null): Spec => ['a', seconds, { Host: 'h', User }];
  expect(brief(run(users, [hit(0, 'x'), hit(1, 'X'), hit(2, null), hit(3, 'y')]))).toEqual(['t0@3 [0,1,3]']);
  // A value leaves with its last hit.
  expect(brief(run(users, [hit(0, 'x'), hit(50, 'y'), hit(61, 'y')]))).toEqual(['t0@50 [0,1]']);
  expect(brief(run(users, [hit(0, 'x'), hit(61, 'y'), hit(62, 'y')]))).toEqual([]);
  const pairs = read('type: value_count\nrules: [a]\ntimespan: 1m\ncondition: {field: [P, Q], gte: 3}');
  const pair = (seconds: number, P: string, Q: string): Spec => ['a', seconds, { P, Q }];
  expect(brief(run(pairs, [pair(0, '1', '1'), pair(1, '1', '2'), pair(2, '1', '2'), pair(3, '2', '1')]))).toEqual([
    't0@3 [0,1,2,3]',
  ]);
});

test('sums, averages, medians and percentiles of numbers', () => {
  const with_ = (type: string, condition: string): readonly Correlation[] =>
    read(`type: ${type}\nrules: [a]\ntimespan: 10s\ncondition: {field: N, ${condition}}`);
  const numbers = (...texts: string[]): Spec[] => texts.map((N, i) => ['a', i, { N }]);
  expect(run(with_('value_sum', 'gt: 100'), numbers('60', 'many', '', '41'))).toMatchObject([
    { time: 3000, measured: 101, count: 2 },
  ]);
  // What left the window leaves nothing of its rounding behind.
  const fractions: Spec[] = [
    ['a', 0, { N: '0.1' }],
    ['a', 1, { N: '0.2' }],
    ['a', 2, { N: '0.3' }],
    ['a', 99, { N: '0' }],
  ];
  expect(run(with_('value_sum', 'gte: 0'), fractions).at(-1)!.measured).toBe(0);
  // An average is that of the whole window: the first hit alone does not decide.
  expect(run(with_('value_avg', 'gt: 5'), numbers('9', '1', '1'))).toEqual([]);
  expect(run(with_('value_avg', 'gt: 5'), numbers('9', '2', '7'))).toMatchObject([{ time: 10_000, measured: 6 }]);
  expect(run(with_('value_median', 'gte: 2'), numbers('1', '9', '2'))).toMatchObject([{ measured: 2 }]);
  expect(run(with_('value_median', 'gte: 2'), numbers('1', '3'))).toMatchObject([{ measured: 2 }]);
  expect(run(with_('value_percentile', 'percentile: 90, gte: 9'), numbers('0', '10'))).toMatchObject([{ measured: 9 }]);
});

test('value_percentile without a percentile means the share of a value', () => {
  const rare = read('type: value_percentile\nrules: [a]\ntimespan: 1h\ncondition: {field: Image, lte: 25}');
  const images: Spec[] = ['x', 'x', 'y', 'x'].map((Image, i) => ['a', i, { Image }]);
  expect(run(rare, images)).toMatchObject([{ measured: 25, refs: [2], first: 2000 }]);
});

test('temporal wants hits of all rules in any order, or of as many as it says', () => {
  const all = read('type: temporal\nrules: [a, b, c]\ngroup-by: [Host]\ntimespan: 5m');
  const at = (rule: string, seconds: number, Host = 'h'): Spec => [rule, seconds, { Host }];
  expect(brief(run(all, [at('c', 0), at('a', 10), at('a', 20), at('b', 300)]))).toEqual(['t0@300 [0,1,2,3]']);
  expect(brief(run(all, [at('c', 0), at('a', 10), at('b', 301)]))).toEqual([]);
  expect(brief(run(all, [at('c', 0), at('a', 10, 'other'), at('b', 20)]))).toEqual([]);
  const some = read('type: temporal\nrules: [a, b, c]\ngroup-by: [Host]\ntimespan: 5m\ncondition: {gte: 2}');
  expect(brief(run(some, [at('c', 0), at('c', 1), at('b', 20)]))).toEqual(['t0@20 [0,1,2]']);
});

test('temporal_ordered wants them in the order of its rules', () => {
  const order = read('type: temporal_ordered\nrules: [a, b, c]\ntimespan: 10s');
  expect(
    brief(
      run(order, [
        ['a', 0],
        ['b', 1],
        ['c', 2],
      ]),
    ),
  ).toEqual(['t0@2 [0,1,2]']);
  expect(
    brief(
      run(order, [
        ['b', 0],
        ['a', 1],
        ['c', 2],
      ]),
    ),
  ).toEqual([]);
  // The latest beginning counts: the first `a` is too old, the second is not.
  expect(
    brief(
      run(order, [
        ['a', 0],
        ['a', 5],
        ['b', 6],
        ['c', 14],
      ]),
    ),
  ).toEqual(['t0@14 [1,2,3]']);
  expect(
    brief(
      run(order, [
        ['a', 0],
        ['b', 6],
        ['a', 7],
        ['c', 14],
      ]),
    ),
  ).toEqual([]);
  // Equal times are in order; one record is one step only.
  expect(
    brief(
      run(order, [
        ['a', 0],
        ['b', 0],
        ['c', 0],
      ]),
    ),
  ).toEqual(['t0@0 [0,1,2]']);
  const twice = read('type: temporal_ordered\nrules: [a, a]\ntimespan: 10s');
  expect(brief(run(twice, [['a', 0]]))).toEqual([]);
  expect(
    brief(
      run(twice, [
        ['a', 0],
        ['a', 3],
        ['a', 4],
        ['a', 5],
      ]),
    ),
  ).toEqual(['t0@3 [0,1]', 't0@5 [2,3]']);
  const part = read('type: temporal_ordered\nrules: [a, b, c]\ntimespan: 10s\ncondition: {gte: 2}');
  expect(
    brief(
      run(part, [
        ['c', 0],
        ['a', 1],
        ['c', 2],
      ]),
    ),
  ).toEqual(['t0@2 [1,2]']);
});

test('expressions over rules; what must be missing is known when the window is over', () => {
  const either = read('type: temporal\nrules: [a, b, c]\ntimespan: 10s\ncondition: a and (b or c)');
  expect(
    brief(
      run(either, [
        ['c', 0],
        ['b', 1],
        ['a', 2],
      ]),
    ),
  ).toEqual(['t0@2 [0,1,2]']);
  const without = read('type: temporal\nrules: [a, b]\ntimespan: 10s\ncondition: a and not b');
  expect(
    brief(
      run(without, [
        ['a', 0],
        ['b', 10],
      ]),
    ),
  ).toEqual([]);
  expect(
    brief(
      run(without, [
        ['a', 0],
        ['b', 11],
      ]),
    ),
  ).toEqual(['t0@10 [0]']);
  const ordered = read('type: temporal_ordered\nrules: [a, b, c]\ntimespan: 10s\ncondition: (a and b) or c');
  expect(
    brief(
      run(ordered, [
        ['b', 0],
        ['a', 1],
      ]),
    ),
  ).toEqual([]);
  expect(
    brief(
      run(ordered, [
        ['a', 0],
        ['b', 1],
      ]),
    ),
  ).toEqual(['t0@1 [0,1]']);
});

test('aliases: each rule has its own name for what is grouped by', () => {
  const same = read(
    'type: temporal\nrules: [a, b]\ngroup-by: [ip]\ntimespan: 10s\naliases: {ip: {a: destination.ip, b: source.ip}}',
  );
  expect(
    run(same, [
      ['a', 0, { 'destination.ip': '192.0.2.1' }],
      ['b', 1, { 'source.ip': '192.0.2.2' }],
      ['b', 2, { 'source.ip': '192.0.2.1' }],
    ]),
  ).toMatchObject([{ group: { ip: '192.0.2.1' }, refs: [0, 2] }]);
});

test('chains: a correlation counts as a hit of its own, with the values of its hits', () => {
  const brute = read(
    'type: temporal_ordered\nrules: [t1, b]\ngroup-by: [User]\ntimespan: 1m',
    'type: event_count\nrules: [a]\ngroup-by: [Host]\ntimespan: 10s\ncondition: {gte: 3}',
  );
  const failed = (seconds: number, User: string): Spec => ['a', seconds, { Host: 'h', User }];
  // The outer one groups by the user, whom the inner one does not know: the last failed logon tells.
  expect(brief(run(brute, [failed(0, 'x'), failed(1, 'x'), failed(2, 'y'), ['b', 30, { User: 'y' }]]))).toEqual([
    't1@2 [0,1,2]',
    't0@30 [0,1,2,3]',
  ]);
  expect(brief(run(brute, [failed(0, 'y'), failed(1, 'y'), ['b', 30, { User: 'y' }]]))).toEqual([]);
});

test('a correlation over one that waits for the end of its window hears of it at that end', () => {
  const chain = read(
    'type: temporal_ordered\nrules: [t1, b]\ntimespan: 20s',
    'type: event_count\nrules: [a]\ntimespan: 10s\ncondition: {lte: 1}',
  );
  expect(
    brief(
      run(chain, [
        ['a', 0],
        ['b', 5],
        ['b', 12],
      ]),
    ),
  ).toEqual(['t1@10 [0]', 't0@12 [0,2]']);
});
