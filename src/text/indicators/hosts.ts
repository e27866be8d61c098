import { DOT, isDefanged, LABEL, MARKED_DOT, refang, SPOKEN_DOT } from './defang.ts';
import { before, type Candidate, type Family } from './family.ts';
import { hostVerdict } from './host-rules.ts';
import { TLD_ENDINGS } from './names.ts';
import { matchesIn } from './windows.ts';

/** Domain names, and file names among the words that look like them. */
export const hosts: Family = {
  id: 'hosts',
  *find(text, _, windows) {
    if (SPOKEN.test(text)) yield* spoken(text);
    for (const m of matchesIn(text, windows, NAME)) {
      const candidate = judge(text, m.index, m[0]);
      if (candidate) yield candidate;
    }
  },
};

/** Not within another word; "*.evil.com" means the domain and all below it. */
const NOT_BEFORE = '(?:(?<![\\p{L}\\p{N}_@$#%&=~/\\\\.-])|(?<=(?:^|[\\s"\'(])\\*\\.))';
const NAME = new RegExp(
  `${NOT_BEFORE}${LABEL}(?:${DOT}${LABEL}){1,12}(?![\\p{L}\\p{N}_])(?!@|\\\\[\\p{L}\\p{N}]|-[\\p{L}\\p{N}]|\\()`,
  'gu',
);
const SPOKEN = new RegExp(SPOKEN_DOT, 'u');
const WITH_SPOKEN = new RegExp(
  `${NOT_BEFORE}${LABEL}(?:(?:${DOT}|${SPOKEN_DOT})${LABEL}){1,12}(?![\\p{L}\\p{N}_])`,
  'gu',
);
const MARK = new RegExp(MARKED_DOT, 'u');

/** "evil dot example[.]com": the spoken dot counts where a mark stands in the same name. */
function* spoken(text: string): Generator<Candidate> {
  const has = new RegExp(SPOKEN_DOT, 'u');
  for (const m of text.matchAll(WITH_SPOKEN)) {
    if (!has.test(m[0]) || !MARK.test(m[0])) continue;
    if (hostVerdict(m[0], true) === 'domain')
      yield { type: 'domain', value: refang(m[0]), start: m.index, end: m.index + m[0].length, defanged: true };
  }
}

const SAYS_FILE =
  /\b(?:files?|scripts?|archives?|attachments?|payloads?|binar(?:y|ies)|executables?|named|called|dropped|drops|saved as|renamed|source code|loader|perl|python|rust|shell|bash|runs?|executes?|library)\W{1,4}$/i;
const SAYS_HOST =
  /\b(?:domains?|hosts?|hostnames?|sites?|websites?|servers?|c2|c&c|urls?|registered|resolved|resolves?|visit|at|to|from|contacts?)\W{1,4}$/i;

function judge(text: string, start: number, written: string): Candidate | null {
  const defanged = isDefanged(written);
  // A lone backslash before a dot is also how patterns and Markdown write file names.
  const certain = defanged && !/^[^[({<\]]*$/.test(written);
  let verdict = hostVerdict(written, certain) ?? (defanged ? hostVerdict(written, true) : null);
  if (!verdict) return null;
  const value = refang(written);
  if (!certain && TLD_ENDINGS.has(value.slice(value.lastIndexOf('.') + 1))) {
    const words = before(text, start, 24);
    if (SAYS_FILE.test(words)) verdict = 'file-name';
    else if (SAYS_HOST.test(words) && hostVerdict(written, true)) verdict = 'domain';
  }
  if (verdict === 'file-name') return fileName(text, start, written);
  return { type: 'domain', value, start, end: start + written.length, defanged };
}

/** "4,920.00.zip" is a number's end, not a file. */
function fileName(text: string, start: number, written: string): Candidate | null {
  if (/^\d/.test(written) && /\d[,.]$/.test(before(text, start, 2))) return null;
  return {
    type: 'file-name',
    value: written.replace(/\\\./g, '.'),
    start,
    end: start + written.length,
    defanged: false,
  };
}
