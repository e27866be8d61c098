import { expect, test } from 'vitest';
import { charsetOf, cutBytes, decode } from './decode.ts';

const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const utf8 = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));
const check = (bytes: Uint8Array, declared: string | null) => {
  const { text, charset, problems } = decode(bytes, declared, 'a.txt');
  return [text, charset, ...problems.map((p) => p.code)];
};

test.each([
  ['UTF-8 without a word', utf8('café'), null, ['café', 'utf-8']],
  ['UTF-8 with a mark', utf8('\ufeffcafé'), null, ['café', 'utf-8']],
  ['UTF-16 with a mark', new Uint8Array(Buffer.from('\ufeffcafé', 'utf16le')), null, ['café', 'utf-16le']],
  ['UTF-16 without one', new Uint8Array(Buffer.from('plain words', 'utf16le')), null, ['plain words', 'utf-16le']],
  ['windows-1252 without a word', latin('\x93caf\xe9\x94'), null, ['“café”', 'windows-1252', 'guessed-charset']],
  ['what the header says', latin('caf\xe9'), 'iso-8859-1', ['café', 'windows-1252']],
  ['Korean as declared', new Uint8Array([0xc7, 0xd1]), 'euc-kr', ['한', 'euc-kr']],
  ['UTF-8 declared wrongly', latin('caf\xe9'), 'utf-8', ['café', 'windows-1252', 'wrong-charset']],
  ['latin declared over UTF-8', utf8('café’s'), 'windows-1252', ['café’s', 'utf-8', 'wrong-charset']],
  ['a charset that does not exist', utf8('café'), 'x-nonsense', ['café', 'utf-8', 'unknown-charset']],
])('%s', (_, bytes, declared, wanted) => expect(check(bytes, declared)).toEqual(wanted));

test('the charset of a content type', () => {
  expect(charsetOf('text/html; charset="Windows-1252"; x=y')).toBe('Windows-1252');
  expect(charsetOf('text/html')).toBeNull();
});

test('cutting does not split a letter', () => {
  expect(Buffer.from(cutBytes(utf8('aé€'), 2)).toString()).toBe('a');
  expect(Buffer.from(cutBytes(utf8('aé€'), 3)).toString()).toBe('aé');
});
