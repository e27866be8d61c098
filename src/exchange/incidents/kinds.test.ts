import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { codedDate, isoDay, serialDay } from './dates.ts';
import { readData } from './kinds.ts';

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
const codes = (problems: readonly { code: string; place: { line?: number } }[]) =>
  problems.map((p) => [p.code, p.place.line]);

test('dates keep the precision that coders leave in them', () => {
  expect(
    ['2017-01-01', '2017-03-01', '2017-03-02', '2017', '2017-02-30'].map((d) => codedDate(d)?.precision ?? null),
  ).toEqual(['year', 'month', 'day', 'year', null]);
  expect(isoDay('3/2/2017')).toBe('2017-03-02');
  expect(serialDay(39_479)).toBe('2008-02-01');
});

describe('counts as CSV', () => {
  const read = readData([
    file(
      'counts.csv',
      [
        'period,value,unit,counter,target,of,share',
        '2017-03-02/2017-03-08,25,attempt,South Korean defence ministry,KR,,',
        '2017-03,"1,204",Attempt,a firm,South Korea,,',
        '2017-01/2017-07,4509,attack,Foreign Ministry of South Korea,KR,8263,75',
        '2017-13,5,attempt,a firm,KR,,',
        '2017-04,many,attempt,a firm,KR,,',
        '2017-04,5,attempt,,KR,,',
        '2017-03-02/2017-03-08,25,attempt,South Korean defence ministry,KR,,',
      ].join('\n'),
    ),
  ]);

  test('good rows become counts with unit, counter and period', () => {
    expect(
      read.data!.tallies.map((t) => [t.period.first, t.period.last, t.value, t.unit, t.counter_country, t.target]),
    ).toEqual([
      ['2017-03-02', '2017-03-08', 25, 'attempt', 'KR', 'KR'],
      ['2017-03-01', '2017-03-31', 1204, 'attempt', null, 'KR'],
      ['2017-01-01', '2017-07-31', 4509, 'attack', 'KR', 'KR'],
      ['2017-03-02', '2017-03-08', 25, 'attempt', 'KR', 'KR'],
    ]);
  });

  test('bad rows are problems: impossible period and number, no counter, a share that does not add up, a repetition', () => {
    expect(codes(read.problems)).toEqual([
      ['share-differs', 4],
      ['value-impossible', 5],
      ['value-impossible', 6],
      ['row-without', 7],
      ['row-duplicate', 8],
    ]);
    expect(read.problems[0]!.details).toMatchObject({ computed: 54.6, needed: 6012 });
  });

  test('tables of no known shape are said to be none', () => {
    const { data, problems } = readData([file('x.csv', 'a,b\n1,2\n')]);
    expect([data, ...problems.map((p) => p.code)]).toEqual([null, 'table-unknown']);
  });
});

const cell = (value: string | number, i: number, row: number) =>
  typeof value === 'number'
    ? `<c r="${String.fromCharCode(65 + i)}${row}"><v>${value}</v></c>`
    : `<c r="${String.fromCharCode(65 + i)}${row}" t="inlineStr"><is><t>${value}</t></is></c>`;
const sheet = (rows: (string | number)[][]) =>
  strToU8(
    `<worksheet><sheetData>${rows.map((r, y) => `<row r="${y + 1}">${r.map((v, x) => cell(v, x, y + 1)).join('')}</row>`).join('')}</sheetData></worksheet>`,
  );

describe('DCID as a workbook of two sheets', () => {
  const head = [
    'Cyberincidentnum',
    'Dyadpair',
    'StateA',
    'StateB',
    'Name',
    'interactionstartdate',
    'interactionenddate',
    'method',
    'targettype',
    'initiator',
    'cyber_objective',
    'Concession ',
    'severity',
  ];
  const bytes = zipSync({
    'xl/worksheets/sheet1.xml': sheet([
      head,
      [1, '710732', 'China', 'S Korea', 'First', 42_559, 42_600, 3, 2, 710, 3, 0, 4],
      [2, '710732', 'China', 'S Korea', 'Second', 42_826, 42_810, 3, 2, 731, 2, 1, 12],
    ]),
    'xl/worksheets/sheet2.xml': sheet([
      [...head, 'target', 'Diplo_Negative', 'Econ_Negative', 'Mil_Negative'],
      [9, '710732', 'China', 'S Korea', 'First', 42_559, '', 3, 2, 710, 3, 1, 4, 732, 17, 3, 0],
    ]),
  });
  const { data, problems } = readData([{ name: 'dcid.xlsx', bytes }]);

  test('parties, dates, severity in its own scheme, outcome, measures beside the act', () => {
    expect(data!.incidents[0]).toMatchObject({
      id: 'dcid:1',
      time: { first: '2016-07-08', precision: 'day' },
      initiators: ['CN'],
      targets: ['KR'],
      scores: [{ scheme: 'dcid-severity', value: 4 }],
      outcome: { concession: false },
      lanes: ['cyber', 'economic', 'diplomatic'],
    });
  });

  test('an initiator outside of its dyad, an end before the start, an impossible severity, sheets that disagree', () => {
    expect(problems.map((p) => [p.code, p.details.id])).toEqual([
      ['sheets-disagree', 'dcid:1'],
      ['end-before-start', 'dcid:2'],
      ['initiator-outside-dyad', 'dcid:2'],
      ['value-impossible', 'dcid:2'],
    ]);
  });
});

test('CFR: disclosures with sponsor and victims; rows without a type are actors', () => {
  const { data, problems } = readData([
    file(
      'cfr.csv',
      'Title,Date,Affiliations,Description,Response,Victims,Sponsor,Type,Category\nA leak,2017-04-04,,,"Denial https://example.org","Japan, South Korea",China,Espionage,"Government, Military"\nA group,,,,,,"Russian Federation",,\nBroken,2018-05-05,,,,,Espionage,Sabotage,\n',
    ),
  ]);
  expect(data!.incidents[0]).toMatchObject({
    unit: 'disclosure',
    initiators: ['CN'],
    targets: ['JP', 'KR'],
    lanes: ['cyber', 'response'],
  });
  expect(problems.map((p) => p.code)).toEqual(['row-without', 'value-impossible']);
});

test('MISP events and STIX campaigns; broken ones are left out', () => {
  const misp = readData([
    file(
      'misp.json',
      JSON.stringify({
        response: [
          {
            Event: {
              uuid: 'u-1',
              info: 'Spear phishing',
              date: '2024-02-03',
              threat_level_id: '1',
              Orgc: { name: 'A CERT' },
              Tag: [{ name: 'misp-galaxy:target-information="South Korea"' }],
            },
          },
          { Event: { info: 'no id' } },
        ],
      }),
    ),
  ]);
  expect(misp.data!.incidents).toMatchObject([
    { id: 'misp:u-1', targets: ['KR'], counter: 'A CERT', scores: [{ scheme: 'misp-threat-level', value: 3 }] },
  ]);
  expect(misp.problems.map((p) => p.code)).toEqual(['row-without']);
  const relation = (source_ref: string, relationship_type: string, target_ref: string) => ({
    type: 'relationship',
    id: `relationship--${source_ref}${target_ref}`,
    source_ref,
    relationship_type,
    target_ref,
  });
  const stix = readData([
    file(
      'stix.json',
      JSON.stringify({
        type: 'bundle',
        objects: [
          {
            type: 'campaign',
            id: 'campaign--1',
            name: 'C',
            first_seen: '2024-02-03T00:00:00Z',
            last_seen: '2023-01-01T00:00:00Z',
          },
          { type: 'intrusion-set', id: 'intrusion-set--1', name: 'G' },
          { type: 'location', id: 'location--1', country: 'CN' },
          { type: 'location', id: 'location--2', country: 'KR' },
          relation('campaign--1', 'attributed-to', 'intrusion-set--1'),
          relation('intrusion-set--1', 'originates-from', 'location--1'),
          relation('campaign--1', 'targets', 'location--2'),
        ],
      }),
    ),
  ]);
  expect(stix.data!.incidents).toMatchObject([{ id: 'stix:campaign--1', initiators: ['CN'], targets: ['KR'] }]);
  expect(stix.problems.map((p) => p.code)).toEqual(['end-before-start']);
  expect(readData([file('x.json', '{"a"')]).problems.map((p) => p.code)).toEqual(['unreadable']);
});

test.each([
  ['stix', '{}'],
  ['misp', '{"type":"bundle","objects":[]}'],
  ['dcid', '[]'],
  [null, '{"objects":[{"type":"malware","id":"malware--1","name":"m"}]}'],
  [null, 'value,unit,counter,period\n'],
] as const)('a file without anything of the kind %j is a problem, not an empty data set', (kind, text) => {
  const { data, problems } = readData([file('x.json', text)], kind);
  expect(data).toBeNull();
  expect(problems.at(-1)).toMatchObject({ code: 'nothing-of-kind', severity: 'error' });
});

describe('DCID, what is wrong row by row', () => {
  const head = [
    ...['Cyberincidentnum', 'Dyadpair', 'StateA', 'StateB', 'Name', 'interactionstartdate', 'interactionenddate'],
    ...['method', 'targettype', 'initiator', 'cyber_objective', 'Concession', 'severity'],
  ];
  const pair = ['731732', 'N Korea', 'S Korea'];
  const act = (n: number, name: string, start: number, method = 3) => [
    n,
    ...pair,
    name,
    start,
    start,
    method,
    1,
    731,
    1,
    0,
    4,
  ];
  const measures = ['target', 'Econ_Negative', 'Ereduce-', 'Ethreat-', 'Eemb/sanc-'];
  const bytes = zipSync({
    'xl/worksheets/sheet1.xml': sheet([
      head,
      act(1, 'Exchange A', 42_767),
      act(2, 'The same exchange', 42_767),
      act(3, 'Exchange heist', 42_780, 2),
      act(4, 'Exchange again', 42_900),
    ]),
    'xl/worksheets/sheet2.xml': sheet([
      [...head, ...measures],
      [...act(1, 'Exchange A', 42_767), 732, 2, 4.4, 0, 2],
      // The answer to it; by its name alone it would stand for the incident.
      [...act(1, 'Exchange A', 42_767), 732, 0, 0, 0, 0],
      [...act(2, 'Nobody knows', 42_767), 732, 1, 0, 0, 0],
    ]),
  });
  const { data, problems } = readData([{ name: 'dcid.xlsx', bytes }]);

  test('coded alike, begun alike a month apart, totals without their parts, acts without an incident', () => {
    expect(problems.map((p) => [p.code, p.place.line, p.details.of ?? p.details.field ?? ''])).toEqual([
      ['row-duplicate', 3, 'dcid:1'],
      ['row-alike', 4, 'dcid:1'],
      ['total-differs', 4, 'Econ_Negative'],
      ['row-alone', 4, ''],
    ]);
  });

  test('the act, not the answer to it, gives an incident its lanes', () => {
    expect(data!.incidents.map((i) => i.lanes)).toEqual([['cyber', 'economic'], ['cyber'], ['cyber'], ['cyber']]);
  });
});

test('CFR: a sponsor with a comma of its own is one state; impossible dates and repeated rows are named', () => {
  const { data, problems } = readData([
    file(
      'cfr.csv',
      [
        'Title,Date,Affiliations,Description,Response,Victims,Sponsor,Type,Category',
        'A leak,2017-04-04,,,,Israel,"Palestine, State of",Espionage,Military',
        'A leak,2017-04-04,,,,Israel,"Palestine, State of",Espionage,Military',
        'Another,2017-13-04,,,,Israel,"Iran, Russian Federation",Espionage,Military',
        'Undated,,,,,Israel,Iran,Espionage,',
      ].join('\n'),
    ),
  ]);
  expect(data!.incidents.map((i) => i.initiators)).toEqual([['PS'], ['PS'], ['IR', 'RU'], ['IR']]);
  expect(codes(problems)).toEqual([
    ['date-impossible', 4],
    ['row-undated', 5],
    ['row-duplicate', 3],
  ]);
});

test('MISP and STIX: undated, impossible, repeated and nameless events are named by their place', () => {
  const event = (uuid: string, more: object) => ({ Event: { uuid, info: `Event ${uuid}`, ...more } });
  const misp = readData([
    file(
      'misp.json',
      JSON.stringify({
        response: [
          event('u-1', { date: '2024-02-03' }),
          event('u-1', { date: '2024-02-03' }),
          event('u-2', {}),
          event('u-3', { date: '2024-02-31' }),
          7,
        ],
      }),
    ),
  ]);
  expect(misp.data!.incidents.map((i) => [i.id, i.time?.first ?? null])).toEqual([
    ['misp:u-1', '2024-02-03'],
    ['misp:u-2', null],
    ['misp:u-3', null],
  ]);
  expect(misp.problems.map((p) => [p.code, p.place.part])).toEqual([
    ['row-duplicate', 'object 2'],
    ['row-undated', 'object 3'],
    ['date-impossible', 'object 4'],
    ['row-without', 'object 5'],
  ]);
  const campaign = (n: number, more: object) => ({ type: 'campaign', id: `campaign--${n}`, name: `C${n}`, ...more });
  const stix = readData([
    file(
      'stix.json',
      JSON.stringify({
        type: 'bundle',
        objects: [
          campaign(1, { first_seen: '2024-02-03T00:00:00Z' }),
          campaign(1, { first_seen: '2024-02-03T00:00:00Z' }),
          campaign(2, { first_seen: 'last week' }),
          campaign(3, { name: undefined, created: '2024-05-06T00:00:00Z' }),
          campaign(4, { created: '2024-05-06T00:00:00Z' }),
        ],
      }),
    ),
  ]);
  expect(stix.data!.incidents.map((i) => [i.id, i.time?.precision ?? null])).toEqual([
    ['stix:campaign--1', 'day'],
    ['stix:campaign--2', null],
    ['stix:campaign--4', 'year'],
  ]);
  expect(stix.problems.map((p) => [p.code, p.place.part])).toEqual([
    ['row-duplicate', 'object 2'],
    ['date-impossible', 'object 3'],
    ['row-without', 'object 4'],
  ]);
});
