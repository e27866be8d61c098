import type { Span } from '../../base/span.ts';
import { type Certainty, type Claim, type Kind, NARRATOR, type Stance } from '../../model/statement.ts';
import { certaintyOf } from '../certainty.ts';
import type { ClaimSpan } from '../claims.ts';
import { BODY_ROLES } from '../lexicon/roles.ts';
import type { Utterance } from '../speech/attribute.ts';
import { ATTACKING, type Filled, type Given, NOBODY, type Scene } from './given.ts';
import { standsForGroup, within } from './memory.ts';
import type { Part } from './parts.ts';
import { partyCountry } from './party.ts';
import { quantitiesOf } from './quantities.ts';
import { remember } from './remember.ts';
import { type Roles, rolesOf } from './roles.ts';
import { type Mention, type Side, type SideOf, sideOf } from './sides.ts';
import { targetOf } from './target.ts';
import { timeOf } from './times.ts';

export type { Scene } from './given.ts';

/** A claim with its place and score, before it gets an identity. */
export interface Found extends Claim, Span {
  readonly score: number;
}

/** The fields of a claim, from its clause, its utterance and what the document said before. Notes in the scene's memory what the claim adds. */
export function fill(scene: Scene, claim: ClaimSpan, utterance: Utterance): Found {
  const { text, flat } = scene;
  const words = flat.slice(claim.start, claim.end);
  const { tokens } = utterance.sentence;
  const roles = rolesOf(text, tokens, claim, claim.kind, utterance.start);
  const party = ownParty(claim, utterance, roles);
  const voice = { name: party ?? utterance.speaker, org: party ? null : utterance.speaker_org };
  scene.memory.heard(utterance.speaker, utterance.speaker_org);
  const given = { scene, claim, utterance, roles, voice };
  const actor = whole(actorOf(given));
  const target = whole(targetOf(given));
  const meant = claim.kind === 'attribution' ? groupMeant(given, actor) : null;
  remember(given, actor, target);
  const stance = claim.stance ?? utterance.verb?.stance ?? 'asserts';
  return {
    start: claim.start,
    end: claim.end,
    score: Math.round(Math.min(1, claim.score / 6) * 1000) / 1000,
    kind: claim.kind,
    speaker: voice.name,
    speaker_org: voice.org,
    via: utterance.via,
    stance,
    certainty: claim.contrary
      ? 'unlikely'
      : doubted(stance, certaintyOf(words, utterance.verb?.certainty ?? 'certain')),
    actor: actor.name,
    actor_country: actor.country,
    target: target.name,
    target_country: target.country,
    object: deniedPurpose(words, claim) ?? purposeSupposed(words, claim) ?? roles.object ?? meant,
    time: when(given, words),
    quantities: quantitiesOf(words),
  };
}

/** What is left open is never certain. */
const doubted = (stance: Stance, certainty: Certainty): Certainty =>
  stance === 'doubts' && certainty === 'certain' ? 'possible' : certainty;

/** "for intelligence, not to disrupt it": what is denied is what stands after the "not". */
function deniedPurpose(words: string, { kind, stance }: ClaimSpan): string | null {
  if (kind !== 'intent' || stance !== 'denies') return null;
  return /\bnot (?:to|for|about|aimed at|intended to) (.{3,})$/i.exec(words)?.[1] ?? null;
}

/** "If it were in retaliation, we would …": the purpose ends where what would follow from it begins. */
function purposeSupposed(words: string, { kind, contrary }: ClaimSpan): string | null {
  if (kind !== 'intent' || !contrary) return null;
  const found =
    /\b(?:in|for|as|to|about|out of) ((?:(?!\b(?:in|for|as|to|about)\b)[^,])+?),?(?: (?:[\w'’]+ ){0,3}(?:would|should|could)\b| \w+['’]d\b)/i.exec(
      words,
    );
  return found?.[1] ?? null;
}

/** "It works for the army": the group that "it" stands for, as long as that is not the one it is tied to. */
function groupMeant({ scene, roles }: Given, actor: Filled): string | null {
  const { attacker } = scene.memory;
  if (!attacker || actor.name === null || actor.name === attacker.name) return null;
  return roles.subject && /^(?:it|they)$/i.test(roles.subject.words) ? attacker.name : null;
}

/** A name that was cut in its middle is no name. */
function whole(filled: Filled): Filled {
  return filled.name !== null && /(?:^|\s)(?:and|or|of|the|to|for|with|in|by|a|an)$/i.test(filled.name)
    ? NOBODY
    : filled;
}

/**
 * When it happened: as the clause says, or the introduction of its sentence; else, of a deed or its consequence, as the head of
 * the case said that the paragraph tells ("In the first case, from May 2021 to June 2022, …").
 */
function when({ scene, claim, utterance }: Given, words: string): string | null {
  const { text, flat, published, memory } = scene;
  const { sentence } = utterance;
  const own = timeOf(words, published) ?? timeOf(leadOf(flat, sentence), published);
  if (own) {
    const opening = flat.slice(sentence.start, Math.min(sentence.end, sentence.start + CASE_OPENS));
    memory.sawCase(CASE.test(opening) ? { end: sentence.end, time: own } : null);
    return own;
  }
  return OF_A_CASE.has(claim.kind) && claim.stance === null ? memory.caseTime(text, claim.start) : null;
}

/** How a case begins, and within how many characters. */
const CASE =
  /\b(?:(?:first|second|third|fourth|fifth|latest|earlier|other|another|one|separate) (?:\w+ )?|this |that )(?:case|incident|episode|instance|campaign|operation|intrusion|attack|breach)\b/i;
const CASE_OPENS = 60;

/** What a case consists of. */
const OF_A_CASE: ReadonlySet<Kind> = new Set<Kind>(['intrusion', 'uses', 'effect']);

/** The introduction of a sentence: "In 2007, …" dates all its claims. */
function leadOf(flat: string, sentence: Span): string {
  const opening = flat.slice(sentence.start, Math.min(sentence.end, sentence.start + 80));
  return /^["'(]*(?:in|on|by|since|during|from|between|early|late|last|earlier)\b[^,;]*,/i.exec(opening)?.[0] ?? '';
}

/** Who is said to act: the answering party of a response, else the doer that the clause names or points back at. */
function actorOf(given: Given): Filled {
  const { scene, claim, roles, voice } = given;
  const { memory } = scene;
  const { kind } = claim;
  if (kind === 'response' && voice.name !== NARRATOR) return answering(given);
  const part = roles.actor;
  if (!part) {
    if (!ATTACKING.has(kind)) return NOBODY;
    // "they note a rise in attacks", after whose attacks those are.
    const deed =
      (roles.subject?.type === 'attack' && (kind === 'targeting' || kind === 'trend')) ||
      (kind === 'trend' && roles.subject?.pronoun);
    if (((kind === 'uses' || kind === 'intent') && !thing(roles)) || deed) if (memory.attacker) return memory.attacker;
    if (kind === 'targeting' && memory.attacker) return { name: null, country: memory.attacker.country };
    return { name: null, country: SIDED.has(kind) ? strongSide(given, 'actor') : null };
  }
  if (part.pronoun) return pronoun(given, part);
  if (kind === 'response' && !/^(?:party|name|doer)$/.test(part.type)) return NOBODY;
  if (ATTACKING.has(kind) && standsForGroup(part) && memory.attacker) return memory.attacker;
  const own = memory.countryOfPart(part);
  // "the attackers", "hackers" without more go on with the attacker before; "a hacker" is somebody new.
  const same =
    part.type === 'doer' &&
    (part.definite || !part.named || (part.renamed && /^the\b/i.test(part.wide))) &&
    !/^an? /i.test(part.wide);
  return {
    name: part.words,
    country: own ?? (same && ATTACKING.has(kind) ? (memory.attacker?.country ?? null) : null),
  };
}

/** "The radar could be used to watch …": what is said of a thing that is no attacker's tool is said of no attacker. */
const thing = ({ subject, passive }: Roles): boolean =>
  passive && subject !== null && !subject.pronoun && subject.type === 'none';

/** The party that answers: whom the clause has doing so, else who speaks; "we" is the body behind the speaker. */
function answering(given: Given): Filled {
  const { scene, claim, roles, voice } = given;
  const own = roles.actor;
  if (
    own &&
    !own.pronoun &&
    !own.owned &&
    (own.type === 'party' || (own.type === 'name' && own.named)) &&
    claim.stance !== 'demands' &&
    own.words !== roles.target?.words
  ) {
    if (own.definite && voice.org !== null && BODY_ROLES.has(own.head))
      return { name: voice.org, country: partyCountry(given) };
    const country = scene.memory.countryOfPart(own);
    const known = country ?? partyCountry({ ...given, voice: { name: own.words, org: voice.org } });
    return { name: own.words, country: known };
  }
  const words = scene.flat.slice(claim.start, claim.end);
  const ours = voice.org !== null && /\b(?:we|our|us)\b/i.test(words);
  return { name: ours ? voice.org : voice.name, country: partyCountry(given) };
}

/** Several persons, whom "it" cannot stand for. */
const PERSONS = /(?:hackers|spies|men|women|attackers|criminals|intruders|operators|officers|actors|agents)$/i;

/** The name a pronoun in the actor's place stands for. */
function pronoun(given: Given, part: Part): Filled {
  const { scene, claim, voice } = given;
  const word = part.words.toLowerCase();
  if (/^(?:we|i|us|you|this|that|these|those|someone|one)$/.test(word)) {
    if (!/^(?:we|i|us)$/.test(word) || ATTACKING.has(claim.kind) || voice.name === NARRATOR) return NOBODY;
    return { name: voice.org ?? voice.name, country: partyCountry(given) };
  }
  if (!ATTACKING.has(claim.kind)) {
    if (voice.name === NARRATOR || word === 'they') return NOBODY;
    return { name: voice.org ?? voice.name, country: partyCountry(given) };
  }
  const { attacker, doer } = scene.memory;
  // "It detects missiles" speaks of no hackers.
  if (word === 'it' && attacker && PERSONS.test(attacker.name)) return NOBODY;
  return attacker ?? (word === 'they' ? doer : null) ?? NOBODY;
}

/** "No single firm", "neither company": nobody who could deny anything. */
const NONE = /^(?:no|none|neither|nobody|no one|nothing|few|not)\b/i;

/** Denials and refusals told by others are the party's own: "Disney refused to pay, according to X". */
function ownParty(claim: ClaimSpan, utterance: Utterance, roles: Roles): string | null {
  if (claim.kind !== 'response' || !claim.stance || claim.stance === 'doubts' || utterance.quoted) return null;
  const subject = roles.subject;
  if (utterance.verb?.group === 'perform' || !subject || subject.pronoun || NONE.test(subject.wide)) return null;
  if (subject.definite && utterance.speaker_org && BODY_ROLES.has(subject.head)) return utterance.speaker_org;
  return subject.type === 'party' || subject.type === 'name' ? subject.words : null;
}

const SIDED: ReadonlySet<Kind> = new Set<Kind>(['intrusion', 'targeting', 'attribution', 'trend']);

type Sided = { readonly mention: Mention } & SideOf;

/** The country of the first mention that plainly stands on a side. */
function strongSide({ scene, claim, utterance, roles }: Given, side: Side): string | null {
  for (const mention of within(scene.mentions, claim)) {
    const found: Sided = {
      mention,
      ...sideOf(scene.flat, mention, claim, roles.verb, roles.passive, utterance.sentence.tokens),
    };
    const country = found.side === side && found.strong ? scene.memory.country(mention) : null;
    if (country) return country;
  }
  return null;
}
