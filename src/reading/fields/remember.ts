import { countryOf } from '../../knowledge/countries.ts';
import { ATTACKING, type Filled, type Given, SUFFERED } from './given.ts';
import { within } from './memory.ts';
import type { Part } from './parts.ts';

/** Notes who attacks and who suffers, for the claims that follow. */
export function remember(given: Given, actor: Filled, target: Filled): void {
  const { scene, claim, roles } = given;
  const { memory } = scene;
  const { kind } = claim;
  if (actor.name && roles.actor && !roles.actor.pronoun && roles.actor.named) memory.sawDoer(actor.name, actor.country);
  const denied =
    (claim.stance ?? 'asserts') !== 'asserts' ||
    /\b(?:not|no|never)\b|n't\b/i.test(scene.flat.slice(claim.start, claim.end));
  const part = roles.actor;
  if (kind === 'measure' && roles.target && PURSUED.test(scene.flat.slice(claim.start, claim.end))) {
    if (target.country && /^(?:doer|name|none)$/.test(roles.target.type))
      memory.sawAttacker(target.name, target.country, roles.target.type !== 'name' && !roles.target.renamed);
    return;
  }
  if (kind === 'attribution' && denied) return;
  // "The firm calls the first group X. It works for …"
  if (kind === 'alias' && !denied && roles.actor?.named && roles.actor.words !== roles.subject?.words && actor.name)
    memory.sawAttacker(actor.name, actor.country);
  if (kind === 'attribution' && part && !part.pronoun) {
    const place =
      actor.country !== null &&
      countryOf(part.words) === actor.country &&
      /^\p{Lu}[\p{L}.]*(?: \p{Lu}\p{L}*)?$/u.test(part.words);
    if (place && memory.attacker) memory.sawAttacker(memory.attacker.name, actor.country);
    else if (actor.name && (part.named || part.type === 'doer') && !FINDERS.test(part.wide))
      memory.sawAttacker(actor.name, actor.country);
  } else if (
    ATTACKING.has(kind) &&
    part &&
    !part.pronoun &&
    actor.name &&
    part.type !== 'attack' &&
    part.type !== 'tool'
  ) {
    const fresh = part.named ? canAttack(given, part, actor) : /^an? /i.test(part.wide) || !memory.attacker;
    if (fresh && (part.type === 'doer' || part.named)) memory.sawAttacker(actor.name, actor.country);
  }
  if (target.name && SUFFERED.has(kind)) memory.sawStruck(given.utterance.sentence.start, target.name, target.country);
  const victim = roles.target;
  if (SUFFERED.has(kind) && victim && !victim.pronoun && target.name && (victim.named || target.country)) {
    if (victim.type !== 'attack' && victim.type !== 'tool' && victim.type !== 'doer')
      memory.sawVictim(target.name, target.country);
  }
}

/** Whether a named subject of an attacking claim can be the attacker of the claims that follow: not who speaks, suffers or investigates. */
function canAttack({ scene, claim }: Given, part: Part, actor: Filled): boolean {
  if (part.type === 'doer') return true;
  const { memory } = scene;
  if (FINDERS.test(part.wide)) return false;
  if (!actor.name || memory.speaks(actor.name) || memory.victim?.name === actor.name) return false;
  if (within(scene.mentions, claim).some(({ group }) => group !== null && actor.name!.includes(group))) return true;
  return claim.kind === 'intrusion' || claim.kind === 'targeting'
    ? part.type === 'name' || actor.country !== null
    : false;
}

/** Those who look into attacks rather than make or suffer them. */
export const FINDERS =
  /\b(?:firm|company|vendor|researchers?|police|authorities|analysts?|experts?|prosecutors?|investigators?|scheme|maker|newspaper|technology)\b/i;

/** Measures against people for an attack: those people are the attackers. */
const PURSUED = /\b(?:charg|accus|indict|arrest|extradit|wanted|prosecut)/i;
