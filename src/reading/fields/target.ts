import { countryOf } from '../../knowledge/countries.ts';
import { type Kind, NARRATOR } from '../../model/statement.ts';
import { DOERS } from '../lexicon/things.ts';
import { frameOf } from './frame.ts';
import { type Filled, type Given, NOBODY, SUFFERED } from './given.ts';
import type { Known } from './memory.ts';
import { type Part, partOf } from './parts.ts';
import { OFFICES, partyCountry } from './party.ts';
import { FINDERS } from './remember.ts';
import { struck } from './struck.ts';

/** Kinds whose victim may stand elsewhere in the sentence. */
const CARRIED: ReadonlySet<Kind> = new Set<Kind>(['intrusion', 'uses', 'intent', 'trend']);
/** Kinds that tell of a blow. */
const HIT: ReadonlySet<Kind> = new Set<Kind>(['intrusion', 'effect']);
/** Kinds whose target is addressed rather than attacked. */
const AIMLESS: ReadonlySet<Kind> = new Set<Kind>(['response', 'alias']);

/** Who suffers, or is addressed. */
export function targetOf(given: Given): Filled {
  const { scene, claim, roles, voice } = given;
  const { memory } = scene;
  // What an attack ran through is not what it was aimed at, nor is what it led to.
  if (!roles.target && CARRIED.has(claim.kind) && RELAYED.test(scene.flat.slice(claim.start, claim.end))) return NOBODY;
  const part = roles.target ?? (CARRIED.has(claim.kind) ? besides(given) : null);
  if (claim.kind === 'measure') {
    const pursued = accused(given, part);
    if (pursued) return pursued;
  }
  if (!part) {
    const before = CARRIED.has(claim.kind) ? memory.struckIn(given.utterance.sentence.start) : null;
    return before ?? { name: null, country: accuser(given) };
  }
  const speaking = voice.name !== NARRATOR ? (voice.org ?? voice.name) : null;
  if (part.pronoun) {
    if ((/^(?:we|us|i)$/i.test(part.words) || (part === roles.subject && !given.utterance.quoted)) && speaking)
      return { name: speaking, country: partyCountry(given) };
    return /^(?:it|they|them|he|she|him|her)$/i.test(part.words) && memory.victim && !AIMLESS.has(claim.kind)
      ? memory.victim
      : NOBODY;
  }
  // "attacks on its sites from inside Russia": where they come from is not whose it is.
  let own = memory.countryOfPart(part.owned ? { ...part, wide: part.words } : part);
  // "Two Iranian men …", then their names.
  if (!own && claim.kind === 'measure' && part.type === 'name' && memory.attacker?.nameless)
    own = memory.attacker.country;
  // Who is said to be hit is known by its home too; others in a claim are only where the text puts them.
  if (HIT.has(claim.kind)) own ??= countryOf(part.words);
  if (own) return { name: part.words, country: own };
  const home = memory.scene(scene.mentions);
  if (AIMLESS.has(claim.kind)) {
    const local = part.owned || (part.definite && OFFICES.test(part.words));
    return { name: part.words, country: local ? home : null };
  }
  const spoken =
    (part.owned || NATIONAL.test(part.words) || ownThing(given, part)) && speaking ? partyCountry(given) : null;
  const loose = claim.kind === 'uses' || claim.kind === 'intent';
  const somebody = SUFFERED.has(claim.kind) && part.type !== 'doer' && !OTHERS.test(loose ? part.words : part.head);
  const inherits = part.owned || (somebody && !part.named && (!loose || part.definite));
  const victim = inherits ? memory.victim : null;
  const lives = somebody && !loose ? home : null;
  return { name: part.words, country: spoken ?? victim?.country ?? lives };
}

/** "Over 40 attacks were routed through …": only the way they took is told. */
const RELAYED =
  /\b(?:attacks?|cyberattacks?|intrusions?|breaches|operations?)\b(?: [\w'-]+){0,3} (?:rout(?:ed|ing)|relay(?:ed|ing)|tunnel(?:l?ed|l?ing)|launched|sent|passed|ran|run|came|went|bounced|directed|conducted|carried out)(?: \w+)? (?:through|via|over|by way of)\b/i;

/** Whom charges are about that name nobody, or that speak of "the two men": the attackers named before. */
function accused({ scene, claim }: Given, part: Part | null): Known | null {
  const { attacker } = scene.memory;
  if (!attacker) return null;
  if (part) return part.definite && DOERS.has(part.head) ? attacker : null;
  return CHARGES.test(scene.flat.slice(claim.start, claim.end)) ? attacker : null;
}

const CHARGES = /\b(?:charges|indictments?|indicted|extradit\w+)\b/i;

/** A state that accuses others of attacks or pressure, and says not on whom, speaks of its own. */
function accuser({ scene, claim, voice }: Given): string | null {
  if (AIMLESS.has(claim.kind) || voice.name === NARRATOR) return null;
  const words = scene.flat.slice(claim.start, claim.end);
  return /\b(?:accus|blam)/i.test(words) || claim.kind === 'trend' ? scene.memory.plainly(voice.name) : null;
}

/** Data, systems and staff without a name that somebody who is not there to find attacks speaks of: his own. */
const ownThing = ({ claim, voice }: Given, part: Part): boolean =>
  HIT.has(claim.kind) &&
  part.type === 'asset' &&
  !part.named &&
  !OTHERS.test(part.words) &&
  !FINDERS.test(`${voice.name} ${voice.org}`);

/** What only a state has: its speaker's. */
const NATIONAL = /^(?:national (?:security|interests?|defen[cs]e)|country|nation|people)$/i;

/** Whom the rest of the same utterance says is attacked. */
function besides({ scene, claim, utterance }: Given): Part | null {
  if (utterance.start >= claim.start && utterance.end <= claim.end) return null;
  const { tokens } = utterance.sentence;
  return partOf(scene.text, tokens, struck(tokens, frameOf(tokens, utterance, utterance.start)));
}

/** Phrases for people anywhere: no side of the victim's. */
const OTHERS =
  /\b(?:victims|users|consumers|anyone|people|other|others|countries|world\w*|companies|clients?|customers|organi[sz]ations|individuals|entities)\b/i;
