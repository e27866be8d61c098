import type { Span } from '../base/span.ts';
import { type Kind, NARRATOR, type Stance } from '../model/statement.ts';
import { asidesOf, without } from './clauses/aside.ts';
import { divide } from './clauses/extra.ts';
import { type Clause, segment } from './clauses/segment.ts';
import { subjectOf } from './clauses/subject.ts';
import { type KindScore, scoreKinds } from './kinds/score.ts';
import type { Utterance } from './speech/attribute.ts';
import { stanceOf } from './stance.ts';

/** A stretch of an utterance that makes one claim, before its fields are filled in. */
export interface ClaimSpan extends Span {
  readonly kind: Kind;
  readonly stance: Stance | null;
  readonly score: number;
  readonly role: Clause['role'];
  readonly utterance: Utterance;
}

/** Weight from which a main clause makes a statement; of what somebody utters a little less will do. */
export const THRESHOLD = { narrator: 1.2, spoken: 0.8 };

/** What clauses that hang on another one need to stand alone. */
const NEEDED: Readonly<Record<Clause['role'], number>> = {
  main: 0,
  joined: 2,
  participle: 2.5,
  relative: 3,
  purpose: 2.5,
  condition: 3.5,
};

/** The claims of an utterance, in order: clauses with cues of their own, joined where neighbours claim the same kind of thing. */
export function claimsOf(flat: string, utterance: Utterance): ClaimSpan[] {
  const tokens = utterance.sentence.tokens;
  const threshold = utterance.verb || utterance.quoted ? THRESHOLD.spoken : THRESHOLD.narrator;
  const claims: ClaimSpan[] = [];
  const besides: ClaimSpan[] = [];
  let opening: Clause | null = null;
  for (const clause of segment(tokens, utterance)) {
    const written = flat.slice(clause.start, clause.end);
    if (CREDITS.test(written)) continue;
    const asides = asidesOf(written);
    for (const { kind, start, end } of asides) {
      besides.push({
        start: clause.start + start,
        end: clause.start + end,
        kind,
        stance: null,
        score: 4,
        role: 'relative',
        utterance: utterance.quoted ? utterance : inPassing(utterance),
      });
    }
    const words = asides.length ? without(written, asides) : written;
    const subject = subjectOf(tokens, clause);
    const predicate =
      subject.run.to > subject.run.from ? (tokens[subject.verb]?.start ?? clause.start) - clause.start : 0;
    const best = choose(scoreKinds(words, clause.role, subject.type, predicate), utterance, claims.length === 0);
    const last = claims[claims.length - 1];
    const own = clause.role === 'main' || (clause.role === 'joined' && clause.subject);
    if (
      !best ||
      best.weight < Math.max(threshold, own ? 0 : NEEDED[clause.role]) ||
      (restricts(flat, clause) &&
        !(best.kind === 'effect' || (best.weight > 4.5 && (best.kind === 'uses' || best.kind === 'intent')))) ||
      (clause.role === 'purpose' && !PURPOSES.has(best.kind))
    ) {
      // "exploited a flaw | to infiltrate the ministry": the means, and with its purpose the intrusion.
      if (last?.kind === 'uses' && clause.role === 'purpose' && best?.kind === 'intrusion') {
        besides.push({ ...last, end: clause.end, kind: 'intrusion' });
        continue;
      }
      const aside = clause.role === 'relative' && !restricts(flat, clause);
      if (last && !own && !aside) claims[claims.length - 1] = { ...last, end: clause.end };
      else if (!last && clause.role === 'condition' && /^if\b/i.test(words)) opening = clause;
      continue;
    }
    if (
      last &&
      last.kind === best.kind &&
      (last.stance ?? 'asserts') === (best.stance ?? 'asserts') &&
      !own &&
      clause.role !== 'relative'
    ) {
      claims[claims.length - 1] = { ...last, end: clause.end, score: Math.max(last.score, best.weight) };
      continue;
    }
    let start = opening && claims.length === 0 ? opening.start : clause.start + adjunct(words);
    // A short purpose means little without what it is the purpose of.
    if (clause.role === 'purpose' && last && clause.end - clause.start < 0.5 * (clause.end - last.start))
      start = last.start;
    const division = divide(flat.slice(start, clause.end), best.kind);
    if (division) {
      const part = { start, end: start + division.end, kind: division.kind };
      besides.push({ ...part, stance: null, score: best.weight, role: clause.role, utterance });
    }
    claims.push({
      start,
      end: clause.end,
      kind: division?.adds ?? best.kind,
      stance: best.stance,
      score: best.weight,
      role: clause.role,
      utterance,
    });
    opening = null;
  }
  const all = besides.length ? [...claims, ...besides].sort((a, b) => a.start - b.start) : claims;
  return all.map((claim) => ({ ...claim, stance: ownStance(flat, claim) }));
}

/** Length of a long introduction that dates nothing: "In response to the charges by the bureau, | the ministry …". */
function adjunct(words: string): number {
  const found =
    /^(?:["“]?(?:in|on|at|just|following|despite|prior|according|along|amid|under|with|like|unlike|as|for|besides|instead|apart|based|thanks|due|because|given|contrary|among|within|after|before)\b[^,]{30,}?), (?=[a-z]|[A-Z][a-z])/i.exec(
      words,
    );
  if (!found || found[0].length > 0.6 * words.length || DATED.test(found[1]!)) return 0;
  return found[0].length;
}

const DATED =
  /\b(?:19|20)\d\d\b|\b(?:january|february|march|april|june|july|august|september|october|november|december|week|month|year|monday|tuesday|wednesday|thursday|friday)s?\b/i;

/** What explains a name inside somebody's reported words is the writer's. */
const inPassing = (utterance: Utterance): Utterance => ({
  ...utterance,
  speaker: NARRATOR,
  speaker_org: null,
  via: [],
  verb: null,
  form: null,
});

/** The stance that the claim's own words or its speech verb give; null where it plainly asserts. */
function ownStance(flat: string, claim: ClaimSpan): Stance | null {
  const given = claim.stance ?? claim.utterance.verb?.stance ?? null;
  const words = flat.slice(claim.start, claim.end);
  const stance = stanceOf(words, claim.utterance.sentence.tokens, claim, claim.kind, given);
  return stance === 'asserts' ? null : stance;
}

/** Lines about the making of the text. */
const CREDITS = /\bcontributed to this (?:report|story|article)\b|^(?:read more|related|see also|photo|image|source):/i;

/** Kinds that a purpose can claim by itself; other words in it belong to what it is the purpose of. */
const PURPOSES: ReadonlySet<Kind> = new Set<Kind>(['intent', 'targeting', 'response']);

/** "a hack that targeted X": the relative clause says which one, and only a consequence in it is a claim of its own. */
const restricts = (flat: string, clause: Clause): boolean =>
  clause.role === 'relative' && /^that\b/i.test(flat.slice(clause.start, clause.end));

function choose(scores: readonly KindScore[], utterance: Utterance, first: boolean): KindScore | null {
  const verb = utterance.verb;
  if (first && verb?.group === 'perform' && verb.stance && verb.stance !== 'asserts') {
    return (
      scores.find((score) => score.kind === 'response') ?? {
        kind: 'response',
        weight: 4,
        stance: verb.stance,
        certainty: null,
      }
    );
  }
  return scores[0] ?? null;
}
