import { ALL, type CharSet, type Re } from './regex-parse.ts';

/** Steps of the JavaScript engine that are always affordable: some tens of milliseconds at the very worst. */
const AFFORDABLE = 5_000_000;
/** Steps a character that RE2 would take as long for. */
const AS_GOOD = 1000;
/** Texts of this length are as good as any length. */
const LONGEST = 2 ** 24;

/**
 * The length of text up to which a backtracking engine is sure to be done within an affordable number of steps: Infinity when
 * steps grow with the length alone, 0 when nothing can be promised. It is found by an upper bound of the ways in which the
 * engine can go through the expression: a loop whose next character decides whether it goes on has one way out, any other as
 * many as it has rounds; loops around something with several ways out multiply without end.
 */
export function nativeLimit(re: Re, flags: string): number {
  let limit = 0;
  for (let length = 32; length <= LONGEST; length *= 2) {
    if (stepsFor(re, length, flags) > AFFORDABLE + length * AS_GOOD) return limit;
    limit = length;
  }
  return Number.POSITIVE_INFINITY;
}

/** An upper bound of the steps for any text of a length. */
export function stepsFor(re: Re, length: number, flags: string): number {
  const starts = !flags.includes('m') && isAnchored(re) ? 1 : length + 1;
  const multiline = flags.includes('m');
  return length + starts * new Bound(length, multiline, starts > 1).of(re, ACCEPT, true).steps;
}

/** What may follow a part: the characters it can begin with, and whether it may also be nothing up to the end: a match. */
interface Follow {
  readonly first: CharSet;
  readonly accepts: boolean;
}

const ACCEPT: Follow = { first: 0n, accepts: true };

/** For one arrival at a part: ways of leaving it, and steps within it. */
interface Cost {
  readonly ways: number;
  readonly steps: number;
}

const ENDLESS: Cost = { ways: Number.POSITIVE_INFINITY, steps: Number.POSITIVE_INFINITY };

class Bound {
  private readonly length: number;
  private readonly multiline: boolean;
  /** The text is tried from every position: a loop at the same place may be run through again from each. */
  private readonly floating: boolean;

  constructor(length: number, multiline: boolean, floating: boolean) {
    this.length = length;
    this.multiline = multiline;
    this.floating = floating;
  }

  /** `top`: the part is the whole expression. */
  of(re: Re, follow: Follow, top = false): Cost {
    switch (re.kind) {
      case 'set':
      case 'edge':
        return { ways: 1, steps: 1 };
      case 'backreference':
        return { ways: 1, steps: this.length };
      case 'look':
        // Looking behind runs from right to left, which the bound does not follow.
        if (re.behind && width(re.of) === null) return ENDLESS;
        return { ways: 1, steps: 1 + this.of(re.of, { first: ALL, accepts: false }).steps };
      case 'seq':
        return this.sequence(re.of, follow, top);
      case 'alt':
        return this.alternatives(re.of, follow);
      case 'loop':
        return this.loop(re, follow);
    }
  }

  private sequence(parts: readonly Re[], follow: Follow, top: boolean): Cost {
    let ways = 1;
    let steps = 0;
    // While no two starts can come to the same place, a loop behind characters it does not hold runs over each text once.
    let apart = top && this.floating;
    let before: CharSet | null = null;
    for (const [i, part] of parts.entries()) {
      const cost = this.of(part, this.follow(parts.slice(i + 1), follow));
      const run = part.kind === 'loop' && part.of.kind === 'set' ? part.of.set : null;
      const once = apart && run !== null && before !== null && (before & run) === 0n && cost.ways === 1;
      steps += ways * (once ? 4 : cost.steps);
      ways *= cost.ways;
      apart &&= once || width(part) !== null;
      const last = lastOf(part);
      if (run !== null && last === null) before = before === null ? null : before | run;
      else before = last;
    }
    return { ways, steps };
  }

  private alternatives(parts: readonly Re[], follow: Follow): Cost {
    let ways = 0;
    let steps = 0;
    let most = 0;
    for (const part of parts) {
      const cost = this.of(part, follow);
      ways += cost.ways;
      most = Math.max(most, cost.ways);
      steps += cost.steps;
    }
    const heads = parts.map(headOf);
    const exclusive = heads.every((head, i) => heads.slice(0, i).every((other) => excludes(head, other)));
    return { ways: exclusive ? most : ways, steps: steps + parts.length };
  }

  private loop(re: Extract<Re, { kind: 'loop' }>, follow: Follow): Cost {
    const { first, accepts } = this.first(re.of);
    // Rounds that may be empty are not worth a proof.
    if (accepts && re.max > 1) return ENDLESS;
    const rounds = Math.min(re.max, Math.ceil(this.length / Math.max(1, shortest(re.of))));
    // Where the expression is fulfilled by whatever number of rounds, the engine fails only for want of the first ones.
    const failing = follow.accepts ? Math.min(rounds, re.min + 1) : rounds;
    const body = this.of(
      re.of,
      rounds > 1 ? { first: first | follow.first, accepts: follow.accepts && re.min < 1 } : follow,
    );
    const decided = follow.accepts || (!accepts && (first & follow.first) === 0n);
    const exits = decided ? 1 : Math.max(1, rounds - Math.min(re.min, rounds) + 1);
    const ways = body.ways > 1 ? body.ways ** rounds : 1;
    return { ways: ways * exits, steps: 1 + (ways > 1 ? rounds : failing) * ways * body.steps };
  }

  /** What a sequence followed by something can begin with. */
  private follow(parts: readonly Re[], follow: Follow): Follow {
    let first: CharSet = 0n;
    for (const part of parts) {
      const one = this.first(part);
      first |= one.first;
      if (!one.accepts) return { first, accepts: false };
    }
    return { first: first | follow.first, accepts: follow.accepts };
  }

  /** The characters a part can begin with, and whether it may be nothing. */
  private first(re: Re): Follow {
    switch (re.kind) {
      case 'set':
        return { first: re.set, accepts: false };
      case 'edge':
        // `$` holds where no character follows, so it never competes with one; other edges may fail wherever they stand.
        return { first: re.edge === '$' && !this.multiline ? 0n : ALL, accepts: false };
      case 'look':
      case 'backreference':
        return { first: ALL, accepts: false };
      case 'seq':
        return this.follow(re.of, { first: 0n, accepts: true });
      case 'alt': {
        const all = re.of.map((part) => this.first(part));
        return {
          first: all.reduce((set, { first }) => set | first, 0n),
          accepts: all.some(({ accepts }) => accepts),
        };
      }
      case 'loop': {
        const { first, accepts } = this.first(re.of);
        return { first, accepts: accepts || re.min === 0 };
      }
    }
  }
}

function isAnchored(re: Re): boolean {
  if (re.kind === 'edge') return re.edge === '^';
  if (re.kind === 'seq') return re.of.length > 0 && isAnchored(re.of[0]!);
  return re.kind === 'alt' && re.of.every(isAnchored);
}

/** The number of characters of a part, null when it varies. */
function width(re: Re): number | null {
  switch (re.kind) {
    case 'set':
      return 1;
    case 'edge':
    case 'look':
      return 0;
    case 'backreference':
      return null;
    case 'seq':
      return re.of.reduce<number | null>((sum, part) => (sum === null ? null : add(sum, width(part))), 0);
    case 'alt': {
      const widths = new Set(re.of.map(width));
      return widths.size === 1 ? [...widths][0]! : null;
    }
    case 'loop':
      return re.min === re.max ? times(width(re.of), re.min) : null;
  }
}

/** The sets of the characters that a part is sure to begin with, one by one. */
function headOf(re: Re): readonly CharSet[] {
  if (re.kind === 'set') return [re.set];
  if (re.kind === 'loop' && re.min > 0) return headOf(re.of);
  if (re.kind !== 'seq') return [];
  const head: CharSet[] = [];
  for (const part of re.of) {
    head.push(...headOf(part));
    if (part.kind !== 'set') break;
  }
  return head;
}

/** Whether no text can begin with both. */
function excludes(a: readonly CharSet[], b: readonly CharSet[]): boolean {
  return a.some((set, i) => i < b.length && (set & b[i]!) === 0n);
}

const add = (a: number, b: number | null): number | null => (b === null ? null : a + b);
const times = (a: number | null, b: number): number | null => (a === null ? null : a * b);

function shortest(re: Re): number {
  switch (re.kind) {
    case 'set':
      return 1;
    case 'edge':
    case 'look':
    case 'backreference':
      return 0;
    case 'seq':
      return re.of.reduce((sum, part) => sum + shortest(part), 0);
    case 'alt':
      return Math.min(...re.of.map(shortest));
    case 'loop':
      return re.min * shortest(re.of);
  }
}

/** The characters a part can end with when it is sure to hold one, else null. */
function lastOf(re: Re): CharSet | null {
  switch (re.kind) {
    case 'set':
      return re.set;
    case 'edge':
    case 'look':
    case 'backreference':
      return null;
    case 'seq':
      return re.of.length > 0 ? lastOf(re.of[re.of.length - 1]!) : null;
    case 'alt': {
      const sets = re.of.map(lastOf);
      return sets.includes(null) ? null : sets.reduce<CharSet>((all, set) => all | set!, 0n);
    }
    case 'loop':
      return re.min > 0 ? lastOf(re.of) : null;
  }
}
