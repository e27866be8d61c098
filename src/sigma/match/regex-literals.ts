import { fold } from './fold.ts';
import type { Re } from './regex-parse.ts';

/**
 * Texts that stand in every match of an expression, in this order and apart from each other, folded: a text that does not hold
 * them in a row cannot match. Most texts are ruled out by this alone.
 */
export function literalsOf(re: Re, flags: string): readonly string[] {
  const found: string[] = [];
  let run = '';
  const end = (): void => {
    if (run !== '') found.push(fold(run));
    run = '';
  };
  const walk = (part: Re): void => {
    if (part.kind === 'seq') {
      for (const inner of part.of) walk(inner);
    } else if (part.kind === 'set' && part.text !== null && isPlain(part.text, flags)) {
      run += part.text;
    } else if (part.kind === 'loop' && part.min > 0) {
      // What is repeated is there at least once; what follows it need not follow the first time.
      end();
      walk(part.of);
      end();
    } else if (part.kind !== 'look' && part.kind !== 'edge') {
      end();
    }
  };
  walk(re);
  end();
  return found;
}

/** Whether a folded text holds the literals one after the other. */
export function holdsAll(folded: string, literals: readonly string[]): boolean {
  let at = 0;
  for (const literal of literals) {
    at = folded.indexOf(literal, at);
    if (at < 0) return false;
    at += literal.length;
  }
  return true;
}

/** Beyond ASCII, what `i` takes for equal is not what lower case takes for equal; halves of a pair do not fold alone. */
function isPlain(text: string, flags: string): boolean {
  const code = text.charCodeAt(0);
  return code < 128 || (!flags.includes('i') && (code & 0xf800) !== 0xd800);
}
