import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DocumentFacts, DocumentText } from '../../model/document.ts';
import { plainBlocks } from '../paragraphs.ts';
import { findIndicators } from './find.ts';

function documentOf(text: string, facts: Partial<DocumentFacts> = {}): DocumentText {
  const none = { title: null, publisher: null, author: null, published: null, url: null, language: 'eng' };
  return { id: 'doc-x', medium: 'text', text, blocks: plainBlocks(text), ...none, ...facts };
}

/** `type value` for indicators, `type value (role: reason)` for the rest. */
function told(text: string, facts?: Partial<DocumentFacts>): string[] {
  return findIndicators(documentOf(text, facts)).map(
    (i) => `${i.type} ${i.value}${i.role === 'indicator' ? '' : ` (${i.role}: ${i.reason})`}`,
  );
}

describe('spellings', () => {
  const cases: [string, string[]][] = [
    ['at evil[.]com now', ['domain evil.com']],
    ['at evil(.)com, evil{.}net', ['domain evil.com', 'domain evil.net']],
    ['at evil[dot]com and bad (dot) org.', ['domain evil.com', 'domain bad.org']],
    ['at sub dot evil[.]com now', ['domain sub.evil.com']],
    ['at evil.]com and evil[.net', ['domain evil.com', 'domain evil.net']],
    ['the pattern evil\\.com here', ['domain evil.com']],
    ['198[.]18.7.9 and 45.77[.]10[.]3', ['ipv4 198.18.7.9 (benign: reserved-range)', 'ipv4 45.77.10.3']],
    ['hxxp://evil.com/a', ['url http://evil.com/a']],
    ['hXXps://evil[.]com', ['url https://evil.com']],
    ['h00p://evil[.]com/', ['url http://evil.com/']],
    ['h–ps://evil[.]com/x', ['url https://evil.com/x']],
    ['http[:]//evil[.]com/x', ['url http://evil.com/x']],
    ['hxxp[://]evil[.]com/x', ['url http://evil.com/x']],
    ['hxxp:\\/\\/evil[.]com/x', ['url http://evil.com/x']],
    ['UDP://evil.com:53 and TCP://bad.net:443', ['url udp://evil.com:53', 'url tcp://bad.net:443']],
    ['any of *.evil-host.com', ['domain evil-host.com']],
    ['meow://evil.com/x', ['url http://evil.com/x']],
    ['hxxp://45.77.10[.]3:8080/gate', ['url http://45.77.10.3:8080/gate']],
    ['evil[.]com/path/x.php', ['url evil.com/path/x.php']],
    ['bob[at]evil[.]com, al(at)bad(dot)net', ['email bob@evil.com', 'email al@bad.net']],
    ['bob[@]evil[.]com', ['email bob@evil.com']],
    ['ann[.]marsh[at]evil[.]com', ['email ann.marsh@evil.com']],
    ['2a01[:]4f8::17 and 2a01:4f8:c0c:1::5/64', ['ipv6 2a01:4f8::17', 'ipv6 2a01:4f8:c0c:1::5/64']],
    ['xyz3g2upl4pq6kufc4m.onion', ['domain xyz3g2upl4pq6kufc4m.onion']],
  ];
  test.each(cases)('%s', (text, wanted) => expect(told(text)).toEqual(wanted));
});

describe('ends of an indicator', () => {
  const cases: [string, string[]][] = [
    ['(hxxp://evil[.]com/a).', ['url http://evil.com/a']],
    ['“hxxp://evil[.]com/a”', ['url http://evil.com/a']],
    ['"hxxp://evil[.]com/a","next"', ['url http://evil.com/a']],
    ['hxxp://evil[.]com/a,hxxp://bad[.]com/b', ['url http://evil.com/a', 'url http://bad.com/b']],
    ['hxxp://evil[.]com/wiki_(x) and', ['url http://evil.com/wiki_(x)']],
    ['[here](http://evil.com/a)', ['url http://evil.com/a (reference: citation)']],
    ['<hxxp://evil[.]com/a>', ['url http://evil.com/a']],
    ['C:\\Windows\\Temp\\a.exe.', ['file-path C:\\Windows\\Temp\\a.exe']],
    ['(C:\\Program Files\\Common Files\\b.dll)', ['file-path C:\\Program Files\\Common Files\\b.dll']],
    ['C:\\\\Users\\\\Public\\\\c.exe and D:\\x', ['file-path C:\\Users\\Public\\c.exe', 'file-path D:\\x']],
    ['in /tmp/.x/run.sh, then', ['file-path /tmp/.x/run.sh']],
    ['in C:\\Windows\\a.exe└──b', ['file-path C:\\Windows\\a.exe']],
    ['%temp%\\odd.dll& start', ['file-path %temp%\\odd.dll']],
    ['cd /d C:\\Data\\&whoami /all', ['file-path C:\\Data']],
    ['(in $env:windir\\a\\b.exe).Then it ran', ['file-path $env:windir\\a\\b.exe']],
    [
      'reg delete "HKLM\\Software\\Policies\\Microsoft\\Windows Defender" /f',
      ['registry-key HKLM\\Software\\Policies\\Microsoft\\Windows Defender'],
    ],
    [
      'reg add HKLM\\Software\\Vendor\\Remote Help Tool /v Start',
      ['registry-key HKLM\\Software\\Vendor\\Remote Help Tool'],
    ],
    [
      'under HKLM\\System\\CurrentControlSet\\Control\\Terminal Server it set',
      ['registry-key HKLM\\System\\CurrentControlSet\\Control\\Terminal Server'],
    ],
    [
      'HKLM\\Software\\A\\One SetValue HKLM\\Software\\A\\Two',
      ['registry-key HKLM\\Software\\A\\One', 'registry-key HKLM\\Software\\A\\Two'],
    ],
    ['"HKCU\\Software\\A" and "B\\C"', ['registry-key HKCU\\Software\\A']],
  ];
  test.each(cases)('%s', (text, wanted) => expect(told(text)).toEqual(wanted));
});

describe('what only looks like an indicator', () => {
  const cases = [
    'LibreOffice 24.8.4.2 is out',
    'version 10.11.12.13 of the agent',
    'Chrome/92.0.45.107',
    '1.2.3.4 Scope of this document',
    'the OID 1.3.6.1.4.1.311',
    'call 030.12.34.56',
    'Tel: 49.30.123.45',
    'at 12:30:45 on Monday',
    'System.Net.Sockets and System.IO',
    'com.example.app on Android',
    'the field process.name',
    'It was late.The end',
    'Node.js, ASP.NET and README.md',
    'for 4,920.00 dollars',
    'e.g. i.e. U.S. a.m.',
    'MAC 00:1b:44:11:3a:b7',
    '12345678901234567890123456789012',
    'std::vector and a::b',
    'the T-1000, the S2000, TA505',
    'and/or, client/server, he/she',
    'found as Win64.Odd.be and BehavesLike.Win32.Odd.cz',
    "prepend '\\\\x90\\x90\\x90'",
    'written as <owner>\\<user>',
    'the text GeTNht.com in base64',
    'on C:\\ or \\\\Run\\ there',
  ];
  test.each(cases)('%s', (text) => expect(told(text)).toEqual([]));
});

describe('files, not domains, and the reverse', () => {
  const cases: [string, string[]][] = [
    ['ran stage2.py twice', ['file-name stage2.py']],
    ['opened invoice.zip there', ['file-name invoice.zip']],
    ['the Perl script scan.pl', ['file-name scan.pl']],
    ['the domain onet.pl was used', ['domain onet.pl']],
    ['the tool command.com', ['file-name command.com (benign: well-known)']],
    ['at mail.google.com', ['domain mail.google.com (benign: well-known)']],
    ['ran svchost.exe', ['file-name svchost.exe (benign: well-known)']],
    ['opened “Annual plan 2021.docx” first', ['file-name Annual plan 2021.docx']],
  ];
  test.each(cases)('%s', (text, wanted) => expect(told(text)).toEqual(wanted));
});

describe('other artefacts', () => {
  const cases: [string, string[]][] = [
    [
      'CVE-2021-44228, cve 2017-0199 and CVE‑2020‑1472',
      ['cve CVE-2021-44228', 'cve CVE-2017-0199', 'cve CVE-2020-1472'],
    ],
    ['T1059.001, T1566/002 and TA0001', ['attack-id T1059.001', 'attack-id T1566.002', 'attack-id TA0001']],
    ['ATT&CK lists G0016 and S0002', ['attack-id G0016', 'attack-id S0002']],
    [
      'set HKEY_LOCAL_MACHINE\\Software\\Microsoft\\Windows NT\\CurrentVersion\\Run.',
      ['registry-key HKLM\\Software\\Microsoft\\Windows NT\\CurrentVersion\\Run'],
    ],
    ['a mutex named “Xq_77Lock” and Global\\abc_1', ['mutex Xq_77Lock', 'mutex Global\\abc_1']],
    ['rule apt_tern_loader : apt { strings: }', ['yara-rule apt_tern_loader']],
    ['the Sigma rule "Odd Child of Spooler"', ['sigma-rule Odd Child of Spooler']],
    ['D41D8CD98F00B204E9800998ECF8427E', ['md5 d41d8cd98f00b204e9800998ecf8427e (benign: empty-file)']],
  ];
  test.each(cases)('%s', (text, wanted) => expect(told(text)).toEqual(wanted));
});

describe('roles', () => {
  const ours = { url: 'https://www.quietlab.se/blog/1', publisher: 'Quiet Lab' };
  const cases: [string, string[]][] = [
    [
      'see https://blog.quietlab.se/x and info@quietlab.se',
      ['url https://blog.quietlab.se/x (reference: publisher)', 'email info@quietlab.se (reference: publisher)'],
    ],
    ['https://quietlab.com/', ['url https://quietlab.com/ (reference: publisher)']],
    [
      'google.com and https://www.microsoft.com/',
      ['domain google.com (benign: well-known)', 'url https://www.microsoft.com/ (benign: well-known)'],
    ],
    ['hxxps://drive.google[.]com/uc?id=1', ['url https://drive.google.com/uc?id=1']],
    ['hxxps://github[.]com/x/y/raw/a.exe', ['url https://github.com/x/y/raw/a.exe']],
    ['https://lab-notes.fr/a (accessed 3 May 2021)', ['url https://lab-notes.fr/a (reference: citation)']],
    ['see https://github.com/x/y', ['url https://github.com/x/y (reference: citation)']],
    [
      'http://news.site.fr/2017/04/28/some-story',
      ['url http://news.site.fr/2017/04/28/some-story (reference: citation)'],
    ],
    [
      '10.0.0.5, 127.0.0.1, 8.8.8.8',
      [
        'ipv4 10.0.0.5 (benign: reserved-range)',
        'ipv4 127.0.0.1 (benign: reserved-range)',
        'ipv4 8.8.8.8 (benign: well-known)',
      ],
    ],
    ['questions: contact us at desk@cert.gov.pk', ['email desk@cert.gov.pk (reference: contact)']],
    ['it came from desk@cert.gov.pk', ['email desk@cert.gov.pk']],
    ['victims shall contact us at help@onion-mail.org', ['email help@onion-mail.org']],
    [
      'Indicators\n\n![map](https://lab.fr/map.png)\n\nhttp://b-site.fr/x.png',
      ['url https://lab.fr/map.png (reference: citation)', 'url http://b-site.fr/x.png'],
    ],
    ['mail spam@gmail.com', ['email spam@gmail.com']],
    ['evil[.]example', ['domain evil.example (benign: reserved-name)']],
    [
      'References\n\nhttp://a-site.fr/x\n\nIndicators\n\nhttp://b-site.fr/x',
      ['url http://a-site.fr/x (reference: citation)', 'url http://b-site.fr/x'],
    ],
  ];
  test.each(cases)('%s', (text, wanted) => expect(told(text, ours)).toEqual(wanted));
});

test('spans cover the words as written, in order and without overlap', () => {
  const parts = [
    'evil[.]com',
    'hxxp://a[.]b.com/x?y=1',
    'bob@evil.net',
    'C:\\a\\b.exe',
    '1.2.3.4',
    'T1059',
    ' dot ',
    '[.]',
    'x.py',
    '::1',
    '"',
    '(',
    ')',
    ',',
    '\n',
    ' ',
    'the',
    'ftp://',
    '\\',
    '/',
    '@',
    'a1b2',
    '日本',
    '😀',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 40 }), (words) => {
      const text = words.join('');
      let end = 0;
      for (const found of findIndicators(documentOf(text))) {
        expect(found.start).toBeGreaterThanOrEqual(end);
        expect(found.end).toBeGreaterThan(found.start);
        expect(found.end).toBeLessThanOrEqual(text.length);
        expect(text.slice(found.start, found.end)).toBe(text.slice(found.start, found.end).trim());
        end = found.end;
      }
    }),
    { numRuns: 300 },
  );
});

// A pattern that backtracks would run into the suite's time limit here.
test.each([
  'a.',
  'a',
  '1.',
  'a:',
  'hxxp://',
  'C:\\A B ',
  'a[.]',
  '[',
  'a@',
  '/tmp/a',
  'f0',
  'title: a\n',
  'HKLM\\A B',
  'a dot ',
  '"a.b',
  'http://a.com/a(',
  '::',
])('a megabyte of %j is read in linear time', (piece) => {
  expect(() => findIndicators(documentOf(piece.repeat(2 ** 20 / piece.length)))).not.toThrow();
});
