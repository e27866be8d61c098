import type { Span } from '../../base/span.ts';
import type { Kind } from '../../model/statement.ts';
import { isVerb, phraseAfter, type Run, runText } from '../clauses/phrase.ts';
import { type Subject, type SubjectClass, subjectOf } from '../clauses/subject.ts';
import { words } from '../lexicon/words.ts';
import type { Token } from '../tokens.ts';

/** Who does what to whom in a clause, as phrases of the text; null where the clause does not say. */
export interface Roles {
  readonly actor: string | null;
  readonly target: string | null;
  readonly object: string | null;
  readonly subject: SubjectClass;
  /** Offset of the clause's first verb, its end when it has none. */
  readonly verb: number;
  readonly passive: boolean;
}

const BE = words('is are was were be been being get gets got');
const AT = words('against on at into to upon');
const PIN =
  /^(?:linked|link|links|tied|tying|attributed|attribute|attributes|traced|connected|connect|pinned|associated|affiliated|belongs?|belonging|aligned|pointed|points?|pointing|attributing|linking|ties)$/;
const MADE =
  /^(?:carried|conducted|committed|perpetrated|orchestrated|launched|directed|masterminded|sponsored|ordered|done|backed|supported|funded|run|controlled|executed|engineered|staged|led|mounted|hired|developed|created|operated|steered|made|sent)$/;
const FROM = /^(?:originat\w+|emanat\w+|based|headquartered|hail\w*|operating)$/;

/** The parts of a clause that roles are made of; phrases as tidy words, null where there is none. */
interface Parts {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly subject: Subject;
  readonly verb: number;
  readonly to: number;
  readonly passive: boolean;
  readonly own: string | null;
  readonly agent: string | null;
  readonly object: string | null;
  readonly at: string | null;
  readonly attacks: boolean;
}

type Filled = Pick<Roles, 'actor' | 'target' | 'object'>;

/** Somebody does something to somebody, or has it done to him. */
const deed = ({ passive, subject, own, agent, object, at, attacks, text, tokens }: Parts): Filled => {
  if (passive) return { actor: agent, target: own, object: null };
  if (subject.type === 'attack') {
    return { actor: actorInside(text, tokens, subject.run), target: object ?? at, object: null };
  }
  return { actor: own, target: attacks ? at : (object ?? at), object: null };
};

const about = ({ subject, own, at }: Parts): Filled => ({
  actor: subject.type === 'doer' || subject.type === 'name' ? own : null,
  target: at,
  object: own,
});

/** How the parts of a clause fill the roles of each kind. */
const BY_KIND: Readonly<Record<Kind, (parts: Parts) => Filled>> = {
  attribution: (parts) => ({ ...pinned(parts), target: null }),
  alias: about,
  trend: about,
  intent: (parts) => ({ actor: parts.passive ? parts.agent : parts.own, target: null, object: purpose(parts) }),
  response: ({ own, object }) => ({ actor: own, target: null, object }),
  measure: ({ passive, own, agent, object, at }) =>
    passive ? { actor: agent, target: own, object: null } : { actor: own, target: object ?? at, object },
  uses: ({ passive, own, agent, object, at }) =>
    passive ? { actor: agent, target: at, object: own } : { actor: own, target: at, object },
  intrusion: deed,
  targeting: deed,
  effect: deed,
};

/** The roles of a claim's clause, by kind. Deterministic; one pass over the clause's tokens. */
export function rolesOf(text: string, tokens: readonly Token[], claim: Span, kind: Kind): Roles {
  let to = tokens.length;
  while (to > 0 && tokens[to - 1]!.start >= claim.end) to--;
  const subject = subjectOf(tokens, claim);
  const words = (run: Run | null): string | null => phraseWords(text, tokens, run);
  const verb = mainVerb(tokens, subject, to);
  const passive = verb > subject.run.from && isPassive(tokens, subject.verb, verb);
  const object = directObject(tokens, verb, to, passive);
  const parts: Parts = {
    text,
    tokens,
    subject,
    verb,
    to,
    passive,
    own: words(trimSubject(tokens, subject.run)),
    agent: words(after(tokens, verb, to, (token) => token.lower === 'by')),
    object: words(object),
    at: words(after(tokens, verb, to, (token) => AT.has(token.lower))),
    attacks: isAttack(tokens, object),
  };
  return { ...BY_KIND[kind](parts), subject: subject.type, verb: tokens[subject.verb]?.start ?? claim.end, passive };
}

/** A phrase without the time that hangs on it: "its computers in March" → "its computers". */
function phraseWords(text: string, tokens: readonly Token[], run: Run | null): string | null {
  if (!run || run.to <= run.from) return null;
  let to = run.to;
  for (let i = run.from + 1; i < run.to - 1; i++) {
    if (
      /^(?:in|on|at|during|since|for|over|from|until|by)$/.test(tokens[i]!.lower) &&
      TIME.test(tokens[i + 1]!.lower)
    ) {
      to = i;
      break;
    }
  }
  let from = run.from;
  // "On 21 February the attackers": the subject starts after the date.
  if (/^(?:in|on|at|during|since|by|after|before)$/.test(tokens[from]!.lower)) {
    const next = tokens.findIndex((token, i) => i > from + 1 && i < to && token.pos === 'DET');
    if (next > 0) from = next;
  }
  return tidy(runText(text, tokens, { from, to }));
}

const TIME =
  /^(?:\d{1,4}|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|early|mid|late|last|recent|weeks|months|years|days)$/;

function pinned({ text, tokens, subject, own, verb, to }: Parts): { actor: string | null; object: string | null } {
  const words = (run: Run | null): string | null => phraseWords(text, tokens, run);
  for (let i = subject.run.from; i < to; i++) {
    const word = tokens[i]!.lower;
    const next = tokens[i + 1]?.lower ?? '';
    if (word === 'behind') return { actor: own, object: words(phraseAfter(tokens, i + 1, to)) };
    if (word === 'responsible') return { actor: own, object: words(phraseAfter(tokens, i + 2, to)) };
    if (PIN.test(word)) {
      const found = after(
        tokens,
        i,
        to,
        (token) => token.lower === 'to' || token.lower === 'with' || token.lower === 'on',
      );
      if (!found) continue;
      const direct = phraseAfter(tokens, i + 1, to);
      return { actor: words(found), object: direct.to > direct.from ? words(direct) : own };
    }
    if (/^(?:accus\w+)$/.test(word)) {
      const of = tokens.findIndex((token, k) => k > i && k < to && token.lower === 'of');
      const accused = phraseAfter(tokens, i + 1, of > 0 ? of : to);
      const charge = of > 0 ? text.slice(tokens[Math.min(of + 1, to - 1)]!.start, tokens[to - 1]!.end) : null;
      return { actor: words(accused), object: charge && tidy(charge) };
    }
    if (/^blam\w+$/.test(word)) {
      const on = after(tokens, i, to, (token) => token.lower === 'on');
      const direct = phraseAfter(tokens, i + 1, to);
      return on
        ? { actor: words(on), object: words(direct) }
        : { actor: words(direct), object: words(after(tokens, i, to, (token) => token.lower === 'for')) };
    }
    if (MADE.test(word)) {
      const by = after(tokens, i, Math.min(to, i + 4), (token) => token.lower === 'by', to);
      if (by)
        return {
          actor: words(by),
          object: i > subject.verb && own ? own : words({ from: subject.run.from, to: Math.max(subject.run.from, i) }),
        };
    }
    if (FROM.test(word)) {
      const place = after(tokens, i, to, (token) => /^(?:from|in|of)$/.test(token.lower));
      if (place) return { actor: words(place), object: own };
    }
    if (/^(?:part|arm|unit|member|members|work|handiwork|hallmarks?|fingerprints?)$/.test(word) && next === 'of')
      return { actor: words(phraseAfter(tokens, i + 2, to)), object: own };
  }
  const object = directObject(tokens, verb, to, false);
  return { actor: own, object: words(object) };
}

/** The verb that carries the meaning: the last of the verb group that starts at the subject's verb. */
function mainVerb(tokens: readonly Token[], subject: Subject, to: number): number {
  let verb = subject.verb;
  for (let i = subject.verb; i < to && i < subject.verb + 7; i++) {
    const token = tokens[i]!;
    if (isVerb(token)) verb = i;
    else if (
      token.pos !== 'ADV' &&
      token.pos !== 'PART' &&
      token.lower !== 'to' &&
      token.lower !== 'not' &&
      token.lower !== 'likely'
    )
      break;
  }
  return verb;
}

const isPassive = (tokens: readonly Token[], first: number, verb: number): boolean => {
  if (!/(?:ed|en|wn|un|ne|ck|it|hit|ut|ht)$/.test(tokens[verb]!.lower)) return false;
  for (let i = first; i < verb; i++) if (BE.has(tokens[i]!.lower)) return true;
  return false;
};

function directObject(tokens: readonly Token[], verb: number, to: number, passive: boolean): Run | null {
  if (passive || verb + 1 >= to) return null;
  let from = verb + 1;
  while (from < to && (tokens[from]!.pos === 'ADV' || /^(?:out|up|off|into|after|down)$/.test(tokens[from]!.lower)))
    from++;
  const run = phraseAfter(tokens, from, to);
  return run.to > run.from ? run : null;
}

function after(
  tokens: readonly Token[],
  from: number,
  to: number,
  link: (token: Token) => boolean,
  ceiling = to,
): Run | null {
  for (let i = Math.max(from, 0) + 1; i < to; i++) {
    if (!link(tokens[i]!)) continue;
    const run = phraseAfter(tokens, i + 1, ceiling);
    if (run.to > run.from) return run;
  }
  return null;
}

/** "the Russian attack on …": the doer named inside the attack's own phrase. */
function actorInside(text: string, tokens: readonly Token[], run: Run): string | null {
  for (let i = run.from; i < run.to - 1; i++) {
    if (tokens[i]!.lower === 'by' || tokens[i]!.lower === 'from')
      return tidy(runText(text, tokens, { from: i + 1, to: run.to }));
  }
  const first = tokens[run.from];
  return first && (first.pos === 'ADJ' || first.pos === 'PROPN') && /^\p{Lu}/u.test(first.text)
    ? tidy(runText(text, tokens, run))
    : null;
}

const isAttack = (tokens: readonly Token[], run: Run | null): boolean => {
  if (!run) return false;
  for (let i = run.from; i < run.to; i++)
    if (
      /^(?:cyber\S*|attacks?|campaigns?|operations?|intrusions?|hacks?|breach\w*|espionage|assaults?|access|control)$/.test(
        tokens[i]!.lower,
      )
    )
      return true;
  return false;
};

function purpose({ text, tokens, subject, to }: Parts): string | null {
  for (let i = subject.run.from; i < to - 1; i++) {
    if (tokens[i]!.lower === 'to' && isVerb(tokens[i + 1]))
      return tidy(text.slice(tokens[i + 1]!.start, tokens[to - 1]!.end));
  }
  return null;
}

function trimSubject(tokens: readonly Token[], run: Run): Run {
  let to = run.from;
  while (to < run.to && !/^(?:,|who|which|that|whose|where|when)$/.test(tokens[to]!.lower)) to++;
  return { from: run.from, to };
}

/** A phrase without its article and stray marks at the ends. */
export function tidy(phrase: string): string | null {
  const plain = phrase
    .replace(/\s+/g, ' ')
    .replace(/^["“”'‘’(\s,]+|["“”'‘’\s,;:.]+$/g, '')
    .replace(/^(?:the|a|an)\s+/i, '')
    .replace(/['’]s$/, '');
  return plain || null;
}
