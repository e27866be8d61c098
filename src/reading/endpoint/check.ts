import { type Problem, problem } from '../../base/problem.ts';
import type { Span } from '../../base/span.ts';
import { parseTime } from '../../base/time.ts';
import type { DocumentText } from '../../model/document.ts';
import { type Claim, NARRATOR, type Quantity } from '../../model/statement.ts';
import { locate } from './locate.ts';
import { StatementAnswer } from './schema.ts';
import type { Window } from './windows.ts';

/** A statement of an answer that stood the check, with its place in the document. */
export interface Checked {
  readonly claim: Claim;
  readonly span: Span;
  readonly score: number;
}

const MAX_QUOTE = 2_000;
const MAX_STATEMENTS = 400;

/**
 * Holds an answer against the text it was asked about. A statement is refused when its form is wrong, its quote is not
 * in the window, or its speaker is named nowhere in the document; other fields that do not hold are emptied. Every
 * refusal and every emptied field is a problem.
 */
export function checkAnswer(document: DocumentText, window: Window, answer: unknown) {
  const problems: Problem[] = [];
  const checked: Checked[] = [];
  const list = (answer as { statements?: unknown } | null)?.statements;
  if (!Array.isArray(list)) {
    problems.push(problem('endpoint-answer-invalid', { offset: window.start }, { reason: 'no list of statements' }));
    return { checked, problems };
  }
  if (list.length > MAX_STATEMENTS)
    problems.push(
      problem('statements-too-many', { offset: window.start }, { count: list.length, kept: MAX_STATEMENTS }),
    );
  const known = searchable([document.text, document.publisher, document.title, document.author].join('\n'));
  let after = window.start;
  for (const [index, item] of list.slice(0, MAX_STATEMENTS).entries()) {
    const parsed = StatementAnswer.safeParse(item);
    if (!parsed.success) {
      const field = parsed.error.issues[0]?.path.join('.') || 'statement';
      problems.push(problem('statement-malformed', { offset: window.start }, { index, field }));
      continue;
    }
    const span = placed(document.text, window, parsed.data.quote, after);
    if (typeof span === 'string') {
      problems.push(problem(span, { offset: window.start }, { index, quote: shortened(parsed.data.quote) }));
      continue;
    }
    after = span.start;
    const claim = checkedClaim(known, parsed.data, span, problems);
    if (claim) checked.push({ claim, span, score: clamped(parsed.data.confidence) });
  }
  return { checked, problems };
}

function placed(
  text: string,
  window: Window,
  quote: string,
  after: number,
): Span | 'quote-not-found' | 'quote-too-long' {
  if (quote.length > MAX_QUOTE) return 'quote-too-long';
  return locate(text, window, quote, after) ?? 'quote-not-found';
}

function checkedClaim(
  known: ReadonlySet<string>,
  given: StatementAnswer,
  span: Span,
  problems: Problem[],
): Claim | null {
  const place = { offset: span.start };
  const speaker = given.speaker.trim() || NARRATOR;
  if (speaker.toLowerCase() !== NARRATOR && !stands(known, speaker, 1)) {
    problems.push(problem('speaker-not-in-text', place, { speaker: shortened(speaker) }));
    return null;
  }
  const name = (field: 'speaker_org' | 'actor' | 'target' | 'object'): string | null => {
    const value = given[field]?.trim() || null;
    if (value === null || stands(known, value, 0.5)) return value;
    problems.push(problem('name-not-in-text', place, { field, value: shortened(value) }));
    return null;
  };
  const country = (field: 'actor_country' | 'target_country'): string | null => {
    const value = given[field]?.trim().toUpperCase() || null;
    if (value === null || isCountry(value)) return value;
    problems.push(problem('country-unknown', place, { field, value: shortened(value) }));
    return null;
  };
  return {
    kind: given.kind,
    speaker: speaker.toLowerCase() === NARRATOR ? NARRATOR : speaker,
    speaker_org: name('speaker_org'),
    via: given.via.map((v) => v.trim()).filter((v) => v !== '' && stands(known, v, 1)),
    stance: given.stance,
    certainty: given.certainty,
    actor: name('actor'),
    actor_country: country('actor_country'),
    target: name('target'),
    target_country: country('target_country'),
    object: name('object'),
    time: checkedTime(given.time, place, problems),
    quantities: checkedQuantities(given.quantities, place, problems),
  };
}

function checkedTime(given: string | null, place: Problem['place'], problems: Problem[]): string | null {
  const time = given?.trim() || null;
  if (time === null || parseTime(time)) return time;
  problems.push(problem('time-unreadable', place, { value: shortened(time) }));
  return null;
}

function checkedQuantities(
  given: readonly Quantity[],
  place: Problem['place'],
  problems: Problem[],
): readonly Quantity[] {
  return given
    .map((q) => ({ ...q, unit: q.unit.trim().toLowerCase() }))
    .filter((q) => {
      const good = Number.isFinite(q.value) && q.value >= 0 && q.unit !== '' && q.unit.length <= 60;
      if (!good) problems.push(problem('quantity-unreadable', place, { value: q.value, unit: shortened(q.unit) }));
      return good;
    });
}

/** Whether at least `share` of the words of a name stand in the text; short words such as "of" and "the" do not count. */
function stands(known: ReadonlySet<string>, name: string, share: number): boolean {
  const all = wordsOf(name);
  const telling = all.filter((word) => word.length > 3);
  const words = telling.length ? telling : all;
  return words.length > 0 && words.filter((word) => known.has(word)).length >= share * words.length;
}

function searchable(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text));
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

const REGIONS = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
/** Codes that name no country: unions, outlying parts, unknown, private use. */
const NOT_COUNTRIES: ReadonlySet<string> = new Set([
  'EU',
  'EZ',
  'UN',
  'QO',
  'XA',
  'XB',
  'ZZ',
  'AC',
  'CP',
  'DG',
  'EA',
  'IC',
  'TA',
]);

/** Whether a text is an ISO 3166-1 alpha-2 code (or XK, which is in common use). */
function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && !NOT_COUNTRIES.has(code) && REGIONS.of(code) !== undefined;
}

function clamped(confidence: number): number {
  return Number.isFinite(confidence) ? Math.min(1, Math.max(0, confidence)) : 0;
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
