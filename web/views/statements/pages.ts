import { useQueries } from '@tanstack/react-query';
import type { StatementQuery, StatementView } from '../../../src/http/contract/index.ts';
import { ask } from '../../queries.ts';

/** Rows that are fetched at once. */
export const PAGE = 200;

export function pageQuery(query: StatementQuery, page: number) {
  return ask('statements.search', { ...query, offset: page * PAGE, limit: PAGE });
}

/** The rows from `first` to `last`, undefined where they are still on their way. */
export function useRows(
  query: StatementQuery,
  first: number,
  last: number,
): (index: number) => StatementView | undefined {
  const from = Math.floor(first / PAGE);
  const pages = Array.from({ length: Math.floor(last / PAGE) - from + 1 }, (_, i) => from + i);
  const answers = useQueries({ queries: pages.map((page) => pageQuery(query, page)) });
  return (index) => answers[Math.floor(index / PAGE) - from]?.data?.rows[index % PAGE];
}
