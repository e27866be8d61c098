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
 * From 4 points on the two are the same thing; a word has to be shared, unless the denial is such an answer. Times that exclude each other, and actors
 * of different countries, make them different things. A refusal to comment contradicts nothing; saying that one knows nothing does.
 */

import { parseTime } from '../base/time.ts';
import { type Claim, KINDS, type Kind, type Statement } from '../model/statement.ts';
import { hash32, wordsOf } from './words.ts';

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
  /** What they share, for people: `actor: china; target: lotte; same document`. */
  readonly reason: string;
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
  if (excludes(claim.time, denial.time)) return null;
  if (claim.actor_country && denial.actor_country && claim.actor_country !== denial.actor_country) return null;
  const reasons: string[] = [];
  const counted = new Set<string>();
  let score = 0;
  let words = 0;
  const add = (label: string, shared: readonly string[], points: number) => {
    if (shared.length === 0) return;
    for (const word of shared) counted.add(word);
    score += points;
    words += shared.length;
    reasons.push(`${label}: ${shared.join(' ')}`);
  };
  const [ofClaim, ofDenial] = [wordsIn(claim), wordsIn(denial)];
  const name = (label: 'actor' | 'target', country: 'actor_country' | 'target_country') => {
    const shared = label === 'actor' ? both(ofClaim.party, ofDenial.party) : both(ofClaim.target, ofDenial.target);
    if (shared.length > 0) return add(label, shared, shared.length > 1 ? 3 : 2);
    if (!claim[country] || claim[country] !== denial[country]) return;
    score += 1;
    reasons.push(`${label} country: ${claim[country]}`);
  };
  name('actor', 'actor_country');
  const sameParty = score > 0;
  name('target', 'target_country');
  const fresh = (shared: readonly string[]) => shared.filter((word) => !counted.has(word));
  const objects = fresh([...new Set([...both(ofClaim.object, ofDenial.all), ...both(ofDenial.object, ofClaim.all)])]);
  add('object', objects.slice(0, 3), Math.min(3, objects.length));
  const passage = fresh(both(ofClaim.quote, ofDenial.quote));
  add('words', passage.slice(0, 4), Math.min(2, passage.length));
  if (claim.document === denial.document) {
    score += 1;
    reasons.push('same document');
  }
  const answers =
    sameParty && claim.document === denial.document && denial.kind === 'response' && CHARGES.has(claim.kind);
  if (answers) {
    score += 2;
    reasons.push('answers the charge');
  }
  return score >= SAME_THING && (words > 0 || answers) ? { score, reason: reasons.join('; ') } : null;
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
  const found = new Set<string>();
  for (const word of wordsOf(text ?? '')) if (word.length > 2 && !COMMON.has(word)) found.add(stem(word));
  for (const word of COMMON_STEMS) found.delete(word);
  return found;
}

/** Words of the party a statement is about: its actor; of an answer without one, whoever speaks. */
function party(statement: Omit<Comparable, 'document'>): ReadonlySet<string> {
  return contentWords(statement.actor ?? (statement.kind === 'response' ? statement.speaker : null));
}

interface Words {
  readonly party: ReadonlySet<string>;
  readonly target: ReadonlySet<string>;
  readonly object: ReadonlySet<string>;
  readonly quote: ReadonlySet<string>;
  /** Object, target and passage together. */
  readonly all: ReadonlySet<string>;
}

/** A statement is compared with many others; its words are taken apart once. */
const TAKEN_APART = new WeakMap<Comparable, Words>();

function wordsIn(statement: Comparable): Words {
  const known = TAKEN_APART.get(statement);
  if (known) return known;
  const [target, object, quote] = [statement.target, statement.object, statement.quote].map(contentWords) as [
    ReadonlySet<string>,
    ReadonlySet<string>,
    ReadonlySet<string>,
  ];
  const words = { party: party(statement), target, object, quote, all: new Set([...object, ...target, ...quote]) };
  TAKEN_APART.set(statement, words);
  return words;
}

function both(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  return [...a].filter((word) => b.has(word));
}

function stem(word: string): string {
  if (word.length > 5 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us') && !word.endsWith('is'))
    return word.slice(0, -1);
  if (word.length > 5 && word.endsWith('ing')) return word.slice(0, -3);
  if (word.length > 5 && word.endsWith('ed')) return word.slice(0, -2);
  return word;
}

function excludes(a: string | null, b: string | null): boolean {
  const first = a ? parseTime(a) : null;
  const second = b ? parseTime(b) : null;
  return first !== null && second !== null && (first.last < second.first || second.last < first.first);
}

const COMMON = new Set(
  `the and for that this these those with from into onto over under about after before between during through against among upon
   has have had having was were are is be been being not but nor any all some such other others more most than then there their
   them they its his her our your who whom whose which what when where why how will would can could may might shall should must
   does did done doing say says said saying tell told also only just very many much few several per via out off one two three
   new now yet still even each both same own because while until since
   no never denies denied deny denying reject rejects rejected rejecting claim claims claimed claiming believe believes believed
   evidence report reports reported reporting statement comment comments involvement involved role anything nothing know knows
   knowledge aware according allege alleges alleged allegedly likely
   south north east west republic united states foreign ministry affairs spokesman spokeswoman spokesperson`.split(
    /\s+/,
  ),
);

/** Words that every text of the trade has: shared, they prove nothing. */
const COMMON_STEMS = new Set(
  `attack cyber cyberattack hack hacker hackers intrusion breach group government state country campaign activity operation
   security company organization organisation official people system network computer data information sponsor target
   accusation allegation charge report incident actor threat`
    .split(/\s+/)
    .map(stem),
);
