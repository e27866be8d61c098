/**
 * The texts of an expression that is nothing but plain texts with `.*` between them, null for any other and where flags change
 * what the texts mean. A backtracking engine needs a power of the text's length for such a one.
 */
export function chainOf(source: string, flags: string): readonly string[] | null {
  if (flags !== '') return null;
  const texts: string[] = [];
  for (const piece of source.split('.*')) {
    if (!PLAIN.test(piece)) return null;
    texts.push(piece.replace(/\\(.)/g, '$1'));
  }
  return texts.length > 1 ? texts : null;
}

/** Characters that mean themselves, and escaped signs. A piece that ends in a backslash is none: its `.` was escaped. */
const PLAIN = /^(?:[\w \t!"#%&',\-/:;<=>@`~]|\\[!-/:-@[-`{-~])+$/;

/** Whether some line of the text holds the texts one after the other: each at its first place is as good as at any other. */
export function holdsChain(text: string, chain: readonly string[]): boolean {
  let from = 0;
  for (;;) {
    let at = from;
    let broken = -1;
    for (let i = 0; i < chain.length && broken < 0; i++) {
      const next = text.indexOf(chain[i]!, at);
      if (next < 0) return false;
      broken = i === 0 ? -1 : lastBreak(text, at, next);
      at = next + chain[i]!.length;
    }
    if (broken < 0) return true;
    from = broken + 1;
  }
}

/** The last place from `from` up to, not including, `to` at which a line ends; -1 for none. */
function lastBreak(text: string, from: number, to: number): number {
  for (let at = to - 1; at >= from; at--) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029) return at;
  }
  return -1;
}
