import { isVerb, type Run } from '../clauses/phrase.ts';
import { BODY_WORDS } from '../lexicon/roles.ts';
import { DOERS } from '../lexicon/things.ts';
import { words } from '../lexicon/words.ts';
import type { Token } from '../tokens.ts';

const TELLING_WHICH = words('related belonging specializing linked involved based located working');
const LINKS = words('to in with for by');
const PREDETERMINERS = words('all both half such');
const TRADES = words('hacking spying');
const INNER_MARKS = words('- / & ‑ – .');
const BEFORE_PARTICIPLE = words('DET ADJ NUM PART PRON SYM');
const IN_BODY_NAMES = words('for on in');
const QUOTES = words(`" ' “ ” ‘ ’`);
const LAST = words('NOUN PROPN PRON NUM X');
const NOUN_LIKE = words('chief official criminal individual executive military public giant professional key');
const ALONE = words('this that these those both all some many');
const TIME_WORDS = words('last next this earlier early late later');
const TIME_ALONE = words('earlier later');
const TIME_UNITS = words('week month year weeks months years days hours');
const HEADS = words('NOUN PROPN PRON');
const CONJUNCTIONS = words('and or &');
const KNOWN = words('known identified tracked');
const OPENING_QUOTES = words(`" ' “ ‘`);
const TRADE_WORDS = words('hacking hacker espionage cyberespionage threat cyber ransomware crime -');
const TIED = words('linked tied attributed traced connected');
const MARKS = words(', . ; : ( ) " “ ” — –');

/** A noun phrase of a clause. */
export interface Noun extends Run {
  /** Its head noun. */
  readonly head: number;
  /** The name it gives to what it describes: "a group called X", "security firm X"; null when it gives none. */
  readonly name: Run | null;
  /** End of the words that tell more about it: "hackers | linked to Iran", "X, | the Russian agency". */
  readonly wide: number;
}

/**
 * The noun phrase that starts at token `from`, or null. Holds its "of" phrases and the phrases joined to it by "and"; other
 * prepositions, relative clauses, times and appositions stay outside. `subject`: a verb may follow a joined phrase.
 */
export function nounAt(tokens: readonly Token[], from: number, ceiling: number, subject = false): Noun | null {
  const start = skipQualifiers(tokens, from, ceiling);
  const core = base(tokens, start, ceiling);
  if (core <= start) return null;
  const head = headOf(tokens, start, core);
  if (
    tokens[core]?.lower === 'of' &&
    core + 1 < ceiling &&
    (tokens[head]!.pos === 'NUM' || COUNTING.has(tokens[head]!.lower))
  ) {
    const counted = nounAt(tokens, core + 1, ceiling, subject);
    if (counted) return counted;
  }
  const own = withOf(tokens, start, core, ceiling);
  const called = nameIn(tokens, start, core, own, ceiling);
  const to = called && called.from >= own ? own : joined(tokens, own, ceiling, subject);
  const name = to === own ? called : null;
  return {
    from: start,
    to: name || subject ? to : full(tokens, start, to, ceiling),
    head,
    name,
    wide: widen(tokens, name ? Math.max(to, name.to) : to, ceiling),
  };
}

/** A short phrase without a name takes in what tells which one is meant: "organization with ties to X", "data related to Y". */
function full(tokens: readonly Token[], from: number, to: number, ceiling: number): number {
  if (to - from > 4 || tokens[from]!.pos === 'PRON') return to;
  for (let i = from; i < to; i++) if (tokens[i]!.pos === 'PROPN') return to;
  const word = tokens[to]?.lower ?? '';
  let at = 0;
  if (word === 'with' || word === 'around') at = to + 1;
  else if (TELLING_WHICH.has(word) && LINKS.has(tokens[to + 1]?.lower ?? '')) at = to + 2;
  else if (
    word === 'in' &&
    (tokens[to + 1]?.pos === 'PROPN' || (tokens[to + 1]?.pos === 'DET' && tokens[to + 2]?.pos === 'PROPN'))
  )
    at = to + 1;
  if (!at || at >= ceiling || TIMES.has(tokens[at]!.lower)) return to;
  const end = base(tokens, at, ceiling);
  return end > at ? withOf(tokens, at, end, ceiling) : to;
}

const QUALIFIERS = words(
  'at least more than around about over nearly almost up to as many some roughly only just even both',
);

function skipQualifiers(tokens: readonly Token[], from: number, ceiling: number): number {
  let i = from;
  while (i < ceiling && i < from + 4 && QUALIFIERS.has(tokens[i]!.lower) && tokens[i + 1]) i++;
  if (i > from && tokens[i]?.pos !== 'NUM' && tokens[i]?.pos !== 'DET' && tokens[from]?.pos === 'ADP') return from;
  return i;
}

/** Nouns that only count what follows their "of". */
const COUNTING = words(
  'number numbers dozens hundreds thousands millions billions series variety majority lot lots handful range string none all most many some one any couple host wave several both each',
);

const NOT_NOUN = words(
  "that which who whom whose when if as because while what where how there whether not n't to also however aka",
);
export const TIMES = words(`
  january february march april june july august september october november december monday tuesday wednesday thursday friday saturday
  sunday jan feb mar apr jun jul aug sep sept oct nov dec today yesterday tomorrow last next this earlier later recently week month year weeks months years days
  hours early late ago
`);

/** End of the phrase without any preposition: determiners, adjectives, nouns, possessives, compounds. */
function base(tokens: readonly Token[], from: number, ceiling: number): number {
  let i = from;
  for (; i < ceiling; i++) {
    const token = tokens[i]!;
    const prior = i > from ? tokens[i - 1]! : null;
    if (NOT_NOUN.has(token.lower) && !(token.lower === 'that' && i === from && isNoun(tokens[i + 1]))) break;
    if (prior && isNoun(prior) && startsTime(tokens, i)) break;
    if (token.pos === 'PRON') {
      if (POSSESSIVE.has(token.lower) && i === from) continue;
      if (i === from) i++;
      break;
    }
    if (token.pos === 'DET') {
      if (prior && prior.pos !== 'DET' && !PREDETERMINERS.has(prior.lower)) break;
      continue;
    }
    if (
      token.pos === 'NOUN' ||
      token.pos === 'PROPN' ||
      token.pos === 'NUM' ||
      token.pos === 'SYM' ||
      token.pos === 'X'
    ) {
      // "told | employees": a pronoun or a closed name before a determinerless noun of another phrase is left to the caller.
      if (prior && token.pos === 'NUM' && prior.pos === 'NOUN' && !/^\d+$/.test(token.text)) break;
      continue;
    }
    if (token.pos === 'ADJ') {
      if (prior && prior.pos === 'NOUN' && !touches(prior, token) && /s$/.test(prior.lower)) break;
      continue;
    }
    // "the China-backed hacking group", "the X hacking group"
    if (TRADES.has(token.lower) && prior && i + 1 < ceiling && DOERS.has(tokens[i + 1]!.lower)) continue;
    // "personal and financial information"
    if (
      token.pos === 'CCONJ' &&
      prior?.pos === 'ADJ' &&
      (tokens[i + 1]?.pos === 'ADJ' || isNoun(tokens[i + 1])) &&
      isNoun(tokens[i + 2]) &&
      i + 2 < ceiling
    )
      continue;
    if (/^['’]s?$/.test(token.text) && prior) continue;
    if (INNER_MARKS.has(token.text) && prior && (touches(prior, token) || token.text === '&')) {
      const next = tokens[i + 1];
      if (next && i + 1 < ceiling && (token.text === '&' || touches(token, next))) continue;
      break;
    }
    if (prior?.text === '-' && (isVerb(token) || token.pos === 'ADP' || token.pos === 'ADV')) continue;
    if (
      token.pos === 'VERB' &&
      /(?:ed|ing|en|own|ung)$/.test(token.lower) &&
      i + 1 < ceiling &&
      (isNoun(tokens[i + 1]) || (tokens[i + 1]!.pos === 'ADJ' && isNoun(tokens[i + 2]))) &&
      (!prior ? OPENING.has(token.lower) && tokens[i + 1]!.pos !== 'PROPN' : BEFORE_PARTICIPLE.has(prior.pos)) &&
      !afterOwner(tokens, i, ceiling)
    )
      continue;
    // "Organization for Security and Cooperation in Europe"
    if (
      prior?.pos === 'PROPN' &&
      IN_BODY_NAMES.has(token.lower) &&
      BODY_WORDS.has(prior.lower) &&
      tokens[i + 1]?.pos === 'PROPN' &&
      i + 1 < ceiling &&
      !TIMES.has(tokens[i + 1]!.lower) &&
      token.lower !== 'in'
    )
      continue;
    if (token.pos === 'ADV' && tokens[i + 1]?.pos === 'ADJ' && prior && !isNoun(prior)) continue;
    if (token.pos === 'ADV' && tokens[i + 1]?.pos === 'VERB' && isNoun(tokens[i + 2]) && prior && !isNoun(prior))
      continue;
    if (token.text === '$' || token.text === '£' || token.text === '€') continue;
    if (QUOTES.has(token.text) && isNoun(tokens[i + 1]) && (!prior || !isNoun(prior)) && !prior?.pos.startsWith('PU'))
      continue;
    break;
  }
  while (i > from && !endsPhrase(tokens[i - 1]!)) i--;
  return i;
}

/** "Lakeside Children's | contacted police": a name that ends like a possessive, with its verb. */
function afterOwner(tokens: readonly Token[], i: number, ceiling: number): boolean {
  if (!/^['’]s$/.test(tokens[i - 1]?.text ?? '') || tokens[i - 2]?.pos !== 'PROPN') return false;
  if (OPENING.has(tokens[i]!.lower)) return false;
  let after = i + 1;
  while (after < ceiling && (isNoun(tokens[after]) || tokens[after]!.pos === 'ADJ')) after++;
  return after < tokens.length && !isVerb(tokens[after]);
}

/** Participles that open a phrase without a determiner: "stolen data". */
const OPENING = words(
  'stolen compromised leaked hacked infected encrypted classified unauthorized exposed suspected alleged advanced sophisticated unnamed unidentified targeted affected hijacked spoofed elected infected',
);
const POSSESSIVE = words('its their his her our my your');
export const isNoun = (token: Token | undefined): boolean => token?.pos === 'NOUN' || token?.pos === 'PROPN';
const touches = (a: Token, b: Token): boolean => a.end === b.start;
const endsPhrase = (token: Token): boolean =>
  LAST.has(token.pos) ||
  (token.pos === 'ADJ' && (/^\p{Lu}/u.test(token.text) || NOUN_LIKE.has(token.lower))) ||
  ALONE.has(token.lower);

/** "last month", "Wednesday", "in March": where a time begins. */
function startsTime(tokens: readonly Token[], i: number): boolean {
  const word = tokens[i]!.lower;
  if (!TIMES.has(word)) return false;
  if (TIME_WORDS.has(word)) return TIMES.has(tokens[i + 1]?.lower ?? '') || TIME_ALONE.has(word);
  return !TIME_UNITS.has(word) || /^['’]/.test(tokens[i + 1]?.text ?? '');
}

function headOf(tokens: readonly Token[], from: number, to: number): number {
  let i = to - 1;
  while (i > from && !HEADS.has(tokens[i]!.pos)) i--;
  return HEADS.has(tokens[i]!.pos) ? i : to - 1;
}

function withOf(tokens: readonly Token[], from: number, core: number, ceiling: number): number {
  let to = core;
  for (let i = 0; i < 3; i++) {
    to = parenthesis(tokens, to, ceiling);
    if (tokens[to]?.lower !== 'of' || to + 1 >= ceiling || TIMES.has(tokens[to + 1]!.lower)) break;
    const start = skipQualifiers(tokens, to + 1, ceiling);
    const end = base(tokens, start, ceiling);
    if (end <= start) break;
    // "accused X of hacking": a gerund is no noun phrase; "of Y" after a bare name belongs to the verb as often.
    to = joined(tokens, end, ceiling, false, from);
  }
  return parenthesis(tokens, to, ceiling);
}

/** "World Anti-Doping Agency (WADA)". */
function parenthesis(tokens: readonly Token[], at: number, ceiling: number): number {
  return tokens[at]?.text === '(' &&
    at + 2 < ceiling &&
    tokens[at + 2]!.text === ')' &&
    /^[\p{Lu}\d&]{2,}/u.test(tokens[at + 1]!.text) &&
    tokens[at - 1]?.pos === 'PROPN'
    ? at + 3
    : at;
}

/** End of "A, B and C": takes in phrases joined by commas when a conjunction closes the list. */
function joined(tokens: readonly Token[], from: number, ceiling: number, subject: boolean, _floor = 0): number {
  let at = from;
  let closed = from;
  for (let items = 0; items < 9 && at < ceiling; items++) {
    let next = at;
    if (tokens[next]?.text === ',') next++;
    const conjunction = CONJUNCTIONS.has(tokens[next]?.lower ?? '');
    // "A, and fights B": two alone take no comma, so that a verb follows more often than a second noun.
    if (conjunction && !subject && items === 0 && next > at) break;
    if (conjunction) next++;
    else if (next === at) break;
    if (next >= ceiling) break;
    const start = skipQualifiers(tokens, next, ceiling);
    if (tokens[start]?.pos === 'PRON' && !POSSESSIVE.has(tokens[start]!.lower)) break;
    if (startsTime(tokens, start)) break;
    const age =
      tokens[start]?.pos === 'NUM' && /^\d{1,2}$/.test(tokens[start]!.text) && tokens[start + 1]?.text === ',';
    const end = age ? start + 1 : base(tokens, start, ceiling);
    if (end <= start) break;
    const after = tokens[end];
    if (
      !subject &&
      conjunction &&
      after &&
      end < ceiling &&
      (isVerb(after) || (after.pos === 'ADV' && isVerb(tokens[end + 1]))) &&
      !/(?:ing|ed)$/.test(after.lower)
    )
      break;
    at = end;
    if (tokens[at]?.lower === 'of') {
      const of = base(tokens, at + 1, ceiling);
      if (of > at + 1) at = of;
    }
    if (conjunction) {
      closed = at;
      break;
    }
  }
  return closed;
}

const NAMING = words('called dubbed named nicknamed codenamed');

/** "a group called X", "the group, known as X", "security firm X", "the X hacking group". */
function nameIn(tokens: readonly Token[], from: number, core: number, own: number, ceiling: number): Run | null {
  let at = own;
  if (tokens[at]?.text === ',') at++;
  let named = -1;
  if (NAMING.has(tokens[at]?.lower ?? '')) named = at + 1;
  else if (KNOWN.has(tokens[at]?.lower ?? '') && tokens[at + 1]?.lower === 'as') named = at + 2;
  if (named > 0 && named < ceiling) {
    while (OPENING_QUOTES.has(tokens[named]?.text ?? '') && named < ceiling) named++;
    const to = base(tokens, named, ceiling);
    return to > named && /^\p{Lu}/u.test(tokens[named]!.text) ? { from: named, to } : null;
  }
  if (tokens[from]!.pos === 'PRON') return null;
  // "The defendants, Jane Doe and John Roe, …"
  if (
    at > own &&
    DOERS.has(tokens[core - 1]!.lower) &&
    tokens[at]?.pos === 'PROPN' &&
    /^the$/.test(tokens[from]!.lower)
  ) {
    const first = base(tokens, at, ceiling);
    const to = joined(tokens, first, ceiling, true);
    const last = tokens[to]?.text === ',' || to > first;
    if (last && first - at >= 2) return { from: at, to };
  }
  let first = core;
  while (first > from && tokens[first - 1]!.pos === 'PROPN') first--;
  const before = tokens[first - 1];
  if (first > from && first < core && before?.pos === 'NOUN' && KINDS_OF_NAMED.has(before.lower))
    return { from: first, to: core };
  // "the infamous Fancy Bear hacking group"
  if (DOERS.has(tokens[core - 1]!.lower) && tokens[core - 1]!.pos === 'NOUN') {
    let end = core - 1;
    while (end > from && TRADE_WORDS.has(tokens[end - 1]!.lower)) end--;
    let start = end;
    while (start > from && tokens[start - 1]!.pos === 'PROPN') start--;
    if (end - start >= 1 && end < core && /^\p{Lu}/u.test(tokens[start]!.text) && isTitle(tokens, start, end))
      return { from: start, to: end };
  }
  return null;
}

/** A name of two words, or one with a figure or a second capital in it: no bare demonym. */
const isTitle = (tokens: readonly Token[], from: number, to: number): boolean =>
  to - from >= 2 ? !/(?:ese|ian|ean|ish)$/.test(tokens[to - 1]!.lower) : /\d|\p{Ll}\p{Lu}/u.test(tokens[from]!.text);

const KINDS_OF_NAMED = words(
  'firm company vendor group gang crew team actor outfit unit collective agency site website newspaper service provider giant hacker analyst researcher ransomware malware trojan backdoor worm director chief spokesman spokeswoman president minister chairman',
);

/** How far the words reach that tell whose or what a phrase is; stops at a finite verb, a clause or a mark. */
function widen(tokens: readonly Token[], from: number, ceiling: number): number {
  let to = from;
  let i = from;
  if (tokens[i]?.text === ',' && tokens[i + 1] && (tokens[i + 1]!.pos === 'DET' || tokens[i + 1]!.pos === 'ADJ')) i++;
  // "groups that the firm linked to X"
  if (tokens[i]?.lower === 'that')
    for (let k = i + 1; k < i + 6 && k < ceiling; k++) if (TIED.has(tokens[k]!.lower)) i = k;
  for (; i < ceiling && i < from + 14; i++) {
    const token = tokens[i]!;
    if (MARKS.has(token.text) || token.pos === 'CCONJ' || token.pos === 'SCONJ' || STOP_WIDE.has(token.lower)) break;
    if (token.pos === 'AUX') break;
    if (token.pos === 'VERB' && tokens[i - 1]?.text !== '-' && !/(?:ed|ing|en)$/.test(token.lower)) break;
    if (
      token.pos === 'VERB' &&
      !/^(?:linked|tied|based|backed|sponsored|connected|affiliated|associated|belonging|working|operating|located|headquartered|aligned|hired|supported|funded|run|directed|specializing|owned|believed|suspected|thought|living|residing)$/.test(
        token.lower,
      ) &&
      tokens[i - 1]?.text !== '-'
    )
      break;
    if (
      token.pos === 'VERB' &&
      tokens[i - 1]?.text !== '-' &&
      tokens[i + 1]?.pos !== 'ADP' &&
      tokens[i + 1]?.lower !== 'to'
    )
      break;
    to = i + 1;
  }
  return to;
}
const STOP_WIDE = words(
  'against after before during since because through via using on into who which that when while over as if although to-date',
);
