import { expect, test } from 'vitest';
import type { Route } from '../logsource/route.ts';
import type { Node, Rule } from '../rule/tree.ts';
import { planOf } from './plan.ts';

const MANY = { wild: 'many' } as const;
const has = (field: string, text: string): Node => ({ op: 'string', field, pattern: [MANY, text, MANY], cased: false });
const ends = (field: string, text: string): Node => ({ op: 'string', field, pattern: [MANY, text], cased: false });
const is = (field: string, text: string): Node => ({ op: 'string', field, pattern: [text], cased: false });
const word = (text: string): Node => ({ op: 'keyword', pattern: [MANY, text, MANY], cased: false });
const not = (of: Node): Node => ({ op: 'not', of });
const all = (...of: Node[]): Node => ({ op: 'and', of });
const any = (...of: Node[]): Node => ({ op: 'or', of });
const sysmon = (eventIds: readonly number[] | null): Route => ({
  source: { kind: 'windows', channels: ['sysmon'], eventIds, providers: null },
  where: null,
  view: null,
});
const rule = (where: Node, routes: readonly Route[] = [sysmon([1])]): Rule =>
  ({ kind: 'rule', where, routes }) as unknown as Rule;

test('a rule needs the rarest of what must hold, everything where one of several must, and nothing of negations', () => {
  const plan = planOf([
    rule(all(ends('Image', '\\cmd.exe'), has('CommandLine', 'Mimikatz'))),
    rule(any(is('User', 'root'), ends('Image', '\\x.exe'))),
    rule(not(is('User', 'root'))),
    rule({ op: 'const', is: false }),
    rule(word('secret')),
  ]);
  const named = plan.needs.map((need) => need && [need[0].map((field) => plan.fields[field]), need[1]]);
  expect(named).toEqual([[['CommandLine'], []], [['User', 'Image'], []], null, [[], []], [[], ['secret']]]);
  const tables = Object.fromEntries(plan.fields.map((name, field) => [name, plan.table(field)]));
  expect(tables.CommandLine?.contains).toEqual({ texts: ['mimikatz'], rules: [0], windows: [0] });
  expect(tables.Image?.components).toEqual({ texts: ['\\x.exe'], rules: [1] });
  expect(tables.User?.equals).toEqual({ texts: ['root'], rules: [1] });
  expect(plan.names).toEqual(['Image', 'CommandLine', 'User']);
});

test('the event id is needed only where nothing else is', () => {
  const plan = planOf([
    rule(all(is('EventID', '4688'), has('CommandLine', 'whoami'))),
    rule(any(is('event id', '1102'), has('CommandLine', 'wevtutil'))),
    rule(ends('EventID', '02')),
  ]);
  expect(plan.fields).toEqual(['CommandLine']);
  expect(plan.needs).toEqual([[[0], [], []], [[0], [], ['1102']], null]);
});

test('a need in a field that few rules of the same records ask for goes to one that is asked for anyway', () => {
  const many = Array.from({ length: 60 }, (_, n) => rule(has('CommandLine', `needle-${n}`)));
  const odd = all(is('Signature', 'a-rare-signature'), has('CommandLine', 'thing'));
  const needs = (rules: readonly Rule[]) => {
    const plan = planOf(rules);
    return plan.needs.at(-1)?.[0].map((field) => plan.fields[field]);
  };
  expect(needs([...many, rule(odd)])).toEqual(['CommandLine']);
  expect(needs([...many, rule(odd, [sysmon([7])])])).toEqual(['Signature']);
});

test('rules stand beside each different route once', () => {
  const plan = planOf([rule(has('A', 'a'), [sysmon([1]), sysmon([1]), sysmon(null)]), rule(has('A', 'b'))]);
  expect(plan.routes).toEqual([sysmon([1]), sysmon(null)]);
  expect(plan.routed).toEqual([[0, 1], [0]]);
});

test('what reading expressions told can be kept as JSON', () => {
  const { regexes } = planOf([rule({ op: 'regex', field: 'A', source: 'abc\\d', flags: 'i' })]);
  expect(regexes).toMatchObject([{ source: 'abc\\d', flags: 'i', plain: true, literals: ['abc'] }]);
  expect(JSON.parse(JSON.stringify(regexes))).toEqual(regexes);
  expect(regexes[0]!.native).toBeGreaterThan(1e6);
});
