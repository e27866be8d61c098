import { isVerb } from '../clauses/phrase.ts';
import { words } from '../lexicon/words.ts';
import type { Token } from '../tokens.ts';
import { isNoun, nounAt, TIMES } from './nouns.ts';
import { finiteVerb, nextComma } from './predicate.ts';

const OF_THE_PHRASE = words('there nearly around about over more almost at roughly only');
const MARKS = words(`" “ ” ' ‘ ’ ( ) , ; : — – -`);
const SUBORDINATORS = words('that if when while because although though since after before whether which who');
const TIME_LINKS = words('since after before to by');
const STOPS = words(', . ; :');
const SUBJECT_PRONOUNS = words('it they he she we');
const DASHES = words('— – --');

const EXPLETIVE = words(
  'thought believed known unknown likely unlikely possible clear unclear reported alleged understood said suspected probable appears seems',
);

/** Where a clause's own words begin: after conjunctions, adverbs, "It is thought that", an introduction up to its comma. */
export function skipLead(tokens: readonly Token[], from: number, to: number): number {
  let i = from;
  for (let round = 0; round < 4 && i < to; round++) {
    const before = i;
    while (
      i < to &&
      (tokens[i]!.pos === 'CCONJ' ||
        tokens[i]!.pos === 'SCONJ' ||
        (tokens[i]!.pos === 'ADV' && !OF_THE_PHRASE.has(tokens[i]!.lower)) ||
        MARKS.has(tokens[i]!.text) ||
        (SUBORDINATORS.has(tokens[i]!.lower) &&
          i > from - 1 &&
          tokens[i + 1]?.text !== 'time' &&
          !DATE.test(tokens[i + 1]?.text ?? '') &&
          !(tokens[i]!.lower === 'that' && isNoun(tokens[i + 1]))))
    )
      i++;
    if (
      i < to &&
      (tokens[i]!.pos === 'ADP' ||
        TIME_LINKS.has(tokens[i]!.lower) ||
        startsDate(tokens, i) ||
        opensParticiple(tokens, i, to))
    ) {
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
      while (
        k < to &&
        k < i + 6 &&
        (isVerb(tokens[k]) || tokens[k]!.pos === 'ADV' || tokens[k]!.pos === 'PART') &&
        !EXPLETIVE.has(tokens[k]!.lower)
      )
        k++;
      // "It is no secret that …", "It would not be possible to say that …"
      let that = k;
      while (that < to && that < i + 8 && tokens[that]!.lower !== 'that' && !STOPS.has(tokens[that]!.text)) that++;
      const idle = tokens[i + 1]!.pos === 'AUX' || EXPLETIVE.has(tokens[i + 1]!.lower);
      if (idle && tokens[that]?.lower === 'that' && that < i + 8 && clauseAfter(tokens, that + 1, to)) i = that + 1;
      else if (k < to && EXPLETIVE.has(tokens[k]!.lower) && tokens[k + 1] && tokens[k + 1]!.lower !== 'to') i = k + 1;
    }
    i = skipBacking(tokens, skipReport(tokens, i, to), to);
    if (i === before) break;
  }
  return i < to ? i : from;
}

/** "At this point | it appears …": an introduction without a comma ends where a pronoun follows its noun. */
function bareAdjunct(tokens: readonly Token[], at: number, to: number): number {
  const noun = nounAt(tokens, at + 1, to);
  return noun && noun.to < to && SUBJECT_PRONOUNS.has(tokens[noun.to]!.lower) ? noun.to : -1;
}

/** "Analysis shows |", "believes |", "(AGENCY) — |": what only brings the claim in. */
function skipReport(tokens: readonly Token[], at: number, to: number): number {
  for (let i = at; i < at + 6 && i < to; i++)
    if (DASHES.has(tokens[i]!.text) && i > at && tokens[i - 1]!.text === ')') return i + 1;
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

/** "backing up earlier claims that |": what only lends the claim weight. */
function skipBacking(tokens: readonly Token[], at: number, to: number): number {
  if (tokens[at]?.pos !== 'VERB' || !/ing$/.test(tokens[at]!.lower)) return at;
  for (let i = at + 1; i < at + 6 && i + 1 < to; i++)
    if (CLAIMS.has(tokens[i]!.lower) && tokens[i + 1]!.lower === 'that')
      return clauseAfter(tokens, i + 2, to) ? i + 2 : at;
  return at;
}

const CLAIMS = words('claims claim allegations suspicions reports accusations fears theory view');

const REPORTS = words(
  'believe believes believed think thinks thought say says said claim claims claimed report reports reported note notes noted suspect suspects show shows showed suggest suggests suggested confirm confirms confirmed allege alleges alleged estimate estimates estimated worry worries fear fears anticipate anticipates indicate indicates indicated reveal reveals revealed assess assesses assessed warn warns conclude concludes concluded see observed surmised',
);

const DATE = /^(?:\d{1,4}|[A-Z][a-z]+day)$/;
const startsDate = (tokens: readonly Token[], i: number): boolean =>
  TIMES.has(tokens[i]!.lower) &&
  /^(?:last|this|next|earlier|late|early|yesterday|today|\p{Lu}.*day)$/u.test(tokens[i]!.text) &&
  !isVerb(tokens[i + 1]);
const opensParticiple = (tokens: readonly Token[], i: number, to: number): boolean =>
  tokens[i]!.pos === 'VERB' &&
  /(?:ed|ing)$/.test(tokens[i]!.lower) &&
  !isNoun(tokens[i + 1]) &&
  nextComma(tokens, i, to) > 0 &&
  clauseAfter(tokens, nextComma(tokens, i, to) + 1, to);
const clauseAfter = (tokens: readonly Token[], i: number, to: number): boolean => {
  const noun = nounAt(tokens, i, to, true);
  return noun !== null && finiteVerb(tokens, noun.to, Math.min(to, noun.to + 12)) >= 0;
};
