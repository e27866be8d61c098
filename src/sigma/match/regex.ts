import { createRequire } from 'node:module';
import type { TextTest } from './pattern.ts';
import { isHarmless } from './regex-safety.ts';

/**
 * Compiles an expression (found anywhere in the text; flags `i`, `m`, `s`) so that no text can make it run for long: by the
 * JavaScript engine where that is proved harmless, else by RE2, in linear time. Null when neither engine accepts it.
 */
export function compileRegex(source: string, flags: string): TextTest | null {
  if (isHarmless(source)) {
    try {
      const regex = new RegExp(source, flags);
      return (text) => regex.test(text);
    } catch {
      // RE2 may know a spelling that JavaScript does not.
    }
  }
  return compileLinear(source, flags);
}

type Re2 = typeof import('re2js');
let re2: Re2 | undefined;

function compileLinear(source: string, flags: string): TextTest | null {
  // Loaded when first needed: it takes 30 ms, and most packs need it for a handful of rules.
  re2 ??= createRequire(import.meta.url)('re2js') as Re2;
  const { RE2JS } = re2;
  const bits =
    (flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0) |
    (flags.includes('m') ? RE2JS.MULTILINE : 0) |
    (flags.includes('s') ? RE2JS.DOTALL : 0);
  try {
    const regex = RE2JS.compile(source, bits);
    return (text) => regex.matcher(text).find();
  } catch {
    return null;
  }
}
