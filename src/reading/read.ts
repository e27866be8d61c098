import { stableId } from '../base/hash.ts';
import type { DocumentText } from '../model/document.ts';
import type { Reader } from '../model/reading.ts';
import type { Extractor, Statement } from '../model/statement.ts';
import type { Found } from './fields/fill.ts';
import { readByRules } from './rules.ts';

/** Counted up whenever the rules read differently, so that readings can be compared. */
export const RULES: Extractor = Object.freeze({ name: 'rules', version: '1' });

/** The offline reader: rules as data, no model, no network. */
export function rulesReader(): Reader {
  return {
    ...RULES,
    read: (document) =>
      Promise.resolve({ statements: readByRules(document).map((found) => identify(document, found)), problems: [] }),
  };
}

function identify(document: DocumentText, found: Found): Statement {
  const { start, end, kind } = found;
  return Object.freeze({
    ...found,
    id: stableId('st', document.id, start, end, kind, found.speaker, RULES.name, RULES.version),
    quote: document.text.slice(start, end),
    extractor: RULES,
  });
}
