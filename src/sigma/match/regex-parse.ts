/** A regular expression in JavaScript's syntax (without the flags `u` and `v`), as far as its cost depends on it. */
export type Re =
  | {
      readonly kind: 'set';
      readonly set: CharSet /** The character when it is just one. */;
      readonly text: string | null;
    }
  | { readonly kind: 'seq' | 'alt'; readonly of: readonly Re[] }
  | { readonly kind: 'loop'; readonly of: Re; readonly min: number; readonly max: number }
  /** A look ahead, or behind. */
  | { readonly kind: 'look'; readonly of: Re; readonly behind: boolean }
  | { readonly kind: 'edge'; readonly edge: '^' | '$' | 'b' }
  | { readonly kind: 'backreference' };

/** One bit for each ASCII character and one for all others, which makes sets look larger than they are, never smaller. */
export type CharSet = bigint;

export const OTHERS: CharSet = 1n << 128n;
export const ALL: CharSet = (1n << 129n) - 1n;

/** Reads an expression; null for what is not understood. */
export function parseRegex(source: string, flags: string): Re | null {
  const parser = new Parser(source, flags);
  try {
    return parser.whole();
  } catch (error) {
    if (error instanceof NotUnderstood) return null;
    throw error;
  }
}

class NotUnderstood extends Error {}

const DEEPEST = 100;

class Parser {
  private at = 0;
  private depth = 0;
  private readonly source: string;
  private readonly anyCase: boolean;
  private readonly dot: CharSet;

  constructor(source: string, flags: string) {
    this.source = source;
    this.anyCase = flags.includes('i');
    this.dot = flags.includes('s') ? ALL : ALL & ~(bit(10) | bit(13));
  }

  whole(): Re {
    const re = this.alternatives();
    if (this.at < this.source.length) throw new NotUnderstood();
    return re;
  }

  private alternatives(): Re {
    if (++this.depth > DEEPEST) throw new NotUnderstood();
    const of = [this.sequence()];
    while (this.take('|')) of.push(this.sequence());
    this.depth--;
    return of.length === 1 ? of[0]! : { kind: 'alt', of };
  }

  private sequence(): Re {
    const of: Re[] = [];
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')') {
      of.push(this.quantified(this.atom()));
    }
    return of.length === 1 ? of[0]! : { kind: 'seq', of };
  }

  private quantified(of: Re): Re {
    const match = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/.exec(this.source.slice(this.at, this.at + 30));
    if (!match) return of;
    this.at += match[0].length;
    if (/[*+?{]/.test(this.source[this.at] ?? '') && this.source[this.at] !== '{') throw new NotUnderstood();
    const sign = match[0][0];
    if (sign === '*') return { kind: 'loop', of, min: 0, max: Number.POSITIVE_INFINITY };
    if (sign === '+') return { kind: 'loop', of, min: 1, max: Number.POSITIVE_INFINITY };
    if (sign === '?') return { kind: 'loop', of, min: 0, max: 1 };
    const min = Number(match[1]);
    return { kind: 'loop', of, min, max: match[3] ? Number(match[3]) : match[2] ? Number.POSITIVE_INFINITY : min };
  }

  private atom(): Re {
    const char = this.source[this.at++]!;
    if (char === '(') return this.group();
    if (char === '[') return this.set(this.charClass());
    if (char === '.') return this.set(this.dot);
    if (char === '^' || char === '$') return { kind: 'edge', edge: char };
    if (char === '\\') return this.escape();
    if (char === '*' || char === '+' || char === '?') throw new NotUnderstood();
    return this.single(char);
  }

  private group(): Re {
    let look: string | null = null;
    if (this.take('?')) {
      const match = /^(?::|=|!|<=|<!|<[A-Za-z_$][\w$]*>)/.exec(this.source.slice(this.at, this.at + 100));
      if (!match) throw new NotUnderstood();
      this.at += match[0].length;
      if (/[=!]$/.test(match[0])) look = match[0];
    }
    const of = this.alternatives();
    if (!this.take(')')) throw new NotUnderstood();
    return look === null ? of : { kind: 'look', of, behind: look.startsWith('<') };
  }

  private escape(): Re {
    const char = this.source[this.at];
    if (char === 'b' || char === 'B') {
      this.at++;
      return { kind: 'edge', edge: 'b' };
    }
    if (char !== undefined && /[1-9k]/.test(char)) {
      this.at++;
      return { kind: 'backreference' };
    }
    const { set, text } = this.escaped();
    return text === null ? this.set(set) : this.single(text);
  }

  /** What stands behind a backslash, within and without a class. */
  private escaped(): { readonly set: CharSet; readonly text: string | null } {
    const char = this.source[this.at++];
    if (char === undefined) throw new NotUnderstood();
    const named = CLASSES[char];
    if (named !== undefined) return { set: named, text: null };
    const control = CONTROLS[char];
    if (control !== undefined) return one(control);
    if (char === 'x' || char === 'u') {
      const digits = char === 'x' ? 2 : 4;
      const hex = this.source.slice(this.at, this.at + digits);
      if (!/^[0-9a-f]+$/i.test(hex) || hex.length < digits) return one(char);
      this.at += digits;
      return one(String.fromCharCode(Number.parseInt(hex, 16)));
    }
    if (/[A-Za-z0-9]/.test(char)) {
      // Letters without a meaning stand for themselves in JavaScript; `c`, `p` and `P` have one elsewhere.
      if (/[cpPAzZGQE0-9]/.test(char)) throw new NotUnderstood();
    }
    return one(char);
  }

  private charClass(): CharSet {
    const negated = this.take('^');
    let set = 0n;
    while (!this.take(']')) {
      const from = this.classPart();
      if (this.source[this.at] === '-' && this.source[this.at + 1] !== ']' && this.at + 1 < this.source.length) {
        this.at++;
        const to = this.classPart();
        if (from.text !== null && to.text !== null) set |= range(from.text.charCodeAt(0), to.text.charCodeAt(0));
        else set |= from.set | to.set | bit(45);
      } else set |= from.set;
    }
    const cased = this.bothCases(set);
    // Whatever is beyond ASCII may be in a set and in its complement.
    return negated ? (ALL & ~cased) | OTHERS : cased;
  }

  private classPart(): { readonly set: CharSet; readonly text: string | null } {
    const char = this.source[this.at++];
    if (char === undefined) throw new NotUnderstood();
    if (char !== '\\') return one(char);
    if (this.source[this.at] === 'b') {
      this.at++;
      return one('\b');
    }
    return this.escaped();
  }

  private single(text: string): Re {
    return { kind: 'set', set: this.bothCases(one(text).set), text };
  }

  private set(set: CharSet): Re {
    return { kind: 'set', set, text: null };
  }

  private bothCases(set: CharSet): CharSet {
    if (!this.anyCase) return set;
    const upper = range(65, 90);
    return set | ((set & upper) << 32n) | ((set >> 32n) & upper) | (set & range(65, 122) ? OTHERS : 0n);
  }

  private take(char: string): boolean {
    if (this.source[this.at] !== char) return false;
    this.at++;
    return true;
  }
}

function bit(code: number): CharSet {
  return code < 128 ? 1n << BigInt(code) : OTHERS;
}

function range(from: number, to: number): CharSet {
  let set = to > 127 ? OTHERS : 0n;
  for (let code = from; code <= Math.min(to, 127); code++) set |= bit(code);
  return set;
}

function one(text: string): { readonly set: CharSet; readonly text: string } {
  return { set: bit(text.charCodeAt(0)), text };
}

const DIGITS = range(48, 57);
const WORD = DIGITS | range(65, 90) | range(97, 122) | bit(95);
const SPACE = range(9, 13) | bit(32) | OTHERS;

const CLASSES: Readonly<Record<string, CharSet>> = {
  d: DIGITS,
  D: ALL & ~DIGITS,
  w: WORD,
  W: ALL & ~WORD,
  s: SPACE,
  S: (ALL & ~SPACE) | OTHERS,
};
const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v', 0: '\0' };
