import { stableId } from '../../base/hash.ts';
import { NARRATOR } from '../../model/statement.ts';
import type { StatementView } from '../../model/view.ts';
import type { Evidence } from '../../model/weighing/weighing.ts';

/** Longer passages are cut: the whole stands with the statement. */
const LONGEST = 300;

/**
 * Evidence that rests on a statement: its words, its speaker as the source, what it came through. The origin is that of the document
 * together with the words, so that the same sentence in a repost is the same observation, and another sentence is not.
 */
export function evidenceFrom(statement: StatementView): Omit<Evidence, 'id'> {
  const words = statement.quote.replace(/\s+/g, ' ').trim();
  const narrated = statement.speaker === NARRATOR;
  const publisher = statement.publisher ?? statement.document_title;
  const source = narrated ? publisher : (statement.speaker_org ?? statement.speaker);
  const via = [...statement.via, ...(narrated || publisher === null ? [] : [publisher])];
  return {
    text: words.length > LONGEST ? `${words.slice(0, LONGEST).replace(/\s\S*$/, '')} …` : words,
    type: statement.stance === 'denies' ? 'denial' : null,
    source,
    via: [...new Set(via)].filter((name) => name !== source),
    origin: originOf(statement),
    grade: null,
    weight: null,
    forgeability: null,
    absence: false,
    looked: null,
    date: statement.said,
    statements: [statement.id],
    records: [],
    note: null,
  };
}

export function originOf({ origin, quote }: Pick<StatementView, 'origin' | 'quote'>): string {
  const words = quote.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return stableId('obs', origin, words.join(' '));
}

/** The first id of the form `E7` that is free. */
export function freeId(prefix: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  let n = 1;
  while (used.has(`${prefix}${n}`)) n++;
  return `${prefix}${n}`;
}
