import type { SigmaCode } from './codes.ts';

/** A condition as it is written; names are not yet looked up. `at` is the offset in its text. */
export type Condition =
  | { readonly op: 'and' | 'or'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition }
  | { readonly op: 'name'; readonly name: string; readonly at: number }
  /** `least` of those that the pattern names; `them` is every one. */
  | { readonly op: 'count'; readonly least: number | 'all'; readonly pattern: string; readonly at: number };

export interface ConditionFault {
  readonly code: SigmaCode;
  readonly at: number;
  readonly details: Readonly<Record<string, string | number>>;
}

/** Deeper nesting than any rule has; it keeps hostile conditions from exhausting the stack. */
const DEEPEST = 100;

/**
 * Parses `a and not (b or 1 of c_*)`. Binds from loose to tight: `or`, `and`, `not`, `N of`, parentheses (Sigma rules
 * specification 2.1, "Condition"). The words count in either case. `quantifiers` off refuses `N of`, for correlations.
 */
export function parseCondition(text: string, { quantifiers = true } = {}): Condition | ConditionFault {
  const pipe = text.indexOf('|');
  if (pipe >= 0) return { code: 'condition-pipe', at: pipe, details: {} };
  const tokens = Array.from(text.matchAll(TOKEN), (match) => ({
    word: match[0],
    low: match[0].toLowerCase(),
    at: match.index,
  }));
  return new Parser(tokens, text.length, quantifiers).parse();
}

interface Token {
  readonly word: string;
  readonly low: string;
  readonly at: number;
}

const TOKEN = /[()]|[^\s()]+/g;
const OPERATORS: ReadonlySet<string> = new Set(['and', 'or', 'not', ')', '(']);

/** Recursive descent. The first fault stops it: every step then returns null. */
class Parser {
  private next = 0;
  private depth = 0;
  private fault: ConditionFault | null = null;
  private readonly tokens: readonly Token[];
  private readonly end: number;
  private readonly quantifiers: boolean;

  constructor(tokens: readonly Token[], end: number, quantifiers: boolean) {
    this.tokens = tokens;
    this.end = end;
    this.quantifiers = quantifiers;
  }

  parse(): Condition | ConditionFault {
    const condition = this.list('or');
    if (condition && this.next < this.tokens.length) this.unexpected('and, or');
    return this.fault ?? condition!;
  }

  private list(op: 'and' | 'or'): Condition | null {
    const of: Condition[] = [];
    do {
      const one = op === 'or' ? this.list('and') : this.negation();
      if (!one) return null;
      of.push(one);
    } while (this.take(op));
    return of.length === 1 ? of[0]! : { op, of };
  }

  private negation(): Condition | null {
    let odd = false;
    while (this.take('not')) odd = !odd;
    const of = this.operand();
    return of && odd ? { op: 'not', of } : of;
  }

  private operand(): Condition | null {
    const token = this.tokens[this.next];
    if (!token || (OPERATORS.has(token.low) && token.word !== '(')) return this.unexpected('a name');
    if (this.take('(')) {
      if (++this.depth > DEEPEST) return this.fail('condition-too-deep', token.at, { limit: DEEPEST });
      const inner = this.list('or');
      if (!inner) return null;
      if (!this.take(')')) return this.unexpected(')');
      this.depth--;
      return inner;
    }
    this.next++;
    return this.tokens[this.next]?.low === 'of'
      ? this.quantifier(token)
      : { op: 'name', name: token.word, at: token.at };
  }

  private quantifier(count: Token): Condition | null {
    const least =
      count.low === 'all' ? 'all' : count.low === 'any' ? 1 : /^[1-9]\d{0,5}$/.test(count.low) ? Number(count.low) : 0;
    if (least === 0 || !this.quantifiers) {
      this.next--;
      return this.unexpected(this.quantifiers ? '1, any, all or a number before "of"' : 'and, or');
    }
    this.next++;
    const target = this.tokens[this.next];
    if (!target || OPERATORS.has(target.low)) return this.unexpected('a pattern or them');
    this.next++;
    return { op: 'count', least, pattern: target.word, at: target.at };
  }

  private take(low: string): boolean {
    if (this.fault || this.tokens[this.next]?.low !== low) return false;
    this.next++;
    return true;
  }

  private unexpected(expected: string): null {
    const token = this.tokens[this.next];
    return this.fail('condition-syntax', token?.at ?? this.end, {
      expected,
      found: token?.word.slice(0, 50) ?? 'the end',
    });
  }

  private fail(code: SigmaCode, at: number, details: ConditionFault['details']): null {
    this.fault ??= { code, at, details };
    return null;
  }
}
