import type { Candidate, Family } from './family.ts';

/** Named objects that the words around them announce: mutexes, YARA rules, Sigma rules. */
export const rules: Family = {
  id: 'rules',
  *find(text) {
    if (text.includes('logsource:')) yield* sigmaFiles(text);
    for (const { type, pattern, check } of ANNOUNCED) {
      for (const m of text.matchAll(pattern)) {
        const name = m[1]!.replace(/[.,;:]+$/, '');
        if (name.length < 3 || !/^[\p{L}\p{N}_{[(<.$%-]/u.test(name) || (check && !check(name))) continue;
        const start = m.index + m[0].indexOf(name, Math.max(0, m[0].length - m[1]!.length - 2));
        yield {
          type,
          value: name.replace(/(?<=^(?:Global|Local))\\\\/, '\\'),
          start,
          end: start + name.length,
          defanged: false,
        };
      }
    }
  },
};

interface Announced {
  readonly type: Candidate['type'];
  readonly pattern: RegExp;
  readonly check?: (name: string) => boolean;
}

const coined = (name: string) => /[_\d\\{}-]|[a-z][A-Z]/.test(name);

const ANNOUNCED: readonly Announced[] = [
  { type: 'mutex', pattern: /(?<![\w\\])((?:Global|Local)\\{1,2}[^\s"“”'‘’`,;)]{3,100})/g },
  {
    type: 'mutex',
    pattern:
      /\b[Mm]utex(?:es)?(?: (?:object|name|value))?s?(?: (?:with the name|named|called|name|is|of|as))?\s{0,2}[:=]?\s{0,2}["“'‘`]([^"“”'‘’`\n]{3,100})(?=["”'’`])/g,
  },
  {
    type: 'mutex',
    pattern:
      /\b[Mm]utex(?:es)?(?: (?:object|name|value))?s?(?:\s?[:=]\s{0,2}| (?:with the name|named|called) )([^\s"“”'‘’`,;]{3,100})/g,
    check: coined,
  },
  { type: 'yara-rule', pattern: /\brule\s{1,4}([A-Za-z_]\w{2,127})(?=\s{0,4}(?::[^{\n]{0,100})?\s{0,4}\{)/g },
  {
    type: 'yara-rule',
    pattern:
      /\b(?:YARA|Yara|yara)(?: detection)?(?: rules?| signatures?)(?: (?:named|called|name|for|is))?\s{0,2}:?\s{0,2}["“'‘`]?([A-Za-z]\w{3,127})\b/g,
    check: (n) => /_/.test(n) || /[a-z][A-Z].*\d/.test(n),
  },
  {
    type: 'sigma-rule',
    pattern:
      /\b(?:Sigma|SIGMA|sigma)(?: detection)?(?: rules?)(?: (?:named|called|titled))?\s{0,2}:?\s{0,2}["“'‘`]([^"“”'‘’`\n]{4,120})(?=["”'’`])/g,
  },
  {
    type: 'sigma-rule',
    pattern: /\b(?:Sigma|SIGMA|sigma) rules?(?: (?:named|called))?\s{0,2}:?\s{0,2}([a-z]+(?:_[a-z0-9]+){2,10})\b/g,
  },
];

/** A rule file pasted into a report: its title, when a log source follows soon. */
function* sigmaFiles(text: string): Generator<Candidate> {
  for (const m of text.matchAll(/(?<=^|\n)title: {1,3}(\S[^\n]{3,119})/g)) {
    const name = m[1]!.trimEnd();
    const start = m.index + m[0].length - m[1]!.length;
    if (!/\nlogsource:/.test(text.slice(start, start + 1_500))) continue;
    yield { type: 'sigma-rule', value: name, start, end: start + name.length, defanged: false };
  }
}
