/** Longest literal start that is looked at. */
const DEPTH = 3;
/** Past this many starts a pattern is simply tried. */
const MOST = 400;

/**
 * The lower-case starts (up to three characters) that a match of a regular expression can have, or null when they cannot be
 * listed (the pattern can start with a class, or with nothing). Knows the syntax that the cues use: literals, groups,
 * alternatives, classes, look-aheads and quantifiers. A pattern that begins a word can then be skipped for every text in which
 * no word starts so.
 */
export function startsOf(source: string): readonly string[] | null {
  try {
    const parser = new Starts(source);
    const starts = parser.alternatives();
    return parser.done() && starts && starts.every((start) => start.text.length > 0)
      ? [...new Set(starts.map((s) => s.text))]
      : null;
  } catch {
    return null;
  }
}

/** A literal start; `open` while more may follow, so that what comes next still counts. */
interface Start {
  readonly text: string;
  readonly open: boolean;
}

const EMPTY: readonly Start[] = [{ text: '', open: true }];

class Starts {
  private at = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  done(): boolean {
    return this.at >= this.source.length;
  }

  alternatives(): Start[] | null {
    const all: Start[] = [];
    for (;;) {
      const own = this.sequence();
      if (!own) return null;
      all.push(...own);
      if (all.length > MOST) return null;
      if (this.source[this.at] !== '|') return all;
      this.at++;
    }
  }

  private sequence(): Start[] | null {
    let starts: readonly Start[] = EMPTY;
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')') {
      const atom = this.atom();
      const optional = this.quantifier();
      if (starts.every((start) => !start.open)) continue;
      // An atom that is no literal closes the starts that are long enough to tell apart, and makes the others useless.
      if (!atom) {
        if (starts.some((start) => start.open && start.text.length === 0)) return this.skip();
        starts = starts.map(({ text }) => ({ text, open: false }));
        continue;
      }
      starts = joined(starts, optional ? [...atom, ...EMPTY] : atom);
      if (starts.length > MOST) return this.skip();
    }
    return [...starts];
  }

  /** Reads to the end of the sequence without keeping its starts. */
  private skip(): null {
    throw new Error('no starts');
  }

  private atom(): readonly Start[] | null {
    const sign = this.source[this.at++]!;
    if (sign === '(') return this.group();
    if (sign === '[') return this.set();
    if (sign === '\\') {
      const next = this.source[this.at++]!;
      if (next === 'b') return EMPTY;
      return /[a-z]/i.test(next) ? null : [{ text: next, open: true }];
    }
    if (sign === '.') return null;
    if (sign === '^' || sign === '$') return EMPTY;
    return [{ text: sign.toLowerCase(), open: true }];
  }

  private group(): readonly Start[] | null {
    const look = /^\?(?:=|!|<=|<!)/.exec(this.source.slice(this.at));
    if (look) {
      this.at += look[0].length;
      this.alternatives();
      this.at++;
      return EMPTY;
    }
    if (this.source.startsWith('?:', this.at)) this.at += 2;
    const inner = this.alternatives();
    this.at++;
    return inner;
  }

  private set(): readonly Start[] | null {
    const end = this.source.indexOf(']', this.at + 1);
    const members = this.source.slice(this.at, end);
    this.at = end + 1;
    if (/^\^|\\|[a-z0-9]-[a-z0-9]/i.test(members)) return null;
    return [...members].map((text) => ({ text: text.toLowerCase(), open: true }));
  }

  private quantifier(): boolean {
    const found = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(this.source.slice(this.at));
    if (!found) return false;
    this.at += found[0].length;
    return found[0][0] === '*' || found[0][0] === '?' || found[0].startsWith('{0');
  }
}

function joined(starts: readonly Start[], atom: readonly Start[]): Start[] {
  const out: Start[] = [];
  const seen = new Set<string>();
  for (const start of starts) {
    for (const next of start.open ? atom : EMPTY) {
      const text = (start.open ? start.text + next.text : start.text).slice(0, DEPTH);
      const open = start.open && next.open && text.length < DEPTH;
      const key = `${text}${open}`;
      if (seen.has(key)) continue;
      seen.add(key);
      out.push({ text, open });
    }
  }
  return out;
}

/** Patterns filed under the words that can start their matches, so that a text is tried only against those that may fit. */
export class PatternIndex {
  private readonly byStart = new Map<string, number[]>();
  private readonly always: number[] = [];
  private readonly marks: Uint32Array;
  private round = 0;

  /** `starts[i]` are the starts of pattern `i`, null where it must always be tried. */
  constructor(starts: readonly (readonly string[] | null)[]) {
    this.marks = new Uint32Array(starts.length);
    starts.forEach((own, pattern) => {
      if (!own) this.always.push(pattern);
      for (const start of own ?? []) this.byStart.set(start, [...(this.byStart.get(start) ?? []), pattern]);
    });
  }

  /** The patterns that may match somewhere in a lower-case text, in rising order. */
  candidates(lower: string): number[] {
    const found = [...this.always];
    const round = ++this.round;
    let inside = false;
    for (let i = 0; i < lower.length; i++) {
      const word = isWord(lower.charCodeAt(i));
      // A match may begin at either side of a word's border.
      if (word !== inside) {
        for (let length = 1; length <= DEPTH; length++) {
          for (const pattern of this.byStart.get(lower.slice(i, i + length)) ?? NONE) {
            if (this.marks[pattern] === round) continue;
            this.marks[pattern] = round;
            found.push(pattern);
          }
        }
      }
      inside = word;
    }
    return found.sort((a, b) => a - b);
  }
}

const NONE: readonly number[] = [];

/** A word character as `\b` sees it. */
const isWord = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 95 || (code >= 65 && code <= 90);
