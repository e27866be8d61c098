/**
 * The terms of a sentence as the technique model sees them: stemmed words and pairs of neighbours. Addresses, hashes, paths, registry keys and files stand as
 * their kind (`_url`, `_path`, `_file`), so that no report's own indicators are learnt. Training and reading use this one function.
 */
export function termsOf(sentence: string): string[] {
  const words: string[] = [];
  for (const chunk of sentence.split(WHITE)) if (chunk) masked(chunk, words);
  const n = words.length;
  for (let i = 1; i < n; i++) words.push(`${words[i - 1]} ${words[i]}`);
  return words;
}

const WHITE = /\s+/;
const URL = /:\/\/|^h(?:xx|tt)ps?:|^www\./i;
const DEFANGED = /\[(?:\.|dot|:)\]|\(\.\)|\[@\]/i;
const REGISTRY = /^["'“(]*(?:HKLM|HKCU|HKEY_|HKCR|HKU\b|SOFTWARE\\|SYSTEM\\Current)/i;
const EXTENSION =
  /\.(exe|dll|sys|bat|ps1|vbs|vbe|js|jse|hta|lnk|zip|rar|7z|doc|docx|docm|xls|xlsx|xlsm|ppt|pptx|pdf|rtf|tmp|dat|bin|txt|jpg|png|gif|php|asp|aspx|jsp|msi|cab|iso|img|scr|cpl|inf|sct|xml|py|sh|elf|apk|jar|dmp|log|cmd|wsf|chm|ocx|reg|ini|cfg|db)\b/i;
const HEX = /^[^\w]*[0-9a-f]{32,128}[^\w]*$/i;
const ADDRESS = /^[^\w]*\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?(?:\/\d+)?[^\w]*$/;
const WORD = /[a-z][a-z0-9]*(?:['’][a-z]+)?|\d+/g;

function masked(chunk: string, into: string[]): void {
  // Nearly every chunk is a plain word: the patterns are tried only where a telling character stands inside.
  const inner = chunk.length > 3 && /[\\/@[:]|\.\w|\d/.test(chunk);
  if (inner) {
    if (URL.test(chunk) || DEFANGED.test(chunk)) return void into.push('_url');
    if (chunk.includes('\\')) return void path(chunk, into);
    if (HEX.test(chunk)) return void into.push('_hash');
    if (ADDRESS.test(chunk)) return void into.push('_ip');
    if (/CVE-\d/i.test(chunk)) return void into.push('_cve');
    if (/\w@\w/.test(chunk)) return void into.push('_mail');
    const file = EXTENSION.exec(chunk);
    if (file) return void named(chunk, file[1]!, into);
  }
  // One word with at most a mark at its end, by far the most frequent chunk, needs no pattern.
  const lower = chunk.toLowerCase();
  let end = 0;
  while (end < lower.length && isLetter(lower.charCodeAt(end))) end++;
  if (end > 0 && (end === lower.length || (end === lower.length - 1 && PLAIN_MARK.includes(lower[end]!)))) {
    into.push(stem(lower.slice(0, end)));
    return;
  }
  for (const [word] of lower.matchAll(WORD)) into.push(word.charCodeAt(0) < 0x3a ? '_n' : stem(word));
}

const PLAIN_MARK = '.,;:!?)"”';

function isLetter(c: number): boolean {
  return c >= 0x61 && c <= 0x7a;
}

function path(chunk: string, into: string[]): void {
  into.push(REGISTRY.test(chunk) ? '_reg' : '_path');
  if (REGISTRY.test(chunk) && /CurrentVersion\\Run/i.test(chunk)) into.push('_run');
  if (/\\Startup\b|Start Menu/i.test(chunk)) into.push('_startup');
  const file = EXTENSION.exec(chunk);
  if (file) named(chunk.slice(chunk.lastIndexOf('\\') + 1), file[1]!, into);
}

/** A file: its kind, and its stem when that is a program everybody has. */
function named(chunk: string, extension: string, into: string[]): void {
  const stemName = /([a-z0-9_-]+)\.[a-z0-9]+/i.exec(chunk)?.[1]?.toLowerCase() ?? '';
  if (SYSTEM_PROGRAMS.has(stemName)) into.push(stemName);
  into.push('_file', `.${extension.toLowerCase()}`);
}

const SYSTEM_PROGRAMS: ReadonlySet<string> = new Set(
  `cmd powershell wscript cscript mshta rundll32 regsvr32 svchost lsass explorer schtasks wmic net net1 netsh sc reg certutil bitsadmin psexec psexesvc mimikatz procdump tasklist
  taskkill ipconfig whoami systeminfo nltest vssadmin wevtutil bcdedit rclone 7z rar winword excel outlook eqnedt32 iexplore chrome installutil msbuild regasm dllhost
  conhost services winlogon userinit ntds at arp nbtstat netstat ping route quser query adfind dsquery attrib icacls curl wget ssh putty plink ngrok anydesk teamviewer`.split(
    /\s+/,
  ),
);

/** A crude English stemmer: endings of plural, past, progressive. */
export function stem(word: string): string {
  let w = word;
  if (w.length < 4) return w;
  const apostrophe = w.search(/['’]/);
  if (apostrophe > 0) w = w.slice(0, apostrophe);
  const n = w.length;
  if (n > 5 && w.endsWith('ing')) return undouble(w.slice(0, -3));
  if (n > 5 && w.endsWith('ied')) return `${w.slice(0, -3)}y`;
  if (n > 4 && w.endsWith('ed')) return undouble(w.slice(0, -2));
  if (n > 5 && w.endsWith('ies')) return `${w.slice(0, -3)}y`;
  if (n > 5 && /(?:ss|x|sh|ch)es$/.test(w)) return w.slice(0, -2);
  if (n > 3 && w.endsWith('s') && !/(?:ss|us|is)$/.test(w)) w = w.slice(0, -1);
  return w.length > 4 && w.endsWith('e') ? w.slice(0, -1) : w;
}

function undouble(w: string): string {
  const n = w.length;
  return n > 3 && w[n - 1] === w[n - 2] && !/[lsz]$/.test(w) ? w.slice(0, -1) : w;
}
