import type { RuleExpression } from '../rule/tree.ts';

/** One way for an expression over rules to hold: hits of all of `want`, of none of `without`. */
export interface Term {
  readonly want: readonly string[];
  readonly without: readonly string[];
}

/** More ways than any expression has that somebody wrote by hand. */
export const MOST_TERMS = 256;

/** An expression as the ways in which it can hold (disjunctive normal form), null when there are more than `MOST_TERMS`. */
export function termsOf(expression: RuleExpression, negated = false): readonly Term[] | null {
  switch (expression.op) {
    case 'rule':
      return [negated ? { want: [], without: [expression.id] } : { want: [expression.id], without: [] }];
    case 'not':
      return termsOf(expression.of, !negated);
    case 'and':
    case 'or': {
      const parts = expression.of.map((one) => termsOf(one, negated));
      const either = (expression.op === 'or') !== negated;
      let terms: readonly Term[] = either ? [] : [{ want: [], without: [] }];
      for (const part of parts) {
        if (part === null) return null;
        if (either ? terms.length + part.length > MOST_TERMS : terms.length * part.length > MOST_TERMS) return null;
        terms = either ? [...terms, ...part] : terms.flatMap((a) => part.map((b) => joined(a, b)));
      }
      return terms;
    }
  }
}

function joined(a: Term, b: Term): Term {
  return { want: [...new Set([...a.want, ...b.want])], without: [...new Set([...a.without, ...b.without])] };
}
