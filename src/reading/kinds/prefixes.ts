/** Longest literal start that is looked at. */
const DEPTH = 5;
/** Past this many starts a pattern is simply tried. */
const MOST = 400;
/** Working space of this size is kept from text to text. */
const MANY = 10_000;

/**
 * The lower-case starts (up to five characters) that a match of a regular expression can have, or null when they cannot be
 * listed (the pattern can start with a class, or with nothing). Knows the syntax that the cues use: literals, groups,
 * alternatives, classes, look-aheads and quantifiers. A pattern that begins a word can then be skipped for every text in which
 * no word starts so.
 */
export function startsOf(source: string): readonly string[] | null {
  try {
    const parser = new Starts(source);
    const starts = parser.alternatives();
    return parser.done() && starts.every((start) => start.text.length > 0)
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
/** What a class can be: nothing is known from there on. */
const ANYTHING: readonly Start[] = [{ text: '', open: false }];
const DIGITS: readonly Start[] = [...'0123456789'].map((text) => ({ text, open: true }));

class Starts {
  private at = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  done(): boolean {
    return this.at >= this.source.length;
  }

  alternatives(): Start[] {
    const all: Start[] = [];
    for (;;) {
      all.push(...this.sequence());
      if (this.source[this.at] !== '|') return all;
      this.at++;
    }
  }

  private sequence(): readonly Start[] {
    let starts: readonly Start[] = EMPTY;
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')') {
      // Starts that are all told need nothing of what follows.
      if (!starts.some((start) => start.open)) {
        this.skip();
        break;
      }
      const atom = this.atom();
      const { optional, repeated } = this.quantifier();
      const own = repeated ? atom.map(({ text }) => ({ text, open: false })) : atom;
      starts = joined(starts, optional ? [...own, ...EMPTY] : own);
      if (starts.length > MOST) throw new Error('too many starts');
    }
    return starts;
  }

  /** Goes to the end of the alternative. */
  private skip(): void {
    const { source } = this;
    let depth = 0;
    for (; this.at < source.length; this.at++) {
      const sign = source[this.at];
      if (sign === '\\') this.at++;
      else if (sign === '[') this.at = Math.max(this.at + 1, source.indexOf(']', this.at + 2));
      else if (sign === '(') depth++;
      else if (depth === 0 && (sign === '|' || sign === ')')) return;
      else if (sign === ')') depth--;
    }
    if (depth > 0) throw new Error('a group does not end');
  }

  private atom(): readonly Start[] {
    const sign = this.source[this.at++]!;
    if (sign === '(') return this.group();
    if (sign === '[') return this.set();
    if (sign === '\\') {
      const next = this.source[this.at++]!;
      if (next === 'b') return EMPTY;
      if (next === 'd') return DIGITS;
      return /[a-z0-9]/i.test(next) ? ANYTHING : [{ text: next, open: true }];
    }
    if (sign === '.') return ANYTHING;
    if (sign === '^' || sign === '$') return EMPTY;
    return [{ text: sign.toLowerCase(), open: true }];
  }

  private group(): readonly Start[] {
    const look = /^\?(?:=|!|<=|<!)/.exec(this.source.slice(this.at));
    if (look) {
      this.at += look[0].length;
      for (this.skip(); this.source[this.at] === '|'; this.skip()) this.at++;
      this.at++;
      return EMPTY;
    }
    if (this.source.startsWith('?:', this.at)) this.at += 2;
    const inner = this.alternatives();
    this.at++;
    return inner;
  }

  private set(): readonly Start[] {
    const end = this.source.indexOf(']', this.at + 1);
    const members = this.source.slice(this.at, end);
    this.at = end + 1;
    if (/^\^|\\|[a-z0-9]-[a-z0-9]/i.test(members)) return ANYTHING;
    return [...members].map((text) => ({ text: text.toLowerCase(), open: true }));
  }

  private quantifier(): { readonly optional: boolean; readonly repeated: boolean } {
    const found = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(this.source.slice(this.at))?.[0];
    if (!found) return { optional: false, repeated: false };
    this.at += found.length;
    return { optional: /^(?:[*?]|\{0)/.test(found), repeated: found[0] !== '?' };
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
  /** Patterns that must always be tried. */
  readonly always: readonly number[];
  /** The tree of starts, its root first: the patterns that can start at a place, and the ways on by the column of a character. */
  private readonly ends: number[][] = [[]];
  private ways: Uint16Array;
  private readonly columns = new Uint8Array(128);
  private readonly width: number;
  private readonly marks: Uint32Array;
  private round = 0;
  /** What `visit` has found. */
  readonly places: number[] = [];

  /** `starts[i]` are the starts of pattern `i`, null where it must always be tried. */
  constructor(starts: readonly (readonly string[] | null)[]) {
    this.marks = new Uint32Array(starts.length);
    const listed = starts.map((own) => (own?.every(isPlain) ? own : null));
    this.always = listed.flatMap((own, pattern) => (own ? [] : [pattern]));
    let letters = 0;
    for (const own of listed)
      for (const start of own ?? [])
        for (let i = 0; i < start.length; i++) {
          const code = start.charCodeAt(i);
          if (this.columns[code] === 0) this.columns[code] = ++letters;
        }
    this.width = letters + 1;
    this.ways = new Uint16Array(256 * this.width);
    for (let pattern = 0; pattern < listed.length; pattern++)
      for (const start of listed[pattern] ?? []) this.file(start, pattern);
  }

  /** The patterns that may match somewhere in a lower-case text, in rising order. */
  candidates(lower: string): number[] {
    const found = this.always.slice();
    const { marks, places } = this;
    const round = ++this.round;
    const n = this.visit(lower);
    for (let i = 0; i < n; i += 2) {
      const pattern = places[i]!;
      if (marks[pattern] === round) continue;
      marks[pattern] = round;
      found.push(pattern);
    }
    return rising(found);
  }

  /**
   * Fills `places` with each pattern (those always tried apart) and each place of a lower-case text where a match of it may begin,
   * by turns, places in rising order; the same pair perhaps more than once. Returns how many numbers these are.
   */
  visit(lower: string): number {
    const { ways, ends, columns, width, places } = this;
    if (places.length > MANY) places.length = 0;
    const length = lower.length;
    let n = 0;
    let inside = false;
    for (let i = 0; i < length; i++) {
      const code = lower.charCodeAt(i);
      const word = isWord(code);
      // A match may begin at either side of a word's border.
      if (word === inside) continue;
      inside = word;
      let node = 0;
      for (let k = i; k < length; k++) {
        const next = lower.charCodeAt(k);
        node = next < 128 ? ways[node * width + columns[next]!]! : 0;
        if (node === 0) break;
        const here = ends[node]!;
        for (let e = 0; e < here.length; e++) {
          places[n++] = here[e]!;
          places[n++] = i;
        }
      }
    }
    return n;
  }

  private file(start: string, pattern: number): void {
    let node = 0;
    for (let i = 0; i < start.length; i++) {
      const way = node * this.width + this.columns[start.charCodeAt(i)]!;
      let next = this.ways[way]!;
      if (next === 0) {
        next = this.ends.length;
        this.ways[way] = next;
        this.ends.push([]);
        if (this.ends.length * this.width > this.ways.length) {
          const more = new Uint16Array(2 * this.ways.length);
          more.set(this.ways);
          this.ways = more;
        }
      }
      node = next;
    }
    if (!this.ends[node]!.includes(pattern)) this.ends[node]!.push(pattern);
  }
}

/** Sorts a few numbers in place. */
export function rising(numbers: number[]): number[] {
  for (let i = 1; i < numbers.length; i++) {
    const own = numbers[i]!;
    let at = i;
    while (at > 0 && numbers[at - 1]! > own) {
      numbers[at] = numbers[at - 1]!;
      at--;
    }
    numbers[at] = own;
  }
  return numbers;
}

/** Whether all characters have a column. */
function isPlain(start: string): boolean {
  for (let i = 0; i < start.length; i++) if (start.charCodeAt(i) > 127) return false;
  return true;
}

/** A word character as `\b` sees it. */
const isWord = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 95 || (code >= 65 && code <= 90);
