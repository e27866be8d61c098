import type { Span } from '../../base/span.ts';
import { words } from '../lexicon/words.ts';
import type { Token } from '../tokens.ts';
import { isVerb } from './phrase.ts';

const DIVIDERS = words(', ; : — –');
const END_MARKS = words(', ; : — – . -');
const JOINTS = words('and but or then ;');
const LOOSE_ENDS = words('and but or then by order');
const POSSESSIVES = words('its their his her our your my');
const SUBJECT_PRONOUNS = words('they it he she we i');
const RESTRICTING = words('that which who');
const BREAKS = words(', ; : " ” “ ( )');

/** How a clause hangs on the one before it. */
export type ClauseRole = 'main' | 'joined' | 'purpose' | 'participle' | 'relative' | 'condition';

/** A stretch of a sentence with one predicate. */
export interface Clause extends Span {
  readonly role: ClauseRole;
  /** Whether it has a subject of its own. */
  readonly subject: boolean;
}

/** Verbs and adjectives whose infinitive belongs to them and gives no purpose: "tried to", "is likely to". */
const TAKES_INFINITIVE = words(`
  try tries tried trying attempt attempts attempted attempting want wants wanted wanting seek seeks sought seeking continue continues
  continued begin began begun begins start started starts need needs needed plan plans planned planning expect expects expected
  appear appears appeared seem seems seemed likely unlikely able unable known said alleged believed thought reported refuse refused
  decline declined declines fail fails failed failing failure agree agreed have has had having going used prepared willing ready set
  prefer prefers due hope hoped hopes hoping ought intended intends intend aim aims aimed aiming designed meant allowed allow allows
  enable enables enabled order effort efforts attempt attempts ability chance decision opportunity right plan plans potential free
  manage managed manages threaten threatened threatens vow vowed pledged promise promised hire hired ask asked urge urged tell told
  force forced forces help helped helps way ways time reason enough important difficult hard easy possible impossible responsible
  decide decides decided deciding choose chooses chose chosen opt opted offer offers offered order orders ordered prompt prompted
  learn learned learnt happen happened struggle struggled struggling come comes came rush rushed serve serves served cease ceased
  steps step itself himself themselves known taking according led leads leading related linked tied access due addition response prior similar close thanks owing next as how what
  where when whether which not only also bid tends tend tended get gets got wish wished sure
`);
const SUBORDINATORS = words('when while because although though since after before unless until whereas if once');
const TIMES = words('after because before');
const REASONS = words('as however');
const RELATIVES = words('which who whose whom where');
const NO_PARTICIPLE = words(
  'including according regarding concerning involving following ranging during depending starting beginning',
);

/**
 * Cuts a stretch of a sentence into clauses with one predicate each. Cuts stand before joined predicates ("and stole …"),
 * purposes ("to steal …"), participles after a comma (", posing as …"), non-restrictive relatives (", which …") and conditions.
 * The clauses cover the stretch in order without overlap.
 */
export function segment(tokens: readonly Token[], span: Span): Clause[] {
  let first = 0;
  while (first < tokens.length && tokens[first]!.end <= span.start) first++;
  let last = tokens.length;
  while (last > 0 && tokens[last - 1]!.start >= span.end) last--;
  if (first >= last) return [];
  const clauses: Clause[] = [];
  let from = first;
  let role: ClauseRole = SUBORDINATORS.has(tokens[first]!.lower) ? 'condition' : 'main';
  for (let i = first + 1; i < last; i++) {
    const next = cutAt(tokens, from, i, last);
    if (!next) continue;
    push(clauses, tokens, from, i, role, span);
    from = i;
    role = next;
  }
  push(clauses, tokens, from, last, role, span);
  return clauses;
}

function push(
  clauses: Clause[],
  tokens: readonly Token[],
  from: number,
  to: number,
  role: ClauseRole,
  span: Span,
): void {
  let a = from;
  let b = to;
  while (a < b && (DIVIDERS.has(tokens[a]!.text) || tokens[a]!.text === '-')) a++;
  while (b > a && END_MARKS.has(tokens[b - 1]!.text)) b--;
  if (role === 'joined') while (a < b && JOINTS.has(tokens[a]!.lower)) a++;
  while (
    b > a &&
    (LOOSE_ENDS.has(tokens[b - 1]!.lower) || (tokens[b - 1]!.lower === 'in' && tokens[b]?.lower === 'order'))
  )
    b--;
  if (a < b)
    clauses.push({
      start: Math.max(span.start, tokens[a]!.start),
      end: Math.min(span.end, tokens[b - 1]!.end),
      role,
      subject: role === 'main' || startsClause(tokens, a, b),
    });
}

/** The role of the clause that starts at token `i`, or null when none does. */
function cutAt(tokens: readonly Token[], from: number, i: number, last: number): ClauseRole | null {
  const token = tokens[i]!;
  const before = tokens[i - 1]!;
  const means = tokens[from]!.lower === 'by' && /ing$/.test(tokens[from + 1]?.lower ?? '');
  if (!means && !hasVerb(tokens, from, i)) return null;
  if (token.text === ';' || token.text === '—' || token.text === '–') return hasVerb(tokens, i, last) ? 'joined' : null;
  if (
    token.lower === 'to' &&
    tokens[i + 1] &&
    isInfinitive(tokens, i + 1) &&
    !TAKES_INFINITIVE.has(before.lower) &&
    before.pos !== 'ADP' &&
    !isPredicateAdjective(before) &&
    i - from >= 3 &&
    !addressed(tokens, from, i)
  ) {
    return 'purpose';
  }
  if (token.pos === 'CCONJ' && token.lower !== '&') {
    const at = skipAdverbs(tokens, i + 1, last);
    const after = tokens[at];
    if (!after || at >= last) return null;
    if (after.lower === 'that' && after.pos !== 'DET' && hasVerb(tokens, at, last)) return 'joined';
    if (isVerb(after) && !/ing$/.test(after.lower) && !(after.pos === 'VERB' && isModifier(tokens, at, last)))
      return 'joined';
    if (/ing$/.test(after.lower) && after.pos === 'VERB' && before.text === ',') return 'joined';
    // Without a comma, "X and Y have …" is more often one subject than two clauses.
    const clear =
      before.text === ',' || (after.pos === 'PRON' && !POSSESSIVES.has(after.lower)) || after.lower === 'the';
    return clear && startsClause(tokens, at, last) ? 'joined' : null;
  }
  if (before.text === ',') {
    if (token.pos === 'VERB' && /ing$/.test(token.lower) && !NO_PARTICIPLE.has(token.lower)) return 'participle';
    if (token.pos === 'ADV' && tokens[i + 1]?.pos === 'VERB' && /ing$/.test(tokens[i + 1]!.lower)) return 'participle';
    const verb = skipAdverbs(tokens, i + 1, last);
    // "What is new, they say, is …" is one clause.
    if (SUBJECT_PRONOUNS.has(token.lower) && isVerb(tokens[verb]) && tokens[verb + 1]?.text !== ',') return 'main';
    if (RELATIVES.has(token.lower)) return 'relative';
    if (token.lower === 'by' && /ing$/.test(tokens[i + 1]?.lower ?? '')) return 'participle';
    if (token.lower === 'not' && tokens[i + 1]?.lower === 'to') return 'purpose';
    if (token.lower === 'with' && hasVerb(tokens, i, last)) return 'participle';
    if (opensAside(tokens[from]!.pos === 'PUNCT' ? tokens[from + 1]! : tokens[from]!) && startsClause(tokens, i, last))
      return 'main';
    if (token.lower === 'so' && startsClause(tokens, i + 1, last)) return 'joined';
  }
  if (
    RESTRICTING.has(token.lower) &&
    (before.pos === 'NOUN' || before.pos === 'PROPN') &&
    isVerb(tokens[skipAdverbs(tokens, i + 1, last)])
  ) {
    return 'relative';
  }
  if (
    SUBORDINATORS.has(token.lower) &&
    (token.pos === 'SCONJ' || token.pos === 'ADV' || before.text === ',' || TIMES.has(token.lower)) &&
    startsClause(tokens, i + 1, last)
  )
    return 'condition';
  // "…, as it is also unknown how …", "…, however copies remain", "given that it happened before".
  if (before.text === ',' && REASONS.has(token.lower) && startsClause(tokens, i + 1, last)) return 'condition';
  if (token.lower === 'given' && tokens[i + 1]?.lower === 'that') return 'condition';
  return null;
}

/** "called on X | to stop", "ordered agencies | to remove it": the infinitive says what X is to do. */
function addressed(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = to - 1; i >= from; i--) {
    const token = tokens[i]!;
    if (token.text === ',' || token.text === ';') return false;
    if (!isVerb(token) || tokens[i - 1]?.text === '-') continue;
    return ASKING.has(token.lower) || (/^call(?:s|ed|ing)?$/.test(token.lower) && tokens[i + 1]?.lower === 'on');
  }
  return false;
}

/** Verbs whose object is to do what the infinitive after it says. */
const ASKING = words(
  'urge urges urged urging order orders ordered ordering instruct instructs instructed instructing press pressed pressing',
);

/** Words that open a clause which the main clause follows: "By hijacking X, they …", "When asked, he …". */
function opensAside(token: Token): boolean {
  return (
    token.lower === 'by' ||
    token.lower === 'to' ||
    SUBORDINATORS.has(token.lower) ||
    (token.pos === 'VERB' && /(?:ing|ed)$/.test(token.lower))
  );
}

function hasVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isVerb(tokens[i]) && tokens[i - 1]?.text !== '-') return true;
  return false;
}

/** Whether a subject and a verb follow before the next comma or conjunction. */
function startsClause(tokens: readonly Token[], from: number, last: number): boolean {
  let noun = false;
  for (let i = from; i < last && i < from + 14; i++) {
    const token = tokens[i]!;
    if (BREAKS.has(token.text) || token.pos === 'CCONJ') return false;
    if (
      noun &&
      isVerb(token) &&
      tokens[i - 1]?.text !== '-' &&
      tokens[i - 1]?.lower !== 'to' &&
      !isModifier(tokens, i, last) &&
      !(/ing$/.test(token.lower) && tokens[i - 1]?.pos !== 'AUX')
    )
      return true;
    if (token.pos === 'NOUN' || token.pos === 'PROPN' || token.pos === 'PRON') noun = true;
  }
  return false;
}

/** A participle that stands before a noun: "stolen data", "hijacked accounts". */
function isModifier(tokens: readonly Token[], i: number, last: number): boolean {
  const next = tokens[i + 1];
  const token = tokens[i]!;
  if (token.pos !== 'VERB' || i + 1 >= last || !next) return false;
  const prior = tokens[i - 1];
  return (
    /(?:ed|en)$/.test(token.lower) &&
    next.pos === 'NOUN' &&
    (prior?.pos === 'DET' || prior?.pos === 'ADJ' || prior?.pos === 'PART')
  );
}

function isInfinitive(tokens: readonly Token[], i: number): boolean {
  const at = skipAdverbs(tokens, i, tokens.length);
  const token = tokens[at];
  return (
    !!token &&
    (token.pos === 'VERB' || token.pos === 'AUX') &&
    !/(?:ed|ing)$/.test(token.lower.replace(/^(?:need|feed|speed|exceed|proceed|succeed|embed|bring|sing)$/, 'x'))
  );
}

const isPredicateAdjective = (token: Token): boolean => token.pos === 'ADJ';

function skipAdverbs(tokens: readonly Token[], from: number, last: number): number {
  let i = from;
  while (i < last && (tokens[i]!.pos === 'ADV' || tokens[i]!.lower === 'also')) i++;
  return i;
}
