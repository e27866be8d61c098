import type { Span } from '../base/span.ts';
import { contains } from '../base/span.ts';
import { countryOf } from '../knowledge/countries.ts';
import type { DocumentText } from '../model/document.ts';
import { type Claim, type Kind, NARRATOR } from '../model/statement.ts';
import { splitSentences } from '../text/sentences.ts';
import { certaintyOf } from './certainty.ts';
import { type ClaimSpan, claimsOf } from './claims.ts';
import { Memory, pointsBack, within } from './fields/memory.ts';
import { quantitiesOf } from './fields/quantities.ts';
import { type Roles, rolesOf } from './fields/roles.ts';
import { type Mention, mentionsIn, type Side, type SideOf, sideOf } from './fields/sides.ts';
import { timeOf } from './fields/times.ts';
import { attribute, type Sentence, type Utterance } from './speech/attribute.ts';
import { straighten, tokenize } from './tokens.ts';

/** A claim with its place and score, before it gets an identity. */
export interface Found extends Claim, Span {
  readonly score: number;
}

/** Links, addresses and defanged names: no prose, and the tagger would cut them into sentences. */
const NO_PROSE = /(?:h(?:xx|tt)ps?:\/\/|www\.)\S+|\S+(?:\[\.\]|\(\.\)|\{\.\}|\[dot\]|\[at\])\S*/gi;

/** Reads the statements of a document by rules alone, in text order. Deterministic; linear in the text. */
export function readByRules(document: DocumentText): Found[] {
  const { text } = document;
  const flat = straighten(text);
  const sentences = prepare(document);
  const found: Found[] = [];
  const scene: Scene = { text, flat, published: document.published, mentions: mentionsIn(text), memory: new Memory() };
  for (const utterance of attribute(text, sentences)) {
    if (utterance.sentence.heading) continue;
    scene.memory.tie(flat, within(scene.mentions, utterance.sentence));
    for (const claim of claimsOf(flat, utterance)) found.push(fill(scene, claim, utterance));
  }
  return found;
}

/** What filling the fields of a claim looks at besides the claim. */
interface Scene {
  readonly text: string;
  readonly flat: string;
  readonly published: string | null;
  readonly mentions: readonly Mention[];
  readonly memory: Memory;
}

const BY_SPEAKER: ReadonlySet<Kind> = new Set<Kind>(['response']);

/** The fields of a claim, from its clause, its utterance and what the document said before. */
function fill(scene: Scene, claim: ClaimSpan, utterance: Utterance): Found {
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
  const speaker = party ?? utterance.speaker;
  const spoken = BY_SPEAKER.has(kind) && speaker !== NARRATOR;
  const groups = sided.filter(({ mention, side }) => mention.group && side === 'actor').map(({ mention }) => mention);
  const foundActor = spoken
    ? (countryOf(speaker) ?? (utterance.speaker_org && !party ? countryOf(utterance.speaker_org) : null))
    : ((acts(roles) || kind === 'attribution' ? country(roles.actor) : null) ??
      first(sided, 'actor', memory, kind === 'attribution'));
  const named = groups.length > 0 || (kind === 'attribution' && !memory.generic(roles.actor));
  const actorCountry = spoken ? foundActor : memory.actorCountry(kind, foundActor, named);
  const aimed = acts(roles) || roles.passive ? country(roles.target) : null;
  const foundTarget = aimed ?? last(sided, 'target', memory) ?? ownSide(words, utterance);
  const targetCountry = AIMLESS.has(kind) ? null : memory.targetCountry(kind, foundTarget);
  const actor = spoken
    ? speaker
    : ATTACKING.has(kind) && !acts(roles)
      ? (groups[0]?.group ?? memory.actorName(null))
      : memory.actorName(roles.actor);
  const strong = first(sided, 'actor', memory, true);
  if (kind === 'attribution') memory.sawActor(actor, foundActor);
  else if (ATTACKING.has(kind))
    memory.sawActor(
      roles.subject === 'doer' || groups.length ? actor : null,
      strong ?? (roles.subject === 'doer' ? foundActor : null),
    );
  if (kind === 'attribution')
    memory.belongs(
      inside.filter((m) => m.group),
      foundActor,
    );
  if (ATTACKING.has(kind))
    memory.sawTarget(
      last(sided, 'target', memory, true) ??
        (kind === 'intrusion' || kind === 'effect' ? (aimed ?? last(sided, 'target', memory)) : aimed) ??
        ownSide(words, utterance),
    );
  return {
    start: claim.start,
    end: claim.end,
    score: Math.round(Math.min(1, claim.score / 6) * 1000) / 1000,
    kind,
    speaker,
    speaker_org: party ? null : utterance.speaker_org,
    via: utterance.via,
    stance: claim.stance ?? utterance.verb?.stance ?? 'asserts',
    certainty: certaintyOf(words, utterance.verb?.certainty ?? 'certain'),
    actor,
    actor_country: actorCountry,
    target: roles.target,
    target_country: targetCountry,
    object: roles.object,
    time: timeOf(words, scene.published),
    quantities: quantitiesOf(words),
  };
}

/** Denials and refusals told by others are the party's own: "Disney refused to pay, according to X". */
function ownParty(claim: ClaimSpan, utterance: Utterance, roles: Roles): string | null {
  if (claim.kind !== 'response' || !claim.stance || claim.stance === 'doubts' || utterance.quoted) return null;
  if (utterance.verb?.group === 'perform' || (roles.subject !== 'party' && roles.subject !== 'name')) return null;
  return roles.actor && !pointsBack(roles.actor) && !/^(?:we|i)$/i.test(roles.actor) ? roles.actor : null;
}

const ATTACKING: ReadonlySet<Kind> = new Set<Kind>(['intrusion', 'uses', 'targeting', 'effect', 'intent']);

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

function prepare(document: DocumentText): Sentence[] {
  const { text, blocks } = document;
  const masked = [...text.matchAll(NO_PROSE)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  const tokens = tokenize(text, masked);
  const spans = blocks.length ? splitSentences(text, blocks) : splitSentences(text);
  let at = 0;
  return spans.map((span) => {
    while (at < tokens.length && tokens[at]!.start < span.start) at++;
    const from = at;
    while (at < tokens.length && tokens[at]!.end <= span.end) at++;
    const block = blocks.find((candidate) => contains(candidate, span));
    const opens = block ? block.start === span.start : /\n\s*$/.test(text.slice(0, span.start)) || span.start === 0;
    const heading = block
      ? block.kind === 'title' || block.kind === 'heading' || block.kind === 'caption'
      : !/[.!?…]["”’)]*$/.test(text.slice(span.start, span.end));
    return { ...span, tokens: tokens.slice(from, at), opens, heading };
  });
}
