import { findSectors } from '../knowledge/sectors.ts';
import type { StatementView } from '../model/view.ts';

/** A fact that statements give, with those that give it. */
export interface Told<T> {
  readonly value: T;
  readonly by: StatementView;
}

/** What the statements of a case say of its victim and of what was entered; null where none says it. */
export interface CaseProfile {
  readonly sector: Told<string> | null;
  readonly country: Told<string> | null;
  readonly product: Told<string> | null;
  readonly weakness: Told<string> | null;
  readonly zero_day: Told<boolean> | null;
}

const CVE = /\bCVE-\d{4}-\d{4,7}\b/i;
const HOLE = String.raw`(?:vulnerabilit(?:y|ies)|flaws?|holes?|bugs?|weakness(?:es)?|security gaps?)`;
const WEAKNESS = new RegExp(
  String.raw`\b((?:(?:previously )?unknown|unpatched|known|new|critical|zero[- ]day|0[- ]day)(?: ${HOLE})?|${HOLE})`,
  'i',
);
const ARTICLE = String.raw`(?:(?:the|its|their|an?) )?(?:[\w-]+['’]s )?`;
/** A name in capitals, or a kind of system as the report words it. */
const PRODUCT = new RegExp(
  String.raw`^ (?:in|of|on|affecting) ${ARTICLE}((?:[A-Z][\w.+-]*)(?: [A-Z\d][\w.+-]*){0,4}|(?:[a-z-]+ ){0,2}(?:systems?|servers?|software|platforms?|gateways?|appliances?|applications?|firewalls?|routers?))`,
);
const UNKNOWN_THEN = /\b(?:zero[- ]day|0[- ]day|(?:previously )?unknown (?:vulnerabilit|flaw|hole|bug|weakness))/i;
/** Whose network it was, where the target of a claim is not given. */
const OWNER = /\b(?:networks?|servers?|systems?|computers?) of (?:an?|the|another) ([^,.;:]+)/i;

/** Sector and country of the victim, product and weakness, by the first asserted deed that names them. Nothing is concluded. */
export function profileOf(statements: readonly StatementView[]): CaseProfile {
  const told = statements
    .filter(({ stance, review }) => stance === 'asserts' && review !== 'rejected')
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const deeds = told.filter(({ kind }) => kind === 'intrusion' || kind === 'uses');
  const victims = told.filter(({ kind }) => ORDER.includes(kind));
  const hole = first(deeds, holeIn);
  return {
    sector: first(
      victims,
      ({ target, quote }) => findSectors(OWNER.exec(quote)?.[1] ?? target ?? '')[0]?.sector ?? null,
    ),
    country: first(victims, ({ target_country: country }) => country),
    product: first(deeds, (one) => holeIn(one)?.product ?? null),
    weakness: hole && { value: hole.value.weakness, by: hole.by },
    zero_day: first(deeds, ({ quote }) => (UNKNOWN_THEN.test(quote) ? true : null)),
  };
}

/** Kinds that name a victim, the plainest first. */
const ORDER: readonly string[] = ['intrusion', 'targeting', 'uses'];

function holeIn({ quote }: StatementView): { weakness: string; product: string | null } | null {
  const cve = CVE.exec(quote)?.[0].toUpperCase();
  const found = WEAKNESS.exec(quote);
  const named = found && PRODUCT.exec(quote.slice(found.index + found[0].length))?.[1];
  if (cve !== undefined) return { weakness: cve, product: named ?? null };
  return found && named ? { weakness: found[1]!, product: named } : null;
}

function first<T>(statements: readonly StatementView[], read: (one: StatementView) => T | null): Told<T> | null {
  for (const by of statements) {
    const value = read(by);
    if (value !== null) return { value, by };
  }
  return null;
}
