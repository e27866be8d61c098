import { expect, test } from 'vitest';
import { inputOf, see } from '../../../../test/fixtures/logs/see.ts';

const DNS = [
  '#separator \\x09',
  '#set_separator\t,',
  '#empty_field\t(empty)',
  '#unset_field\t-',
  '#path\tdns',
  '#open\t2020-09-20-10-11-12',
  '#fields\tts\tuid\tid.orig_h\tid.orig_p\tquery\trejected\tanswers\tTTLs',
  '#types\ttime\tstring\taddr\tport\tstring\tbool\tvector[string]\tvector[interval]',
  '1600596672.123456\tCx1\t192.0.2.7\t50000\ta.example\tT\tb.example,192.0.2.9\t1.000000,2.000000',
  '1600596673.000000\tCx2\t192.0.2.7\t50001\t-\tF\t(empty)\t-',
  '#close\t2020-09-20-11-00-00',
  '',
];
const NAMES = ['id.orig_h', 'query', 'rejected', 'answers', 'answer', 'TTLs'];

test('a table: unset, empty, sets, truth values, names of the dns category', async () => {
  const { reader, events, problems } = await see(inputOf(DNS.join('\n'), { name: 'dns.log' }), NAMES);
  expect({ reader, problems }).toEqual({ reader: 'zeek', problems: [] });
  expect(events).toMatchObject([
    {
      record: 9,
      time: '2020-09-20T10:11:12.123Z',
      source: 'zeek/dns/dns',
      fields: {
        'id.orig_h': '192.0.2.7',
        query: 'a.example',
        rejected: 'true',
        answers: ['b.example', '192.0.2.9'],
        answer: ['b.example', '192.0.2.9'],
        TTLs: ['1.000000', '2.000000'],
      },
    },
    { record: 10, fields: { query: null, rejected: 'false', answers: null, TTLs: null } },
  ]);
});

test('a row with another number of values is a problem with its line; fields may change in the middle', async () => {
  const text = [
    ...DNS.slice(0, 8),
    'x\ty',
    DNS[8],
    '#path\thttp',
    '#fields\tts\turi',
    '#types\ttime\tstring',
    '1600596672\t/a',
  ];
  const { events, problems } = await see(inputOf(text.join('\r\n')), ['uri', 'c-uri', 'query']);
  expect(problems.map(({ code, place }) => [code, place.line])).toEqual([['record-broken', 9]]);
  expect(events).toMatchObject([
    { source: 'zeek/dns/dns', fields: { query: 'a.example' } },
    { source: 'zeek/proxy/http', fields: { uri: '/a', 'c-uri': '/a' } },
  ]);
});

test.each([
  ['_path', { _path: 'dns', ts: 1600596672.5, 'id.orig_h': '192.0.2.7', query: 'a.example' }, 'x.json'],
  [
    'the name of the file',
    { ts: '2020-09-20T10:11:12.5Z', uid: 'C', id: { orig_h: '192.0.2.7' }, query: 'a.example' },
    'day1/dns.2020-09-20.log',
  ],
])('JSON, known by %s', async (_, record, name) => {
  const { events } = await see(inputOf(JSON.stringify(record), { name }), ['id.orig_h', 'query']);
  expect(events).toMatchObject([
    {
      source: 'zeek/dns/dns',
      time: '2020-09-20T10:11:12.500Z',
      fields: { 'id.orig_h': '192.0.2.7', query: 'a.example' },
    },
  ]);
});
