import { RE2JS } from 're2js';

/** A regular expression without leading inline flags; `flags` holds any of `i`, `m`, `s` in that order. */
export interface Expression {
  readonly source: string;
  readonly flags: string;
}

/**
 * Moves leading inline flags (`(?i)`, `(?is)`) into `flags`: JavaScript of this age knows none, and SQL engines differ. Flags
 * that mean nothing here or change the syntax (`x`, `U`) stay where they are, so that compiling decides.
 */
export function expression(text: string, flags = ''): Expression {
  let source = text;
  let all = flags;
  for (let match = LEADING_FLAGS.exec(source); match; match = LEADING_FLAGS.exec(source)) {
    all += match[1]!;
    source = source.slice(match[0].length);
  }
  return { source, flags: ordered(all) };
}

/** The flags once each, in one order. */
export function ordered(flags: string): string {
  return ['i', 'm', 's'].filter((flag) => flags.includes(flag)).join('');
}

/** Why neither JavaScript nor RE2 takes the expression, null when one of them does. */
export function refusal({ source, flags }: Expression): string | null {
  try {
    new RegExp(source, flags);
    return null;
  } catch (inJs) {
    try {
      RE2JS.compile(source, re2Flags(flags));
      return null;
    } catch {
      return (inJs as Error).message.replace(/^Invalid regular expression: /, '').slice(0, 300);
    }
  }
}

function re2Flags(flags: string): number {
  return (
    (flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0) |
    (flags.includes('m') ? RE2JS.MULTILINE : 0) |
    (flags.includes('s') ? RE2JS.DOTALL : 0)
  );
}

const LEADING_FLAGS = /^\(\?([ims]+)\)/;
