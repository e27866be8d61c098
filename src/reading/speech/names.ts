import { findPlaces } from '../../knowledge/countries.ts';
import { isVerb, phraseBefore, type Run, runText } from '../clauses/phrase.ts';
import { BODY_ROLES, BODY_WORDS, DOCUMENT_ROLES, GROUP_ROLES, PERSON_ROLES, TITLES } from '../lexicon/roles.ts';
import { words } from '../lexicon/words.ts';
import type { Token } from '../tokens.ts';

const INDEFINITE = words('a an one another his her their');
const QUOTES = words('" “ ”');
const CLOSING = words('. " “ ” ;');
const RELATIVES = words('who which that whose');
const ASIDE_PRONOUNS = words('who its their his her');

/** Somebody who can speak: as written, without titles; the body behind a person. */
export interface Party {
  readonly name: string;
  readonly org: string | null;
  /** `person` by name, `body` by name, `staff` unnamed people, `role` a noun that refers back, `document` a text that speaks. */
  readonly type: 'person' | 'body' | 'staff' | 'role' | 'pronoun' | 'document';
  /** "a source", "another firm": somebody new, who points back at nobody. */
  readonly fresh?: boolean;
}

const ORG_LINK = words('at of for with from in by');
const PRONOUNS = words('he she they it we i you who this that these those both him them us');
const NOBODY = words('no none neither nobody nothing');
const TIME_WORDS = words(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today yesterday late early last week month year earlier later recently now then also meanwhile separately however',
);

/** Reads a noun phrase (with the apposition that follows it, when there is one) as a party. Null when it names nobody. */
export function partyOf(text: string, tokens: readonly Token[], phrase: Run, apposition: Run | null): Party | null {
  const run = trimTime(tokens, phrase);
  if (run.to <= run.from) return null;
  // "Office for the Protection of X (OPX)": from then on it goes by its letters.
  const letters = /\(([\p{Lu}][\p{L}\d&-]{1,9})\)$/u.exec(runText(text, tokens, run));
  if (letters && run.to - run.from > 4 && /\p{Lu}.*\p{Lu}/u.test(letters[1]!))
    return { name: letters[1]!, org: null, type: 'body' };
  const head = headEnd(tokens, run);
  const first = tokens[run.from]!;
  if (NOBODY.has(first.lower)) return null;
  if (run.to - run.from === 1 && PRONOUNS.has(first.lower)) return { name: first.text, org: null, type: 'pronoun' };
  const headRun = { from: run.from, to: head };
  const proper = lastNameRun(tokens, headRun);
  const lastHead = tokens[head - 1]!;
  const whole = clean(runText(text, tokens, run));
  const fresh = INDEFINITE.has(first.lower);
  const tail = orgAfter(text, tokens, head, run.to);
  const aside = apposition ? orgInApposition(text, tokens, apposition) : null;
  if (DOCUMENT_ROLES.has(lastHead.lower))
    return { name: whole, org: tail ?? possessor(text, tokens, headRun), type: 'document' };
  if (PERSON_ROLES.has(singular(lastHead.lower)) || GROUP_ROLES.has(lastHead.lower)) {
    const org = tail ?? possessor(text, tokens, headRun) ?? nameBefore(text, tokens, headRun);
    const plain = run.to - run.from <= 2 && !org && !proper;
    if (plain && !GROUP_ROLES.has(lastHead.lower)) return { name: whole, org: null, type: 'role', fresh };
    return { name: whole, org: org !== null && isPlace(org) ? null : org, type: 'staff' };
  }
  if (proper) {
    const name = clean(runText(text, tokens, proper));
    const split = splitTitle(tokens, proper);
    if (split) {
      const before = split.org.to > split.org.from ? clean(runText(text, tokens, split.org)) : null;
      return {
        name: clean(runText(text, tokens, split.name)),
        org: before ?? possessor(text, tokens, headRun) ?? aside,
        type: 'person',
      };
    }
    if (looksLikeBody(tokens, proper) || lastHead.pos !== 'PROPN') {
      return {
        name: lastHead.pos === 'PROPN' || proper.to === head ? name : clean(runText(text, tokens, headRun)),
        org: null,
        type: 'body',
      };
    }
    const title = PERSON_ROLES.has(tokens[proper.from - 1]?.lower ?? '') && proper.from > run.from;
    const person = title || proper.to - proper.from >= 2 || aside !== null;
    const org = title
      ? (possessor(text, tokens, headRun) ?? nameBefore(text, tokens, { from: run.from, to: proper.from }))
      : null;
    if (person)
      return {
        name,
        org: org ?? aside ?? tail,
        type: aside !== null || title ? 'person' : proper.to - proper.from >= 2 ? 'person' : 'body',
      };
    return { name, org: aside, type: 'body' };
  }
  if (BODY_ROLES.has(lastHead.lower)) {
    const named = tokens
      .slice(run.from, head)
      .some((token, i) => token.pos === 'PROPN' || (i > 0 && /^\p{Lu}/u.test(token.text)));
    // "the office of the US director …" is told apart by what follows it.
    return { name: whole, org: null, type: named || tail !== null ? 'body' : 'role', fresh };
  }
  if (first.pos === 'PRON' && run.to - run.from <= 2) return { name: whole, org: null, type: 'pronoun' };
  return { name: whole, org: tail, type: 'staff' };
}

/** Whether a party's phrase can be somebody who speaks (rather than "attacks" or "the system"). */
export function canSpeak(party: Party, tokens: readonly Token[], phrase: Run): boolean {
  if (party.type === 'staff') {
    const head = tokens[headEnd(tokens, phrase) - 1]!;
    return (
      GROUP_ROLES.has(head.lower) ||
      PERSON_ROLES.has(singular(head.lower)) ||
      BODY_ROLES.has(head.lower) ||
      BODY_ROLES.has(singular(head.lower)) ||
      DOCUMENT_ROLES.has(head.lower) ||
      head.pos === 'PROPN' ||
      /(?:ans|ese|ists?|ers|ors|ians)$/.test(head.lower)
    );
  }
  return true;
}

/** The apposition between commas that ends right before token `end`: "X, director of Y at Z, | said". */
export function appositionBefore(
  tokens: readonly Token[],
  end: number,
  floor: number,
): { aside: Run; before: number } | null {
  if (tokens[end - 1]?.text !== ',') return null;
  for (let i = end - 2; i >= floor && i > end - 26; i--) {
    const token = tokens[i]!;
    if (QUOTES.has(token.text)) return null;
    if (token.text === ',' && i + 1 < end - 1) {
      const aside = { from: i + 1, to: end - 1 };
      if (hasFinite(tokens, aside) && tokens[aside.from]?.lower !== 'who') continue;
      const subject = phraseBefore(tokens, i, floor);
      if (subject.to > subject.from && isAside(tokens, aside)) return { aside, before: i };
    }
  }
  return null;
}

/** The apposition that follows a name: "said X, a director at Y." */
export function appositionAfter(tokens: readonly Token[], from: number, ceiling: number): Run | null {
  if (tokens[from]?.text !== ',') return null;
  let to = from + 1;
  while (
    to < ceiling &&
    !CLOSING.has(tokens[to]!.text) &&
    !(tokens[to]!.text === ',' && to > from + 1 && !/^[\p{Lu}]/u.test(tokens[to + 1]?.text ?? ''))
  )
    to++;
  const aside = { from: from + 1, to };
  return aside.to > aside.from && isAside(tokens, aside) && !isClause(tokens, aside) ? aside : null;
}

/** A verb of its own, not inside a relative clause, makes a stretch a clause and no apposition. */
function isClause(tokens: readonly Token[], run: Run): boolean {
  for (let i = run.from; i < run.to; i++) {
    if (RELATIVES.has(tokens[i]!.lower)) return false;
    if (
      tokens[i]!.pos === 'AUX' ||
      (tokens[i]!.pos === 'VERB' && !/(?:ing|ed)$/.test(tokens[i]!.lower) && tokens[i - 1]?.text !== '-')
    )
      return true;
  }
  return false;
}

function isAside(tokens: readonly Token[], aside: Run): boolean {
  if (tokens[aside.from]!.pos === 'PRON' && !ASIDE_PRONOUNS.has(tokens[aside.from]!.lower)) return false;
  for (let i = aside.from; i < aside.to && i < aside.from + 14; i++) {
    const word = tokens[i]!.lower;
    if (
      PERSON_ROLES.has(word) ||
      PERSON_ROLES.has(singular(word)) ||
      BODY_ROLES.has(word) ||
      tokens[i]!.pos === 'NUM' ||
      word === 'who' ||
      BODY_WORDS.has(word)
    )
      return true;
  }
  return false;
}

function hasFinite(tokens: readonly Token[], run: Run): boolean {
  for (let i = run.from; i < run.to; i++)
    if (tokens[i]!.pos === 'AUX' || (isVerb(tokens[i]) && !/(?:ing|ed)$/.test(tokens[i]!.lower))) return true;
  return false;
}

/** End of the head noun phrase: before the first preposition that links a body or place to it. */
function headEnd(tokens: readonly Token[], run: Run): number {
  for (let i = run.from + 1; i < run.to; i++) {
    if (ORG_LINK.has(tokens[i]!.lower) && !insideName(tokens, i, run)) return i;
  }
  return run.to;
}

/** "Ministry of Foreign Affairs": the preposition stands between parts of one name. */
const insideName = (tokens: readonly Token[], i: number, run: Run): boolean =>
  i + 1 < run.to &&
  /^(?:of|for|on|in)$/.test(tokens[i]!.lower) &&
  /^\p{Lu}/u.test(tokens[i - 1]!.text) &&
  BODY_WORDS.has(tokens[i - 1]!.lower) &&
  /^\p{Lu}/u.test((tokens[i + 1]!.pos === 'DET' ? tokens[i + 2] : tokens[i + 1])?.text ?? '');

function trimTime(tokens: readonly Token[], run: Run): Run {
  let { from, to } = run;
  while (to > from && (TIME_WORDS.has(tokens[to - 1]!.lower) || (tokens[to - 1]!.lower === 'on' && to - from > 1)))
    to--;
  while (from < to && TIME_WORDS.has(tokens[from]!.lower) && tokens[from]!.pos !== 'PROPN') from++;
  if (from < to && tokens[from]!.pos === 'PROPN' && TIME_WORDS.has(tokens[from]!.lower)) from++;
  return { from, to };
}

function lastNameRun(tokens: readonly Token[], run: Run): Run | null {
  let to = run.to;
  while (to > run.from && tokens[to - 1]!.text === ')') {
    while (to > run.from && tokens[to - 1]!.text !== '(') to--;
    to--;
  }
  if (to <= run.from) return null;
  let from = to;
  while (from > run.from && isNamePart(tokens, from - 1)) from--;
  while (from < to && !/^\p{Lu}|^\d/u.test(tokens[from]!.text)) from++;
  return from < to ? { from, to } : null;
}

function isNamePart(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!;
  if (/^\p{Lu}/u.test(token.text) && token.pos !== 'DET' && token.pos !== 'PRON') return true;
  if (/^(?:of|and|for|&|-|de|al|bin|van|von|der|'s|’s)$/i.test(token.text))
    return /^\p{Lu}/u.test(tokens[i - 1]?.text ?? '') || token.text === '-';
  return false;
}

/** "Chinese Foreign Ministry | Spokesman | Geng Shuang": body before, name after the last title. */
function splitTitle(tokens: readonly Token[], name: Run): { org: Run; name: Run } | null {
  for (let i = name.to - 2; i >= name.from; i--) {
    const word = tokens[i]!.lower;
    if ((!TITLES.has(word) && !PERSON_ROLES.has(word)) || WEAK_TITLES.has(word)) continue;
    if (looksLikeBody(tokens, { from: i + 1, to: name.to })) return null;
    let org = i;
    while (
      org > name.from &&
      (TITLES.has(tokens[org - 1]!.lower) || PERSON_ROLES.has(tokens[org - 1]!.lower) || tokens[org - 1]!.text === '-')
    )
      org--;
    if (tokens[i + 1]!.lower === 'of' || tokens[i + 1]!.lower === 'for') return null;
    return { org: { from: name.from, to: org }, name: { from: i + 1, to: name.to } };
  }
  return null;
}

/** Words that go with titles but are parts of bodies' names as often. */
const WEAK_TITLES = words(
  'security foreign defence defense executive former vice justice president-elect prime minister judge attorney secretary',
);

function looksLikeBody(tokens: readonly Token[], name: Run): boolean {
  for (let i = name.from; i < name.to; i++) {
    const word = tokens[i]!;
    if (BODY_WORDS.has(word.lower) || word.lower === 'of' || word.lower === 'and') return true;
    if (/^[\p{Lu}\d&-]{2,}$/u.test(word.text) && name.to - name.from === 1) return true;
  }
  return false;
}

/** "Chinese officials", "officials in Seoul": a country or a city is no body they belong to. */
function isPlace(name: string): boolean {
  return findPlaces(name).some(
    ({ start, end, class: kind }) => kind !== 'body' && kind !== 'company' && start === 0 && end >= name.length - 1,
  );
}

function orgAfter(text: string, tokens: readonly Token[], head: number, to: number): string | null {
  if (head >= to || tokens[head]!.lower === 'in' || tokens[head]!.lower === 'by') return null;
  let from = head + 1;
  while (
    from < to &&
    (tokens[from]!.pos === 'DET' || (!/^\p{Lu}/u.test(tokens[from]!.text) && tokens[from]!.lower !== 'city'))
  )
    from++;
  return from < to ? clean(runText(text, tokens, { from, to })) : null;
}

function orgInApposition(text: string, tokens: readonly Token[], aside: Run): string | null {
  for (let i = aside.from; i < aside.to; i++) {
    if (!/^(?:at|of|with|for|from|in)$/.test(tokens[i]!.lower)) continue;
    let from = i + 1;
    while (
      from < aside.to &&
      !/^\p{Lu}/u.test(tokens[from]!.text) &&
      !/^(?:at|of|with|for|from|in)$/.test(tokens[from]!.lower)
    )
      from++;
    if (from >= aside.to || !/^\p{Lu}/u.test(tokens[from]!.text)) continue;
    let to = from;
    while (to < aside.to && isNamePart(tokens, to)) to++;
    if (to < aside.to && /^[-–.]$/.test(tokens[to]!.text))
      while (
        to < aside.to &&
        !/^[,;]$/.test(tokens[to]!.text) &&
        (isNamePart(tokens, to) || /^[-–.]$/.test(tokens[to]!.text))
      )
        to++;
    return clean(runText(text, tokens, { from, to }));
  }
  // "FireEye's director of …", "Symantec researcher"
  let to = aside.from;
  while (to < aside.to && (isNamePart(tokens, to) || tokens[to]!.pos === 'DET')) to++;
  let from = aside.from;
  while (from < to && tokens[from]!.pos === 'DET') from++;
  return to > from && to < aside.to ? clean(runText(text, tokens, { from, to })) : null;
}

function possessor(text: string, tokens: readonly Token[], run: Run): string | null {
  for (let i = run.to - 1; i > run.from; i--) {
    if (!/^['’]s?$/.test(tokens[i]!.text)) continue;
    const name = lastNameRun(tokens, { from: run.from, to: i });
    return name ? clean(runText(text, tokens, name)) : null;
  }
  return null;
}

/** "Symantec researchers": the name that stands before the role. */
function nameBefore(text: string, tokens: readonly Token[], run: Run): string | null {
  let to = run.to;
  while (to > run.from && !/^\p{Lu}/u.test(tokens[to - 1]!.text)) to--;
  while (to > run.from && (TITLES.has(tokens[to - 1]!.lower) || PERSON_ROLES.has(tokens[to - 1]!.lower))) to--;
  if (to <= run.from) return null;
  let from = to;
  while (from > run.from && isNamePart(tokens, from - 1)) from--;
  return from < to && tokens[from]!.pos === 'PROPN' ? clean(runText(text, tokens, { from, to })) : null;
}

const singular = (word: string): string =>
  word
    .replace(/ies$/, 'y')
    .replace(/(?<!s)s$/, '')
    .replace(/(spokes|chair|congress)men$/, '$1man');

/** A name without its article, stray marks and the apostrophe of an owner. */
export function clean(name: string): string {
  return name
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .replace(/^(?:['’]s|the|a|an|its|their|his|her|our)\s+/i, '')
    .replace(/['’]$/, '')
    .replace(/[\s,;:.“”"(]+$/, (m) =>
      m.includes('.') && /\b(?:Inc|Corp|Ltd|Co|U\.S|Jr|Sr)$/.test(name.slice(0, -m.length)) ? '.' : '',
    )
    .trim();
}
