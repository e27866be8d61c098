import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ActionInput, DocumentView, StatementView } from '../../../src/http/contract/index.ts';
import { call } from '../../api.ts';
import { notice } from '../../notices.ts';
import { ask, refresh } from '../../queries.ts';

type Input = ActionInput<'reviews.add'>;

/** Records reviews; the page shows them at once and takes them back when the program refuses. */
export function useReviews(documentId: string): (input: Input) => void {
  const client = useQueryClient();
  const { queryKey } = ask('documents.get', { id: documentId });
  const put = (id: string, change: (statement: StatementView) => StatementView) =>
    client.setQueryData<DocumentView>(
      queryKey,
      (document) =>
        document && {
          ...document,
          all_statements: document.all_statements.map((s) => (s.id === id ? change(s) : s)),
        },
    );
  const { mutate } = useMutation({
    mutationFn: (input: Input) => call('reviews.add', input),
    onMutate: async (input) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData<DocumentView>(queryKey);
      put(input.statement_id, (statement) => foreseen(statement, input));
      return before;
    },
    onError: (error, _, before) => {
      if (before) client.setQueryData(queryKey, before);
      notice(`Not recorded: ${error.message}`);
    },
    onSuccess: (statement) => put(statement.id, () => statement),
    onSettled: () => {
      refresh('documents.get', 'documents.list', 'statements.search', 'statements.get', 'statements.facets');
      refresh('statements.contradictions', 'timeline.get', 'names.list', 'journal.list', 'system.status');
    },
  });
  return useCallback((input: Input) => mutate(input), [mutate]);
}

/** What the program will answer, as far as it can be known here. */
function foreseen(statement: StatementView, { verdict, corrected = {} }: Input): StatementView {
  const source = { ...statement, ...statement.before, before: null };
  if (verdict === 'undo') return { ...source, review: 'unreviewed' };
  if (verdict === 'accept') return { ...source, review: 'accepted' };
  if (verdict === 'reject') return { ...source, review: 'rejected' };
  const before = Object.fromEntries(Object.keys(corrected).map((key) => [key, source[key as keyof StatementView]]));
  return { ...source, ...corrected, review: 'corrected', before };
}
