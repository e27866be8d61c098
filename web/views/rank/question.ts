import type { ActionInput } from '../../../src/http/contract/index.ts';
import { RANK_LISTS, type RankSearch } from '../../routes/rank.tsx';

/** What an address asks, as the program takes it; null where it names nothing that was seen. */
export function rankInput(search: RankSearch): ActionInput<'actors.rank'> | null {
  const { unknown, pick: _, ...asked } = search;
  if (!asked.case && !asked.document && !RANK_LISTS.some((list) => asked[list]?.length)) return null;
  return {
    ...asked,
    ...(unknown === undefined ? {} : { unknown_share: Number(unknown) / 100 }),
  } as ActionInput<'actors.rank'>;
}

/** `T1566, T1059.001; PlugX` → its parts. Names of software may hold spaces, so that only signs and lines part them. */
export function partsOf(words: string): string[] {
  return [...new Set(words.split(/[,;\n]+/).map((part) => part.trim()))].filter(Boolean);
}
