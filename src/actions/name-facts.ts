import { entryKey } from '../knowledge/names/statements.ts';
import type { ActorFact } from '../model/actor-view.ts';
import type { EntryInList } from './name-state.ts';

/** What a list's entry states, one fact a value, in the list's words. */
export function factsOf({ list, entry }: EntryInList): ActorFact[] {
  const from = {
    speaker: list.speaker,
    via: list.via,
    list: list.list,
    entry: entryKey(list.list, entry.id),
    url: entry.url,
  };
  const all = (field: ActorFact['field'], values: readonly string[]) =>
    values.map((value) => ({ field, value, ...from }));
  return [
    ...all('country', entry.country ? [entry.country] : []),
    ...all('sponsor', entry.sponsors),
    ...all('victim', entry.victims),
    ...all('sector', entry.sectors),
  ];
}
