import { createRequire } from 'node:module';
import { fold } from './fold.ts';
import { respell, Unsayable } from './re2-spelling.ts';
import { holdsAll, literalsOf } from './regex-literals.ts';
import { parseRegex } from './regex-parse.ts';
import { nativeLimit } from './regex-safety.ts';

/** A compiled expression. */
export interface Regex {
  /** Whether it is found anywhere in the text, which is given as it is and folded. */
  found(text: string, folded: string): boolean;
  test(text: string): boolean;
  /** Texts that every match holds, in this order, folded. */
  readonly literals: readonly string[];
  /** Up to this length the JavaScript engine is sure to be quick, see `nativeLimit`. */
  readonly native: number;
}

/**
 * Compiles an expression (flags `i`, `m`, `s`) so that no text can make it run for long: the JavaScript engine for texts up to
 * the length for which it is proved quick, RE2 (linear time) for longer ones, in a spelling that means the same there. What only
 * RE2 knows is run by RE2. What RE2 does not know (looking around, references back, more than 1,000 repetitions) is looked for in
 * the first so many characters of a longer text. An expression that cannot run (see `canRun`) is found nowhere.
 */
export function compileRegex(source: string, flags: string): Regex {
  const regex = nativeRegex(source, flags);
  const re = regex && parseRegex(source, flags);
  const native = re ? nativeLimit(re, flags) : 0;
  const literals = re ? literalsOf(re, flags) : [];
  let linear: Find | undefined;
  const find = (text: string): boolean => {
    if (regex && text.length <= native) return regex.test(text);
    linear ??= linearRegex(source, flags) ?? beginning(regex, native);
    return linear(text);
  };
  const found =
    literals.length === 0 ? find : (text: string, folded: string): boolean => holdsAll(folded, literals) && find(text);
  return { found, test: (text) => found(text, fold(text)), literals, native };
}

/** Whether an expression can be run: RE2 takes it, or JavaScript does and it is proved quick on texts of some length. */
export function canRun(source: string, flags: string): boolean {
  const re = isJavaScript(source, flags) && parseRegex(source, flags);
  return (re && nativeLimit(re, flags) >= MIN_NATIVE) || linearRegex(source, flags) !== null;
}

function beginning(regex: RegExp | null, native: number): Find {
  return regex && native >= MIN_NATIVE ? (text) => regex.test(text.slice(0, native)) : () => false;
}

/** Whether JavaScript takes the expression; then it means what it means there. */
export function isJavaScript(source: string, flags: string): boolean {
  return nativeRegex(source, flags) !== null;
}

type Find = (text: string) => boolean;

/** A proof for shorter texts only is none. */
const MIN_NATIVE = 256;

function nativeRegex(source: string, flags: string): RegExp | null {
  try {
    return new RegExp(source, flags);
  } catch {
    return null;
  }
}

type Re2 = typeof import('re2js');
let re2: Re2 | undefined;

function linearRegex(source: string, flags: string): Find | null {
  // Loaded when first needed: that takes 30 ms, and few rules need it.
  re2 ??= createRequire(import.meta.url)('re2js') as Re2;
  const { RE2JS } = re2;
  const bits =
    (flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0) |
    (flags.includes('m') ? RE2JS.MULTILINE : 0) |
    (flags.includes('s') ? RE2JS.DOTALL : 0);
  try {
    const regex = isJavaScript(source, flags) ? RE2JS.compile(respell(source, flags)) : RE2JS.compile(source, bits);
    return (text) => regex.matcher(text).find();
  } catch (error) {
    if (error instanceof Unsayable || error instanceof re2.RE2JSException) return null;
    throw error;
  }
}
