import { canRun } from '../match/regex.ts';

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

/** Why the matcher cannot run the expression safely, null when it can. */
export function refusal({ source, flags }: Expression): string | null {
  if (source.length > LIMITS.characters) return `more than ${LIMITS.characters} characters`;
  if (nesting(source) > LIMITS.depth) return `more than ${LIMITS.depth} groups within each other`;
  if (canRun(source, flags)) return null;
  try {
    new RegExp(source, flags);
    return 'it may run without end, and RE2, which never does, has no words for it';
  } catch (inJs) {
    return (inJs as Error).message.replace(/^Invalid regular expression: /, '').slice(0, 300);
  }
}

/** Compilers recurse into groups, and take long over what nobody would write. */
const LIMITS = { characters: 20_000, depth: 100 } as const;

function nesting(source: string): number {
  let depth = 0;
  let deepest = 0;
  for (let i = 0; i < source.length; i++) {
    if (source[i] === '\\') i++;
    else if (source[i] === '(') deepest = Math.max(deepest, ++depth);
    else if (source[i] === ')') depth--;
  }
  return deepest;
}

const LEADING_FLAGS = /^\(\?([ims]+)\)/;
