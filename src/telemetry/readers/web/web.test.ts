import { describe, expect, test } from 'vitest';
import { inputOf, see } from '../../../../test/fixtures/logs/see.ts';

const COMBINED =
  '192.0.2.7 - alice [20/Sep/2020:12:11:12 +0200] "GET /a%2e%2e/x.php?cmd=who%20ami HTTP/1.1" 200 512 "https://b.example/" "curl/8 \\"x\\""';
const NAMES = [
  'c-ip',
  'cs-username',
  'cs-method',
  'cs-uri-stem',
  'cs-uri-query',
  'sc-status',
  'cs-referer',
  'cs-user-agent',
];

describe('access logs', () => {
  test('combined format', async () => {
    const { reader, events, problems } = await see(inputOf(`${COMBINED}\n`), NAMES);
    expect({ reader, problems }).toEqual({ reader: 'access', problems: [] });
    expect(events).toEqual([
      {
        record: 1,
        time: '2020-09-20T10:11:12.000Z',
        channel: '',
        eventId: -1,
        provider: '',
        computer: '',
        source: '/webserver/',
        fields: {
          'c-ip': '192.0.2.7',
          'cs-username': 'alice',
          'cs-method': 'GET',
          'cs-uri-stem': ['/a%2e%2e/x.php', '/a../x.php'],
          'cs-uri-query': ['cmd=who%20ami', 'cmd=who ami', '/a%2e%2e/x.php?cmd=who%20ami', '/a../x.php?cmd=who ami'],
          'sc-status': '200',
          'cs-referer': 'https://b.example/',
          'cs-user-agent': ['curl/8 \\"x\\"', 'curl/8 "x"'],
        },
        // Keywords are looked for on the line, and in what is encoded on it.
        texts: [COMBINED, '/a../x.php?cmd=who ami', 'curl/8 "x"'],
      },
    ]);
  });

  test.each([
    ['common', '::1 - - [20/Sep/2020:10:11:12 +0000] "POST /x HTTP/1.0" 404 -', { 'c-ip': '::1', 'cs-method': 'POST' }],
    [
      'with a virtual host',
      'w.example:443 192.0.2.7 - - [20/Sep/2020:10:11:12 +0000] "GET / HTTP/2.0" 200 1 "-" "-" 17',
      { 'c-ip': '192.0.2.7', 'cs-user-agent': null },
    ],
    [
      'no HTTP',
      '192.0.2.7 - - [20/Sep/2020:10:11:12 +0000] "\\x16\\x03" 400 0 "-" "-"',
      { 'cs-method': null, 'cs-uri-query': '\\x16\\x03' },
    ],
    [
      'a user with a blank',
      '192.0.2.7 - a b [20/Sep/2020:10:11:12 +0000] "GET / HTTP/1.1" 200 1',
      { 'cs-username': 'a b' },
    ],
  ])('%s', async (_, line, fields) => {
    const { events } = await see(inputOf(line), NAMES);
    expect(events).toHaveLength(1);
    expect(events[0]!.fields).toMatchObject(fields);
  });

  test('other lines are problems; the hint says that it is a proxy', async () => {
    const hint = { product: '', category: 'proxy', service: '' };
    const { events, problems } = await see(inputOf(`${COMBINED}\nwhat\n\n${COMBINED}\n`, { hint }), [
      'c-uri',
      'c-useragent',
    ]);
    expect(events.map((event) => [event.record, event.source])).toEqual([
      [1, '/proxy/'],
      [4, '/proxy/'],
    ]);
    expect(events[0]!.fields['c-useragent']).toEqual(['curl/8 \\"x\\"', 'curl/8 "x"']);
    expect(problems.map((p) => p.place.line)).toEqual([2]);
  });
});

const IIS = [
  '#Software: Microsoft Internet Information Services 10.0',
  '#Version: 1.0',
  '#Date: 2020-09-20 00:00:00',
  '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status',
  '2020-09-20 10:11:12 192.0.2.1 GET /x.aspx a=%2e%2e 443 - 192.0.2.7 Mozilla/5.0+(Windows+NT) - 200',
];

describe('W3C logs', () => {
  test('IIS', async () => {
    const { reader, events, problems } = await see(inputOf(IIS.join('\r\n')), NAMES);
    expect({ reader, problems }).toEqual({ reader: 'w3c', problems: [] });
    expect(events).toMatchObject([
      {
        record: 5,
        time: '2020-09-20T10:11:12.000Z',
        source: '/webserver/',
        fields: {
          'c-ip': '192.0.2.7',
          'cs-username': null,
          'cs-uri-stem': '/x.aspx',
          'cs-uri-query': ['a=%2e%2e', 'a=..', '/x.aspx?a=%2e%2e', '/x.aspx?a=..'],
          'sc-status': '200',
          'cs-referer': null,
          'cs-user-agent': ['Mozilla/5.0+(Windows+NT)', 'Mozilla/5.0 (Windows NT)'],
        },
      },
    ]);
  });

  test('fields that change, lines that do not fit', async () => {
    const text = [...IIS, 'short line', '#Fields: time cs-method sc-status', '10:12:00 PUT 201', ''].join('\n');
    const { events, problems } = await see(inputOf(text), ['cs-method', 'c-ip']);
    expect(events.map(({ fields, time }) => [fields, time])).toEqual([
      [{ 'cs-method': 'GET', 'c-ip': '192.0.2.7' }, '2020-09-20T10:11:12.000Z'],
      [{ 'cs-method': 'PUT' }, '2020-09-20T10:12:00.000Z'],
    ]);
    expect(problems.map(({ code, place }) => [code, place.line])).toEqual([['record-broken', 6]]);
  });

  test('a proxy with quoted values', async () => {
    const text = [
      '#Software: SGOS 6.7',
      '#Fields: date time c-ip cs-username cs-method cs-uri-scheme cs-host cs-uri-path cs-uri-query cs(User-Agent) s-action',
      '2020-09-20 10:11:12 192.0.2.7 - GET https b.example /p.php ?x=1 "Mozilla/5.0 (X11)" TCP_NC_MISS',
    ].join('\n');
    const { events } = await see(inputOf(text), ['c-uri', 'c-useragent', 'cs-host']);
    expect(events).toMatchObject([
      {
        source: '/proxy/',
        fields: { 'c-uri': 'https://b.example/p.php?x=1', 'c-useragent': 'Mozilla/5.0 (X11)', 'cs-host': 'b.example' },
      },
    ]);
  });

  test('the firewall of Windows', async () => {
    const text = [
      '#Version: 1.5',
      '#Software: Microsoft Windows Firewall',
      '#Time Format: Local',
      '#Fields: date time action protocol src-ip dst-ip src-port dst-port size',
      '',
      '2020-09-20 10:11:12 DROP TCP 192.0.2.7 192.0.2.8 50000 445 52',
    ].join('\r\n');
    const { events } = await see(inputOf(text), ['action', 'dst_port', 'src_ip']);
    expect(events).toMatchObject([
      { source: '/firewall/', fields: { action: 'DROP', dst_port: '445', src_ip: '192.0.2.7' } },
    ]);
  });
});
