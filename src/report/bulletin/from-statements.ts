import type { CaseLinkView } from '../../model/case-record.ts';
import { NARRATOR } from '../../model/statement.ts';
import type { StatementView } from '../../model/view.ts';
import type { AttributionLevel, BulletinAttribution, BulletinClaim, BulletinComparison } from './record.ts';

/** What statements of a case's documents give to its bulletin. */
export interface ClaimsOfStatements {
  readonly attributions: readonly BulletinAttribution[];
  readonly answers: readonly BulletinClaim[];
  readonly tools: readonly BulletinClaim[];
  readonly effects: readonly BulletinClaim[];
}

/** Words by which a named party is a state or an organ of one. */
const OF_A_STATE =
  /\b(?:governments?|states?|ministr\w+|army|military|navy|intelligence|secret services?|security services?|agenc(?:y|ies)|regime)\b/i;
/** Phrases that name nobody: what is behind them is activity that was grouped, and no more. */
const NOBODY =
  /^(?:(?:the|these|those|some|unknown|same|suspected)\s+)*(?:attackers?|intruders?|hackers?|actors?|threat actors?|groups?|clusters?|operators?|activity|people)$/i;

/**
 * Sorts statements into what a bulletin says of attribution, answers, tools and effects. Rejected statements are left out. Nothing is added
 * to them: a claim keeps its speaker, its words and its date. How many origins say that the same party did it is counted, and how many
 * say otherwise.
 */
export function claimsOf(statements: readonly StatementView[]): ClaimsOfStatements {
  const standing = statements.filter(({ review }) => review !== 'rejected');
  const pinned = standing.filter(
    ({ kind, actor, stance }) => kind === 'attribution' && actor !== null && stance === 'asserts',
  );
  const parties = new Map<string, Set<string>>();
  for (const one of pinned) {
    const key = partyOf(one);
    parties.set(key, (parties.get(key) ?? new Set()).add(one.origin));
  }
  const answers = standing.filter(
    ({ kind, stance }) =>
      ['denies', 'declines', 'doubts', 'demands'].includes(stance) &&
      ['response', 'attribution', 'intrusion'].includes(kind),
  );
  return {
    attributions: distinct(pinned, (one) => `${speakerOf(one)}\0${partyOf(one)}`).map((one) => ({
      ...claimOf(one),
      party: one.actor!,
      level: levelOf(one),
      certainty: one.certainty,
      origins: parties.get(partyOf(one))!.size,
      others: distinct(
        pinned.filter((other) => levelOf(other) === levelOf(one) && partyOf(other) !== partyOf(one)),
        partyOf,
      ).map(({ actor }) => actor!),
      denials: answers.filter(({ stance, kind }) => stance === 'denies' && kind !== 'intrusion').length,
    })),
    answers: distinct(answers, (one) => `${speakerOf(one)}\0${one.quote}`).map(claimOf),
    tools: distinct(
      standing.filter(({ kind, stance, object }) => kind === 'uses' && stance === 'asserts' && object !== null),
      ({ object }) => object!.toLowerCase(),
    ).map(claimOf),
    effects: distinct(
      standing.filter(({ kind, stance }) => kind === 'effect' && stance === 'asserts'),
      ({ quote }) => quote,
    ).map(claimOf),
  };
}

/** A link of a report's sentence to a count as a bulletin holds it. */
export function comparisonOf({ statement, fact, claimed, counted, agrees }: CaseLinkView): BulletinComparison | null {
  return claimed === null ? null : { ...claimOf(statement), fact, claimed, counted, agrees };
}

/** What a statement says, with its speaker, its words and its date. */
export function claimOf(one: StatementView): BulletinClaim {
  return {
    speaker: speakerOf(one),
    words: one.quote,
    stance: one.stance,
    date: one.said.slice(0, 10),
    source: sourceOf(one),
  };
}

/** Where a passage stands: title, publisher, day, offsets in the text, address. */
export function sourceOf({
  document_title,
  document_id,
  publisher,
  said,
  start,
  end,
  document_url,
}: StatementView): string {
  const facts = [publisher, said.slice(0, 10), `characters ${start} to ${end}`, document_url].filter(Boolean);
  return `${document_title ?? document_id} (${facts.join(', ')})`;
}

function speakerOf({ speaker, speaker_org, publisher, document_title }: StatementView): string {
  if (speaker === NARRATOR) return publisher ?? document_title ?? NARRATOR;
  return speaker_org === null || speaker_org === speaker ? speaker : `${speaker} (${speaker_org})`;
}

function partyOf(one: StatementView): string {
  return levelOf(one) === 'state' && one.actor_country !== null ? one.actor_country : one.actor!.toLowerCase();
}

/** Cluster, group or state (the levels of ATOMIC and of the attribution pyramids): by what is named, not by what is meant. */
function levelOf({ actor }: StatementView): AttributionLevel {
  if (actor === null || NOBODY.test(actor)) return 'cluster';
  if (OF_A_STATE.test(actor) || isCountry(actor)) return 'state';
  return 'group';
}

let countries: ReadonlySet<string> | undefined;

function isCountry(name: string): boolean {
  countries ??= countryNames();
  return countries.has(name.toLowerCase().replace(/^the /, ''));
}

/** Names of all regions in English, in small letters; made when first asked for, since it takes longer than starting should. */
function countryNames(): ReadonlySet<string> {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  return new Set(
    Array.from({ length: 26 * 26 }, (_, n) => String.fromCharCode(65 + Math.floor(n / 26), 65 + (n % 26)))
      .flatMap((code) => names.of(code) ?? [])
      .map((name) => name.toLowerCase()),
  );
}

function distinct<T>(list: readonly T[], key: (one: T) => string): T[] {
  return [...new Map([...list].reverse().map((one) => [key(one), one] as const)).values()].reverse();
}
