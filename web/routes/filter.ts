import type { StatementFilter, StatementSort } from '../../src/http/contract/index.ts';
import { parseQuery } from '../query.ts';
import { clean, day, flag, oneOf, someOf, text } from '../search.ts';
import { CERTAINTIES } from '../words/certainties.ts';
import { KINDS } from '../words/kinds.ts';
import { isCountry } from '../words/names.ts';
import { REVIEWS } from '../words/reviews.ts';
import { STATEMENT_SORTS } from '../words/sorts.ts';
import { STANCES } from '../words/stances.ts';

export interface StatementSearch extends Omit<StatementFilter, 'as_of'> {
  readonly sort?: StatementSort;
  readonly descending?: true;
}

/**
 * Reads a statement filter from an address; what makes no sense is left out. Fields within `q` are read as in the search box;
 * a parameter of the same name goes before them.
 */
export function readFilter(raw: Record<string, unknown>): Omit<StatementFilter, 'as_of'> {
  const { as_of: _, ...asked } = parseQuery(text(raw.q) ?? '');
  const given = clean({
    kind: someOf(KINDS, raw.kind),
    stance: someOf(STANCES, raw.stance),
    certainty: someOf(CERTAINTIES, raw.certainty),
    review: someOf(REVIEWS, raw.review),
    speaker: text(raw.speaker),
    actor: text(raw.actor),
    target: text(raw.target),
    country: country(raw.country),
    actor_country: country(raw.actor_country),
    target_country: country(raw.target_country),
    document: text(raw.document),
    origin: text(raw.origin),
    extractor: text(raw.extractor),
    after: day(raw.after),
    before: day(raw.before),
  });
  return clean({ ...asked, ...given });
}

export function readStatementSearch(raw: Record<string, unknown>): StatementSearch {
  return clean({ ...readFilter(raw), sort: oneOf(STATEMENT_SORTS, raw.sort), descending: flag(raw.descending) });
}

function country(value: unknown): string | undefined {
  const code = text(value)?.toUpperCase();
  return code && isCountry(code) ? code : undefined;
}
