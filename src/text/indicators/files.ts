import { before, type Candidate, type Family } from './family.ts';
import { ENDINGS, PRODUCTS } from './names.ts';
import { matchesIn } from './windows.ts';

/** Paths of Windows and Unix, and file names with spaces, which stand in quotes. */
export const paths: Family = {
  id: 'paths',
  *find(text, _, windows) {
    if (text.includes('\\')) {
      for (const m of matchesIn(text, windows, WINDOWS)) {
        const found = path(m.index, m[0]);
        // A bare drive or host is no path, nor are bytes written as \\x90\\x90.
        if (!/^(?:[A-Za-z]:|\\\\[^\\]*|%\w+%|<[^>]*>)\\?$|^\\\\x[0-9a-f]{2}\\x/i.test(found.value)) yield found;
      }
    }
    if (text.includes('/')) {
      for (const m of matchesIn(text, windows, UNIX)) yield path(m.index, m[0]);
    }
    for (const m of matchesIn(text, windows, QUOTED)) {
      const name = m[1]!;
      const start = m.index + 1;
      if (isEnding(name) && /\s/.test(name) && !/[.!?]\s/.test(name)) yield file(name, start);
    }
  },
};

/** File names that the host family does not see (brackets, signs, unknown suffixes). */
export const fileNames: Family = {
  id: 'file-names',
  *find(text, _, windows) {
    for (const m of matchesIn(text, windows, NAME)) {
      const name = m[0];
      if (!isEnding(name) || PRODUCTS.has(name.toLowerCase()) || /\d[,.]$/.test(before(text, m.index, 2))) continue;
      yield file(name, m.index);
    }
  },
};

/** A component with spaces goes on only before another backslash, and only over words that look like a folder's name. */
const FOLDER = String.raw`[^\\/:*?"<>|\s“”‘’',;]{1,80}(?: (?:\(x86\)|[A-Z0-9(&-][^\\/:*?"<>|\s“”,;]{0,40}|and|of)){0,4}\\{1,2}`;
const LEAF = String.raw`[^\\/:*?"<>|\s“”‘’,;\u0060\u2500-\u257F]{1,120}`;
const ROOT = String.raw`(?:[A-Za-z]:\\{1,2}|%[A-Za-z_][A-Za-z0-9_()]{1,30}%\\{1,2}|\$env:[A-Za-z]{2,20}\\{1,2}|\\\\[A-Za-z0-9][\w.$-]{1,60}\\{1,2}|\\\\[.?]\\(?:pipe\\)?|<[A-Za-z_ ]{3,20}>\\)`;
const WINDOWS = new RegExp(`(?<![\\p{L}\\p{N}\\\\])${ROOT}(?:${FOLDER}){0,16}(?:${LEAF})?`, 'gu');
const UNIX =
  /(?<![\p{L}\p{N}_/.:~$%)\]-])(?:~|\/(?:etc|tmp|var|usr|opt|home|root|bin|sbin|dev|proc|Library|Users|System|Applications|data|mnt|srv|lib|lib64|private|boot|sys|run|storage|sdcard|media))(?:\/[\p{L}\p{N}_.@%+~=,#-]{1,100}){1,16}\/?/gu;
const QUOTED = /["“'‘`]([^"“”'‘’`\n\\/:*?<>|]{3,80}\.[A-Za-z0-9]{2,5})["”'’`]/gu;
const NAME =
  /(?<![\p{L}\p{N}_@$#%&=~/\\.-])[\p{L}\p{N}_$][\p{L}\p{N}_$+~!()-]{0,80}(?:\.[\p{L}\p{N}_-]{1,40}){0,4}\.[A-Za-z0-9]{1,6}(?![\p{L}\p{N}_]|\.\p{L}|[/\\@(])/gu;

function isEnding(name: string): boolean {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  // One-letter endings of source code are mostly initials and list letters.
  return (
    ending.length > 1 &&
    ENDINGS.has(ending) &&
    !/^(?:com|go|one|data|key|service|command|website|swift|old|url|class|config|conf)$/.test(ending)
  );
}

function path(start: number, written: string): Candidate {
  const trimmed = trim(written);
  const value = trimmed.replace(/(?<=[^\\])\\\\/g, '\\');
  return { type: 'file-path', value, start, end: start + trimmed.length, defanged: false };
}

/** The sentence's own signs at the end of a path; a closing bracket goes when the path opened none. */
function trim(written: string): string {
  let words = written
    // "c:\data\\&whoami": the next command.
    .replace(/\\?&(?:(?=[a-z]).*)?$/s, '')
    .replace(/[.,;:!?'’…*]+$/, '');
  const shut = words.indexOf(')');
  if (shut > 0 && !words.slice(0, shut).includes('(')) words = words.slice(0, shut);
  while (/[)\]}]$/.test(words) && !/[([{]/.test(words)) words = words.slice(0, -1).replace(/[.,;:]+$/, '');
  return words;
}

function file(name: string, start: number): Candidate {
  return { type: 'file-name', value: name, start, end: start + name.length, defanged: false };
}
