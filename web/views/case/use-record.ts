import { useMutation } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CasePart } from '../../../src/http/contract/index.ts';
import { call } from '../../api.ts';
import { notice } from '../../notices.ts';
import { refresh } from '../../queries.ts';

/** Puts parts into one case; everything that shows it is fetched again. */
export function useRecord(name: string): (parts: readonly CasePart[]) => void {
  const { mutate } = useMutation({
    mutationFn: (parts: readonly CasePart[]) => call('cases.record', { name, parts }),
    onError: (error) => notice(`Not recorded: ${error.message}`),
    onSettled: () => refresh('cases.get', 'cases.list', 'cases.bulletin', 'cases.evidence', 'journal.list'),
  });
  return useCallback((parts) => mutate(parts), [mutate]);
}
