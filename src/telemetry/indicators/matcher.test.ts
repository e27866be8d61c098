import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IndicatorMatcher } from './matcher.ts';
import { type Watched, watchedOf } from './watched.ts';

const HASH = 'd41d8cd98f00b204e9800998ecf8427e';
const WRITTEN = [
  '192.0.2.7',
  'bad.example.org',
  HASH,
  'http://files.example.net/a/b.php?x=1',
  'dropper.exe',
  '2001:DB8::7',
  'Some Plan 2024.docx',
  'mail@example.com',
];
const watched = WRITTEN.map((text) => watchedOf(text)) as Watched[];
const matcher = new IndicatorMatcher(watched);
const found = (text: string) => matcher.find(text).map((n) => WRITTEN[n]);

test('tells the types that lists hold', () => {
  expect(watched.map(({ type }) => type)).toEqual([
    'ipv4',
    'domain',
    'md5',
    'url',
    'file-name',
    'ipv6',
    'file-name',
    'email',
  ]);
  for (const no of ['', 'word', '300.1.1.1', 'C:\\Windows', 'a b.c d', '1.2.3', 'cve-2024-1234'])
    expect(watchedOf(no)).toBeNull();
  expect(watchedOf('EXAMPLE.org.')).toEqual({ type: 'domain', value: 'example.org', note: '' });
});

test.each([
  ['192.0.2.7:443', ['192.0.2.7']],
  ['192.0.2.77', []],
  ['1192.0.2.7', []],
  ['cdn.BAD.example.org', ['bad.example.org']],
  ['https://bad.example.org/x', ['bad.example.org']],
  ['notbad.example.org', []],
  ['bad.example.org.uk', []],
  [`MD5=${HASH.toUpperCase()},SHA256=00`, [HASH]],
  [`${HASH}0`, []],
  ['GET HTTP://FILES.EXAMPLE.NET/a/b.php?x=1 now', ['http://files.example.net/a/b.php?x=1']],
  ['http://files.example.net/a/other', []],
  ['"C:\\Users\\x\\Dropper.exe" -q', ['dropper.exe']],
  ['C:\\mydropper.exe', []],
  ['to [2001:db8:0:0:0:0:0:7]:443', ['2001:DB8::7']],
  ['D:\\some plan 2024.docx', ['Some Plan 2024.docx']],
  ['From: <Mail@example.com>', ['mail@example.com']],
  ['192.0.2.7 and bad.example.org and 192.0.2.7', ['192.0.2.7', 'bad.example.org']],
  ['', []],
])('%s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test('finds what stands between any other characters', () => {
  const around = fc.string({ unit: fc.constantFrom(' ', '"', '\\', '/', '=', ',', '(', 'é', 'İ', '\n') });
  fc.assert(
    fc.property(fc.constantFrom('192.0.2.7', HASH, 'dropper.exe', 'bad.example.org'), around, around, (value, a, b) => {
      expect(found(`${a}${value.toUpperCase()}${b}`)).toEqual([value]);
    }),
  );
});
