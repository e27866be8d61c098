import type { Family } from './family.ts';

const HIVES: Readonly<Record<string, string>> = {
  HKEY_LOCAL_MACHINE: 'HKLM',
  HKEY_CURRENT_USER: 'HKCU',
  HKEY_CLASSES_ROOT: 'HKCR',
  HKEY_USERS: 'HKU',
  HKEY_CURRENT_CONFIG: 'HKCC',
};

/** Keys of the Windows registry. The value has the hive's short name and single backslashes. */
export const registry: Family = {
  id: 'registry',
  *find(text) {
    if (!text.includes('\\')) return;
    for (const m of text.matchAll(KEY)) {
      const written = quoted(text, m.index) ?? trim(m[0]);
      const value = written
        .replace(/\\{2,}/g, '\\')
        .replace(/:(?=\\)/, '')
        .replace(/^HKEY_\w+/i, (hive) => HIVES[hive.toUpperCase()] ?? hive);
      if (value.split('\\').length > 1)
        yield { type: 'registry-key', value, start: m.index, end: m.index + written.length, defanged: false };
    }
  },
};

const PART = String.raw`[^\\\s"“”‘’'<>|,;\]]{1,80}(?: (?!HK(?:LM|CU|CR|U|CC|EY_))(?:[A-Z0-9(&][^\\\s"“”<>|,;\]]{0,40}|and|of|for)){0,4}(?=\\)`;
/** Last keys of two words and more that Windows itself has, and whatever a command's next switch ends. */
const SPACED =
  'Image File Execution Options|Internet Explorer|Internet Settings|Microsoft Antimalware|Real-Time Protection|Session Manager|Shell Folders|Terminal Server|User Shell Folders|Windows (?:Defender|Error Reporting|Firewall|NT|Search|Update)';
const LEAF = String.raw`(?:(?:${SPACED})(?![\p{L}\p{N}\\])|[^\\\s"“”‘’'<>|,;\]/]{1,80}(?: [A-Z][\p{L}\p{N}()-]{0,40}){1,4}(?= {1,2}\/[a-z]{1,3}\b)|[^\\\s"“”‘’'<>|,;\]]{1,100})`;
const HIVE = `(?:HK(?:LM|CU|CR|U|CC)|HKEY_[A-Z_]{5,20})`;
const BARE = String.raw`(?:SOFTWARE|Software|SYSTEM|System)\\{1,2}(?=Microsoft|Classes|Policies|Wow6432Node|WOW6432Node|CurrentControlSet|ControlSet00\d)`;
const KEY = new RegExp(
  `(?<![\\p{L}\\p{N}_\\\\])(?:${HIVE}:?\\\\{1,2}|${BARE})(?:${PART}\\\\{1,2}){0,20}(?:${LEAF})?`,
  'gu',
);

const QUOTES: Readonly<Record<string, string>> = { '"': '"', "'": "'", '“': '”', '‘': '’', '`': '`' };
const LONGEST = 300;

/** A key that stands alone in quotes goes to their end, spaces and all. */
function quoted(text: string, start: number): string | null {
  const closing = QUOTES[text[start - 1] ?? ''];
  if (!closing) return null;
  const end = text.indexOf(closing, start);
  const inside = end < 0 || end - start > LONGEST ? '' : text.slice(start, end);
  return /\\/.test(inside) && !/[\n<>|]|\s\/|\\\s|\s\\|\sHK/.test(inside) ? inside.trimEnd().replace(/\\+$/, '') : null;
}

function trim(written: string): string {
  let words = written.replace(/[.,;:!?*]+$/, '');
  while (/[)}]$/.test(words) && !/[({]/.test(words)) words = words.slice(0, -1).replace(/[.,;:]+$/, '');
  return words.replace(/\\+$/, '');
}
