import type { Span } from '../../base/span.ts';
import type { Kind } from '../../model/statement.ts';

/** A stretch inside a clause that makes a claim of its own about a name it explains. */
export interface Aside extends Span {
  readonly kind: Kind;
  /** Length of the name at its start, which stays part of the clause around it. */
  readonly name: number;
}

const NAME = '"?[A-Z][\\w&.-]*"?(?: "?[A-Z0-9][\\w&.-]*"?){0,3}';
const DOERS = '(?:group|gang|actors?|hackers|hacking group|team|campaign|crew|collective|unit|outfit)s?';
/** Words that set a second name beside the first, which must be a name itself where they lack an "also". */
const ALSO =
  '(?:which is |who are |that is |is |are )?(?:also|otherwise|previously|formerly|better|variously|commonly|sometimes) (?:known|tracked|referred to|dubbed|identified|called|named)(?: (?:as|by))?|a\\.?k\\.?a\\.?|alias';
const AS = `(?:${ALSO}|known as)`;
const TIED = '(?:linked|tied|attributed|connected|traced|ascribed)';

/** Wordings of asides; the first group is the name they explain. The last entry is what every match holds, to skip most clauses. */
const PATTERNS: readonly (readonly [Kind, RegExp, RegExp])[] = [
  [
    'alias',
    new RegExp(
      `((?:\\b(?:[Tt]he|[Aa]) (?:\\w+[ -]){0,4}?(?:group|gang|actors?|hackers|team|campaign))(?=,? \\(?(?:${ALSO}))|${NAME}),? \\(?${AS} ${NAME}(?:(?:,|,? (?:and|or)) ${NAME})*\\)?`,
      'g',
    ),
    /known|tracked|referred|dubbed|identified|called|named|alias|a\.?k\.?a/i,
  ],
  // "APT10, a China-based threat group"
  [
    'attribution',
    new RegExp(
      `(${NAME}), (?:a|an|the) (?:[\\w-]+ ){0,4}[A-Z][\\w.]*(?: [A-Z]\\w+)?-(?:based|backed|linked|sponsored|affiliated|aligned|nexus|state-sponsored) (?:[\\w-]+ ){0,4}${DOERS}\\b`,
      'g',
    ),
    /-(?:based|backed|linked|sponsored|affiliated|aligned|nexus|state-sponsored) /,
  ],
  // "The group behind the attacks, named APT10"
  [
    'attribution',
    new RegExp(
      `((?:\\b(?:[Tt]he|[Aa]) (?:\\w+[ -]){0,3}${DOERS}) (?:behind|responsible for) [^,.;]{3,60}), (?:named|called|dubbed|known as|codenamed) ${NAME}`,
      'g',
    ),
    /(?:behind|responsible for) /,
  ],
  // "two groups that the vendor linked to the army have …"
  [
    'attribution',
    new RegExp(
      `((?:\\b[\\w-]+ ){1,4}${DOERS}),? (?:that|which) (?:\\w+ ){0,6}${TIED} to [^,.;]+?(?= (?:have|has|had|were|was|are|is|launched|used|targeted)\\b|[,.;]|$)`,
      'g',
    ),
    /(?:linked|tied|attributed|connected|traced|ascribed) to /,
  ],
  // "the group blamed for the leak has …"
  [
    'attribution',
    new RegExp(
      `((?:\\b[\\w-]+ ){1,4}${DOERS}) (?:blamed for|accused of|suspected of|${TIED} to|believed to be behind|thought to be behind) [^,.;]+?(?= (?:have|has|had|were|was|are|is)\\b)`,
      'g',
    ),
    /blamed for|accused of|suspected of|(?:linked|tied|attributed|connected|traced|ascribed) to|behind /,
  ],
  // "The group, known as Fancy Bear or Pawn Storm"
  [
    'alias',
    new RegExp(
      `((?:\\b[Tt]he|[Aa]) (?:\\w+[ -]){0,3}${DOERS}),? known as ${NAME}(?:, ${NAME})* (?:or|and) ${NAME}`,
      'g',
    ),
    /known as /,
  ],
  // "a tool, previously associated with state-sponsored actors,"
  [
    'attribution',
    new RegExp(
      `((?:\\b[\\w-]+ ){0,4}${NAME})"?,?"? (?:previously|earlier|often|widely|long) (?:associated|${TIED.slice(3, -1)}) (?:with|to) [^,.;]+`,
      'g',
    ),
    /(?:associated|linked|tied|attributed|connected|traced|ascribed) (?:with|to) /,
  ],
];

/** What the last entries have in common, to skip most clauses at once. */
const NEEDED = new RegExp([...new Set(PATTERNS.map(([, , { source }]) => `(?:${source})`))].join('|'), 'i');
const NONE: readonly Aside[] = [];

/** The claims that a clause (ASCII quotes) makes in passing: names set side by side, a group's home beside its name. */
export function asidesOf(clause: string): readonly Aside[] {
  if (!NEEDED.test(clause)) return NONE;
  const found: Aside[] = [];
  for (const [kind, pattern, needed] of PATTERNS) {
    if (!needed.test(clause)) continue;
    for (const match of clause.matchAll(pattern)) {
      const aside = { kind, start: match.index, end: match.index + match[0].length, name: match[1]!.length };
      if (
        aside.end - aside.start < 0.9 * clause.length &&
        !found.some((f) => f.start < aside.end && aside.start < f.end)
      ) {
        found.push(aside);
      }
    }
  }
  return found;
}

/** The clause with its asides blanked but for the names, so that the rest can be judged by itself; the length stays. */
export function without(clause: string, asides: readonly Aside[]): string {
  let out = clause;
  for (const { start, end, name } of asides) {
    const from = start + name;
    out = `${out.slice(0, from)}${' '.repeat(end - from)}${out.slice(end)}`;
  }
  return out;
}
