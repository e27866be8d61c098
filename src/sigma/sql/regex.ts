import { respell, Unsayable } from '../match/re2-spelling.ts';
import { canRun, isJavaScript } from '../match/regex.ts';

/** An expression in RE2's words, never, or why RE2 cannot say it. */
export type Translation = { readonly re2: string } | { readonly never: true } | { readonly reason: string };

/**
 * Says in RE2 what the matcher would run: expressions in JavaScript's syntax are respelled, those that only RE2 knows are taken
 * over. Flags become a group around the whole; a leading `(?i)` makes old versions of ClickHouse give wrong answers.
 */
export function toRe2(source: string, flags: string): Translation {
  if (!canRun(source, flags)) return { never: true };
  if (!isJavaScript(source, flags)) {
    const on = [...flags].filter((flag) => 'ims'.includes(flag)).join('');
    const off = flags.includes('s') ? '' : '-s';
    return { re2: `(?${on}${off}:${source})` };
  }
  try {
    return { re2: respell(source, flags) };
  } catch (error) {
    if (error instanceof Unsayable) return { reason: error.message };
    throw error;
  }
}
