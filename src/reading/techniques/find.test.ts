import { expect, test } from 'vitest';
import type { DocumentText } from '../../model/document.ts';
import type { TechniqueMention } from '../../model/reading.ts';
import { splitSentences } from '../../text/sentences.ts';
import { findTechniques } from './find.ts';
import { techniqueModel } from './model.ts';
import { termsOf } from './terms.ts';

const document = (text: string): DocumentText => ({
  id: 'd',
  medium: 'text',
  text,
  blocks: [],
  title: null,
  publisher: null,
  author: null,
  published: null,
  url: null,
  language: 'eng',
});
const read = (text: string): TechniqueMention[] => findTechniques(document(text), splitSentences(text));
const show = (text: string): string[] => read(text).map((m) => `${m.id} ${text.slice(m.start, m.end)}`);

test.each<[string, string[]]>([
  ['They used T1566.001 and T1059/003.', ['T1566.001 T1566.001', 'T1059.003 T1059/003']],
  ['An old id, T1574.002, stays as written.', ['T1574.002 T1574.002']],
  ['T9999, T1234567 and AT1566 are none.', []],
  ['The group sent spear phishing emails to diplomats.', ['T1566 spear phishing']],
  ['The intruders planted a web shell.', ['T1505.003 web shell']],
  ['They relied on Process Hollowing.', ['T1055.012 Process Hollowing']],
  ['The gang used Software Packing on all samples.', ['T1027.002 Software Packing']],
  ['Users should watch for spear phishing emails.', []],
  ['We recommend blocking brute force attempts.', []],
  ['Attackers could use a web shell.', []],
  ['Credential stuffing is a type of attack in which stolen passwords are tried.', []],
  ['The parliament debated social media and artificial intelligence.', []],
  ['Artificial Intelligence and Social Media were on the agenda.', []],
  ['South Korea condemned the attacks, and China denied any part in them.', []],
  ['', []],
])('techniques in %j', (text, wanted) => {
  expect(show(text)).toEqual(wanted);
});

const ANALYSIS = [
  'The dropper writes payload.dll to C:\\Users\\Public and runs it with rundll32.exe.',
  'The loader decrypts the shellcode with a hardcoded XOR key and injects it into svchost.exe.',
  'It creates a scheduled task named Updater for persistence.',
  'The backdoor sends beacons to its C2 server over HTTP POST requests.',
  'The operators dumped LSASS memory with Mimikatz and moved by RDP.',
].join(' ');

test('reads an analysis, sentence by sentence', () => {
  const ids = new Set(read(ANALYSIS).map((m) => m.id));
  expect([...ids]).toEqual(expect.arrayContaining(['T1218.011', 'T1055', 'T1053.005', 'T1071.001', 'T1003.001']));
});

test('does not take files held for ransom for obfuscation', () => {
  const text = `${ANALYSIS} The ransomware encrypted all files and no one could decrypt the files without the decryption key.`;
  const last = text.indexOf('The ransomware');
  expect(read(text).filter((m) => m.start >= last && /T1140|T1027/.test(m.id))).toEqual([]);
});

test('mentions lie in order within the text, with a score above 0 and at most 1, none twice in one place', () => {
  const found = read(`${ANALYSIS} T1053.005 was seen.`);
  expect(found.length).toBeGreaterThan(4);
  for (const [i, m] of found.entries()) {
    expect(m.score).toBeGreaterThan(0);
    expect(m.score).toBeLessThanOrEqual(1);
    expect(m.end).toBeGreaterThan(m.start);
    if (i) expect(found[i - 1]!.start).toBeLessThanOrEqual(m.start);
  }
  const keys = found.map((m) => `${m.id} ${m.start}`);
  expect(new Set(keys).size).toBe(keys.length);
});

test.each<[string, string[]]>([
  ['Dropped files', ['drop', 'file', 'drop file']],
  ['see hxxps://evil[.]example/a', ['see', '_url', 'see _url']],
  ['C:\\x\\cmd.exe', ['_path', 'cmd', '_file', '.exe', '_path cmd', 'cmd _file', '_file .exe']],
  ['10.0.0.1 d41d8cd98f00b204e9800998ecf8427e', ['_ip', '_hash', '_ip _hash']],
  ['secret-name.docx', ['_file', '.docx', '_file .docx']],
])('terms of %j hide its indicators', (text, wanted) => {
  expect(termsOf(text)).toEqual(wanted);
});

test('the model keeps silent on what it knows too little of', () => {
  expect(techniqueModel().score('zyx wvu tsr')).toBeNull();
});
