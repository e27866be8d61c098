import type { Kind } from '../../model/statement.ts';

/** A phrase at the end of a clause that adds a claim of another kind to it. */
interface Extra {
  /** Kind the whole clause also claims. */
  readonly adds: Kind;
  /** Kinds of the clause without the phrase, for which this holds; the first is taken when the phrase had decided the kind. */
  readonly to: readonly Kind[];
  /** What every such phrase holds, to skip most clauses. */
  readonly needed: RegExp;
  /** Start of the phrase. */
  readonly at: RegExp;
}

const ATTACK =
  '(?:attacks?|cyberattacks?|hacks?|breach(?:es)?|intrusions?|campaigns?|espionage|assaults?|hacking|operations?)';

const EXTRAS: readonly Extra[] = [
  // Attack and attacker in one clause, the attacker in an assigning phrase: both, each with its own quote.
  {
    adds: 'attribution',
    to: ['intrusion'],
    needed: / by |nating /i,
    at: new RegExp(
      `(?<=\\b${ATTACK}\\b[^,;]{0,60}) (?:that (?:was|were) )?(?:carried out|conducted|perpetrated|orchestrated|launched|directed) by | (?:originating|emanating) (?:from|in) `,
      'i',
    ),
  },
  // A deed and what it was for.
  {
    adds: 'intent',
    to: ['intrusion', 'measure', 'uses', 'targeting'],
    needed: / in | as | for /i,
    at: / (?:in (?:apparent )?(?:retaliation|revenge|reprisal)\b|in response to |as (?:punishment|retaliation|revenge|payback)\b|for (?:intelligence|espionage|financial|political|propaganda)[\w-]*(?: and \w+)? (?:purposes|gain|reasons|ends)\b)/i,
  },
];

/** How a clause with such a phrase divides: the kind and length of the part before it, and the kind the whole adds. */
export interface Division {
  readonly kind: Kind;
  readonly end: number;
  readonly adds: Kind;
}

/** The division of a clause (ASCII quotes) that was judged to be of a kind, or null when it makes one claim only. */
export function divide(clause: string, kind: Kind): Division | null {
  for (const { adds, to, at, needed } of EXTRAS) {
    if ((kind !== adds && !to.includes(kind)) || !needed.test(clause)) continue;
    const found = at.exec(clause);
    // "the attacks were | carried out by": the assigning words are the predicate, and the only claim.
    if (found && /\b(?:is|are|was|were|be|been|being)$/i.test(clause.slice(0, found.index))) continue;
    // "was likely done | for intelligence purposes": without its purpose the clause says nothing.
    if (found && /\b(?:done|carried out|conducted|made|used|designed)$/i.test(clause.slice(0, found.index))) continue;
    if (!found || found.index < 12 || clause.length - found.index < 8) continue;
    return { kind: kind === adds ? to[0]! : kind, end: found.index, adds };
  }
  return null;
}
