import type { Span } from '../../base/span.ts';
import { techniques } from '../../knowledge/techniques.ts';

/** Names that ordinary prose uses with capitals or in headings. */
const ORDINARY = new Set(
  `artificial intelligence;social media;search engines;web services;email accounts;cloud accounts;local accounts;domain accounts;digital certificates;code repositories;
  business relationships;identify roles;network topology;credentials;network devices;web portal capture;data manipulation;physical medium;external media;internal defacement;
  external defacement;network security appliances;employee names;email addresses;dns server;virtual private server;remote services;cloud services;software deployment tools;
  user execution;malicious link;malicious file;network provider;launch agent;vulnerabilities;local groups;domain groups;cloud groups;email account;password managers;
  system services;time providers;client configurations;purchase technical data;online services;messaging applications;financial theft;data destruction;defacement;
  threat intel vendors;web browsers;botnet;malvertising;private keys;steal web session cookie;cloud api;serverless;lua;python;visual basic;malware;tool;exploits;domains;server;software;hardware;firmware`
    .split(';')
    .map((name) => name.trim().replace(/\s+/g, ' ')),
);

/** Names, and a few everyday spellings, that mean the technique even in small letters. */
const PLAIN: readonly (readonly [string, string])[] = [
  ['credential dumping', 'T1003'],
  ['os credential dumping', 'T1003'],
  ['process injection', 'T1055'],
  ['process hollowing', 'T1055.012'],
  ['dll side-loading', 'T1574.002'],
  ['dll sideloading', 'T1574.002'],
  ['dll search order hijacking', 'T1574.001'],
  ['scheduled task', 'T1053.005'],
  ['scheduled tasks', 'T1053.005'],
  ['lateral tool transfer', 'T1570'],
  ['password spraying', 'T1110.003'],
  ['credential stuffing', 'T1110.004'],
  ['password cracking', 'T1110.002'],
  ['brute force', 'T1110'],
  ['brute-force', 'T1110'],
  ['brute-forced', 'T1110'],
  ['brute-forcing', 'T1110'],
  ['drive-by compromise', 'T1189'],
  ['drive-by download', 'T1189'],
  ['watering hole', 'T1189'],
  ['watering-hole', 'T1189'],
  ['strategic web compromise', 'T1189'],
  ['supply chain compromise', 'T1195'],
  ['supply chain attack', 'T1195'],
  ['supply-chain attack', 'T1195'],
  ['golden ticket', 'T1558.001'],
  ['silver ticket', 'T1558.002'],
  ['pass the hash', 'T1550.002'],
  ['pass-the-hash', 'T1550.002'],
  ['pass the ticket', 'T1550.003'],
  ['kerberoasting', 'T1558.003'],
  ['keylogging', 'T1056.001'],
  ['keylogger', 'T1056.001'],
  ['logged keystrokes', 'T1056.001'],
  ['web shell', 'T1505.003'],
  ['web shells', 'T1505.003'],
  ['webshell', 'T1505.003'],
  ['domain fronting', 'T1090.004'],
  ['port knocking', 'T1205.001'],
  ['dns tunneling', 'T1071.004'],
  ['dns tunnelling', 'T1071.004'],
  ['spearphishing attachment', 'T1566.001'],
  ['spearphishing link', 'T1566.002'],
  ['spear-phishing', 'T1566'],
  ['spearphishing', 'T1566'],
  ['spear phishing', 'T1566'],
  ['phishing emails', 'T1566'],
  ['phishing email', 'T1566'],
  ['phishing e-mails', 'T1566'],
  ['phishing campaign', 'T1566'],
  ['phishing attack', 'T1566'],
  ['phishing attacks', 'T1566'],
  ['bootkit', 'T1542.003'],
  ['rootkit', 'T1014'],
  ['steganography', 'T1027.003'],
  ['timestomping', 'T1070.006'],
  ['timestomp', 'T1070.006'],
  ['process doppelgänging', 'T1055.013'],
  ['lsass memory', 'T1003.001'],
  ['sim swap', 'T1451'],
  ['arp cache poisoning', 'T1557.002'],
  ['llmnr poisoning', 'T1557.001'],
  ['dead drop resolver', 'T1102.001'],
  ['distributed denial of service', 'T1498'],
  ['distributed denial-of-service', 'T1498'],
  ['ddos attack', 'T1498'],
  ['ddos attacks', 'T1498'],
];

interface Name {
  readonly words: string;
  readonly id: string;
  /** Counts in small letters too. */
  readonly plain: boolean;
}

/** A technique's name as it stands in a text. */
export interface NameMention extends Span {
  readonly id: string;
  readonly plain: boolean;
}

interface Index {
  /** By their first word, longest first. */
  readonly names: ReadonlyMap<string, readonly Name[]>;
  /** By the mark of a word, 1 where a name begins with such a word: most words are told by it to begin none. */
  readonly marks: Uint8Array;
}

let built: Index | undefined;

/** Names of techniques within a stretch of text, longest first, not overlapping. Names that several techniques share are not looked for. */
export function findTechniqueNames(text: string, { start, end }: Span): NameMention[] {
  built ??= build();
  const { names, marks } = built;
  const found: NameMention[] = [];
  const lower = text.slice(start, end).toLowerCase();
  let free = 0;
  for (let index = 0, to = 0; index < lower.length; index = to + 1) {
    to = index;
    let mark = 0;
    for (; to < lower.length; to++) {
      const code = lower.charCodeAt(to);
      if (!inName(code)) break;
      mark = marked(mark, code);
    }
    if (to === index || index < free || marks[mark] === 0) continue;
    const at = index;
    const name = names.get(lower.slice(at, to))?.find((n) => fits(lower, at, n.words));
    if (!name) continue;
    const span = { start: start + index, end: start + index + name.words.length };
    if (!name.plain && !titled(text.slice(span.start, span.end))) continue;
    found.push({ ...span, id: name.id, plain: name.plain });
    free = index + name.words.length;
  }
  return found;
}

/** A number mixed from the characters of a word, one after the other. */
const marked = (mark: number, code: number): number => (Math.imul(mark, 31) + code) & (MARKS - 1);
const MARKS = 1 << 14;

/** Letters and figures of the names of techniques, in small letters. */
const inName = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 0xe4;

function fits(lower: string, at: number, words: string): boolean {
  return (
    lower.startsWith(words, at) &&
    !/[a-z0-9_]/.test(lower[at + words.length] ?? ' ') &&
    !/[a-z0-9_.\\/]/.test(lower[at - 1] ?? ' ')
  );
}

function titled(words: string): boolean {
  return words
    .split(/[\s/]+/)
    .every(
      (word) =>
        /^[\p{Lu}\d(]/u.test(word) || /^(?:of|the|and|or|for|from|over|to|in|on|with|via|by|at|as|a|an)$/.test(word),
    );
}

function build(): Index {
  const all = [...techniques().values()].filter((t) => t.replaced === null);
  const uses = new Map<string, number>();
  for (const { name } of all) uses.set(name.toLowerCase(), (uses.get(name.toLowerCase()) ?? 0) + 1);
  const names: Name[] = PLAIN.filter(([, id]) => techniques().has(id)).map(([words, id]) => ({
    words,
    id,
    plain: true,
  }));
  const taken = new Set(names.map((n) => n.words));
  for (const { id, name } of all) {
    const words = name.toLowerCase();
    if (!/\s/.test(words) || taken.has(words) || ORDINARY.has(words) || uses.get(words)! > 1) continue;
    names.push({ words, id, plain: false });
  }
  const index = new Map<string, Name[]>();
  const marks = new Uint8Array(MARKS);
  for (const name of names.sort((a, b) => b.words.length - a.words.length)) {
    const key = /[a-z0-9ä]+/.exec(name.words)![0];
    index.set(key, [...(index.get(key) ?? []), name]);
    let mark = 0;
    for (let i = 0; i < key.length; i++) mark = marked(mark, key.charCodeAt(i));
    marks[mark] = 1;
  }
  return { names: index, marks };
}
