import { useMutation } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ActionInput } from '../../../src/http/contract/index.ts';
import { call } from '../../api.ts';
import { notice } from '../../notices.ts';
import { refresh } from '../../queries.ts';

type Entries = ActionInput<'weigh.record'>['entries'];

/** Records entries of one question; everything that shows it is fetched again. */
export function useRecord(id: string): (entries: Entries, then?: () => void) => void {
  const { mutate } = useMutation({
    mutationFn: (entries: Entries) => call('weigh.record', { id, entries }),
    onError: (error) => notice(`Not recorded: ${error.message}`),
    onSettled: () => refresh('weigh.get', 'weigh.list', 'journal.list'),
  });
  return useCallback((entries, then) => mutate(entries, then ? { onSuccess: then } : {}), [mutate]);
}
