import type { Span } from '../base/span.ts';
import { type Kind, NARRATOR, type Stance } from '../model/statement.ts';
import { asidesOf, without } from './clauses/aside.ts';
import { divide } from './clauses/extra.ts';
import { joinProbability } from './clauses/join.ts';
import { isVerb } from './clauses/phrase.ts';
import { type Clause, segment } from './clauses/segment.ts';
import { subjectOf } from './clauses/subject.ts';
import { contraryToFact } from './counterfactual.ts';
import type { Within } from './kinds/model.ts';
import { type Heard, hearKinds, type KindScore, scoreKinds } from './kinds/score.ts';
import { ASSETS, ATTACKS, DOERS, TOOLS } from './lexicon/things.ts';
import type { Utterance } from './speech/attribute.ts';
import { stanceOf } from './stance.ts';
import type { Token } from './tokens.ts';

/** A stretch of an utterance that makes one claim, before its fields are filled in. */
export interface ClaimSpan extends Span {
  readonly kind: Kind;
  readonly stance: Stance | null;
  readonly score: number;
  readonly role: Clause['role'];
  readonly utterance: Utterance;
  /** Told as contrary to fact: "if it were …, we would expect …, which we did not see". */
  readonly contrary?: boolean;
}

/** Weight from which a main clause makes a statement; of what somebody utters a little less will do. */
const THRESHOLD = { narrator: 1, spoken: 0.6 };

/** What clauses that hang on another one need to stand alone. */
const NEEDED: Readonly<Record<Clause['role'], number>> = {
  main: 0,
  joined: 1.5,
  participle: 2.5,
  relative: 3,
  purpose: 2.5,
  condition: 2.5,
};

/**
 * How likely a clause must go on with the claim before it to be made part of it: one that claims something by itself, and one
 * that does not. Chosen on the articles that the rules were developed on.
 */
const GOES_ON = { claim: 0.65, rest: 0.15 };

/** By how much a clause made part of a claim must speak louder to give it its kind. */
const OUTWEIGHS = 1;

/** The claims of an utterance, in order: clauses with cues of their own, with those that go on with them. */
export function claimsOf(flat: string, utterance: Utterance): ClaimSpan[] {
  const claims: ClaimSpan[] = [];
  /** Claims that stand inside or around the others: asides, and both halves of a divided clause. */
  const besides: ClaimSpan[] = [];
  let opening: Clause | null = null;
  /** The clause before, and whether the last claim reaches to its end. */
  let before: ClauseHeard | null = null;
  let reaches = false;
  for (const one of clausesOf(flat, utterance)) {
    const { clause, words, passing, heard, around } = one;
    besides.push(...passing);
    const best = judge(scoreKinds(words, heard, around), clause, utterance, claims.length === 0);
    const last = claims[claims.length - 1];
    const alone = best !== null && standsAlone(flat, clause, best, utterance);
    const joins = before && reaches ? joinProbability(flat, before, one, utterance) : 0;
    before = one;
    // "exploited a flaw | to infiltrate the ministry": the means, and with its purpose the intrusion.
    if (!alone && last?.kind === 'uses' && clause.role === 'purpose' && best?.kind === 'intrusion') {
      besides.push({ ...last, end: clause.end, kind: 'intrusion' });
      reaches = false;
      continue;
    }
    if (last && joins > (alone ? GOES_ON.claim : GOES_ON.rest)) {
      const { kind, stance } = best && best.weight > last.score + OUTWEIGHS ? best : last;
      const score = Math.max(last.score, best?.weight ?? 0);
      claims[claims.length - 1] = { ...last, end: clause.end, kind, stance, score };
      continue;
    }
    reaches = alone;
    if (!alone) {
      if (!last && clause.role === 'condition' && /^if\b/i.test(words)) opening = clause;
      continue;
    }
    let start = opening && claims.length === 0 ? opening.start : clause.start + adjunct(words);
    // A short purpose means little without what it is the purpose of.
    if (clause.role === 'purpose' && last && clause.end - clause.start < (clause.end - last.start) / 2)
      start = last.start;
    const claim = {
      start,
      end: clause.end,
      kind: best.kind,
      stance: best.stance,
      score: best.weight,
      role: clause.role,
      utterance,
    };
    const division = divide(flat.slice(start, clause.end), best.kind);
    if (division) besides.push({ ...claim, end: start + division.end, kind: division.kind, stance: null });
    claims.push(division ? { ...claim, kind: division.adds } : claim);
    opening = null;
  }
  const all = besides.length ? [...claims, ...besides].sort((a, b) => a.start - b.start) : claims;
  const distinct: ClaimSpan[] = [];
  const unreal = contraryToFact(flat, utterance.sentence);
  for (const claim of all) {
    const { start, end } = bare(flat, claim);
    if (
      end <= start ||
      distinct.some((other) => other.start === start && other.end === end && other.kind === claim.kind)
    )
      continue;
    const { kind, score, role } = claim;
    const own = ownStance(flat, claim);
    const contrary = own !== 'declines' && unreal.some((span) => span.start < end && start < span.end);
    const stance = contrary ? 'doubts' : own;
    distinct.push({ start, end, kind, stance, score, role, utterance: claim.utterance, contrary });
  }
  return distinct;
}

/** A claim without a dateline, and without quotation marks and commas that open or close at its ends only. */
function bare(flat: string, { start, end }: Span): Span {
  const opening = flat.slice(start, Math.min(end, start + LONGEST_DATELINE));
  let a = start + (/[-—] /.test(opening) ? (DATELINE.exec(opening)?.[0].length ?? 0) : 0);
  a += JOINS.exec(flat.slice(a, Math.min(end, a + LONGEST_DATELINE)))?.[0].length ?? 0;
  let b = end;
  while (b > a && isEdge(flat[b - 1]!)) b--;
  if (flat[a] === '"' && (marks(flat, a, b) % 2 === 1 || marks(flat, a + 1, b - 1) === 0)) a++;
  if (flat[b - 1] === '"' && marks(flat, a, b) % 2 === 1) b--;
  while (b > a && (flat[b - 1] === '.' || isEdge(flat[b - 1]!))) b--;
  return { start: a, end: b };
}

const DATELINE = /^(?:[A-Z][\w. ,/-]{0,40} )?(?:\([A-Z][\w ]{1,20}\) )?[-—]{1,2} /;
const LONGEST_DATELINE = 72;
const JOINS = /^(?:and|but|so|then|that|while|although|though|because|given that|however,?) (?=\S+ )/i;

const isEdge = (letter: string): boolean =>
  letter === ',' || letter === ';' || letter === ':' || letter === ' ' || /\s/.test(letter);

/** How many straight quotation marks stand in a stretch. */
function marks(flat: string, from: number, to: number): number {
  let count = 0;
  for (let at = flat.indexOf('"', from); at >= 0 && at < to; at = flat.indexOf('"', at + 1)) count++;
  return count;
}

/** A clause as it is judged: its words without asides, the claims it makes in passing, and what stands around it. */
export interface ClauseHeard {
  readonly clause: Clause;
  readonly words: string;
  readonly passing: readonly ClaimSpan[];
  readonly heard: Heard;
  readonly around: Within;
}

/** The clauses of an utterance, in order, without lines about the text itself. */
export function clausesOf(flat: string, utterance: Utterance): ClauseHeard[] {
  const { tokens, start, end } = utterance.sentence;
  const opening = flat.slice(start, Math.min(end, start + LONGEST_CAPTION));
  if (CAPTION.test(opening)) return [];
  const all = segment(tokens, utterance)
    .filter(({ start, end }) => !CREDITS.test(flat.slice(start, end)) && !LOOKS_ON.test(flat.slice(start, end)))
    .map((clause) => {
      const written = flat.slice(clause.start, clause.end);
      const found = asidesOf(written);
      const words = found.length ? without(written, found) : written;
      const subject = subjectOf(tokens, clause);
      const named = subject.run.to > subject.run.from;
      const predicate = named ? (tokens[subject.verb]?.start ?? clause.start) - clause.start : 0;
      const passing = found.map(
        ({ kind, start, end }): ClaimSpan => ({
          start: clause.start + start,
          end: clause.start + end,
          kind,
          stance: null,
          score: ASIDE_SCORE,
          role: 'relative',
          utterance: utterance.quoted ? utterance : inPassing(utterance),
        }),
      );
      return { clause, words, passing, heard: hearKinds(words, clause.role, subject.type, predicate) };
    });
  return all.map(({ clause, words, passing, heard }, i) => {
    const before = all[i - 1]?.heard.leading ?? null;
    const after = all[i + 1]?.heard.leading ?? null;
    return { clause, words, passing, heard, around: { tokens, clause, before, after } };
  });
}

/** The kind that a clause speaks for most, null for a line without a verb (an indicator, a label) that has no plain words. */
function judge(scores: readonly KindScore[], clause: Clause, utterance: Utterance, first: boolean): KindScore | null {
  const best = choose(scores, utterance, first);
  if (!best || best.weight >= VERBLESS) return best;
  const { tokens } = utterance.sentence;
  const verbal = tokens.some((token) => token.start >= clause.start && token.end <= clause.end && isVerb(token));
  return verbal ? best : null;
}

/** What a line without a verb needs. */
const VERBLESS = 3;

/** Fixed wordings, surer than most cues. */
const ASIDE_SCORE = 4;

const independent = (clause: Clause): boolean => clause.role === 'main' || (clause.role === 'joined' && clause.subject);

/** Whether a clause speaks loudly enough, for how it hangs on others, to be a claim. */
function standsAlone(flat: string, clause: Clause, best: KindScore, utterance: Utterance): boolean {
  const spoken = utterance.verb !== null || utterance.quoted;
  const threshold = spoken ? THRESHOLD.spoken : THRESHOLD.narrator;
  if (clause.role === 'condition' && ASKED.test(flat.slice(Math.max(0, clause.start - 24), clause.start))) return false;
  if (best.weight < Math.max(threshold, independent(clause) ? 0 : NEEDED[clause.role])) return false;
  if (!best.cued && !spoken && !ofAttacks(utterance.sentence.tokens)) return false;
  if (clause.role === 'purpose') return PURPOSES.has(best.kind);
  if (restricts(flat, clause)) return best.kind === 'effect' || (best.weight > 4.5 && RESTRICTING.has(best.kind));
  return true;
}

/** Whether a sentence speaks of attackers, attacks, their means or what they hit at all. */
const ofAttacks = (tokens: readonly Token[]): boolean =>
  tokens.some(
    ({ lower }) => DOERS.has(lower) || TOOLS.has(lower) || ASSETS.has(lower) || ATTACKS.has(lower) || CYBER.test(lower),
  );

const CYBER =
  /cyber|hack|ware$|phish|breach|encrypt|ransom|secur|malicious|investigat|sanction|indict|espionage|apt-?\d/;

/** What stands before a question that is only reported: "asked if …", "did not say whether …". */
const ASKED = /\b(?:ask(?:ed|ing)?|say|said|know|known|clear|determine|wonder\w*|about)\s*$/i;

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
const CREDITS =
  /^(?:\S+ ){1,5}(?:was|were|is|has|have) not (?:been )?named$|\bcontributed to this (?:report|story|article)\b|^(?:read more|related|see also|photo|image|source):/i;

/** "We have known these actors for years", "when we see such groups": whoever says so claims nothing of them. */
const LOOKS_ON =
  /^["']?(?:\w+ly, )?(?:(?:and|but|when|as|while|if|since) )?we(?:'ve| have| had)? (?:\w+ly |long |also |all )?(?:known|knew|watched|followed|tracked|seen|saw|see|observed?|been (?:watching|tracking|following|observing))(?: (?:of|about))? (?:[\w'-]+ ){0,5}(?:actors?|groups?|gangs?|hackers|teams?|crews?|them|they|it|activit(?:y|ies))(?: (?:like (?:this|that|these)|for|since|over|before)\b[^,]*)?[,"']*$/i;

/** How the line under a picture begins: "An aerial photograph shows …", "Pictured: …". */
const CAPTION =
  /^["'(]?(?:(?:an?|this|the) (?:[\w-]+ ){0,3}(?:photo|photograph|picture)(?: (?:\w+ ){0,7}?)?\b(?:shows?|depicts?)\b|(?:pictured|shown here)\b|(?:file|handout|stock) (?:photo|picture|image)\b|in this (?:[\w-]+ ){0,3}(?:photo|photograph|picture)\b)/i;
const LONGEST_CAPTION = 120;

/** Kinds that a purpose can claim by itself; other words in it belong to what it is the purpose of. */
const PURPOSES: ReadonlySet<Kind> = new Set<Kind>(['intent', 'targeting', 'response']);

/** Kinds that a restrictive relative clause may claim when its words are strong. */
const RESTRICTING: ReadonlySet<Kind> = new Set<Kind>(['uses', 'intent']);

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
        cued: true,
      }
    );
  }
  return scores[0] ?? null;
}
