import { stableId } from '../base/hash.ts';
import type { DocumentText } from '../model/document.ts';
import type { Reader } from '../model/reading.ts';
import type { Extractor, Statement } from '../model/statement.ts';
import type { Found } from './fields/fill.ts';
import { readByRules } from './rules.ts';

/** Counted up whenever the rules read differently, so that readings can be compared. */
export const RULES: Extractor = Object.freeze({ name: 'rules', version: '2' });

/** The offline reader: rules as data, no model, no network. */
export function rulesReader(): Reader {
  return {
    ...RULES,
    read: (document) =>
      Promise.resolve({ statements: readByRules(document).map((found) => identify(document, found)), problems: [] }),
  };
}

function identify(document: DocumentText, found: Found): Statement {
  const { start, end, kind, speaker } = found;
  // Written out: of many thousands, one shape is made and read faster than copies that were added to.
  const statement: Statement = {
    start,
    end,
    score: found.score,
    kind,
    speaker,
    speaker_org: found.speaker_org,
    via: found.via,
    stance: found.stance,
    certainty: found.certainty,
    actor: found.actor,
    actor_country: found.actor_country,
    target: found.target,
    target_country: found.target_country,
    object: found.object,
    time: found.time,
    quantities: found.quantities,
    id: stableId('st', document.id, start, end, kind, speaker, RULES.name, RULES.version),
    quote: document.text.slice(start, end),
    extractor: RULES,
  };
  return Object.freeze(statement);
}
