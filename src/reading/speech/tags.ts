import type { Span } from '../../base/span.ts';
import { isVerb, phraseAfter, phraseBefore } from '../clauses/phrase.ts';
import { subjectOf } from '../clauses/subject.ts';
import { SPEECH_VERBS, type SpeechVerb } from '../lexicon/speech-verbs.ts';
import { DOERS } from '../lexicon/things.ts';
import { words } from '../lexicon/words.ts';
import type { Token } from '../tokens.ts';
import { contentStart, hasFinite, isPlain, quotedFrom } from './content.ts';
import { numbersAttacks, OBSERVES } from './counts.ts';
import { appositionAfter, appositionBefore, canSpeak, type Party, partyOf } from './names.ts';
import { skipTold } from './told.ts';

const STOPS = words(', .');

/** One "X said" of a sentence: who, with which verb, and the stretches it governs. */
export interface Tag {
  readonly party: Party | null;
  readonly verb: SpeechVerb;
  readonly form: string;
  /** Outlet told, when one is named. */
  readonly told: string | null;
  readonly content: readonly Span[];
  /** Whether the tag closes or interrupts its sentence and so covers all of it. */
  readonly position: 'lead' | 'tail';
  readonly at: Span;
}

/** Who does not say something declines to. */
const DECLINES: SpeechVerb = { group: 'perform', stance: 'declines' };
const BE = words('is are was were be been being am get gets got');

/** All tags of a sentence, in order of their verbs. `quoted(i)` tells whether token `i` stands inside quotation marks. */
export function findTags(text: string, tokens: readonly Token[], quoted: (i: number) => boolean): Tag[] {
  const tags: Tag[] = [];
  const limit = tokens.length;
  for (let i = 0; i < limit; i++) {
    const { lower } = tokens[i]!;
    const according = lower === 'according' && tokens[i + 1]?.lower === 'to';
    const verb = SPEECH_VERBS.get(lower);
    if ((!according && !verb) || quoted(i)) continue;
    const tag = according ? accordingTo(text, tokens, i) : verbTag(text, tokens, i, verb!, quoted);
    if (tag) tags.push(tag);
  }
  return tags;
}

/** Whether a verb is what somebody was brought to: "led the firm to conclude that". */
const ledTo = (tokens: readonly Token[], v: number): boolean =>
  tokens[v - 1]?.lower === 'to' &&
  tokens[v + 1]?.lower === 'that' &&
  tokens
    .slice(Math.max(0, v - 10), v - 1)
    .some((token) => /^(?:led|lead|leads|leading|prompted|allowed|caused)$/.test(token.lower));

/** Steps back over a time that stands between a subject and its verb: "a spokesman on Wednesday | said". */
function beforeTime(tokens: readonly Token[], end: number): number {
  let at = end;
  while (at > 1 && TIME.test(tokens[at - 1]!.lower)) at--;
  if (at < end && /^(?:on|in|late|early|last|this)$/.test(tokens[at - 1]!.lower)) at--;
  return at < end && at > 0 ? at : end;
}

const TIME =
  /^(?:(?:19|20)\d\d|[0-3]?\d|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|week|month|year|today|yesterday|again|last|this)$/;

/** `"…," the report states.`: a form that the tagger takes for a noun, in the place of a tag. */
function closesQuote(tokens: readonly Token[], v: number, quoted: (i: number) => boolean): boolean {
  return v >= tokens.length - 2 && /s$/.test(tokens[v]!.lower) && tokens.slice(0, v).some((_, i) => quoted(i));
}

/** Whether a clause stands before the subject, which the tag then closes. */
const leftClause = (tokens: readonly Token[], from: number): boolean => from > 0 && hasFinite(tokens, 0, from);

const EVIDENT = /^(?:show|suggest|indicat|demonstrat|establish|find$|finds$)/;

function accordingTo(text: string, tokens: readonly Token[], i: number): Tag | null {
  const comma = tokens.findIndex((token, k) => k > i + 2 && STOPS.has(token.text));
  let phrase = phraseAfter(tokens, i + 2, tokens.length);
  // The tagger takes "research firm X" for a verb; up to the comma it is a name all the same.
  if (phrase.to <= phrase.from && comma > 0 && comma - i < 9) phrase = { from: i + 2, to: comma };
  if (phrase.to <= phrase.from) return null;
  const aside = appositionAfter(tokens, phrase.to, tokens.length);
  let party = partyOf(text, tokens, phrase, aside);
  // "according to a statement by X", "a report from X": the body behind it speaks.
  const by = tokens.findIndex(
    (token, k) =>
      k > phrase.from && k < phrase.from + 8 && (token.lower === 'by' || token.lower === 'from') && k <= phrase.to,
  );
  if (by > 0 && party?.type === 'document') {
    const body = partyOf(text, tokens, phraseAfter(tokens, by + 1, tokens.length), null);
    if (body && body.type !== 'pronoun') party = body;
  }
  const end = aside ? aside.to : by > 0 ? phraseAfter(tokens, by + 1, tokens.length).to : phrase.to;
  const last = tokens[tokens.length - 1]!;
  const before = i > 0 ? [{ start: tokens[0]!.start, end: tokens[i - 1]!.end }] : [];
  const after = end < tokens.length - 1 ? [{ start: tokens[end]!.start, end: last.end }] : [];
  const lead = i === 0 || (i <= 2 && !isVerb(tokens[0]));
  const tailOnly = !hasFinite(tokens, end, tokens.length);
  return {
    party,
    verb: { group: 'report' },
    form: 'according to',
    told: null,
    content: lead ? after : tailOnly ? before : [...before, ...after],
    position: lead ? 'lead' : 'tail',
    at: { start: tokens[i]!.start, end: tokens[Math.max(end - 1, i)]!.end },
  };
}

function verbTag(
  text: string,
  tokens: readonly Token[],
  v: number,
  verb: SpeechVerb,
  quoted: (i: number) => boolean,
): Tag | null {
  const token = tokens[v]!;
  if (/^tanks?$/.test(tokens[v + 1]?.lower ?? '')) return null;
  if (
    token.pos !== 'VERB' &&
    !/^(?:said|says|told|warns|claims|notes|accused|blamed)$/.test(token.lower) &&
    tokens[v + 1]?.lower !== 'that' &&
    !closesQuote(tokens, v, quoted)
  )
    return null;
  // "the paper's reporting adds to it": a noun, in whose place nobody speaks.
  const follows = tokens[v + 1];
  if (/ing$/.test(token.lower) && isVerb(follows) && (follows?.pos === 'AUX' || /[^s]s$/.test(follows?.lower ?? '')))
    return null;
  const led = ledTo(tokens, v);
  if ((tokens[v - 1]?.lower === 'to' && !led) || tokens[v - 1]?.text === '-' || tokens[v + 1]?.text === '-')
    return null;
  if (
    token.pos === 'VERB' &&
    /^(?:DET|ADJ|PART)$/.test(tokens[v - 1]?.pos ?? '') &&
    !/n['’]t|not/.test(tokens[v - 1]!.lower)
  )
    return null;
  // "counted over 1,300 attacks": their number is what is said; other countings say nothing.
  const numbers = numbersAttacks(tokens, v);
  if (verb.counts && !numbers) return null;
  let a = v;
  while (
    a > 0 &&
    (tokens[a - 1]!.pos === 'AUX' ||
      tokens[a - 1]!.pos === 'ADV' ||
      tokens[a - 1]!.lower === "n't" ||
      tokens[a - 1]!.lower === 'not')
  ) {
    if (verb.group === 'find' && /^(?:not|n't)$/.test(tokens[a - 1]!.lower)) return null;
    if (BE.has(tokens[a - 1]!.lower) && !/ing$/.test(token.lower)) return passiveTag(text, tokens, v, verb); // passive: a hedge, nobody's speech
    a--;
  }
  const inverted = invert(text, tokens, v, a, quoted, verb);
  if (inverted) return inverted;
  // "led investigators to conclude that …": those who were led conclude.
  if (led) a = v - 1;
  a = beforeTime(tokens, a);
  const apposition = appositionBefore(tokens, a, 0);
  const phrase = phraseBefore(tokens, apposition ? apposition.before : a, 0);
  const gerund = /ing$/.test(token.lower);
  let party = phrase.to > phrase.from && !gerund ? partyOf(text, tokens, phrase, apposition?.aside ?? null) : null;
  // "The firm notified X but only believed …": the subject of the sentence goes on.
  if (!party && !gerund && verb.group === 'think' && tokens[a - 1]?.pos === 'CCONJ') {
    const subject = subjectOf(tokens, { start: tokens[0]!.start, end: token.end });
    if (subject.run.to > subject.run.from) party = partyOf(text, tokens, subject.run, null);
  }
  if (party && quoted(phrase.from)) return null;
  // "revealing what it said were …": part of a noun phrase.
  if (party && tokens[phrase.from - 1]?.lower === 'what') return null;
  if (party && !canSpeak(party, tokens, phrase)) party = null;
  if (verb.counts && (!party || party.type === 'pronoun' || DOERS.has(tokens[phrase.to - 1]!.lower))) return null;
  // Evidence speaks for nobody: "analysis shows", "the Chinese have shown".
  if (EVIDENT.test(token.lower) && (tokens[v + 1]?.lower !== 'that' || party?.type === 'document')) return null;
  if (
    party?.type === 'pronoun' &&
    /^(?:it|this|that|these|those|there|which|what)$/i.test(party.name) &&
    (verb.group === 'find' ||
      (verb.group === 'think' &&
        !/^(?:it (?:believes?|suspects?|assess(?:es)?|thinks?|fears?)|they)$/i.test(`${party.name} ${token.lower}`)))
  )
    return null;
  // "adds another layer": nothing is said.
  if (/^(?:add|describ)/.test(token.lower) && tokens[v + 1]?.pos === 'DET' && !/^(?:describ)/.test(token.lower))
    return null;
  if (!party && !gerund && !/^(?:and|but|,|also)$/.test(tokens[a - 1]?.lower ?? '')) return null;
  if (!party && verb.group !== 'report' && verb.group !== 'perform') return null;
  if (!party && gerund && verb.group !== 'report') return null;
  const start = party ? phrase.from : a;
  const { told, next } = verb.group === 'report' ? skipTold(text, tokens, v) : { told: null, next: v + 1 };
  const last = tokens[tokens.length - 1]!;
  const leftHasClause = start > 0 && hasFinite(tokens, 0, start) && /^[,"”“]$|^['’]$/.test(tokens[start - 1]!.text);
  const rest = contentStart(tokens, next);
  const restHasClause =
    rest < tokens.length &&
    (hasFinite(tokens, rest, tokens.length) || quotedFrom(tokens, rest, quoted)) &&
    !isPlain(tokens, next);
  // "What is new, they say, is …": the tag stands inside its clause.
  if (party && leftHasClause && verb.group === 'report' && tokens[next]?.text === ',' && tokens[rest]?.pos === 'AUX')
    return {
      party,
      verb,
      form: token.lower,
      told,
      content: [{ start: tokens[0]!.start, end: last.end }],
      position: 'tail',
      at: { start: tokens[start]!.start, end: tokens[rest - 1]!.end },
    };
  if (party && leftHasClause && !restHasClause && verb.group !== 'perform') {
    return {
      party,
      verb,
      form: token.lower,
      told,
      content: [{ start: tokens[0]!.start, end: tokens[start - 1]!.end }],
      position: 'tail',
      at: { start: tokens[start]!.start, end: last.end },
    };
  }
  // "warned its customers that …" tells of the warning, "warned that …" of what it warned of.
  const alerts =
    /^(?:warn|alert|caution)/.test(token.lower) &&
    !/^(?:that|of|about|:|against)$/.test(tokens[v + 1]?.lower ?? '') &&
    party !== null &&
    !leftClause(tokens, phrase.from);
  const reports = verb.that && tokens.slice(v + 1, v + 6).some((next) => next.lower === 'that');
  // "did not say who …": what is left unsaid is no claim.
  const silent =
    party !== null &&
    /^(?:say|tell|disclose|reveal|explain|state|comment|specify|confirm(?:ed)?)$/.test(token.lower) &&
    tokens.slice(a, v).some(({ lower }) => /^(?:not|n't|never|cannot)$/.test(lower));
  // A report that leaves something out refuses nothing on behalf of those behind it.
  if (silent && party?.type === 'document') return null;
  if (silent)
    return {
      party,
      verb: DECLINES,
      form: token.lower,
      told: null,
      content: [{ start: tokens[start]!.start, end: last.end }],
      position: 'lead',
      at: { start: tokens[start]!.start, end: token.end },
    };
  if (alerts || (verb.group === 'perform' && !reports) || (verb.group === 'find' && tokens[v + 1]?.lower !== 'that')) {
    return {
      party,
      verb,
      form: token.lower,
      told,
      content: [
        { start: tokens[verb.group === 'find' || (party && a - start <= 2) ? start : a]!.start, end: last.end },
      ],
      position: 'lead',
      at: { start: tokens[start]!.start, end: token.end },
    };
  }
  if (rest >= tokens.length) return null;
  if (
    verb.group === 'report' &&
    !restHasClause &&
    !leftHasClause &&
    !/^(?:that|:|"|“)$/.test(tokens[v + 1]?.text ?? '')
  ) {
    // "reported details of the hack": a noun phrase is what was said.
    if (
      !verb.counts &&
      !(numbers && OBSERVES.test(token.lower)) &&
      !/^(?:report|disclos|reveal|describ|announc|claim|detail)/.test(token.lower)
    )
      return null;
  }
  // "X reported more than 600 incidents": the reporting is the predicate of the claim.
  const comma = tokens.findIndex((next, i) => i >= rest && next.text === ',');
  const counts =
    party !== null &&
    (verb.counts || OBSERVES.test(token.lower) || /^(?:report|disclos)/.test(token.lower)) &&
    !leftHasClause &&
    !/^(?:that|:|"|“)$/.test(tokens[v + 1]?.text ?? '') &&
    !hasFinite(tokens, rest, comma < 0 ? tokens.length : comma);
  const contents: Span[] = [
    { start: tokens[counts ? start : verb.group === 'think' ? a : rest]!.start, end: last.end },
  ];
  if (party && leftHasClause && verb.group === 'report' && /^[,"”]$/.test(tokens[start - 1]!.text) && quoted(start - 1))
    contents.unshift({ start: tokens[0]!.start, end: tokens[start - 1]!.end });
  return {
    party,
    verb,
    form: token.lower,
    told,
    content: contents,
    position: contents.length > 1 ? 'tail' : 'lead',
    at: { start: tokens[start]!.start, end: tokens[rest - 1]?.end ?? token.end },
  };
}

/** "This was denied by X": a performing verb in the passive, its party after "by". */
function passiveTag(text: string, tokens: readonly Token[], v: number, verb: SpeechVerb): Tag | null {
  if (verb.group !== 'perform' || tokens[v + 1]?.lower !== 'by') return null;
  const phrase = phraseAfter(tokens, v + 2, tokens.length);
  if (phrase.to <= phrase.from) return null;
  let party = partyOf(text, tokens, phrase, appositionAfter(tokens, phrase.to, tokens.length));
  // "by Russian president, Vladimir Putin": the name follows its role.
  if (tokens[phrase.to]?.text === ',' && party?.type !== 'person') {
    const named = partyOf(text, tokens, phraseAfter(tokens, phrase.to + 1, tokens.length), null);
    if (named?.type === 'person') party = named;
  }
  if (!party || party.type === 'pronoun') return null;
  const span = { start: tokens[0]!.start, end: tokens[tokens.length - 1]!.end };
  return { party, verb, form: tokens[v]!.lower, told: null, content: [span], position: 'lead', at: span };
}

/** `"…," said X, a director at Y`: subject after the verb. */
function invert(
  text: string,
  tokens: readonly Token[],
  v: number,
  a: number,
  quoted: (i: number) => boolean,
  verb: SpeechVerb,
): Tag | null {
  if (
    a !== v ||
    v < 2 ||
    /^(?:told|tells|tell)$/.test(tokens[v]!.lower) ||
    (verb.group !== 'report' && verb.group !== 'think')
  )
    return null;
  const before = tokens[v - 1]!;
  if (!/^[,"”“'’]$/.test(before.text) && !quoted(v - 1)) return null;
  const phrase = phraseAfter(tokens, v + 1, tokens.length);
  if (phrase.to <= phrase.from || tokens[v + 1]!.lower === 'that') return null;
  if (isVerb(tokens[phrase.to]) && tokens[phrase.to]?.pos === 'AUX') return null;
  const aside = appositionAfter(tokens, phrase.to, tokens.length);
  const party = partyOf(text, tokens, phrase, aside);
  if (!party || !hasFinite(tokens, 0, v)) return null;
  const content: Span[] = [{ start: tokens[0]!.start, end: before.end }];
  const end = aside?.to ?? phrase.to;
  const rest = end + 1;
  if (rest < tokens.length && (tokens[rest]!.text === '“' || quoted(rest)) && hasFinite(tokens, rest, tokens.length))
    content.push({ start: tokens[rest]!.start, end: tokens[tokens.length - 1]!.end });
  return {
    party,
    verb,
    form: tokens[v]!.lower,
    told: null,
    content,
    position: 'tail',
    at: { start: tokens[v]!.start, end: tokens[Math.min(end, tokens.length) - 1]!.end },
  };
}
