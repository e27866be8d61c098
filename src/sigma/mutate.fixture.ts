/** For tests and `bench/fuzz-sigma.ts`: rules of every kind, and seeded damage to them. */

export const SEEDS: readonly string[] = [
  `title: A process
id: 0a7f3d3e-5b8e-4b63-9b36-1d5c7c8f2a10
name: process
status: test
level: high
date: 2025-08-02
tags: [attack.t1059]
related:
    - {id: 929a690e-bef0-4204-a928-ef5e620d6fcc, type: derived}
logsource:
    product: windows
    service: security
detection:
    selection_img:
        - Image|endswith: '\\a.exe'
        - OriginalFileName: "b\\u0041.exe"
    selection_cli:
        CommandLine|contains|all|windash:
            - ' -enc '
            - '/c *\\?x'
    selection_re:
        CommandLine|re|i: '^(a|b)+[c-d]{2,3}\\s$'
        Payload|base64offset|contains: whoami
        Wide|wide|base64: cmd
        Ip|cidr: [10.0.0.0/8, 'fe80::/10']
        Other|fieldref|startswith: Image
        Port|gte: 1024
        When|hour|lt: 6
        There|exists: false
    filter_null: {User: null, Empty: '', Number: 0x10, Truth: true}
    _keywords: [one, t*o]
    condition: (1 of selection_* or all of selection_c*) and not 1 of filter_* or _keywords
`,
  `title: With placeholders and anchors
logsource: &source {product: windows, service: sysmon, definition: "audit"}
detection:
    a: &a {A|expand: '%Servers%', B|neq|contains: [x, y]}
    b: [*a, {<<: *a, C|cased: Z}]
    c: {'|all': [k1, k2]}
    condition: [a and b, '2 of *']
`,
  `title: Base
name: base
logsource: {product: windows, service: security}
detection: {s: {A: 1}, condition: s}
---
title: Many
id: 10000000-0000-0000-0000-000000000000
correlation:
    type: event_count
    rules: [base]
    group-by: [User, Ip]
    timespan: 10m
    aliases: {Ip: {base: SourceIp}}
    generate: true
    condition: {gte: 10, lt: 1e3}
---
title: In order
correlation:
    type: temporal_ordered
    rules: [base, 10000000-0000-0000-0000-000000000000]
    timespan: 1d
    condition: base and not 10000000-0000-0000-0000-000000000000
---
title: Values
correlation: {type: value_percentile, rules: base, timespan: 5s, condition: {field: [N], percentile: 95, gt: 5.5}}
`,
  `title: Base
name: other
logsource: {product: windows, service: security}
detection: {s: {A: 1}, condition: s}
---
title: Not us
logsource: {product: windows}
filter:
    rules: any
    selection: {User|startswith: adm_}
    condition: not selection
`,
];

/** Pieces that mean something to YAML, conditions, modifiers and patterns. */
const PIECES = [
  ...[
    "'",
    '"',
    ':',
    ': ',
    '- ',
    '? ',
    '|',
    '|-\n',
    '>\n',
    '[',
    ']',
    '{',
    '}',
    ',',
    '#',
    '&a ',
    '*a',
    '<<: ',
    '!x ',
    '%',
    '\\',
    '\n',
    '\t',
  ],
  ...[
    '---\n',
    '...\n',
    '%YAML 1.1\n',
    '*',
    '?',
    '~',
    'null',
    'true',
    '0',
    '-1',
    '1e309',
    '.inf',
    '0o17',
    '00429',
    '9'.repeat(400),
  ],
  ...[
    '|all',
    '|re',
    '|contains',
    '|windash',
    '|base64offset',
    '|wide',
    '|utf16',
    '|expand',
    '|cidr',
    '|fieldref',
    '|neq',
    '|hour',
    '|gt',
  ],
  ...[
    'and ',
    'or ',
    'not ',
    '(',
    ')',
    '1 of ',
    'all of ',
    'them',
    '5 of *',
    'condition: ',
    'detection:\n',
    'correlation:\n',
    'filter:\n',
  ],
  ...[
    '%Servers%',
    '%a%',
    '(?i)',
    '(a*)*',
    '(((',
    '[[:alpha:]]',
    '\u0000',
    '\ud800',
    '\ufeff',
    'é',
    '__proto__',
    'constructor',
    '1s',
    'rules: any\n',
  ],
];

/** A generator of whole numbers below a bound, the same for the same seed (mulberry32). */
export function randomOf(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** A text with one to four wounds: characters, lines and pieces taken out, doubled, swapped, put in, or taken from another text. */
export function mutated(texts: readonly string[], random: (below: number) => number): string {
  let text = texts[random(texts.length)]!;
  for (let wounds = 1 + random(4); wounds > 0; wounds--) {
    const at = random(text.length + 1);
    const to = Math.min(text.length, at + 1 + random(random(4) === 0 ? 200 : 8));
    const part = text.slice(at, to);
    switch (random(7)) {
      case 0:
        text = text.slice(0, at) + text.slice(to);
        break;
      case 1:
        text = text.slice(0, at) + part.repeat(2 + random(random(20) === 0 ? 300 : 3)) + text.slice(to);
        break;
      case 2:
        text = text.slice(0, at) + PIECES[random(PIECES.length)]! + text.slice(at);
        break;
      case 3:
        text =
          text.slice(0, at) +
          PIECES[random(PIECES.length)]!.repeat(1 + random(random(20) === 0 ? 500 : 3)) +
          text.slice(to);
        break;
      case 4: {
        const other = texts[random(texts.length)]!;
        const from = random(other.length);
        text = text.slice(0, at) + other.slice(from, from + random(120)) + text.slice(to);
        break;
      }
      case 5: {
        const lines = text.split('\n');
        const [a, b] = [random(lines.length), random(lines.length)];
        [lines[a], lines[b]] = [lines[b]!, lines[a]!];
        text = lines.join('\n');
        break;
      }
      default:
        text = text.slice(0, at) + String.fromCharCode(random(random(3) === 0 ? 0x10000 : 128)) + text.slice(at + 1);
    }
  }
  return text;
}
