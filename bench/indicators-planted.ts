import type { DocumentText } from '../src/model/document.ts';
import type { Indicator, IndicatorType } from '../src/model/indicator.ts';
import { plainBlocks } from '../src/text/paragraphs.ts';

/** Text with indicators planted in it, and with things that only look like indicators. The same seed gives the same text. */
export interface Planted {
  readonly document: DocumentText;
  readonly truth: readonly {
    readonly type: IndicatorType;
    readonly value: string;
    readonly start: number;
    readonly end: number;
    readonly form: string;
  }[];
}

export function plant(seed: number, paragraphs = 40): Planted {
  const random = generator(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const truth: Planted['truth'][number][] = [];
  let text = 'Notes on a campaign\n\n';
  for (let i = 0; i < paragraphs; i++) {
    for (let j = 0; j < 3; j++) {
      const kind = random();
      if (kind < 0.55) {
        const thing = pick(THINGS)(random, pick);
        const [before, after] = pick(thing.frames ?? FRAMES);
        text += before;
        truth.push({
          type: thing.type,
          value: thing.value,
          start: text.length,
          end: text.length + thing.written.length,
          form: thing.form,
        });
        text += thing.written + after;
      } else text += kind < 0.85 ? pick(DECOYS) : pick(PROSE);
      text += ' ';
    }
    text += '\n\n';
  }
  const document: DocumentText = {
    id: 'doc-planted',
    medium: 'text',
    title: null,
    publisher: 'Quiet Lab',
    author: null,
    published: null,
    url: 'https://blog.quietlab.se/2023/05/notes',
    language: 'eng',
    text,
    blocks: plainBlocks(text),
  };
  return { document, truth };
}

export interface Score {
  readonly planted: number;
  readonly hit: number;
  readonly false: number;
  readonly precision: number;
  readonly recall: number;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

/** Precision and recall over type and value at the planted place; a decoy that is told as an indicator counts against precision. */
export function score({ document, truth }: Planted, found: readonly Indicator[]): Score {
  const told = found.filter((f) => f.role === 'indicator');
  const used = new Set<Indicator>();
  const missed: string[] = [];
  for (const t of truth) {
    const match = told.find(
      (f) => !used.has(f) && f.type === t.type && f.value === t.value && f.start === t.start && f.end === t.end,
    );
    if (match) used.add(match);
    else missed.push(`${t.form}: ${JSON.stringify(document.text.slice(t.start - 12, t.end + 12))}`);
  }
  const wrong = told
    .filter((f) => !used.has(f))
    .map((f) => `${f.type} ${f.value}: ${JSON.stringify(document.text.slice(Math.max(0, f.start - 25), f.end + 15))}`);
  const hit = used.size;
  return {
    planted: truth.length,
    hit,
    false: wrong.length,
    precision: told.length ? hit / told.length : 1,
    recall: truth.length ? hit / truth.length : 1,
    missed,
    wrong,
  };
}

/** A small linear generator (mulberry32): enough for choosing, the same everywhere. */
export function generator(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

type Random = () => number;
type Pick = <T>(list: readonly T[]) => T;
interface Thing {
  readonly type: IndicatorType;
  readonly value: string;
  readonly written: string;
  readonly form: string;
  readonly frames?: readonly (readonly [string, string])[];
}

export const DOTS = ['[.]', '(.)', '{.}', '[dot]', '(dot)', '[DOT]', ' [.] ', '[ . ]', '\\.', '.]', '[.'];
export const SCHEMES: readonly (readonly [string, string])[] = [
  ['hxxp://', 'http://'],
  ['hxxps://', 'https://'],
  ['hXXp://', 'http://'],
  ['h00p://', 'http://'],
  ['h**p://', 'http://'],
  ['h–ps://', 'https://'],
  ['http[:]//', 'http://'],
  ['hxxps[:]//', 'https://'],
  ['http[://]', 'http://'],
  ['hxxp[://]', 'http://'],
  ['hxxp:\\/\\/', 'http://'],
  ['fxp://', 'ftp://'],
  ['meow://', 'http://'],
  ['http(:)//', 'http://'],
  ['http://', 'http://'],
];
const ATS = ['[at]', '(at)', '[@]', ' [at] ', '{at}', '@'];
const SUFFIXES = ['com', 'net', 'org', 'ru', 'pw', 'top', 'info', 'co.kr', 'com.cn', 'xyz', 'online', 'io', 'pl', 'sh'];
const FRAMES: readonly (readonly [string, string])[] = [
  ['The implant then contacts ', '.'],
  ['Beacons went to ', ', as before.'],
  ['It was reached over (', ').'],
  ['One victim reported "', '".'],
  ['The list holds “', '”; the rest was lost.'],
  ["They used '", "'."],
  ['Seen: ', '; later gone.'],
  ['Traffic to ', ' stopped in May.'],
  ['See <', '>.'],
  ['C2: ', '\nand more.'],
];
const NAMED: readonly (readonly [string, string])[] = [
  ['The loader drops ', ' and runs it.'],
  ['They left "', '" behind.'],
  ['It wrote ', ', then stopped.'],
  ['Persistence (', ') was set.'],
  ['We saw ', '.'],
];

const letters = (r: Random, n: number) =>
  Array.from({ length: n }, () => 'bcdfghjklmnpqrstvwz'[Math.floor(r() * 19)]! + 'aeiou'[Math.floor(r() * 5)]!).join(
    '',
  );
const hex = (r: Random, n: number) =>
  Array.from({ length: n }, () => '0123456789abcdef'[Math.floor(r() * 16)]!).join('');
const host = (r: Random, pick: Pick) => [
  ...(r() < 0.4 ? [pick(['cdn', 'mail', 'update', 'ns1', 'login-portal'])] : []),
  letters(r, 3 + Math.floor(r() * 3)) + (r() < 0.3 ? `-${letters(r, 2)}` : ''),
  ...pick(SUFFIXES).split('.'),
];
const octets = (r: Random) =>
  [45 + Math.floor(r() * 80), Math.floor(r() * 256), Math.floor(r() * 256), 31 + Math.floor(r() * 220)].map((o, i) =>
    i === 0 && o === 100 ? 99 : o,
  );

const defangOnce = (labels: readonly string[], dot: string) =>
  dot === '\\.' || labels.length === 2 ? labels.join(dot) : labels.slice(0, -1).join('.') + dot + labels.at(-1);

const THINGS: readonly ((r: Random, pick: Pick) => Thing)[] = [
  (r, pick) => {
    const labels = host(r, pick);
    const dot = pick(DOTS);
    const written = r() < 0.5 ? labels.join(dot) : defangOnce(labels, dot);
    return { type: 'domain', value: labels.join('.'), written, form: `domain ${dot}` };
  },
  (r, pick) => {
    const labels = host(r, pick)
      .slice(0, -1)
      .concat(pick(['com', 'net', 'ru']));
    return { type: 'domain', value: labels.join('.'), written: labels.join('.'), form: 'domain plain' };
  },
  (r, pick) => {
    const o = octets(r).map(String);
    const dot = pick([...DOTS.filter((d) => d !== '.]' && d !== '[.'), '[.]', '.']);
    return {
      type: 'ipv4',
      value: o.join('.'),
      written: r() < 0.5 || dot === '.' ? o.join(dot) : `${o.slice(0, 3).join('.')}${dot}${o[3]}`,
      form: `ipv4 ${dot}`,
    };
  },
  (r, pick) => {
    const [scheme, meant] = pick(SCHEMES);
    const labels = host(r, pick);
    const dot = scheme === 'http://' ? '[.]' : pick(['.', '[.]', '(.)', '[dot]']);
    const path = pick([
      '',
      '/gate.php',
      `/${letters(r, 2)}/index.html`,
      '/a.php?id=1&x=2',
      `/${hex(r, 8)}/p_1(2)`,
      ':8080/login',
      '/x-y_z/~u/',
    ]);
    return {
      type: 'url',
      value: meant + labels.join('.') + path,
      written: scheme + labels.join(dot) + path,
      form: `url ${scheme}`,
    };
  },
  (r, pick) => {
    const labels = host(r, pick);
    const name = `${letters(r, 2)}.${letters(r, 2)}`;
    const at = pick(ATS);
    const dot = pick(['.', '[.]', '(dot)']);
    return {
      type: 'email',
      value: `${name}@${labels.join('.')}`,
      written: `${name}${at}${labels.join(dot)}`,
      form: `email ${at}`,
    };
  },
  (r, pick) => {
    const [n, type] = pick([
      [30, 'md5'],
      [38, 'sha1'],
      [62, 'sha256'],
    ] as const);
    const value = `4e${hex(r, n)}`;
    return { type, value, written: r() < 0.5 ? value : value.toUpperCase(), form: type };
  },
  (r, pick) => {
    const n = 1000 + Math.floor(r() * 60000);
    return {
      type: 'cve',
      value: `CVE-2021-${n}`,
      written: pick([`CVE-2021-${n}`, `cve-2021-${n}`, `CVE 2021-${n}`, `CVE‑2021‑${n}`]),
      form: 'cve',
    };
  },
  (r, pick) => {
    const id = `T1${String(Math.floor(r() * 700)).padStart(3, '0')}${r() < 0.5 ? '.001' : ''}`;
    return { type: 'attack-id', value: id, written: pick([id, id.replace('.', '/')]), form: 'attack-id' };
  },
  (r, pick) => {
    const name = letters(r, 4) + pick(['.exe', '.dll', '.ps1', '.zip', '_v2.docx', '.py', '.hta', '.tmp']);
    return { type: 'file-name', value: name, written: name, form: 'file-name', frames: NAMED };
  },
  (r, pick) => {
    const path = pick([
      `C:\\Users\\Public\\${letters(r, 3)}.exe`,
      `C:\\Program Files\\Common Files\\${letters(r, 3)}.dll`,
      `%APPDATA%\\${letters(r, 3)}\\a.vbs`,
      `/tmp/.${letters(r, 2)}/run.sh`,
      `/usr/lib/${letters(r, 3)}.so`,
      `\\\\srv01\\share$\\${letters(r, 2)}.bat`,
    ]);
    return { type: 'file-path', value: path, written: path, form: 'file-path', frames: NAMED };
  },
  (r, pick) => {
    const tail = `\\Software\\Microsoft\\Windows NT\\CurrentVersion\\${letters(r, 3)}`;
    const [written, value] = pick([
      [`HKLM${tail}`, `HKLM${tail}`],
      [`HKEY_CURRENT_USER${tail}`, `HKCU${tail}`],
      [`HKCU:${tail}`, `HKCU${tail}`],
    ] as const);
    return { type: 'registry-key', value, written, form: 'registry', frames: NAMED };
  },
  (r) => {
    const name = `Global\\${letters(r, 4)}_01`;
    return {
      type: 'mutex',
      value: name,
      written: name,
      form: 'mutex',
      frames: [
        ['It makes the mutex ', ' first.'],
        ['A mutex named "', '" keeps it single.'],
      ],
    };
  },
  (r) => {
    const name = `apt_${letters(r, 3)}_loader`;
    return {
      type: 'yara-rule',
      value: name,
      written: name,
      form: 'yara-rule',
      frames: [
        ['The YARA rule ', ' finds it.'],
        ['rule ', ' { condition: true }'],
      ],
    };
  },
  (r) => {
    const value = `2a0${1 + Math.floor(r() * 8)}:${hex(r, 4)}:1${hex(r, 3)}::${hex(r, 3)}5`;
    return { type: 'ipv6', value: value.toLowerCase(), written: value, form: 'ipv6' };
  },
];

/** Things that look like indicators and are none: nothing of them may be told as something to look for. */
export const DECOYS: readonly string[] = [
  'LibreOffice 24.8.4.2 was installed on the desk.',
  'Version 10.0.19.41 fixes the flaw.',
  'See section 4.2.1.3 for more.',
  'The OID 1.3.6.1.4.1.311.2 marks it.',
  'The tool v2.7.18.1 was current.',
  'Chrome/92.0.45.107 was the agent.',
  'The class System.Net.Sockets was loaded.',
  'It calls System.IO and Microsoft.Win32.Security at once.',
  'The package com.example.app asks for rights.',
  'Fields such as process.name and threat.group are empty.',
  'It ended at 12:30:45 on that day.',
  'Call +49.30.123.4567 for help.',
  'The office (Tel. 30.12.34.56) is closed.',
  'They wrote it in Node.js and ASP.NET for speed.',
  'It was over.The group left.',
  'Use e.g. a proxy, i.e. another host.',
  'The U.S. and the U.K. agreed.',
  'Read our post at https://blog.quietlab.se/2022/01/older-notes first.',
  'Write to press@quietlab.se for questions.',
  'Sites such as google.com and microsoft.com were open.',
  'The host 192.168.1.20 is inside.',
  'It asked 8.8.8.8 for the name.',
  'The paper (see https://www.mandiant.com/resources/blog/some-long-report-name) says so.',
  'Prices rose to 4,920.00 in May.',
  'The ratio was 3.5.7 to one.',
  'A value of 0.0.0.0 means none.',
  'It used cmd.exe and powershell.exe.',
  'The date 12.05.2023 was kept.',
  'They sold window.open() tricks.',
  'The digest e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 is that of nothing.',
  'Either and/or both were used.',
  'The std::vector held them.',
  'MAC 00:1b:44:11:3a:b7 was seen.',
  'The number 12345678901234567890123456789012 is long.',
  'Fig. 2.1 shows it.',
  'The id 550e8400-e29b-41d4-a716-446655440000 is random.',
  'They met at 10.30 p.m. in no.5 of the street.',
  'The T-1000 and the TA505 group are names.',
  'About 80.5 percent paid 1.2.3 times.',
  'Firefox 102.0.1.5 was open.',
];

const PROSE = [
  'The group worked from March to May and then fell silent.',
  'Nobody knows who paid for it.',
  'The report was written by four people in two weeks.',
  'A second wave came in autumn, with other tools.',
  'The ministry declined to comment.',
];
