import { expect, test } from 'vitest';
import { fromList, fromStix } from './hunt-indicators.ts';

test('reads a list with comments, columns, quotes and defanged spellings', () => {
  const text = [
    'type,value,comment',
    'ip,192.0.2[.]7,first server',
    '"bad[.]example[.]org"',
    '# nothing here',
    '',
    'hxxp://files.example[.]net/a  # a page',
    'D41D8CD98F00B204E9800998ECF8427E; dropper.exe',
    'not an indicator',
    '192.0.2.7',
  ].join('\r\n');
  const { watched, problems } = fromList(text, 'list.csv');
  expect(watched.map(({ type, value }) => `${type} ${value}`)).toEqual([
    'ipv4 192.0.2.7',
    'domain bad.example.org',
    'url http://files.example.net/a',
    'md5 d41d8cd98f00b204e9800998ecf8427e',
    'file-name dropper.exe',
  ]);
  expect(problems.map(({ code, place }) => [code, place.line])).toEqual([['no-indicator', 8]]);
});

test('reads patterns and observables of a STIX bundle', () => {
  const bundle = {
    type: 'bundle',
    objects: [
      {
        type: 'indicator',
        name: 'Loader',
        pattern:
          "[file:hashes.'SHA-256' = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' OR file:name = 'o\\'hara.xyz'] AND [ipv4-addr:value='192.0.2.1']",
      },
      { type: 'domain-name', value: 'Example.ORG' },
      { type: 'indicator', pattern: "[process:pid = '1']" },
      { type: 'identity', name: 'CERT' },
      null,
    ],
  };
  const { watched, problems } = fromStix(JSON.stringify(bundle), 'b.json');
  expect(watched).toEqual([
    { type: 'sha256', value: 'a'.repeat(64), note: 'Loader (b.json)' },
    { type: 'file-name', value: "o'hara.xyz", note: 'Loader (b.json)' },
    { type: 'ipv4', value: '192.0.2.1', note: 'Loader (b.json)' },
    { type: 'domain', value: 'example.org', note: 'b.json' },
  ]);
  expect(problems.map(({ code, place }) => [code, place.part])).toEqual([['no-indicator', 'object 3']]);
  expect(fromStix('{', 'b.json').problems[0]?.code).toBe('not-json');
});
