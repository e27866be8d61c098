import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasWords } from '../base/problem-words.ts';
import { loadRules } from './load.ts';
import { brief, load, rule, ruleText, short, TABLE } from './rule/read.fixture.ts';

test('a rule with everything that describes it', () => {
  const { pack, problems } = load(`# a comment
title: Something Odd
id: 0A7F3D3E-5b8e-4b63-9b36-1d5c7c8f2a10
name: something_odd
related:
    - id: 929a690e-bef0-4204-a928-ef5e620d6fcc
      type: derived
status: test
description: Tells of something odd.
references:
    - https://example.com/odd
author: A. Analyst
date: 2025/8/2
modified: 2025-08-03
tags:
    - attack.t1059.001
logsource:
    product: windows
    category: process_creation
detection:
    selection:
        Image|endswith: '\\odd.exe'
    condition: selection
falsepositives: None known
level: high
unheard-of: kept out
`);
  expect(problems).toEqual([]);
  expect(pack).toEqual({
    correlations: [],
    rules: [
      {
        kind: 'rule',
        id: '0a7f3d3e-5b8e-4b63-9b36-1d5c7c8f2a10',
        name: 'something_odd',
        title: 'Something Odd',
        level: 'high',
        status: 'test',
        tags: ['attack.t1059.001'],
        description: 'Tells of something odd.',
        author: 'A. Analyst',
        date: '2025-08-02',
        modified: '2025-08-03',
        references: ['https://example.com/odd'],
        falsepositives: ['None known'],
        file: 'x.yml',
        line: 2,
        logsource: { product: 'windows', category: 'process_creation', service: null },
        routes: [
          {
            source: {
              kind: 'windows',
              channels: ['microsoft-windows-sysmon/operational'],
              eventIds: [1],
              providers: null,
            },
            where: null,
            view: null,
          },
        ],
        where: { op: 'string', field: 'Image', pattern: [{ wild: 'many' }, '\\odd.exe'], cased: false },
        reported: true,
        carries: [],
      },
    ],
  });
  expect(JSON.parse(JSON.stringify(pack))).toEqual(pack);
  expect(Object.isFrozen(pack.rules[0])).toBe(true);
});

test('a rule that says little gets an id from its text and says so little on', () => {
  const text = 'title: t\nlogsource: {product: windows}\ndetection: {s: {A: 1}, condition: s}';
  const [it] = load(text).pack.rules;
  expect(it).toMatchObject({ name: null, level: 'medium', status: 'experimental', tags: [], date: '', author: '' });
  expect(it!.id).toMatch(/^rule-[\da-f]{20}$/);
  expect(load(text).pack.rules[0]!.id).toBe(it!.id);
});

test('doubtful descriptions are remarked, the rule is used', () => {
  const { pack, problems } = load(`title: t
id: 17
taxonomy: ecs
status: brilliant
level: HIGH
date: 2025-13-01
related: [{id: x, type: cousin}]
references: {a: b}
tags: [Attack T1059]
logsource: {product: Windows, definition: audit it}
detection:
    s: {A: 1}
    unused: {B: 1}
    all_of_one: {'C|all': x, D: [x, null]}
    timeframe: 5m
    condition: s or all_of_one
`);
  expect(pack.rules[0]).toMatchObject({ id: '17', level: 'high', status: 'experimental', date: '' });
  expect(problems.map((it) => `${brief(it)} ${it.severity}`)).toEqual([
    'field-value 2:5 warning',
    'other-taxonomy 3:11 warning',
    'field-value 7:11 warning',
    'field-value 4:9 warning',
    'field-value 9:7 warning',
    'field-value 6:7 warning',
    'field-type 8:13 warning',
    'logsource-case 10:12 warning',
    'all-with-one-value 14:19 warning',
    'null-in-list 14:37 warning',
    'timeframe-ignored 15:5 warning',
    'selection-unused 13:5 warning',
  ]);
});

test.each([
  ['logsource: {product: windows}\ndetection: {s: {A: 1}, condition: s}', 'field-missing 1:1'],
  ['title: t\ndetection: {s: {A: 1}, condition: s}', 'field-missing 1:1'],
  ['title: t\nlogsource: {definition: x}\ndetection: {s: {A: 1}, condition: s}', 'logsource-empty 2:12'],
  ['title: t\nlogsource: windows\ndetection: {s: {A: 1}, condition: s}', 'field-type 2:12'],
  ['title: t\nlogsource: {product: windows}\ndetection: [s]', 'field-type 3:12'],
  ['title: t\nlogsource: {product: windows}\ndetection: {s: {A: 1}}', 'no-condition 3:12'],
  ['title: t\nlogsource: {product: windows}\ndetection: {condition: s}', 'no-selection 3:12'],
  ['title: t\nlogsource: {product: windows}', 'not-a-rule 1:1'],
  ['title: t\ndetection: {}\nfilter: {}', 'kinds-mixed 3:1'],
  ['- a\n- b', 'not-a-rule 1:1'],
  ['just text', 'not-a-rule 1:1'],
  ['title: [', 'yaml-syntax 1:9'],
  [
    'title: t\nlogsource: {product: windows, service: unheard}\ndetection: {s: {A: 1}, condition: s}',
    'no-log-source 2:1',
  ],
  [
    'title: t\nlogsource: {product: windows, category: file_access}\ndetection: {s: {A: 1}, condition: s}',
    'no-log-source 2:1',
  ],
])('not loaded, with its place: %s', (text, why) => {
  const { account, pack } = load(text);
  expect(account.map((it) => it.why && brief(it.why))).toEqual([why]);
  expect(account[0]!.loaded).toBe(false);
  expect(pack.rules).toEqual([]);
});

test('every document of every file is accounted for', () => {
  const files = [
    { file: 'a.yml', text: `${ruleText('s: {A: 1}\ncondition: s')}---\ntitle: broken\ndetection: 5\n` },
    { file: 'empty.yml', text: '# nothing\n' },
    { file: 'b.yml', text: ruleText('s: {A: 2}\ncondition: s') },
  ];
  const { account, pack } = loadRules(files, { logsources: TABLE });
  expect(
    account.map(({ file, document, line, kind, loaded, why }) => [file, document, line, kind, loaded, why?.code]),
  ).toEqual([
    ['a.yml', 1, 1, 'rule', true, undefined],
    ['a.yml', 2, 10, 'rule', false, 'field-missing'],
    ['empty.yml', 0, 1, null, false, 'no-document'],
    ['b.yml', 1, 1, 'rule', false, 'duplicate-id'],
  ]);
  expect(account[3]!.why!.details).toMatchObject({ first: 'a.yml, line 1' });
  expect(pack.rules.map(({ file }) => file)).toEqual(['a.yml']);
});

test('rules come in the order of their ids, whatever the order of the files', () => {
  const text = (id: number): string =>
    ruleText('s: {A: 1}\ncondition: s').replace(/^id: .*/m, `id: 0000000${id}-0000-0000-0000-000000000000`);
  const files = [3, 1, 2].map((id) => ({ file: `${id}.yml`, text: text(id) }));
  const one = loadRules(files, { logsources: TABLE }).pack;
  expect(one.rules.map(({ file }) => file)).toEqual(['1.yml', '2.yml', '3.yml']);
  expect(loadRules([...files].reverse(), { logsources: TABLE }).pack).toEqual(one);
});

const FILTER = (rules: string, condition: string, logsource = '{product: windows}'): string => `
---
title: a filter
logsource: ${logsource}
filter:
    rules: ${rules}
    selection: {User|startswith: adm_}
    selection_2: {Host: h}
    condition: ${condition}
`;
const FILTERED = ruleText('selection: {A: 1}\nselection_1: {B: 1}\ncondition: 1 of selection*').replace(
  'title: t',
  'title: t\nname: named',
);

test.each([
  ['any', 'not selection', '(A=1 | B=1) & !User=adm_*'],
  ['[]', 'not selection', '(A=1 | B=1) & !User=adm_*'],
  ['[named]', 'not 1 of selection*', '(A=1 | B=1) & !(User=adm_* | Host=h)'],
  ['0A7F3D3E-5B8E-4B63-9B36-1D5C7C8F2A10', 'not 1 of them', '(A=1 | B=1) & !(User=adm_* | Host=h)'],
  ['[nobody]', 'not selection', 'A=1 | B=1'],
])('a filter for %s with "%s"', (rules, condition, meant) => {
  expect(short(load(FILTERED + FILTER(rules, condition)).pack.rules[0]!.where)).toBe(meant);
});

test('a filter reaches only rules of its log source', () => {
  const where = (logsource: string): string =>
    short(load(FILTERED + FILTER('any', 'not selection', logsource)).pack.rules[0]!.where);
  expect(where('{product: windows, service: security}')).toContain('adm_');
  expect(where('{service: security}')).toContain('adm_');
  expect(where('{product: windows, category: process_creation}')).not.toContain('adm_');
  expect(where('{product: linux}')).not.toContain('adm_');
});

test('a filter is taken as written; one without not, without rules or without effect is remarked', () => {
  const without = load(FILTERED + FILTER('any', 'selection'));
  expect(short(without.pack.rules[0]!.where)).toBe('(A=1 | B=1) & User=adm_*');
  expect(without.problems.map(brief)).toEqual(['selection-unused 18:5', 'filter-without-not 19:16']);
  expect(load(FILTERED + FILTER('[nobody]', 'not 1 of them')).problems.map(brief)).toEqual([
    'rule-unknown 16:13',
    'filter-without-effect 13:1',
  ]);
  expect(load(FILTERED + FILTER('', 'not 1 of them')).problems.map(brief)).toEqual(['filter-without-rules 16:5']);
});

const CORRELATION = (body: string, head = ''): string => `
---
title: c
id: 10000000-0000-0000-0000-000000000000
${head}correlation:
${body.replace(/^/gm, '    ')}
`;

test('a correlation names rules by id or name, and silences them unless it generates', () => {
  const body = 'type: event_count\nrules: [named]\ngroup-by: [User]\ntimespan: 90m\ncondition: {gt: 100, lte: 200}';
  const { pack, problems } = load(FILTERED + CORRELATION(body));
  expect(problems).toEqual([]);
  expect(pack.correlations[0]).toMatchObject({
    rules: ['0a7f3d3e-5b8e-4b63-9b36-1d5c7c8f2a10'],
    groupBy: ['User'],
    timespan: 5400,
    condition: {
      bounds: [
        { how: 'lte', than: 200 },
        { how: 'gt', than: 100 },
      ],
      expression: null,
      percentile: null,
      field: [],
    },
    reported: true,
  });
  expect(pack.rules[0]).toMatchObject({ reported: false, carries: ['User'] });
  for (const text of [CORRELATION(`${body}\ngenerate: true`), CORRELATION(body, 'generate: true\n')])
    expect(load(FILTERED + text).pack.rules[0]).toMatchObject({ reported: true, carries: ['User'] });
});

test('what aliases and chains need comes with the hits of the rules below', () => {
  const other = ruleText('s: {C: 1}\ncondition: s').replace(
    /^id: .*/m,
    'id: 00000000-0000-0000-0000-000000000002\nname: other',
  );
  const inner = `title: i\nid: 20000000-0000-0000-0000-000000000000\nname: inner\ncorrelation:\n    type: value_count\n    rules: named\n    group-by: Host\n    timespan: 1h\n    condition: {field: User, gte: 3}\n`;
  const outer =
    'type: temporal\nrules: [inner, other]\ngroup-by: [ip]\ntimespan: 1d\naliases: {ip: {inner: source.ip, other: dest.ip}}';
  const { pack, problems } = load([FILTERED, other, inner, CORRELATION(outer).slice(5)].join('---\n'));
  expect(problems).toEqual([]);
  const carries = Object.fromEntries(pack.rules.map((it) => [it.name, it.carries]));
  expect(carries).toEqual({ named: ['Host', 'User', 'source.ip'], other: ['dest.ip'] });
  expect(pack.correlations.map(({ name, reported }) => [name, reported])).toEqual([
    [null, true],
    ['inner', false],
  ]);
  expect(pack.correlations[0]!.condition.bounds).toEqual([{ how: 'gte', than: 2 }]);
});

test('an alias that a chain passes on is asked of the rules by their own name', () => {
  const inner = `title: i\nname: inner\ncorrelation: {type: event_count, rules: named, group-by: host, timespan: 1h, aliases: {host: {named: Computer}}, condition: {gte: 3}}\n`;
  const { pack, problems } = load(
    [FILTERED, inner, CORRELATION('type: temporal\nrules: [inner]\ngroup-by: [host]\ntimespan: 1d').slice(5)].join(
      '---\n',
    ),
  );
  expect(problems).toEqual([]);
  expect(pack.rules[0]!.carries).toEqual(['Computer']);
});

test('chains have an end, whichever way round they are written, and so have the ways an expression can hold', () => {
  const link = (i: number): string =>
    `title: c\nname: c${i}\ncorrelation: {type: temporal, rules: [c${i - 1}], timespan: 1h}\n`;
  const links = Array.from({ length: 3000 }, (_, i) => link(i + 1));
  const start = FILTERED.replace('name: named', 'name: c0');
  for (const texts of [links, [...links].reverse()]) {
    const { account, pack } = load([start, ...texts].join('---\n'));
    expect(account.filter(({ why }) => why?.code === 'chain-too-long').length).toBeGreaterThan(0);
    expect(
      account.every(({ why, loaded }) => loaded || ['chain-too-long', 'rule-not-loaded'].includes(why!.code)),
    ).toBe(true);
    expect(pack.correlations.length).toBeLessThanOrEqual(50);
  }
  const names = Array.from({ length: 10 }, (_, i) => `r${i}`);
  const rules = names.map((name) => FILTERED.replace('name: named', `name: ${name}`).replace(/^id: .*\n/m, ''));
  const pairs = names.map((name) => `(${name} or ${names[0]})`).join(' and ');
  const wide = CORRELATION(`type: temporal\nrules: [${names}]\ntimespan: 1h\ncondition: ${pairs}`).slice(5);
  expect(load([...rules, wide].join('---\n')).account.at(-1)!.why?.code).toBe('rule-too-large');
});

test('one correlation that generates is enough for its rules to be reported', () => {
  const section = (i: number, generate: boolean): string =>
    `title: c${i}\nid: 3000000${i}-0000-0000-0000-000000000000\ncorrelation: {type: temporal, rules: named, timespan: 1h, generate: ${generate}}\n`;
  const reported = (...generate: boolean[]): unknown =>
    load([FILTERED, ...generate.map((it, i) => section(i, it))].join('---\n')).pack.rules[0]!.reported;
  expect([reported(false), reported(true), reported(true, false), reported(false, true)]).toEqual([
    false,
    true,
    true,
    true,
  ]);
});

test.each([
  ['rules: [named]\ntimespan: 1h\ncondition: {gte: 1}', 'field-missing 16:5'],
  ['type: sometimes\nrules: [named]\ntimespan: 1h', 'field-value 16:11'],
  ['type: temporal\nrules: [nobody]\ntimespan: 1h', 'rule-unknown 17:13'],
  ['type: temporal\nrules: []\ntimespan: 1h', 'field-missing 17:12'],
  ['type: temporal\nrules: [named]', 'field-missing 16:5'],
  ['type: temporal\nrules: [named]\ntimespan: 1 hour', 'timespan 18:15'],
  ['type: temporal\nrules: [named]\ntimespan: 0s', 'timespan 18:15'],
  ['type: event_count\nrules: [named]\ntimespan: 1h', 'field-missing 16:5'],
  ['type: event_count\nrules: [named]\ntimespan: 1h\ncondition: {field: A}', 'bound-missing 19:16'],
  ['type: event_count\nrules: [named]\ntimespan: 1h\ncondition: {gte: many}', 'field-type 19:22'],
  ['type: event_count\nrules: [named]\ntimespan: 1h\ncondition: named', 'field-type 19:16'],
  ['type: value_count\nrules: [named]\ntimespan: 1h\ncondition: {gte: 2}', 'field-missing 19:16'],
  [
    'type: value_percentile\nrules: [named]\ntimespan: 1h\ncondition: {field: A, gte: 2, percentile: 101}',
    'field-value 19:16',
  ],
  ['type: temporal\nrules: [named]\ntimespan: 1h\ncondition: named and', 'condition-syntax 19:25'],
  ['type: temporal\nrules: [named]\ntimespan: 1h\ncondition: 1 of named', 'condition-syntax 19:16'],
  ['type: temporal\nrules: [named]\ntimespan: 1h\ncondition: named or other', 'expression-rules 19:16'],
  ['type: temporal\nrules: [10000000-0000-0000-0000-000000000000]\ntimespan: 1h', 'correlation-cycle 17:13'],
  ['type: temporal\nrules: [named]\ntimespan: 1h\ngenerate: maybe', 'field-type 19:15'],
  ['type: temporal\nrules: [named]\ntimespan: 1h\ngroup-by: [ip]\naliases: {ip: {other: x}}', 'rule-unknown 20:20'],
])('a correlation with %j is refused: %s', (body, why) => {
  const { account } = load(FILTERED + CORRELATION(body));
  expect(account.map((it) => it.why && brief(it.why))).toEqual([null, why]);
});

test('a correlation over a rule that did not load does not load either', () => {
  const broken = FILTERED.replace('1 of selection*', 'nothing');
  const { account } = load(broken + CORRELATION('type: temporal\nrules: [named]\ntimespan: 1h'));
  expect(account.map(({ why }) => why?.code)).toEqual(['selection-unknown', 'rule-not-loaded']);
});

test('event ids that a rule requires narrow its routes', () => {
  const ids = (detection: string): unknown =>
    rule(detection).routes.map(({ source }) => 'eventIds' in source && source.eventIds);
  expect(ids('s: {EventID: 4625, A: x}\ncondition: s')).toEqual([[4625]]);
  expect(ids('s: {eventid: [4625, 4624]}\nt: {EventID: [4624, 1]}\ncondition: s and t')).toEqual([[4624]]);
  expect(ids('s: {EventID: 4625}\nt: {EventID: 4624}\ncondition: s or t')).toEqual([[4624, 4625]]);
  expect(ids('s: {EventID: 4625}\nt: {A: x}\ncondition: s or t')).toEqual([null]);
  expect(ids('s: {EventID: 4625}\nt: {A: x}\ncondition: t and not s')).toEqual([null]);
  expect(ids('s: {EventID|gt: 4625}\ncondition: s')).toEqual([null]);
  expect(ids('s: {EventID|startswith: 46}\ncondition: s')).toEqual([null]);
});

test('a rule whose event ids its category does not have is reported', () => {
  const text = ruleText('s: {EventID: 4688}\ncondition: s').replace('service: security', 'category: process_creation');
  expect(load(text).account[0]!.why!.code).toBe('event-id-elsewhere');
});

test('every code has words', () => {
  const source = readFileSync(join(import.meta.dirname, 'rule', 'codes.ts'), 'utf8');
  const codes = [...source.matchAll(/\| '([a-z-]+)'/g)].map((match) => match[1]!);
  expect(codes.length).toBeGreaterThan(50);
  expect(codes.filter((code) => !hasWords(code))).toEqual([]);
});
