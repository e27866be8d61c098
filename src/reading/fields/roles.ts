import type { Span } from '../../base/span.ts';
import type { Kind } from '../../model/statement.ts';
import { isVerb, runText } from '../clauses/phrase.ts';
import type { Token } from '../tokens.ts';
import { type Frame, frameOf } from './frame.ts';
import { type Noun, nounAt } from './nouns.ts';
import { doer, type Part, partOf, tidy } from './parts.ts';
import { pinned } from './pinned.ts';
import { struck } from './struck.ts';
import { ABSTRACT, ADDRESSES, OBSERVES, STRIKES, SUFFERS, TAKES } from './verbs.ts';

/** Who does what to whom in a clause, as phrases of the text; null where the clause does not say. */
export interface Roles {
  readonly actor: Part | null;
  readonly target: Part | null;
  readonly object: string | null;
  /** Offset of the clause's first verb, its end when it has none. */
  readonly verb: number;
  readonly passive: boolean;
  /** The subject, whatever part it plays. */
  readonly subject: Part | null;
}

/** What only turns of phrase act on: "dragging its feet", "turned its back", "raised its voice". */
const BODY_PARTS =
  /^(?:(?:its|their|his|her|our|the) )?(?:feet|heels?|heads?|hands?|fingers?|eyes?|backs?|hearts?|minds?|breath|teeth|muscles?|voices?|shoulders?|tongues?|wings?|tune)$/i;

/** A clause with its frame and the parts that most kinds look at. */
interface Parts {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly frame: Frame;
  readonly verb: string;
  readonly own: Part | null;
  readonly agent: Part | null;
  readonly object: Part | null;
  readonly part: (noun: Noun | null) => Part | null;
}

type Filled = Pick<Roles, 'actor' | 'target' | 'object'>;

/** How the parts of a clause fill the roles of each kind. */
const BY_KIND: Readonly<Record<Kind, (parts: Parts) => Filled>> = {
  attribution: (parts) => ({ ...pinned(parts), target: parts.part(struck(parts.tokens, parts.frame)) }),
  alias: (parts) =>
    NAMES.test(parts.verb) && !parts.frame.passive && parts.object
      ? { actor: parts.object, target: null, object: nameEnding(parts) }
      : { actor: doer(parts.own), target: null, object: after(parts) },
  trend,
  intent: (parts) => ({
    actor: parts.frame.passive ? parts.agent : doer(parts.own),
    target: hit(parts) ?? from(parts),
    object: purpose(parts),
  }),
  response: (parts) => ({ actor: parts.own, target: addressed(parts), object: after(parts) }),
  measure,
  uses,
  intrusion: deed,
  targeting: deed,
  effect,
};

/** The roles of a claim's clause, by kind. Deterministic; a few passes over the clause's tokens. `floor`: where its utterance begins. */
export function rolesOf(text: string, tokens: readonly Token[], claim: Span, kind: Kind, floor: number): Roles {
  const frame = frameOf(tokens, claim, floor);
  const part = (noun: Noun | null): Part | null => partOf(text, tokens, noun);
  const own = part(frame.subject);
  const parts: Parts = {
    text,
    tokens,
    frame,
    verb: frame.verb < 0 ? '' : tokens[frame.verb]!.lower,
    own,
    agent: part(frame.agent),
    object: part(frame.object),
    part,
  };
  // Whatever an accusation is about, the accused is the one who acts.
  const accuses = /^(?:accus|blam)/.test(parts.verb) && !frame.passive;
  const { actor, target, object } = accuses
    ? { ...pinned(parts), target: hit(parts) }
    : watches(parts, kind)
      ? seen(parts)
      : BY_KIND[kind](parts);
  return {
    actor: actor && ABSTRACT.has(actor.head) && !isDeed(actor) ? null : actor,
    target: target && ABSTRACT.has(target.head) ? null : target,
    object:
      kind === 'attribution' ? named(text, tokens, claim, object) : object && BODY_PARTS.test(object) ? null : object,
    verb: frame.first < 0 ? claim.end : tokens[frame.first]!.start,
    passive: frame.passive,
    subject: own,
  };
}

function trend(parts: Parts): Filled {
  const { frame, own, agent, object, verb } = parts;
  // "The centre reported 600 incidents from foreign groups": who counts them does nothing of it.
  if (!frame.passive && own && object && isDeed(object) && COUNTS.test(verb))
    return { actor: linked(parts, /^(?:from|by)$/), target: hit(parts), object: words(object) };
  return { actor: frame.passive ? agent : doer(own), target: hit(parts), object: words(own) };
}

/** Who gives a name is not whom it names. */
const NAMES = /^(?:call|dub|nam|nicknam|codenam)\w*$/;

/** "calls the first group | Tonto Team": the name given. */
function nameEnding({ text, tokens, frame }: Parts): string | null {
  let from = frame.to;
  while (from - 1 > frame.verb && tokens[from - 1]!.pos !== 'NOUN' && tokens[from - 1]!.pos !== 'DET') from--;
  return from < frame.to ? tidy(runText(text, tokens, { from, to: frame.to })) : null;
}

const COUNTS = /^(?:report|record|register|log|count|document|tall)\w*$/;

const OF_DEEDS: ReadonlySet<Kind> = new Set<Kind>(['intrusion', 'uses', 'targeting', 'trend', 'intent']);

/** "The firm has watched hackers attack X": who looks on does nothing of it. */
const watches = ({ verb, frame, tokens }: Parts, kind: Kind): boolean =>
  OF_DEEDS.has(kind) && !frame.passive && OBSERVES.has(verb) && tokens[frame.verb + 1]?.lower !== 'as';

/** Who is seen to do it, and to whom; a verb that reads like a noun ends the words for who. */
function seen(parts: Parts): Filled {
  const { tokens, frame, part } = parts;
  const noun = nounAt(tokens, frame.verb + 1, frame.to);
  let to = noun ? noun.from : frame.to;
  while (noun && to < noun.to && !(to > noun.from && STRIKES.has(tokens[to]!.lower))) to++;
  const cut = noun !== null && to < noun.to;
  const who = noun && cut ? nounAt(tokens, noun.from, to) : noun;
  const whom = cut ? part(nounAt(tokens, to + 1, frame.to)) : hit(parts);
  const found = part(who);
  if (found?.type === 'doer') return { actor: found, target: whom, object: null };
  return {
    actor: null,
    target: whom ?? (found?.type === 'asset' || found?.named ? person(found) : null),
    object: words(found),
  };
}

/** What an attribution is about by its name: "one of the two groups, which the firm dubbed Tonto Team" is about Tonto Team. */
function named(text: string, tokens: readonly Token[], claim: Span, object: string | null): string | null {
  if (object !== null && /\p{Lu}/u.test(object.slice(1))) return object;
  for (let i = 0; i + 1 < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.start < claim.start || token.end > claim.end) continue;
    const called =
      /^(?:dubbed|called|named|nicknamed|codenamed)$/.test(token.lower) ||
      (token.lower === 'as' && tokens[i - 1]?.lower === 'known');
    if (!called) continue;
    let to = i + 1;
    while (to < tokens.length && /^[\p{Lu}\d"“]/u.test(tokens[to]!.text) && tokens[to]!.end <= claim.end) to++;
    const name = to > i + 1 ? tidy(runText(text, tokens, { from: i + 1, to })) : null;
    if (name) return name;
  }
  return object;
}

/** Somebody does something to somebody, or has it done to him. */
function deed(parts: Parts): Filled {
  const { frame, own, agent, object, verb } = parts;
  const object_ = words(object);
  const at = hit(parts);
  if (frame.verb < 0) return { actor: maker(parts), target: at, object: null };
  if (frame.passive) {
    if (own && isDeed(own)) return { actor: agent ?? maker(parts), target: at, object: null };
    // "It was discovered after an attack on X"
    return { actor: agent, target: own?.pronoun && at?.named ? at : own, object: null };
  }
  if (object && /^(?:victim|victims|target|targets|prey)$/.test(object.head))
    return { actor: null, target: own, object: null };
  if (/^(?:is|are|was|were|be|been)$/.test(verb)) {
    // "X is the only candidate to be targeted"
    const suffers = struckLater(parts);
    if (own && /^(?:victims?|targets?)$/.test(own.head)) return { actor: null, target: object, object: null };
    return { actor: suffers || own?.type !== 'doer' ? null : own, target: suffers ? own : at, object: null };
  }
  if (SUFFERS.has(verb)) return { actor: agent, target: own, object: object_ };
  if (own && isDeed(own)) return { actor: maker(parts), target: at ?? person(object), object: null };
  return {
    actor: doer(own),
    target: at ?? (object && !isDeed(object) && object.type !== 'tool' ? object : null),
    object: null,
  };
}

/** Whether "to be targeted" or the like follows the clause's verb. */
function struckLater({ tokens, frame }: Parts): boolean {
  for (let i = frame.verb + 1; i + 1 < frame.to; i++)
    if (/^(?:be|been|being)$/.test(tokens[i]!.lower) && STRIKES.has(tokens[i + 1]!.lower)) return true;
  return false;
}

function effect(parts: Parts): Filled {
  const { frame, own, agent, object, verb, tokens } = parts;
  if (frame.verb < 0) return { actor: null, target: hit(parts), object: null };
  if (frame.passive) return { actor: agent, target: own, object: null };
  if (
    tokens[frame.verb]!.pos === 'AUX' ||
    SUFFERS.has(verb) ||
    /^(?:becom\w+|became|remain\w*|go|goes|went|stay\w*|work\w*|includ\w+|contain\w*)$/.test(verb)
  )
    return { actor: null, target: own && !isDeed(own) ? own : null, object: words(object) };
  const whole = ofWhat(parts);
  if (TAKES.has(verb)) return { actor: doer(own), target: from(parts) ?? whole ?? object, object: words(object) };
  if (/^(?:caus|inflict|result|pos|do|did|creat|led|lead|bring|brought)/.test(verb))
    return { actor: own, target: whole ?? linked(parts, /^(?:to|on|for|in)$/), object: words(object) };
  const target =
    hit(parts) ?? whole ?? (object && ABSTRACT.has(object.head) ? linked(parts, /^(?:to|on|for|in)$/) : object);
  if (!target && own && own.type !== 'doer' && own.type !== 'attack' && own.type !== 'tool')
    return { actor: null, target: own, object: null };
  return { actor: own?.type === 'asset' ? null : own, target, object: words(object) };
}

function uses(parts: Parts): Filled {
  const { frame, own, agent, object, verb } = parts;
  if (frame.verb < 0) return { actor: maker(parts), target: hit(parts), object: null };
  if (frame.passive) return { actor: agent, target: hit(parts), object: words(own) };
  return {
    actor: doer(own),
    target: hit(parts) ?? (TAKES.has(verb) ? from(parts) : null) ?? holed(parts),
    object: words(object),
  };
}

function measure(parts: Parts): Filled {
  const { frame, own, agent, object, verb, tokens } = parts;
  const paper = own !== null && isPaper(own);
  const on = linked(paper ? { ...parts, frame: { ...frame, verb: -1 } } : parts, /^(?:against|on|upon)$/);
  if (frame.verb < 0) return { actor: null, target: on, object: null };
  if (frame.passive) return { actor: agent, target: own && !paper ? own : on, object: null };
  // "X was a wanted man", "X has seen its stores closed": what is done to X.
  if (
    /^(?:fac(?:e|es|ed|ing)|is|are|was|were|be|been|seen|saw)$/.test(verb) ||
    (tokens[frame.verb]!.pos === 'AUX' && !object)
  )
    return { actor: null, target: paper ? on : own, object: words(object) };
  for (let i = frame.verb + 1; i < frame.to; i++) {
    if (/^(?:accusing|charging|naming|ordering|barring|banning)$/.test(tokens[i]!.lower))
      return {
        actor: own && !isPaper(own) ? own : null,
        target: parts.part(nounAt(tokens, i + 1, frame.to)),
        object: words(object),
      };
  }
  return {
    actor: own && !isPaper(own) ? own : null,
    target: hit(parts) ?? on ?? person(object),
    object: words(object),
  };
}

const isPaper = (part: Part): boolean =>
  /^(?:indictments?|charges?|sanctions?|warrants?|law|bill|order|case|complaint)$/.test(part.head);
const isDeed = (part: Part): boolean => part.type === 'attack' && !part.pronoun;
const words = (part: Part | null): string | null => (part && !part.pronoun ? part.words : null);

const person = (part: Part | null): Part | null =>
  part &&
  part.type !== 'attack' &&
  part.type !== 'tool' &&
  !ABSTRACT.has(part.head) &&
  !/^(?:tariffs?|ground|place)$/.test(part.head)
    ? part
    : null;

const hit = ({ part, tokens, frame }: Parts): Part | null => part(struck(tokens, frame));

const linked = ({ frame, part }: Parts, by: RegExp): Part | null =>
  part(frame.links.find((link) => by.test(link.by) && link.at > frame.verb)?.noun ?? null);

/** "stole plans from X": the source of what is taken, with no other verb between. */
function from({ tokens, frame, part }: Parts): Part | null {
  for (const { by, at, noun } of frame.links) {
    if (by !== 'from' || at <= frame.verb) continue;
    for (let i = at - 1; i >= frame.from; i--) {
      if (TAKES.has(tokens[i]!.lower)) return part(noun);
      if (tokens[i]!.pos === 'VERB' && tokens[i - 1]?.text !== '-') break;
    }
  }
  return null;
}

/** Who makes an attack that is only named: "an attack by X", "X's attack", "attacks originating from X". */
function maker({ frame, part, tokens, text, own }: Parts): Part | null {
  const by = frame.links.find((link) => link.by === 'by')?.noun ?? null;
  if (by) return part(by);
  const subject = frame.subject;
  if (!subject || !own) return null;
  for (let i = subject.from + 1; i < subject.to; i++) {
    if (/^['’]s?$/.test(tokens[i]!.text) && tokens[subject.from]!.pos !== 'PRON')
      return partOf(text, tokens, { from: subject.from, to: i, head: i - 1, name: null, wide: i });
  }
  return null;
}

/** "access to X", "control of X", "loss of X", "the records of X": what the consequence happens to. */
function ofWhat({ tokens, frame, part }: Parts): Part | null {
  for (let i = Math.max(frame.verb, frame.from); i < frame.to - 1; i++) {
    if (
      /^(?:access|control|damage|harm|disruption|loss|theft|destruction|threats?|losses|outages?)$/.test(
        tokens[i]!.lower,
      ) &&
      /^(?:to|of|over|in|at|for)$/.test(tokens[i + 1]!.lower)
    )
      return part(nounAt(tokens, i + 2, frame.to));
  }
  return null;
}

/** "access to X", "flaws in the firm's system": what a technique is used on. */
function holed({ tokens, frame, part }: Parts): Part | null {
  for (let i = frame.from; i < frame.to - 1; i++) {
    const word = tokens[i]!.lower;
    const next = tokens[i + 1]!.lower;
    if (word === 'access' && next === 'to') return part(nounAt(tokens, i + 2, frame.to));
    if (next !== 'in' || !/^(?:vulnerabilit(?:y|ies)|flaws?|bugs?|holes?|weakness(?:es)?)$/.test(word)) continue;
    const found = part(nounAt(tokens, i + 2, frame.to));
    if (found?.definite) return found;
  }
  return null;
}

/** Somebody who can be spoken to; a decision or a plan cannot. */
const hears = (part: Part): boolean =>
  part.named ||
  part.type === 'party' ||
  doer(part) !== null ||
  /^(?:users|customers|patients|people|public|voters|victims|others|everyone|world)$/.test(part.head);

/** Whom a party's words or deeds are addressed to: "called on X to", "warned X", "X should …". */
function addressed(parts: Parts): Part | null {
  const { frame, tokens, part, own } = parts;
  if (frame.first >= 0 && /^(?:should|must|ought)$/.test(tokens[frame.first]!.lower)) return own?.pronoun ? null : own;
  for (let i = frame.from; i < frame.to - 1; i++) {
    if (!isVerb(tokens[i]) || !ADDRESSES.has(tokens[i]!.lower)) continue;
    let at = i + 1;
    while (at < frame.to - 1 && /^(?:on|upon|for|with|to|out|that)$/.test(tokens[at]!.lower)) at++;
    const noun = nounAt(tokens, at, frame.to);
    const found = part(noun);
    if (found) return found.pronoun || hears(found) ? found : null;
  }
  return null;
}

function purpose({ text, tokens, frame }: Parts): string | null {
  for (let i = frame.from; i < frame.to - 1; i++) {
    if (tokens[i]!.lower === 'to' && isVerb(tokens[i + 1]))
      return tidy(runText(text, tokens, { from: i + 1, to: frame.to }));
    if (
      tokens[i]!.lower === 'for' ||
      (tokens[i]!.lower === 'in' && /^(?:retaliation|response|order)$/.test(tokens[i + 1]!.lower))
    )
      return tidy(runText(text, tokens, { from: i + 1, to: frame.to }));
  }
  return null;
}

const after = ({ object }: Parts): string | null => words(object);
