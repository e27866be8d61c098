import { loadTable, releaseTable } from '../load.ts';
import { type PackedLists, unpackLists } from './pack.ts';
import type { SourcedList } from './statements.ts';

const TABLE = 'knowledge/names.json.gz';
let lists: readonly SourcedList[] | undefined;

/** The lists of names that come with the program: MITRE's, MISP galaxy's, and Microsoft's and 360's as MISP galaxy passes them on. */
export function shippedLists(): readonly SourcedList[] {
  if (lists) return lists;
  lists = unpackLists(loadTable<PackedLists>(TABLE)).map((list) => ({ list, source: 'shipped', recorded: null }));
  releaseTable(TABLE);
  return lists;
}
