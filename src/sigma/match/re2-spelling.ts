/** What RE2 has no words for; the message says it. */
export class Unsayable extends Error {}

/**
 * Spells an expression in JavaScript's syntax (flags `i`, `m`, `s`) so that RE2 takes it for the same: what `.`, `\s`, `$` and
 * letters without case mean differs (ECMA-262, 22.2). Throws `Unsayable`.
 */
export function respell(source: string, flags: string): string {
  return `(?:${new Speller(source, flags).all()})`;
}

const SPACES =
  '\\t\\n\\v\\f\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}';
const LINE_ENDS = '\\n\\r\\x{2028}\\x{2029}';
/** RE2's limit of a counted repetition. */
const MOST_REPEATS = 1000;

/** Reads a valid JavaScript expression (without the flags u and v) and spells it for RE2. */
class Speller {
  private readonly source: string;
  private readonly ignoreCase: boolean;
  private readonly lines: boolean;
  private readonly dotAll: boolean;
  private at = 0;

  constructor(source: string, flags: string) {
    this.source = source;
    this.ignoreCase = flags.includes('i');
    this.lines = flags.includes('m');
    this.dotAll = flags.includes('s');
  }

  all(): string {
    let out = '';
    while (this.at < this.source.length) out += this.next();
    return out;
  }

  private next(): string {
    const char = this.take();
    switch (char) {
      case '\\':
        return this.escape();
      case '.':
        return this.dotAll ? '(?s:.)' : `[^${LINE_ENDS}]`;
      case '^':
      case '$':
        if (this.lines) throw new Unsayable('line anchors in an expression with the flag m');
        return char === '^' ? '\\A' : '\\z';
      case '[':
        return this.klass();
      case '(':
        return this.group();
      case '{': {
        const counts = /^(\d+)(,(\d*))?\}/.exec(this.source.slice(this.at));
        if (!counts) return '\\{';
        if (Math.max(Number(counts[1]), Number(counts[3] || 0)) > MOST_REPEATS)
          throw new Unsayable(`a repetition of more than ${MOST_REPEATS}`);
        this.at += counts[0].length;
        return `{${counts[0]}`;
      }
      case ')':
      case '|':
      case '*':
      case '+':
      case '?':
        return char;
      default:
        return this.literal(char);
    }
  }

  private take(): string {
    const code = this.source.codePointAt(this.at)!;
    // Without the flag u, JavaScript sees the halves of a pair; one after the other they mean the same unless repeated.
    if (code > 0xffff) {
      if (/^[*+?{]/.test(this.source.slice(this.at + 2))) throw new Unsayable('a repeated character beyond U+FFFF');
      if (this.ignoreCase) throw new Unsayable('a character beyond U+FFFF without case');
    }
    const char = String.fromCodePoint(code);
    this.at += char.length;
    return char;
  }

  private group(): string {
    if (this.source[this.at] !== '?') return '(';
    const head = /^\?(:|<([A-Za-z_$][\w$]*)>)/.exec(this.source.slice(this.at));
    if (!head) throw new Unsayable('looking ahead or back');
    this.at += head[0].length;
    return '(?:';
  }

  private escape(): string {
    const char = this.take();
    const set = SETS[char];
    if (set) return set;
    if (char === 'b' || char === 'B') return `\\${char}`;
    if (/[1-9k]/.test(char)) throw new Unsayable('a reference to a group');
    return this.literal(this.escaped(char));
  }

  /** The character that an escape stands for, in a class or outside. */
  private escaped(char: string): string {
    const control = CONTROLS[char];
    if (control) return control;
    const rest = this.source.slice(this.at);
    const hex = char === 'x' ? /^[0-9a-fA-F]{2}/.exec(rest) : char === 'u' ? /^[0-9a-fA-F]{4}/.exec(rest) : null;
    if (hex) {
      this.at += hex[0].length;
      return String.fromCharCode(Number.parseInt(hex[0], 16));
    }
    if (char === 'c') {
      const letter = /^[A-Za-z]/.exec(rest);
      if (!letter) throw new Unsayable('a control character without its letter');
      this.at++;
      return String.fromCharCode(letter[0].charCodeAt(0) % 32);
    }
    if (char === '0' && /^[0-7]/.test(rest)) throw new Unsayable('an octal escape');
    return char === '0' ? '\0' : char;
  }

  private literal(char: string): string {
    const code = char.codePointAt(0)!;
    if (code >= 0xd800 && code < 0xe000) throw new Unsayable('half of a surrogate pair');
    if (!this.ignoreCase) return spell(code);
    if (/[a-zA-Z]/.test(char)) return `[${char.toLowerCase()}${char.toUpperCase()}]`;
    // Letters of ASCII and others are never the same in JavaScript (ſ is no s), and in RE2 they are.
    if (code > 0x7f && hasOtherCase(char))
      return `[${otherCases(char)
        .map((c) => spell(c.codePointAt(0)!))
        .join('')}]`;
    return spell(code);
  }

  private klass(): string {
    const negated = this.source[this.at] === '^';
    if (negated) this.at++;
    let out = '';
    while (this.source[this.at] !== ']') {
      const low = this.classAtom();
      if (low.set !== null) {
        out += low.set;
        continue;
      }
      const next = this.source[this.at + 1];
      if (this.source[this.at] === '-' && next !== ']' && next !== undefined) {
        this.at++;
        const high = this.classAtom();
        if (high.set !== null) out += `${spell(low.code)}\\-${high.set}`;
        else out += this.range(low.code, high.code);
      } else {
        out += this.range(low.code, low.code);
      }
    }
    this.at++;
    if (out === '') return negated ? '(?s:.)' : '[^\\x{0}-\\x{10ffff}]';
    return `[${negated ? '^' : ''}${out}]`;
  }

  private classAtom(): { readonly set: string; readonly code: -1 } | { readonly set: null; readonly code: number } {
    const char = this.take();
    if (char !== '\\') return atom(char);
    const named = this.take();
    if (named === 'S') throw new Unsayable('\\S in a class');
    const set = CLASS_SETS[named];
    if (set) return { set, code: -1 };
    if (named === 'b') return atom('\b');
    if (/[1-9]/.test(named)) throw new Unsayable('an octal escape');
    return atom(this.escaped(named));
  }

  private range(low: number, high: number): string {
    if (high >= 0xd800 && low < 0xe000 && !(low < 0xd800 && high >= 0xe000))
      throw new Unsayable('half of a surrogate pair');
    if (high > 0xffff) throw new Unsayable('a class with a character beyond U+FFFF');
    const plain = low === high ? spell(low) : `${spell(low)}-${spell(high)}`;
    if (!this.ignoreCase) return plain;
    if (high > 0x7f) {
      if (low !== high) throw new Unsayable('a range of letters beyond ASCII without case');
      return otherCases(String.fromCodePoint(low))
        .map((c) => spell(c.codePointAt(0)!))
        .join('');
    }
    return plain + shifted(low, high, 65, 90, 32) + shifted(low, high, 97, 122, -32);
  }
}

function atom(char: string): { readonly set: null; readonly code: number } {
  return { set: null, code: char.codePointAt(0)! };
}

/** The part of a range that is letters of one case, in the other case. */
function shifted(low: number, high: number, from: number, to: number, by: number): string {
  const first = Math.max(low, from);
  const last = Math.min(high, to);
  return first > last ? '' : `${spell(first + by)}-${spell(last + by)}`;
}

function hasOtherCase(char: string): boolean {
  return otherCases(char).length > 1;
}

/** Every character that JavaScript holds for the same without case: those of the same single upper case (22.2.2.7.3). */
function otherCases(char: string): string[] {
  const upper = canonical(char);
  const lower = upper.toLowerCase();
  const candidates = new Set([char, upper, ...(lower.length === 1 ? [lower] : [])]);
  for (let code = 0x80; code < 0x10000 && upper !== lower; code++) {
    const other = String.fromCharCode(code);
    if (canonical(other) === upper) candidates.add(other);
  }
  return [...candidates].filter((c) => canonical(c) === upper);
}

function canonical(char: string): string {
  const upper = char.toUpperCase();
  return upper.length !== 1 || (char.charCodeAt(0) > 0x7f && upper.charCodeAt(0) <= 0x7f) ? char : upper;
}

/** A character as RE2 takes it literally, in a class or outside. */
export function spell(code: number): string {
  const char = String.fromCodePoint(code);
  return /[A-Za-z0-9_ "'#%&,/:;<=>@`~!-]/.test(char) && char !== '-' ? char : `\\x{${code.toString(16)}}`;
}

const SETS: Readonly<Record<string, string>> = {
  d: '[0-9]',
  D: '[^0-9]',
  w: '[0-9A-Za-z_]',
  W: '[^0-9A-Za-z_]',
  s: `[${SPACES}]`,
  S: `[^${SPACES}]`,
};
const CLASS_SETS: Readonly<Record<string, string>> = { d: '0-9', D: '\\D', w: '0-9A-Za-z_', W: '\\W', s: SPACES };
const CONTROLS: Readonly<Record<string, string>> = { t: '\t', n: '\n', v: '\v', f: '\f', r: '\r' };
