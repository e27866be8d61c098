import type { Span } from '../../base/span.ts';
import { isVerb } from '../clauses/phrase.ts';
import { words } from '../lexicon/words.ts';
import type { Token } from '../tokens.ts';
import { skipLead } from './lead.ts';
import { isNoun, type Noun, nounAt, TIMES } from './nouns.ts';
import { finiteVerb, verbGroup } from './predicate.ts';
import { RAISING, STROKES } from './verbs.ts';

const ROUGHLY = words('at more over about around nearly');
const PARTICLES = words("out up off down away not n't");
const BEFORE_NUMBERS = words('at over about around up');
const AFTER_AT = words('least to');
const RELATIVES = words('who which that whose');
const BEFORE_PHRASES = words('ADP PUNCT VERB AUX CCONJ PART');
const AIMED = words('against on at into');
const NOMINAL = words('NOUN PROPN ADJ DET');

/** A noun phrase that hangs on a preposition. */
export interface Linked {
  readonly by: string;
  readonly at: number;
  readonly noun: Noun;
}

/** Who does what in a clause, by word order alone. Indexes are tokens of the sentence. */
export interface Frame {
  readonly from: number;
  readonly to: number;
  readonly subject: Noun | null;
  /** The subject stands outside the clause: "…, stealing data", "and stole data", "which stole data". */
  readonly borrowed: boolean;
  /** First verb of the verb group, and the verb that carries the meaning; -1 where the clause has none. */
  readonly first: number;
  readonly verb: number;
  readonly passive: boolean;
  readonly object: Noun | null;
  /** "by X" after a passive. */
  readonly agent: Noun | null;
  /** All phrases on prepositions in the clause, in order. */
  readonly links: readonly Linked[];
}

/** The frame of a clause. `floor` is the offset where its sentence or utterance begins: the subject may stand between the two. */
export function frameOf(tokens: readonly Token[], clause: Span, floor: number): Frame {
  const from = firstAt(tokens, clause.start);
  let to = tokens.length;
  while (to > from && tokens[to - 1]!.start >= clause.end) to--;
  const start = skipLead(tokens, from, to);
  let subject = existential(tokens, start, to) ? null : nounAt(tokens, start, to, true);
  let first = finiteVerb(tokens, subject ? subject.to : start, to);
  let borrowed = false;
  if (subject && first >= 0 && isVerb(tokens[start]) && first === start) subject = null;
  if (subject && first < 0 && tokens[start]?.pos === 'VERB') {
    subject = null;
    first = start;
  }
  // "These operations aim to …": a verb that reads like the last noun of its subject.
  if (
    subject &&
    subject.to - subject.from > 1 &&
    tokens[subject.to]?.lower === 'to' &&
    isVerb(tokens[subject.to + 1]) &&
    RAISING.has(tokens[subject.to - 1]!.lower)
  ) {
    first = subject.to - 1;
    subject = nounAt(tokens, subject.from, first, true);
  }
  const there = existential(tokens, start, to);
  if (!subject && from > 0 && !there) {
    const lent = lender(tokens, from, floor);
    borrowed = lent !== null;
    subject = lent;
  }
  const { verb, passive } = first < 0 ? { verb: -1, passive: false } : verbGroup(tokens, first, to);
  const body = verb < 0 ? start : verb + 1;
  const object = verb < 0 || passive ? null : objectAt(tokens, body, to);
  const links = linksIn(tokens, from, to);
  return {
    from,
    to,
    subject,
    borrowed,
    first,
    verb,
    passive,
    object,
    agent: agentOf(tokens, links, Math.max(verb, from)),
    links,
  };
}

/** "by X" of the clause's own verb: not past a comma, not of an attack's noun ("a campaign by X" says that itself). */
function agentOf(tokens: readonly Token[], links: readonly Linked[], verb: number): Noun | null {
  const found = links.find((link) => link.by === 'by' && link.at > verb);
  if (!found) return null;
  for (let i = verb + 1; i < found.at; i++) if (tokens[i]!.text === ',' || tokens[i]!.text === ';') return null;
  return found.noun;
}

function firstAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const existential = (tokens: readonly Token[], at: number, to: number): boolean =>
  tokens[at]?.lower === 'there' && at + 1 < to;

function objectAt(tokens: readonly Token[], from: number, to: number): Noun | null {
  let i = from;
  while (i < to && ((tokens[i]!.pos === 'ADV' && !ROUGHLY.has(tokens[i]!.lower)) || PARTICLES.has(tokens[i]!.lower)))
    i++;
  if (i >= to || (tokens[i]!.pos === 'ADP' && !BEFORE_NUMBERS.has(tokens[i]!.lower))) return null;
  if (tokens[i]!.pos === 'ADP' && tokens[i + 1]?.pos !== 'NUM' && !AFTER_AT.has(tokens[i + 1]?.lower ?? ''))
    return null;
  return nounAt(tokens, i, to);
}

function linksIn(tokens: readonly Token[], from: number, to: number): Linked[] {
  const links: Linked[] = [];
  for (let i = from; i + 1 < to; i++) {
    const token = tokens[i]!;
    if (token.pos !== 'ADP' && token.lower !== 'to' && token.lower !== 'into') continue;
    if (isVerb(tokens[i + 1]) && !nounAfterParticiple(tokens, i + 1)) continue;
    const start = TIMES.has(tokens[i + 1]!.lower) ? to : i + 1;
    const noun = nounAt(tokens, start, to);
    if (noun && !(tokens[noun.head]!.pos === 'NUM')) links.push({ by: token.lower, at: i, noun });
  }
  return links;
}
const nounAfterParticiple = (tokens: readonly Token[], i: number): boolean =>
  /ed$/.test(tokens[i]!.lower) && isNoun(tokens[i + 1]);

/** The noun a clause without a subject of its own belongs to: the antecedent of "which", else the subject of the clause before. */
function lender(tokens: readonly Token[], from: number, floor: number): Noun | null {
  const low = firstAt(tokens, floor);
  if (low >= from) return null;
  const word = tokens[from]!.lower;
  if (RELATIVES.has(word)) {
    let end = from;
    if (tokens[end - 1]?.text === ',') end--;
    for (let i = Math.max(low, end - 12); i < end; i++) {
      if (i > low && !BEFORE_PHRASES.has(tokens[i - 1]!.pos)) continue;
      const noun = nounAt(tokens, i, end);
      if (!noun || noun.to !== end) continue;
      // "an attack against X that …" is about the attack.
      if (i > low + 1 && AIMED.has(tokens[i - 1]!.lower) && STROKES.has(tokens[i - 2]!.lower)) {
        let first = i - 2;
        while (first > low && NOMINAL.has(tokens[first - 1]!.pos)) first--;
        return nounAt(tokens, first, i - 1) ?? noun;
      }
      return noun;
    }
    return null;
  }
  const start = skipLead(tokens, low, from);
  const noun = nounAt(tokens, start, from, true);
  return noun && finiteVerb(tokens, noun.to, from) >= 0 ? noun : null;
}
