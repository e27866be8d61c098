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

/** The roles of a claim's clause, by kind. Deterministic; one pass over the clause's tokens. */
export function rolesOf(text: string, tokens: readonly Token[], claim: Span, kind: Kind): Roles {
  let to = tokens.length;
  while (to > 0 && tokens[to - 1]!.start >= claim.end) to--;
  const subject = subjectOf(tokens, claim);
  const words = (run: Run | null): string | null =>
    run && run.to > run.from ? tidy(runText(text, tokens, run)) : null;
  const verb = mainVerb(tokens, subject, to);
  const passive = verb > subject.run.from && isPassive(tokens, subject.verb, verb);
  const agent = after(tokens, verb, to, (token) => token.lower === 'by');
  const own = words(trimSubject(tokens, subject.run));
  const object = directObject(tokens, verb, to, passive);
  const at = after(tokens, verb, to, (token) => AT.has(token.lower));
  const base = { subject: subject.type, verb: tokens[subject.verb]?.start ?? claim.end, passive };
  switch (kind) {
    case 'attribution':
      return { ...base, ...pinned(text, tokens, subject, own, verb, to), target: null };
    case 'alias':
    case 'trend':
      return {
        ...base,
        actor: subject.type === 'doer' || subject.type === 'name' ? own : null,
        target: words(at),
        object: own,
      };
    case 'intent':
      return { ...base, actor: passive ? words(agent) : own, target: null, object: purpose(text, tokens, subject, to) };
    case 'response':
      return { ...base, actor: own, target: null, object: words(object) };
    case 'measure':
      return passive
        ? { ...base, actor: words(agent), target: own, object: null }
        : { ...base, actor: own, target: words(object) ?? words(at), object: words(object) };
    case 'uses':
      return passive
        ? { ...base, actor: words(agent), target: words(at), object: own }
        : { ...base, actor: own, target: words(at), object: words(object) };
    default:
      if (passive) return { ...base, actor: words(agent), target: own, object: null };
      if (subject.type === 'attack')
        return {
          ...base,
          actor: actorInside(text, tokens, subject.run),
          target: words(object) ?? words(at),
          object: null,
        };
      return {
        ...base,
        actor: own,
        target: isAttack(tokens, object) ? (words(at) ?? null) : (words(object) ?? words(at)),
        object: null,
      };
  }
}

function pinned(
  text: string,
  tokens: readonly Token[],
  subject: Subject,
  own: string | null,
  verb: number,
  to: number,
): { actor: string | null; object: string | null } {
  const words = (run: Run | null): string | null =>
    run && run.to > run.from ? tidy(runText(text, tokens, run)) : null;
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
      const of = after(tokens, i, to, (token) => token.lower === 'of');
      return {
        actor: words(phraseAfter(tokens, i + 1, to)),
        object: of ? text.slice(tokens[of.from]!.start, tokens[to - 1]!.end) : null,
      };
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

function purpose(text: string, tokens: readonly Token[], subject: Subject, to: number): string | null {
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
