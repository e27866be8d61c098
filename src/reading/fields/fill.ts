import type { Span } from '../../base/span.ts';
import { countryOf } from '../../knowledge/countries.ts';
import { type Claim, type Kind, NARRATOR } from '../../model/statement.ts';
import { certaintyOf } from '../certainty.ts';
import type { ClaimSpan } from '../claims.ts';
import type { Utterance } from '../speech/attribute.ts';
import { type Memory, pointsBack, within } from './memory.ts';
import { quantitiesOf } from './quantities.ts';
import { type Roles, rolesOf } from './roles.ts';
import { type Mention, type Side, type SideOf, sideOf } from './sides.ts';
import { timeOf } from './times.ts';

/** A claim with its place and score, before it gets an identity. */
export interface Found extends Claim, Span {
  readonly score: number;
}

/** What filling the fields of a claim looks at besides the claim. */
export interface Scene {
  readonly text: string;
  readonly flat: string;
  readonly published: string | null;
  readonly mentions: readonly Mention[];
  readonly memory: Memory;
}

/** The fields of a claim, from its clause, its utterance and what the document said before. Notes in the scene's memory what the claim adds. */
export function fill(scene: Scene, claim: ClaimSpan, utterance: Utterance): Found {
  const { text, flat, memory } = scene;
  const words = flat.slice(claim.start, claim.end);
  const { kind } = claim;
  const { tokens } = utterance.sentence;
  const roles = rolesOf(text, tokens, claim, kind);
  const inside = within(scene.mentions, claim);
  const sided = inside.map((mention) => ({
    mention,
    ...sideOf(flat, mention, claim, roles.verb, roles.passive, tokens),
  }));
  const party = ownParty(claim, utterance, roles);
  const voice = { name: party ?? utterance.speaker, org: party ? null : utterance.speaker_org };
  const accused = accusedSide({ claim, roles, sided, voice, memory });
  const aimed = acts(roles) || roles.passive ? country(roles.target) : null;
  const loose = last(sided, 'target', memory);
  const owned = ownSide(words, utterance);
  const targetCountry = AIMLESS.has(kind) ? null : memory.targetCountry(kind, aimed ?? loose ?? owned);
  if (kind === 'attribution') {
    memory.sawActor(accused.name, accused.found);
    memory.belongs(inside, accused.found);
  } else if (kind === 'measure' && PURSUED.test(words)) {
    memory.sawActor(null, targetCountry);
  } else if (ATTACKING.has(kind)) {
    const doer = roles.subject === 'doer';
    const named = sided.some(({ mention, side }) => mention.group && side === 'actor');
    memory.sawActor(
      doer || named ? accused.name : null,
      first(sided, 'actor', memory, true) ?? (doer ? accused.found : null),
    );
    const suffered = kind === 'intrusion' || kind === 'effect' ? (aimed ?? loose) : aimed;
    memory.sawTarget(last(sided, 'target', memory, true) ?? suffered ?? owned);
  }
  return {
    start: claim.start,
    end: claim.end,
    score: Math.round(Math.min(1, claim.score / 6) * 1000) / 1000,
    kind,
    speaker: voice.name,
    speaker_org: voice.org,
    via: utterance.via,
    stance: claim.stance ?? utterance.verb?.stance ?? 'asserts',
    certainty: certaintyOf(words, utterance.verb?.certainty ?? 'certain'),
    actor: accused.name,
    actor_country: accused.country,
    target: roles.target,
    target_country: targetCountry,
    object: roles.object,
    time: timeOf(words, scene.published),
    quantities: quantitiesOf(words),
  };
}

/** Who is said to act: the answering party of a response, else the attacker that the clause names or points back at. */
function accusedSide(given: {
  readonly claim: ClaimSpan;
  readonly roles: Roles;
  readonly sided: readonly Sided[];
  readonly voice: { readonly name: string; readonly org: string | null };
  readonly memory: Memory;
}): { name: string | null; found: string | null; country: string | null } {
  const { roles, sided, voice, memory } = given;
  const { kind } = given.claim;
  if (kind === 'response' && voice.name !== NARRATOR) {
    const found = countryOf(voice.name) ?? country(voice.org);
    return { name: voice.name, found, country: found };
  }
  const group = sided.find(({ mention, side }) => mention.group && side === 'actor')?.mention.group ?? null;
  const own = acts(roles) || kind === 'attribution' ? country(roles.actor) : null;
  const found = own ?? first(sided, 'actor', memory, kind === 'attribution');
  const named = group !== null || (kind === 'attribution' && !memory.generic(roles.actor));
  const name = ATTACKING.has(kind) && !acts(roles) ? (group ?? memory.actorName(null)) : memory.actorName(roles.actor);
  return { name, found, country: memory.actorCountry(kind, found, named) };
}

/** Denials and refusals told by others are the party's own: "Disney refused to pay, according to X". */
function ownParty(claim: ClaimSpan, utterance: Utterance, roles: Roles): string | null {
  if (claim.kind !== 'response' || !claim.stance || claim.stance === 'doubts' || utterance.quoted) return null;
  if (utterance.verb?.group === 'perform' || (roles.subject !== 'party' && roles.subject !== 'name')) return null;
  return roles.actor && !pointsBack(roles.actor) && !/^(?:we|i)$/i.test(roles.actor) ? roles.actor : null;
}

const ATTACKING: ReadonlySet<Kind> = new Set<Kind>(['intrusion', 'uses', 'targeting', 'effect', 'intent']);

/** Measures against people for an attack: those people are the attackers. */
const PURSUED = /\b(?:charg|indict|arrest|extradit|sanction|wanted|prosecut)/i;

/** Whether the clause's own subject can be the attacker. */
const acts = (roles: Roles): boolean =>
  roles.subject === 'doer' ||
  roles.subject === 'name' ||
  roles.subject === 'party' ||
  (roles.subject === 'attack' && roles.actor !== null);

type Sided = { readonly mention: Mention } & SideOf;

const country = (phrase: string | null): string | null => (phrase ? countryOf(phrase) : null);

/** The country of the first mention on a side; with `strong`, only of those that plainly stand there. */
function first(sided: readonly Sided[], side: Side, memory: Memory, strong = false): string | null {
  for (const found of sided) {
    const country = found.side === side && (found.strong || !strong) ? memory.country(found.mention) : null;
    if (country) return country;
  }
  return null;
}

const last = (sided: readonly Sided[], side: Side, memory: Memory, strong = false): string | null =>
  first([...sided].reverse(), side, memory, strong);

/** Kinds whose claims aim at nobody. */
const AIMLESS: ReadonlySet<Kind> = new Set<Kind>(['response', 'attribution', 'alias']);

/** "their systems" said by a ministry are that country's. */
function ownSide(words: string, utterance: Utterance): string | null {
  if (
    !/\b(?:our|its|their) (?:\w+ ){0,2}(?:systems?|networks?|servers?|computers?|website|data|officials|accounts|emails|customers)\b/i.test(
      words,
    )
  )
    return null;
  if (utterance.speaker === NARRATOR) return null;
  return countryOf(utterance.speaker) ?? (utterance.speaker_org ? countryOf(utterance.speaker_org) : null);
}
