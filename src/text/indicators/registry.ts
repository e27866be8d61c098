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
      const written = trim(m[0]);
      const value = written
        .replace(/\\{2,}/g, '\\')
        .replace(/:(?=\\)/, '')
        .replace(/^HKEY_\w+/i, (hive) => HIVES[hive.toUpperCase()] ?? hive);
      if (value.split('\\').length > 1)
        yield { type: 'registry-key', value, start: m.index, end: m.index + written.length, defanged: false };
    }
  },
};

const PART = String.raw`[^\\\s"“”‘’'<>|,;\]]{1,80}(?: (?:[A-Z0-9(&][^\\\s"“”<>|,;\]]{0,40}|and|of|for)){0,4}(?=\\)`;
const LEAF = String.raw`[^\\\s"“”‘’'<>|,;\]]{1,100}`;
const HIVE = `(?:HK(?:LM|CU|CR|U|CC)|HKEY_[A-Z_]{5,20})`;
const BARE = String.raw`(?:SOFTWARE|Software|SYSTEM|System)\\{1,2}(?=Microsoft|Classes|Policies|Wow6432Node|WOW6432Node|CurrentControlSet|ControlSet00\d)`;
const KEY = new RegExp(
  `(?<![\\p{L}\\p{N}_\\\\])(?:${HIVE}:?\\\\{1,2}|${BARE})(?:${PART}\\\\{1,2}){0,20}(?:${LEAF})?`,
  'gu',
);

function trim(written: string): string {
  let words = written.replace(/[.,;:!?*]+$/, '');
  while (/[)}]$/.test(words) && !/[({]/.test(words)) words = words.slice(0, -1).replace(/[.,;:]+$/, '');
  return words.replace(/\\+$/, '');
}
