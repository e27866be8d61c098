import { findActorNames } from '../knowledge/actors.ts';
import { nameKeyOf } from '../knowledge/names/key.ts';
import type { StatementView } from '../model/view.ts';
import type { Ledger } from '../store/ledger.ts';

/** How many names one search asks for, and how many statements are looked at. */
const NAMES_A_CALL = 40;
const MOST = 5000;
const A_CALL = 1000;

/** Statements of which one of these names is the actor, the object or the target, newest first; rejected ones are left out. */
export async function statementsAbout(
  ledger: Ledger,
  names: readonly string[],
  asOf?: string,
): Promise<readonly StatementView[]> {
  const keys = new Set(names.map(nameKeyOf));
  const found = new Map<string, StatementView>();
  for (let at = 0; at < names.length; at += NAMES_A_CALL) {
    const q = names
      .slice(at, at + NAMES_A_CALL)
      .map((name) => `"${name.replaceAll('"', ' ')}"`)
      .join(' or ');
    for (let offset = 0; offset < MOST; ) {
      const { rows, total } = await ledger.statements({
        q,
        sort: 'said',
        descending: true,
        offset,
        limit: A_CALL,
        ...(asOf ? { as_of: asOf } : {}),
      });
      for (const it of rows) if (it.review !== 'rejected' && isAbout(it, keys)) found.set(it.id, it);
      offset += rows.length;
      if (rows.length === 0 || offset >= total) break;
    }
  }
  return [...found.values()].sort((a, b) => (a.said > b.said ? -1 : a.said < b.said ? 1 : a.id < b.id ? -1 : 1));
}

/** Whether a field names one of the names: as a whole, or within it ("hackers of APT10"). */
export function names(field: string | null, keys: ReadonlySet<string>): boolean {
  if (!field) return false;
  if (keys.has(nameKeyOf(field))) return true;
  return findActorNames(field).some((it) => keys.has(nameKeyOf(it.words)) || keys.has(nameKeyOf(it.name)));
}

function isAbout({ actor, object, target }: StatementView, keys: ReadonlySet<string>): boolean {
  return names(actor, keys) || names(object, keys) || names(target, keys);
}
