import type { Span } from '../../base/span.ts';
import { isVerb } from '../clauses/phrase.ts';
import { words } from '../lexicon/words.ts';
import type { Token } from '../tokens.ts';
import { isNoun, type Noun, nounAt, TIMES } from './nouns.ts';
import { PARTICIPLES, RAISING, STROKES } from './verbs.ts';

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

const BE = words("is are was were be been being get gets got 's 're");
const EXPLETIVE = words('thought believed known unknown likely unlikely possible clear unclear reported alleged understood said suspected probable appears seems');

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
  if (subject && subject.to - subject.from > 1 && tokens[subject.to]?.lower === 'to' && isVerb(tokens[subject.to + 1]) && RAISING.has(tokens[subject.to - 1]!.lower)) {
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
    agent: links.find((link) => link.by === 'by' && link.at > Math.max(verb, from))?.noun ?? null,
    links,
  };
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

/** Where a clause's own words begin: after conjunctions, adverbs, "It is thought that", an introduction up to its comma. */
function skipLead(tokens: readonly Token[], from: number, to: number): number {
  let i = from;
  for (let round = 0; round < 4 && i < to; round++) {
    const before = i;
    while (
      i < to &&
      (tokens[i]!.pos === 'CCONJ' ||
        tokens[i]!.pos === 'SCONJ' ||
        (tokens[i]!.pos === 'ADV' && !/^(?:there|nearly|around|about|over|more|almost|at|roughly|only)$/.test(tokens[i]!.lower)) ||
        /^["“”'‘’(),;:—–-]$/.test(tokens[i]!.text) ||
        /^(?:that|if|when|while|because|although|though|since|after|before|whether|which|who)$/.test(tokens[i]!.lower) && i > from - 1 && tokens[i + 1]?.text !== 'time' && !DATE.test(tokens[i + 1]?.text ?? '') && !(tokens[i]!.lower === 'that' && isNoun(tokens[i + 1])))
    )
      i++;
    if (i < to && (tokens[i]!.pos === 'ADP' || /^(?:since|after|before|to|by)$/.test(tokens[i]!.lower) || startsDate(tokens, i) || opensParticiple(tokens, i, to))) {
      const comma = nextComma(tokens, i, to);
      const held = tokens[i]!.lower === 'with' ? nounAt(tokens, i + 1, to, true) : null;
      if (held && tokens[held.to]?.pos === 'VERB') i++;
      else if (comma > 0) i = comma + 1;
      else if (bareAdjunct(tokens, i, to) > 0) i = bareAdjunct(tokens, i, to);
      else if (startsDate(tokens, i) || tokens[i]!.pos === 'ADP') {
        // "On 21 February the attackers …"
        let k = i + 1;
        while (k < to && (tokens[k]!.pos === 'NUM' || TIMES.has(tokens[k]!.lower))) k++;
        if (k > i + 1 && k < to) i = k;
      }
    }
    if (tokens[i]?.lower === 'it' && isVerb(tokens[i + 1])) {
      let k = i + 1;
      while (k < to && k < i + 6 && (isVerb(tokens[k]) || tokens[k]!.pos === 'ADV' || tokens[k]!.pos === 'PART') && !EXPLETIVE.has(tokens[k]!.lower)) k++;
      // "It is no secret that …", "It would not be possible to say that …"
      let that = k;
      while (that < to && that < i + 8 && tokens[that]!.lower !== 'that' && !/^[,.;:]$/.test(tokens[that]!.text)) that++;
      if (tokens[that]?.lower === 'that' && that < i + 8 && clauseAfter(tokens, that + 1, to)) i = that + 1;
      else if (k < to && EXPLETIVE.has(tokens[k]!.lower) && tokens[k + 1] && tokens[k + 1]!.lower !== 'to') i = k + 1;
    }
    i = skipReport(tokens, i, to);
    if (i === before) break;
  }
  return i < to ? i : from;
}

/** "At this point | it appears …": an introduction without a comma ends where a pronoun follows its noun. */
function bareAdjunct(tokens: readonly Token[], at: number, to: number): number {
  const noun = nounAt(tokens, at + 1, to);
  return noun && noun.to < to && /^(?:it|they|he|she|we)$/.test(tokens[noun.to]!.lower) ? noun.to : -1;
}

/** "Analysis shows |", "believes |", "(AGENCY) — |": what only brings the claim in. */
function skipReport(tokens: readonly Token[], at: number, to: number): number {
  for (let i = at; i < at + 6 && i < to; i++) if (/^(?:—|–|--)$/.test(tokens[i]!.text) && i > at && tokens[i - 1]!.text === ')') return i + 1;
  const noun = REPORTS.has(tokens[at]?.lower ?? '') ? null : nounAt(tokens, at, to, true);
  let i = noun ? noun.to : at;
  if (noun && REPORTS.has(tokens[i - 1]!.lower) && i - 1 > at && !REPORTS.has(tokens[i]?.lower ?? '')) i--;
  while (i < to && (tokens[i]!.pos === 'ADV' || tokens[i]!.pos === 'AUX')) i++;
  if (!REPORTS.has(tokens[i]?.lower ?? '')) return at;
  i++;
  if (tokens[i]?.text === ',') i++;
  if (tokens[i]?.lower === 'that') i++;
  while (i < to && tokens[i]!.pos === 'ADV') i++;
  return i < to && clauseAfter(tokens, i, to) ? i : at;
}

const REPORTS = words(
  'believe believes believed think thinks thought say says said claim claims claimed report reports reported note notes noted suspect suspects show shows showed suggest suggests suggested confirm confirms confirmed allege alleges alleged estimate estimates estimated worry worries fear fears anticipate anticipates indicate indicates indicated reveal reveals revealed assess assesses assessed warn warns conclude concludes concluded see observed surmised',
);

const DATE = /^(?:\d{1,4}|[A-Z][a-z]+day)$/;
const startsDate = (tokens: readonly Token[], i: number): boolean =>
  TIMES.has(tokens[i]!.lower) && /^(?:last|this|next|earlier|late|early|yesterday|today|\p{Lu}.*day)$/u.test(tokens[i]!.text) && !isVerb(tokens[i + 1]);
const opensParticiple = (tokens: readonly Token[], i: number, to: number): boolean =>
  tokens[i]!.pos === 'VERB' && /(?:ed|ing)$/.test(tokens[i]!.lower) && !isNoun(tokens[i + 1]) && nextComma(tokens, i, to) > 0 && clauseAfter(tokens, nextComma(tokens, i, to) + 1, to);
const clauseAfter = (tokens: readonly Token[], i: number, to: number): boolean => {
  const noun = nounAt(tokens, i, to, true);
  return noun !== null && finiteVerb(tokens, noun.to, Math.min(to, noun.to + 12)) >= 0;
};

function nextComma(tokens: readonly Token[], from: number, to: number): number {
  for (let i = from; i < to; i++) {
    if (tokens[i]!.text === ',' && !(tokens[i + 1]?.pos === 'NUM' && tokens[i - 1]?.pos === 'NUM')) return i + 1 < to ? i : -1;
    if (/^["“”;:]$/.test(tokens[i]!.text)) return -1;
  }
  return -1;
}

/** The first verb of the clause itself: not one of a relative clause, an aside or a participle that describes a noun. */
function finiteVerb(tokens: readonly Token[], from: number, to: number): number {
  let skip = 0;
  let fallback = -1;
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (token.text === ',') {
      // An aside between commas: "the group, known as X, has …"
      const close = nextComma(tokens, i + 1, to);
      if (close > 0 && !isVerb(tokens[i + 1]) && (isVerb(tokens[close + 1]) || tokens[close + 1]?.pos === 'ADV')) i = close;
      else if (close > 0 && /^(?:who|which|whose|known|called)$/.test(tokens[i + 1]?.lower ?? '')) i = close;
      continue;
    }
    if (/^(?:who|which|that|whose)$/.test(token.lower) && i > from - 1 && isNoun(tokens[i - 1])) {
      skip++;
      continue;
    }
    if (!isVerb(token) || tokens[i - 1]?.text === '-' || tokens[i + 1]?.text === '-') continue;
    if (describes(tokens, i, to)) {
      if (fallback < 0) fallback = i;
      continue;
    }
    if (skip > 0) {
      skip--;
      while (i + 1 < to && (isVerb(tokens[i + 1]) || tokens[i + 1]!.pos === 'ADV' || tokens[i + 1]!.pos === 'PART')) i++;
      if (fallback < 0) fallback = i;
      continue;
    }
    return i;
  }
  return fallback;
}

/** "hackers | linked to X | …", "stolen data": a participle that tells which, while another verb follows. */
function describes(tokens: readonly Token[], i: number, to: number): boolean {
  const token = tokens[i]!;
  if (token.pos !== 'VERB') return false;
  const prior = tokens[i - 1];
  const next = tokens[i + 1];
  const participle = /ed$/.test(token.lower) || PARTICIPLES.has(token.lower);
  if (prior && /^(?:DET|ADJ|NUM|PART)$/.test(prior.pos) && (isNoun(next) || next?.pos === 'ADJ') && prior.lower !== 'to') return true;
  const ing = /ing$/.test(token.lower);
  if (prior?.pos === 'ADV' && isNoun(tokens[i - 2]) && !ing && next) return participle && /^(?:to|by|with|in|as|on|from|for|at|out|against)$/.test(next.lower) && verbLater(tokens, i + 1, to);
  if (!isNoun(prior) && prior?.text !== ')') return false;
  if (ing) return verbLater(tokens, i + 1, to);
  if (!participle || !next) return false;
  return /^(?:to|by|with|in|as|on|from|for|at|out|against)$/.test(next.lower) && verbLater(tokens, i + 1, to);
}

function verbLater(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (token.pos === 'CCONJ' && (isVerb(tokens[i + 1]) || tokens[i + 1]?.pos === 'PRON')) return false;
    if (/^[;:"“”]$/.test(token.text) || token.pos === 'SCONJ') return false;
    if (isVerb(token) && tokens[i - 1]?.lower !== 'to' && tokens[i - 1]?.pos !== 'ADP' && !/ing$/.test(token.lower) && tokens[i - 1]?.text !== '-') {
      if (token.pos === 'AUX') return true;
      if (isNoun(tokens[i + 1]) && tokens[i - 1]?.pos === 'DET') continue;
      return true;
    }
  }
  return false;
}

/** The verb that carries the meaning of the group that starts at `first`, and whether it is passive. */
function verbGroup(tokens: readonly Token[], first: number, to: number): { verb: number; passive: boolean } {
  let verb = first;
  let be = BE.has(tokens[first]!.lower);
  let passive = false;
  for (let i = first + 1; i < to && i < first + 14; i++) {
    const token = tokens[i]!;
    if (token.pos === 'ADV' || /^(?:not|n't|also|likely|allegedly)$/.test(token.lower)) {
      if (RAISING.has(token.lower)) continue;
      continue;
    }
    const prior = tokens[verb]!;
    const held = i > first + 1 && !isVerb(tokens[i - 1]) ? tokens[i - 1]!.lower : prior.lower;
    // "was used to": what follows is done with the subject, not by it.
    if (token.lower === 'to' && passive && /^us(?:ed|ing)$/.test(prior.lower)) break;
    if (token.lower === 'to' && isVerb(tokens[skip(tokens, i + 1)]) && (RAISING.has(held) || RAISING.has(prior.lower) || prior.pos === 'AUX')) {
      i = skip(tokens, i + 1);
      verb = i;
      be = BE.has(tokens[i]!.lower);
      passive = false;
      continue;
    }
    if (token.pos === 'ADJ' && (be || prior.pos === 'AUX') && (RAISING.has(token.lower) || /ed$/.test(token.lower)) ) {
      if (/ed$/.test(token.lower) && be) {
        verb = i;
        passive = true;
      }
      continue;
    }
    if (token.text === ',' && prior.pos === 'AUX') {
      const close = nextComma(tokens, i + 1, Math.min(to, i + 8));
      if (close > 0) {
        i = close;
        continue;
      }
    }
    if (!isVerb(token)) break;
    // A verb takes over from auxiliaries and from verbs that need another one ("helped hack").
    if (prior.pos !== 'AUX' && !RAISING.has(prior.lower) && !BE.has(prior.lower)) break;
    passive = be && (/ed$/.test(token.lower) || PARTICIPLES.has(token.lower));
    if (BE.has(token.lower)) be = true;
    else be = false;
    verb = i;
  }
  return { verb, passive };
}

const skip = (tokens: readonly Token[], from: number): number => {
  let i = from;
  while (tokens[i] && (tokens[i]!.pos === 'ADV' || tokens[i]!.lower === 'not')) i++;
  return i;
};

function objectAt(tokens: readonly Token[], from: number, to: number): Noun | null {
  let i = from;
  while (i < to && ((tokens[i]!.pos === 'ADV' && !/^(?:at|more|over|about|around|nearly)$/.test(tokens[i]!.lower)) || /^(?:out|up|off|down|away|not|n't)$/.test(tokens[i]!.lower))) i++;
  if (i >= to || (tokens[i]!.pos === 'ADP' && !/^(?:at|over|about|around|up)$/.test(tokens[i]!.lower))) return null;
  if (tokens[i]!.pos === 'ADP' && tokens[i + 1]?.pos !== 'NUM' && !/^(?:least|to)$/.test(tokens[i + 1]?.lower ?? '')) return null;
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
const nounAfterParticiple = (tokens: readonly Token[], i: number): boolean => /ed$/.test(tokens[i]!.lower) && isNoun(tokens[i + 1]);

/** The noun a clause without a subject of its own belongs to: the antecedent of "which", else the subject of the clause before. */
function lender(tokens: readonly Token[], from: number, floor: number): Noun | null {
  const low = firstAt(tokens, floor);
  if (low >= from) return null;
  const word = tokens[from]!.lower;
  if (/^(?:who|which|that|whose)$/.test(word)) {
    let end = from;
    if (tokens[end - 1]?.text === ',') end--;
    for (let i = Math.max(low, end - 12); i < end; i++) {
      if (i > low && !/^(?:ADP|PUNCT|VERB|AUX|CCONJ|PART)$/.test(tokens[i - 1]!.pos)) continue;
      const noun = nounAt(tokens, i, end);
      if (!noun || noun.to !== end) continue;
      // "an attack against X that …" is about the attack.
      if (i > low + 1 && /^(?:against|on|at|into)$/.test(tokens[i - 1]!.lower) && STROKES.has(tokens[i - 2]!.lower)) {
        let first = i - 2;
        while (first > low && /^(?:NOUN|PROPN|ADJ|DET)$/.test(tokens[first - 1]!.pos)) first--;
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
