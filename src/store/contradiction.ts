/**
 * When do two statements of different stance speak of the same thing? A rule that can be read and tested: what they share is
 * counted by aspect, and only compatible kinds are compared.
 *
 * | shared | points |
 * |---|---|
 * | words of the names of the actors | 2, a name of several words 3 |
 * | country of the actors (when no word is) | 1 |
 * | words of the names of the targets | 2, a name of several words 3 |
 * | country of the targets (when no word is) | 1 |
 * | words of one's object in the other's object, target or passage | 1 each, at most 3 |
 * | other words of the passages, neither common nor counted above | 1 each, at most 2 |
 * | the same document | 1 |
 * | within one document: the denial answers, and the party that answers is the one accused | 2 |
 *
 * From 4 points on the two are the same thing, if they also share a name of the actor or target, or the denial is such an answer.
 * An answer that says what it denies ("any knowledge of restrictions") has to share a word or the charge (see charges.ts) with
 * the claim; one that does not ("rejected the accusation") answers only attributions and intrusions of its own document. Two
 * motives have to share words of what they are. Times that exclude each other, and actors of different countries, make them
 * different things. Nobody contradicts themselves within one document, and a passage not the one it stands in. A refusal to
 * comment contradicts nothing; saying that one knows nothing does. A response is a claim only when it admits something.
 */

import { parseTime } from '../base/time.ts';
import { type Claim, KINDS, type Kind, type Statement } from '../model/statement.ts';
import { type Charge, chargesOf } from './charges.ts';
import { ANSWERERS, COMMON, COMMON_STEMS } from './common-words.ts';
import { stem, surfaceWords } from './stem.ts';
import { hash32 } from './words.ts';

/** Points from which on two statements speak of the same thing. */
export const SAME_THING = 4;

/** What the rule looks at. */
export interface Comparable
  extends Pick<
    Claim,
    'kind' | 'stance' | 'speaker' | 'actor' | 'actor_country' | 'target' | 'target_country' | 'object' | 'time'
  > {
  readonly quote: string;
  readonly document: string | number;
}

export interface Sameness {
  readonly score: number;
  /** What they share, for people, in the words of the claim: `actor: China; target: Lotte; same document`. */
  readonly reason: string;
  /** Whether the denial does not say what it denies. */
  readonly general: boolean;
}

/** Kinds that can speak of one thing although they differ. An answer may be to any event, charge or measure. */
const COMPATIBLE: Readonly<Record<Kind, readonly Kind[]>> = {
  intrusion: ['intrusion', 'attribution', 'response', 'targeting', 'effect'],
  attribution: ['attribution', 'intrusion', 'response', 'uses'],
  alias: ['alias', 'response'],
  uses: ['uses', 'attribution', 'response', 'intrusion'],
  targeting: ['targeting', 'intrusion', 'response'],
  intent: ['intent'],
  trend: ['trend', 'response'],
  measure: ['measure', 'response'],
  response: ['response', 'intrusion', 'attribution', 'alias', 'uses', 'targeting', 'trend', 'measure', 'effect'],
  effect: ['effect', 'response', 'intrusion'],
};

/** A response that makes a claim of its own. */
const ADMITS = /\b(?:confirm|admit|acknowledg|conced)/i;
/** What an answer that names nothing can be to. */
const ACCUSATIONS: ReadonlySet<Kind> = new Set(['attribution', 'intrusion']);

/** What a party can be accused of. */
const CHARGES: ReadonlySet<Kind> = new Set(['intrusion', 'attribution', 'uses', 'targeting', 'measure', 'effect']);

/** Which side of a contradiction a statement can be on, if any. */
export function sideOf(statement: Pick<Statement, 'stance' | 'quote'>): 'claim' | 'denial' | null {
  switch (statement.stance) {
    case 'asserts':
      return 'claim';
    case 'denies':
    case 'doubts':
      return 'denial';
    case 'declines':
      return KNOWS_NOTHING.test(statement.quote) ? 'denial' : null;
    case 'demands':
      return null;
  }
}

const KNOWS_NOTHING =
  /\b(?:no|any|not have) (?:knowledge|information|evidence|idea|record)\b|\b(?:not|un|n.t) ?(?:aware|know|known|seen|found)\b/i;

/** How far the claim and the denial speak of the same thing, or null when they do not. Symmetric but for its two roles. */
export function sameThing(claim: Comparable, denial: Comparable): Sameness | null {
  if (!COMPATIBLE[claim.kind].includes(denial.kind)) return null;
  if (claim.kind === 'response' && !ADMITS.test(claim.quote)) return null;
  if (excludes(claim.time, denial.time)) return null;
  if (claim.actor_country && denial.actor_country && claim.actor_country !== denial.actor_country) return null;
  const here = claim.document === denial.document;
  if (here && (claim.speaker === denial.speaker || within(claim.quote, denial.quote))) return null;
  const [ofClaim, ofDenial] = [wordsIn(claim), wordsIn(denial)];
  const charge = commonCharge(claim, denial);
  if (charge === 'another') return null;

  const tally = new Tally();
  const named = (label: 'actor' | 'target', mine: Words, others: Words): boolean => {
    const shared = both(mine, others);
    if (shared.length > 0) return tally.add(label, shared, shared.length > 1 ? 3 : 2, ' ');
    const country = claim[`${label}_country`];
    return country !== null && country === denial[`${label}_country`] && tally.note(`${label} country: ${country}`, 1);
  };
  const sameParty = named('actor', ofClaim.party, ofDenial.party);
  named('target', ofClaim.target, ofDenial.target);
  const nameShared = tally.words > 0;
  const objects = tally.fresh(new Map([...both(ofClaim.object, ofDenial.all), ...both(ofDenial.object, ofClaim.all)]));
  tally.add('object', objects.slice(0, 3), Math.min(3, objects.length));
  const passage = tally.fresh(new Map(both(ofClaim.quote, ofDenial.quote)));
  tally.add('words', passage.slice(0, 4), Math.min(2, passage.length));
  const isResponse = denial.kind === 'response';
  if (charge !== null && isResponse) tally.note(`charge: ${charge}`, 1);
  if (here) tally.note('same document', 1);

  const general = isResponse && saysNothing(ofDenial, denial);
  const accuses = ACCUSATIONS.has(claim.kind) || (claim.kind === 'measure' && !general);
  if (general && !(here && sameParty && accuses)) return null;
  if (isResponse && !general && !sharesContent(ofClaim, ofDenial) && !(charge !== null && accuses)) return null;
  if (claim.kind === 'intent' && objects.length === 0) return null;
  const answers = here && sameParty && isResponse && CHARGES.has(claim.kind);
  if (answers) tally.note('answers the charge', 2);
  if (!nameShared && !answers) return null;
  return tally.score >= SAME_THING ? { score: tally.score, reason: tally.reasons.join('; '), general } : null;
}

/** Points and reasons as they come together; no word counts twice. */
class Tally {
  readonly reasons: string[] = [];
  readonly #counted = new Set<string>();
  score = 0;
  words = 0;

  /** True when something was shared. */
  add(label: string, shared: readonly Word[], points: number, between = ', '): boolean {
    if (shared.length === 0) return false;
    for (const [root] of shared) this.#counted.add(root);
    this.words += shared.length;
    return this.note(`${label}: ${shared.map(([, word]) => word).join(between)}`, points);
  }

  note(reason: string, points: number): boolean {
    this.score += points;
    this.reasons.push(reason);
    return true;
  }

  fresh(shared: Words): Word[] {
    return [...shared].filter(([root]) => !this.#counted.has(root));
  }
}

/** The charge both speak of; null when one names none; `another` when they name different ones. */
function commonCharge(claim: Comparable, denial: Comparable): Charge | 'another' | null {
  const [mine, theirs] = [chargesOf(claim), chargesOf(denial)];
  if (mine.size === 0 || theirs.size === 0) return null;
  return [...mine].find((charge) => theirs.has(charge)) ?? 'another';
}

function saysNothing(words: Parts, denial: Comparable): boolean {
  return contentOf(words).length === 0 && chargesOf(denial).size === 0;
}

/** What an answer speaks of, without those who give it. */
function contentOf(words: Parts): string[] {
  return [...words.all.keys()].filter(
    (root) => !words.speaker.has(root) && !words.party.has(root) && !ANSWERERS.has(root),
  );
}

function sharesContent(claim: Parts, denial: Parts): boolean {
  return contentOf(denial).some((root) => claim.all.has(root));
}

/** Whether one passage stands in the other. */
function within(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a);
}

/** Kinds of the other side that can speak of the same thing as this kind. */
export function compatibleKinds(kind: Kind, side: 'claim' | 'denial'): readonly Kind[] {
  return side === 'claim' ? COMPATIBLE[kind] : KINDS.filter((other) => COMPATIBLE[other].includes(kind));
}

/**
 * Keys under which a statement is looked up across documents: pairs of who (words or country of the party) and against what
 * (words of the target, names in the passage when there is none), and of either with the object. Two statements worth comparing
 * share a pair; one hot word, or two words of one phrase, bring nobody together.
 */
export function topicKeys(statement: Omit<Comparable, 'document'>): readonly number[] {
  const who = [...party(statement)].slice(0, 3);
  const named = statement.target === null ? namesIn(statement.quote) : statement.target;
  const whom = [...contentWords(named)].filter((word) => !who.includes(word)).slice(0, 4);
  const what = [...contentWords(statement.object)]
    .filter((word) => !who.includes(word) && !whom.includes(word))
    .slice(0, 4);
  const keys = new Set<number>();
  const cross = (a: readonly string[], b: readonly string[]) => {
    for (const x of a) for (const y of b) keys.add(hash32([x, y].sort().join(' ')));
  };
  cross(statement.actor_country ? [...who, `+${statement.actor_country}`] : who, whom);
  cross(who, what);
  cross(whom, what);
  return [...keys];
}

/** Capitalised words that do not open a sentence. */
function namesIn(quote: string): string {
  return [...quote.matchAll(/(?<=[^.!?“"]\s)\p{Lu}[\p{L}\p{N}-]{2,}/gu)].map((match) => match[0]).join(' ');
}

/** Words that carry meaning, in a rough base form ("attacks" and "attacked" stay apart from "attacker"). */
export function contentWords(text: string | null): ReadonlySet<string> {
  return new Set(termsOf(text).keys());
}

/** Base form of a word, and the word as the source has it. */
type Word = readonly [root: string, word: string];
type Words = ReadonlyMap<string, string>;

function termsOf(text: string | null): Words {
  const found = new Map<string, string>();
  for (const word of surfaceWords(text ?? '')) {
    const lower = word.toLowerCase();
    if (word.length <= 2 || COMMON.has(lower)) continue;
    const root = stem(lower);
    if (!COMMON_STEMS.has(root) && !found.has(root)) found.set(root, word);
  }
  return found;
}

/** Words of the party a statement is about: its actor; of an answer without one, whoever speaks. */
function partyTerms(statement: Omit<Comparable, 'document'>): Words {
  return termsOf(statement.actor ?? (statement.kind === 'response' ? statement.speaker : null));
}

function party(statement: Omit<Comparable, 'document'>): ReadonlySet<string> {
  return new Set(partyTerms(statement).keys());
}

interface Parts {
  readonly party: Words;
  readonly speaker: Words;
  readonly target: Words;
  readonly object: Words;
  readonly quote: Words;
  /** Object, target and passage together. */
  readonly all: Words;
}

/** A statement is compared with many others; its words are taken apart once. */
const TAKEN_APART = new WeakMap<Comparable, Parts>();

function wordsIn(statement: Comparable): Parts {
  const known = TAKEN_APART.get(statement);
  if (known) return known;
  const target = termsOf(statement.target);
  const object = termsOf(statement.object);
  const quote = termsOf(statement.quote);
  const words = {
    party: partyTerms(statement),
    speaker: termsOf(statement.speaker),
    target,
    object,
    quote,
    all: new Map([...quote, ...target, ...object]),
  };
  TAKEN_APART.set(statement, words);
  return words;
}

function both(a: Words, b: Words): Word[] {
  return [...a].filter(([root]) => b.has(root));
}

function excludes(a: string | null, b: string | null): boolean {
  const first = a ? parseTime(a) : null;
  const second = b ? parseTime(b) : null;
  return first !== null && second !== null && (first.last < second.first || second.last < first.first);
}
