import type { ActionInput, StatementSort } from '../../src/http/contract/index.ts';

export type DocumentSort = NonNullable<ActionInput<'documents.list'>['sort']>;

/** What the lists can be ordered by, and the words for it. */
export const STATEMENT_SORT_WORDS: Readonly<Record<StatementSort, string>> = {
  said: 'day it was said',
  time: 'time of the event',
  recorded: 'time it was recorded',
  document: 'document',
  score: 'score of the reading',
};

export const DOCUMENT_SORT_WORDS: Readonly<Record<DocumentSort, string>> = {
  recorded: 'added',
  published: 'published',
  title: 'title',
  statements: 'number of statements',
};

export const STATEMENT_SORTS = Object.keys(STATEMENT_SORT_WORDS) as readonly StatementSort[];
export const DOCUMENT_SORTS = Object.keys(DOCUMENT_SORT_WORDS) as readonly DocumentSort[];
