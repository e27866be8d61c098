import { type Run, runText } from '../clauses/phrase.ts';
import type { SubjectClass } from '../clauses/subject.ts';
import { ASSETS, ATTACKS, DOERS, PARTIES, TOOLS } from '../lexicon/things.ts';
import { words } from '../lexicon/words.ts';
import type { Token } from '../tokens.ts';
import { type Noun, TIMES } from './nouns.ts';

/** Somebody or something in a role of a clause. */
export interface Part {
  /** What the field shows: the name, else the phrase without article and possessive pronoun. */
  readonly words: string;
  /** The phrase with what tells more about it, for its country. */
  readonly wide: string;
  readonly head: string;
  readonly type: SubjectClass;
  /** A pronoun alone: "they". */
  readonly pronoun: boolean;
  /** "its systems", "their accounts": whose is said elsewhere. */
  readonly owned: boolean;
  /** "the group", "the city", "this company": a definite phrase without a name. */
  readonly definite: boolean;
  /** The name stands beside the phrase: "the defendants, X and Y". */
  readonly renamed: boolean;
  /** It carries a name of its own. */
  readonly named: boolean;
}

/** The part a noun phrase plays, or null where its words name nothing: a number, a time, a mark. */
export function partOf(text: string, tokens: readonly Token[], noun: Noun | null): Part | null {
  if (!noun || noun.to <= noun.from) return null;
  const first = tokens[noun.from]!;
  const head = tokens[noun.head]!;
  const pronoun = noun.to - noun.from === 1 && (head.pos === 'PRON' || PRONOUNS.has(head.lower));
  const owned = OWNERS.has(first.lower) && noun.to - noun.from > 1;
  const run: Run = noun.name ?? (owned ? { from: noun.from + 1, to: noun.to } : noun);
  const words = tidy(runText(text, tokens, run));
  if (!words || !/\p{L}{2}/u.test(words) || (!pronoun && EMPTY.has(words.toLowerCase()))) return null;
  if (TIMES.has(head.lower) || head.pos === 'NUM') return null;
  return {
    words,
    wide: spaced(text.slice(first.start, tokens[Math.max(noun.wide, noun.to) - 1]!.end)),
    head: head.lower,
    type: classOf(head),
    pronoun,
    owned,
    definite: DEFINITE.has(first.lower) && !noun.name && !hasName(tokens, noun),
    renamed: noun.name !== null,
    named: noun.name !== null || hasName(tokens, noun),
  };
}

const PRONOUNS = words(
  'it they them he him she her who which that this these those we us i you me himself itself themselves one someone others',
);
const OWNERS = words('its their his her our my your');
const DEFINITE = words('the this that these those');
const EMPTY = words(
  'it its one ones some other others many most few lot series number all both same such something nothing anything everything way kind there',
);

function hasName(tokens: readonly Token[], run: Run): boolean {
  for (let i = run.from; i < run.to; i++) {
    const token = tokens[i]!;
    // A capital that only opens the sentence names nobody: "Hackers", "Authorities".
    if (
      /^\p{Lu}/u.test(token.text) &&
      (i > run.from || (token.pos === 'PROPN' && !COMMON.some((set) => set.has(token.lower))))
    )
      return true;
  }
  return false;
}

const COMMON = [DOERS, PARTIES, TOOLS, ATTACKS, ASSETS];

/** What kind of thing a head noun is. */
export function classOf(head: Token): SubjectClass {
  const word = head.lower;
  if (DOERS.has(word)) return 'doer';
  if (PARTIES.has(word)) return 'party';
  if (ATTACKS.has(word)) return 'attack';
  if (TOOLS.has(word) || /(?:ware|trojan)$/.test(word)) return 'tool';
  if (ASSETS.has(word)) return 'asset';
  if (head.pos === 'PRON') return 'pronoun';
  return head.pos === 'PROPN' ? 'name' : 'none';
}

/** A subject that can act: people, bodies, names, malware; no attack, no message, no stolen thing, no abstract noun. */
export function doer(part: Part | null): Part | null {
  if (!part || part.pronoun) return part;
  return (ACTS[part.type] ?? PEOPLE).test(part.type === 'name' ? part.words : part.head) ? part : null;
}

/** Heads of people and of bodies that act, whatever their class. */
const PEOPLE =
  /(?:[a-z]{3}ers|[a-z]{3}ors|ists|ians|ese|ants|operatives)$|^(?:units?|directorate|services?|army|navy|forces|someone|person|man|woman|teenagers?|youths?)$/;

/** What the head (of a name: its words) must be for a class to act; other classes must be people. */
const ACTS: Readonly<Partial<Record<SubjectClass, RegExp>>> = {
  doer: /^/,
  party: /^/,
  name: /^(?!\p{Lu}\p{Ll}+ed$)/u,
  tool: /ware$|^(?:trojan|worm|virus|botnet|backdoor|implant|rat)$/,
};

/** A phrase without its article and stray marks at the ends. */
export function tidy(phrase: string): string | null {
  let plain = spaced(phrase);
  if (OPENING_MARKS.includes(plain[0]!) || CLOSING_MARKS.includes(plain.at(-1)!)) {
    const whole = plain;
    plain = whole.replace(/^["“”'‘’(\s,]+|["“”'‘’\s,;:.–—-]+$/g, (mark, at: number) =>
      at > 0 && mark.startsWith('.') && /(?:^|[\s.])(?:\p{Lu}|Inc|Corp|Ltd|Co|Jr)$/u.test(whole.slice(0, at))
        ? '.'
        : '',
    );
  }
  plain = plain.replace(/^(?:the|a|an|these|those|this|that)\s+/i, '').replace(/['’]$/, '');
  return plain || null;
}

const OPENING_MARKS = '"“”\'‘’( ,';
const CLOSING_MARKS = '"“”\'‘’ ,;:.–—-';

/** A text with one blank for any white space; most texts are so already. */
export const spaced = (text: string): string => text.replace(/\s{2,}|[^\S ]/g, ' ');
