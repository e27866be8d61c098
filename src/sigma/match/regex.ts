import { createRequire } from 'node:module';
import { fold } from './fold.ts';
import { respell, Unsayable } from './re2-spelling.ts';
import { chainOf, holdsChain } from './regex-chain.ts';
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
  const { native, literals, plain, chain } = factsOf(source, flags);
  if (chain) {
    const held = (text: string): boolean => holdsChain(text, chain);
    return { found: held, test: held, literals, native };
  }
  let regex: RegExp | null = null;
  let linear: Find | undefined;
  const find = (text: string): boolean => {
    if (plain) {
      regex ??= nativeRegex(source, flags);
      if (text.length <= native) return regex!.test(text);
    }
    linear ??= linearRegex(source, flags) ?? beginning(plain ? nativeRegex(source, flags) : null, native);
    return linear(text);
  };
  const found =
    literals.length === 0 ? find : (text: string, folded: string): boolean => holdsAll(folded, literals) && find(text);
  return { found, test: (text) => found(text, fold(text)), literals, native };
}

/** What reading an expression tells of it. Plain data, to be kept: reading it takes longer than looking for it in some texts. */
export interface RegexFacts {
  readonly source: string;
  readonly flags: string;
  /** Whether JavaScript takes it. */
  readonly plain: boolean;
  readonly literals: readonly string[];
  /** All of it, where it is nothing but texts with `.*` between them. */
  readonly chain: readonly string[] | null;
  /** Up to this length of text the JavaScript engine is sure to be quick. */
  readonly native: number;
}

/** Facts of expressions that were read before: of this process or another. */
const known = new Map<string, RegexFacts>();
const MOST_KNOWN = 20_000;

/** Reads an expression, once. */
export function factsOf(source: string, flags: string): RegexFacts {
  const key = `${flags} ${source}`;
  let facts = known.get(key);
  if (!facts) {
    const plain = isJavaScript(source, flags);
    const chain = plain ? chainOf(source, flags) : null;
    const re = plain ? parseRegex(source, flags) : null;
    const native = chain ? ANY_LENGTH : re ? Math.min(nativeLimit(re, flags), ANY_LENGTH) : 0;
    facts = { source, flags, plain, chain, native, literals: re ? literalsOf(re, flags) : [] };
    remember([facts]);
  }
  return facts;
}

/** Takes over what was read before. */
export function remember(facts: readonly RegexFacts[]): void {
  for (const one of facts) if (known.size < MOST_KNOWN) known.set(`${one.flags} ${one.source}`, one);
}

/** No text is longer. */
const ANY_LENGTH = Number.MAX_SAFE_INTEGER;

/** Whether an expression can be run: RE2 takes it, or JavaScript does and it is proved quick on texts of some length. */
export function canRun(source: string, flags: string): boolean {
  const { plain, native } = factsOf(source, flags);
  return (plain && native >= MIN_NATIVE) || linearRegex(source, flags) !== null;
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
